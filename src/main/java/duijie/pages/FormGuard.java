package duijie.pages;

import duijie.api.Api;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.filter.FilterBodyParser;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lets only forms through that a page of this site put before this browser: another site may not
 * have a visitor send something in their name. What the browser says of where a form comes from is
 * looked at first, then the token that the form carries.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Guarding.FORMS)
final class FormGuard {

  /** So long a form may take to arrive. */
  private static final long PATIENCE_SECONDS = 60;

  private static final ErrorPage UNREADABLE =
      new ErrorPage(400, "没有提交", "提交的内容没有完整收到，或者看不懂，没有保存。请返回上一页再提交一次。", List.of(), null);

  private final FilterBodyParser bodies;
  private final Shells shells;
  private final Html html;

  FormGuard(FilterBodyParser bodies, Shells shells, Html html) {
    this.bodies = bodies;
    this.shells = shells;
    this.html = html;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) throws InterruptedException {
    // Programs are known by what they show, which no browser sends by itself: they send no forms.
    if (!request.getMethod().permitsRequestBody()
        || Api.asked(request)
        || !Guarding.routed(request)) {
      return null;
    }
    if (fromElsewhere(request)) {
      return html.error(
          Visitor.of(request),
          new ErrorPage(403, "没有提交", "这份内容是从别的网站发来的，为了您的安全没有接收。请从本站的页面重新填写。", List.of(), null));
    }
    if (withFile(request)) {
      return null;
    }
    try {
      var body = bodies.parseBody(request).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return check(request, Form.parsed(body == null ? Map.of() : body));
    } catch (ExecutionException unreadable) {
      boolean large =
          unreadable.getCause() instanceof ContentLengthExceededException
              || unreadable.getCause() instanceof BufferLengthExceededException;
      return unread(request, large ? SizeGuard.TOO_LARGE : UNREADABLE);
    } catch (TimeoutException late) {
      return unread(request, UNREADABLE);
    }
  }

  /** Nothing of it is known, so nothing of it can be kept. */
  private HttpResponse<?> unread(HttpRequest<?> request, ErrorPage why) {
    return html.error(Visitor.of(request), why);
  }

  /** Whether a file comes along, to a route that looks at its form itself. */
  static boolean withFile(HttpRequest<?> request) {
    return request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::equals).isPresent()
        && RouteAttributes.getRouteMatch(request)
            .filter(route -> route.getAnnotationMetadata().hasAnnotation(TakesFile.class))
            .isPresent();
  }

  private @Nullable HttpResponse<?> check(HttpRequest<?> request, Form form) {
    form.attach(request);
    var visitor = Visitor.of(request);
    if (visitor.sent(form.typed(Form.TOKEN))) {
      return null;
    }
    var page =
        new ResumePage(
            "请核对后再提交一次",
            "您在填写期间登录或退出过（也许是在另一个窗口里），所以这份内容还没有提交。填写的内容都还在。",
            request.getUri().getRawPath(),
            form.kept());
    var shell = shells.shell(visitor, page.heading(), "", new Shell.Crumb(page.heading(), null));
    return html.page(HttpStatus.CONFLICT, "resume", shell, page);
  }

  /** Whether the browser says that another site had it send this. */
  private static boolean fromElsewhere(HttpRequest<?> request) {
    var site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) {
      return true;
    }
    var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin != null && !own(origin, request);
  }

  /** The same host and port; and a page that anybody could have changed on its way is not ours. */
  private static boolean own(String origin, HttpRequest<?> request) {
    var host = request.getHeaders().get(HttpHeaders.HOST);
    boolean safe = Arrival.of(request).safe();
    try {
      var from = URI.create(origin);
      return host != null
          && from.getAuthority() != null
          && usual(from.getAuthority(), safe).equalsIgnoreCase(usual(host, safe))
          && (!safe || "https".equals(from.getScheme()));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** Without the port that goes without saying. */
  private static String usual(String host, boolean safe) {
    return host.replaceFirst(safe ? ":443$" : ":80$", "");
  }
}
