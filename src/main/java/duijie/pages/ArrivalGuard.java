package duijie.pages;

import duijie.api.Api;
import duijie.api.ApiProblem;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a request comes from, and serves nothing to anybody elsewhere whose words others
 * on the way could read. A proxy that is trusted says both of the requests that come through it;
 * what anybody else says of themselves is not looked at.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Guarding.ARRIVAL)
final class ArrivalGuard {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

  /** What this machine calls itself; other names may be a trick of a page elsewhere. */
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Asked by what watches the service, over whatever connection; it tells nothing. */
  private static final String HEALTH = "/health";

  private static final ErrorPage UNSAFE =
      new ErrorPage(
          403,
          "请用 https 打开",
          "您的请求没有加密，别人可能在路上看到或改动，所以没有处理。请把网址开头的 http 改成 https 再打开。"
              + "如果网址已经是 https，请联系网站管理员：反向代理没有说明请求是加密的（X-Forwarded-Proto），见运维手册。",
          List.of(),
          null);

  private final Proxies proxies;
  private final Html html;

  ArrivalGuard(Proxies proxies, Html html) {
    this.proxies = proxies;
    this.html = html;
  }

  @RequestFilter
  @Nullable HttpResponse<?> look(HttpRequest<?> request) {
    var peer = request.getRemoteAddress().getAddress();
    boolean through = proxies.trusts(peer);
    boolean safe = through ? saidToBeSafe(request) : request.isSecure();
    var from = through ? proxies.client(peer, request.getHeaders().getAll(FORWARDED_FOR)) : peer;
    new Arrival(from, safe).attach(request);
    // Without a proxy the start has seen to it that whoever comes unsafely comes from here.
    if (safe
        || proxies.none()
        || (!through && fromHere(request, peer))
        || Guarding.file(request)
        || request.getPath().equals(HEALTH)) {
      return null;
    }
    return Api.asked(request)
        ? ApiProblem.of(UNSAFE.status(), "not-encrypted", UNSAFE.heading(), UNSAFE.sentence())
            .answer()
        : html.error(Visitor.of(request), UNSAFE);
  }

  /** Every proxy on the way has to have been asked safely. */
  private static boolean saidToBeSafe(HttpRequest<?> request) {
    var said = request.getHeaders().getAll(FORWARDED_PROTO);
    return !said.isEmpty()
        && said.stream()
            .flatMap(line -> List.of(line.split(",", -1)).stream())
            .allMatch(protocol -> protocol.strip().equalsIgnoreCase("https"));
  }

  private static boolean fromHere(HttpRequest<?> request, InetAddress peer) {
    var host = request.getHeaders().get(HttpHeaders.HOST);
    return peer.isLoopbackAddress()
        && host != null
        && OWN_NAMES.contains(host.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", ""));
  }
}
