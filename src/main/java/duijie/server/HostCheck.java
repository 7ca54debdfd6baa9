package duijie.server;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers only requests that were addressed to this machine by one of its own names. A strange name
 * that resolves to the loopback address is how a web site elsewhere would read these pages through
 * a visitor's browser (DNS rebinding).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = "duijie.loopback", notEquals = "false")
class HostCheck {

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  @RequestFilter
  @Nullable HttpResponse<?> refuseStrangeNames(HttpRequest<?> request) {
    // The framework keeps nothing of a request whose address it cannot read, and no browser sends
    // a request without any header: neither is a matter of names.
    if (request.getHeaders().names().isEmpty()) {
      throw new HttpStatusException(HttpStatus.BAD_REQUEST, "malformed request");
    }
    var host = request.getHeaders().get("Host");
    if (host != null && OWN_NAMES.contains(name(host))) {
      return null;
    }
    return HttpResponse.status(HttpStatus.MISDIRECTED_REQUEST)
        .body("这个地址只从本机访问，请用 http://localhost 打开。")
        .contentType("text/plain;charset=utf-8");
  }

  /** Without the port, in lower case. */
  private static String name(String host) {
    return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
  }
}
