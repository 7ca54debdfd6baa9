package duijie.pages;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Addresses within the site. */
public final class Addresses {

  private Addresses() {}

  /** Percent-encoded as UTF-8, fit for a segment of a path and for a query alike. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The address if it is a page of this site, else the home page: nobody is led elsewhere by a link
   * that somebody made up.
   */
  public static String within(String address) {
    boolean own = address.matches("/[\\x21-\\x5b\\x5d-\\x7e]*") && !address.startsWith("//");
    return own && wellFormed(address) ? address : "/";
  }

  private static boolean wellFormed(String address) {
    try {
      return !URI.create(address).isAbsolute();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  /** The UUID that this segment of an address is, if it is one. */
  public static Optional<UUID> uuid(String segment) {
    try {
      return Optional.of(UUID.fromString(segment));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /**
   * The identifier behind the prefix in a request's path, decoded exactly once: the router would
   * read a slash or a percent sign within an identifier as its own. Empty where an escape is
   * malformed, and for a zero character, which no database text can hold.
   */
  public static Optional<String> identifier(HttpRequest<?> request, String prefix) {
    var raw = request.getUri().getRawPath();
    if (raw == null || raw.length() <= prefix.length() + 1) {
      return Optional.empty();
    }
    try {
      var segment = raw.substring(prefix.length() + 1).replace("+", "%2B");
      return Optional.of(URLDecoder.decode(segment, StandardCharsets.UTF_8))
          .filter(identifier -> identifier.indexOf('\0') < 0);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
