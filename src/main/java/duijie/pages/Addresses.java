package duijie.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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
    return own ? address : "/";
  }
}
