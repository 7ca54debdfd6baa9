package duijie.accounts.web;

import duijie.accounts.SecretToken;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * What a browser keeps. The names begin with {@code __Host-}: browsers take such a cookie only over
 * a safe connection (or from this machine itself), for this host alone (RFC 6265bis, section
 * 4.1.3.2).
 */
final class Cookies {

  private static final String SIGN_IN = "__Host-duijie";
  private static final String DEVICE = "__Host-device";

  /** Browsers keep none for longer. */
  private static final Duration DEVICE_KEPT = Duration.ofDays(400);

  private Cookies() {}

  static Optional<SecretToken> signIn(HttpRequest<?> request) {
    return token(request, SIGN_IN);
  }

  static Optional<SecretToken> device(HttpRequest<?> request) {
    return token(request, DEVICE);
  }

  /** Kept until the browser is closed. */
  static void signIn(MutableHttpResponse<?> response, SecretToken token) {
    response.cookie(cookie(SIGN_IN, token.value()));
  }

  static void device(MutableHttpResponse<?> response, SecretToken token) {
    response.cookie(cookie(DEVICE, token.value()).maxAge(DEVICE_KEPT));
  }

  /** Whether the answer tells the browser what it is known by. */
  static boolean hasDevice(MutableHttpResponse<?> response) {
    return response.getHeaders().getAll("Set-Cookie").stream()
        .anyMatch(cookie -> cookie.startsWith(DEVICE + "="));
  }

  static void noSignIn(MutableHttpResponse<?> response) {
    response.cookie(cookie(SIGN_IN, "").maxAge(0));
  }

  private static Cookie cookie(String name, String value) {
    return Cookie.of(name, value).path("/").secure(true).httpOnly(true).sameSite(SameSite.Lax);
  }

  private static Optional<SecretToken> token(HttpRequest<?> request, String name) {
    return request.getCookies().findCookie(name).map(Cookie::getValue).flatMap(SecretToken::of);
  }
}
