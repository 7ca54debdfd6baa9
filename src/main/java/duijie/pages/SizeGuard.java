package duijie.pages;

import duijie.api.Api;
import duijie.api.ApiProblem;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.HttpServerConfiguration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses requests that say they are larger than any may be; their bodies were thrown away. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Guarding.SIZE)
final class SizeGuard {

  static final ErrorPage TOO_LARGE =
      new ErrorPage(413, "内容太大", "提交的内容超过了允许的大小，没有保存。请返回上一页，缩短以后再提交。", List.of(), null);

  private final HttpServerConfiguration server;
  private final Html html;

  SizeGuard(HttpServerConfiguration server, Html html) {
    this.server = server;
    this.html = html;
  }

  @RequestFilter
  @Nullable HttpResponse<?> look(HttpRequest<?> request) {
    if (request.getContentLength() <= server.getMaxRequestSize()) {
      return null;
    }
    return Api.asked(request)
        ? ApiProblem.of(TOO_LARGE.status(), "too-large", TOO_LARGE.heading(), TOO_LARGE.sentence())
            .answer()
        : html.error(Visitor.of(request), TOO_LARGE);
  }
}
