package duijie.pages;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;

/** What every answer says to the browser about trust and about keeping copies. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Guarding.HEADERS)
final class ResponseHeaders {

  private static final String POLICY =
      "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** The script that keeps pages of a hall at hand, which lie elsewhere than itself. */
  private static final String WORKER = "/assets/hall-worker.js";

  /** A year: the address of such a file changes when the file does. */
  private static final String FOREVER = "public, max-age=31536000, immutable";

  /** For a year from now on the browser asks this host over TLS alone. */
  private static final String SAFELY_ONLY = "max-age=31536000";

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.header("Content-Security-Policy", POLICY);
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Referrer-Policy", "same-origin");
    response.header("X-Frame-Options", "DENY");
    if (request.getPath().equals(WORKER)) {
      response.header("Service-Worker-Allowed", "/sessions/");
    }
    if (Arrival.of(request).safe() && !onLocalhost(request)) {
      response.header("Strict-Transport-Security", SAFELY_ONLY);
    }
    // The framework names a file's type as it writes the file, which for HEAD it does not.
    if (response.getContentType().isEmpty()
        && response.body() instanceof FileCustomizableResponseType file) {
      response.contentType(file.getMediaType());
    }
    response.getHeaders().set(HttpHeaders.CACHE_CONTROL, caching(request, response));
  }

  /** Whatever else runs on this machine is not ours to decide about. */
  private static boolean onLocalhost(HttpRequest<?> request) {
    var host = request.getHeaders().get(HttpHeaders.HOST);
    return host != null && host.matches("(?i)localhost(:\\d+)?");
  }

  private static String caching(HttpRequest<?> request, MutableHttpResponse<?> response) {
    var path = request.getPath();
    boolean versioned =
        path.startsWith("/webjars/")
            || (path.startsWith("/assets/") && request.getParameters().contains("v"));
    if ("no-store".equals(response.getHeaders().get(HttpHeaders.CACHE_CONTROL))) {
      return "no-store";
    }
    boolean there = response.code() < 300 || response.status() == HttpStatus.NOT_MODIFIED;
    if (!there) {
      return "no-store";
    }
    if (versioned) {
      return FOREVER;
    }
    var visitor = Visitor.of(request);
    return visitor.signedIn() || visitor.askedToFill() ? "private, no-cache" : "no-cache";
  }
}
