package duijie.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders pages. A page is rendered whole before its first byte is sent, so that a failure gives an
 * error page and never half a page.
 */
@Singleton
public final class Html {

  private static final MediaType HTML =
      new MediaType(
          MediaType.TEXT_HTML,
          Map.of("charset", StandardCharsets.UTF_8.name().toLowerCase(Locale.ROOT)));

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Shells shells;

  Html(Shells shells) {
    this.shells = shells;
  }

  public MutableHttpResponse<String> page(String template, Shell shell, Object page) {
    return page(HttpStatus.OK, template, shell, page);
  }

  public MutableHttpResponse<String> page(
      HttpStatus status, String template, Shell shell, Object page) {
    var out = new StringOutput();
    templates.render(template + ".jte", Map.of("shell", shell, "page", page), out);
    return HttpResponse.<String>status(status).contentType(HTML).body(out.toString());
  }

  /** The page for what does not exist, or not for the public. */
  public MutableHttpResponse<String> notFound(Visitor visitor, String sentence) {
    return error(visitor, new ErrorPage(404, "没有找到", sentence, List.of(), null));
  }

  /** The page for parameters that make no sense. */
  public MutableHttpResponse<String> refused(Visitor visitor, List<String> problems) {
    return error(
        visitor, new ErrorPage(400, "地址有误", "这个地址里有看不懂的参数。请检查后重试，或从菜单重新进入。", problems, null));
  }

  /** The page for what went wrong. */
  public MutableHttpResponse<String> error(Visitor visitor, ErrorPage page) {
    var shell = shells.shell(visitor, page.heading(), "", new Shell.Crumb(page.heading(), null));
    return page(HttpStatus.valueOf(page.status()), "error", shell, page);
  }
}
