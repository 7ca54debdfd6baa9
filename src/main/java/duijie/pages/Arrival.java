package duijie.pages;

import io.micronaut.http.HttpRequest;
import java.net.InetAddress;

/**
 * How a request came here.
 *
 * @param from the network address of whoever made it, past the proxies that are trusted
 * @param safe whether nobody could read or change it on its way
 */
public record Arrival(InetAddress from, boolean safe) {

  private static final String ATTRIBUTE = Arrival.class.getName();

  /** How this request came; by its connection alone where nothing else is known. */
  public static Arrival of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Arrival.class)
        .orElseGet(() -> new Arrival(request.getRemoteAddress().getAddress(), request.isSecure()));
  }

  void attach(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
