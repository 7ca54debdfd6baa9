package duijie.api;

import io.micronaut.http.HttpRequest;

/** What programs ask for lies apart from the pages. */
public final class Api {

  /** Where all of it lies. */
  public static final String PREFIX = "/api";

  /** The version that stands. */
  public static final String V1 = PREFIX + "/v1";

  private Api() {}

  /** Whether a program asks: it is answered in JSON, and cookies count for nothing. */
  public static boolean asked(HttpRequest<?> request) {
    var path = request.getPath();
    return path.equals(PREFIX) || path.startsWith(PREFIX + "/");
  }
}
