package duijie.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which version of a record a program changes. */
public final class Version {

  /** A version that no record ever has. */
  private static final int NONE = -1;

  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private Version() {}

  /** How a version is named. */
  public static String tag(int version) {
    return "\"" + version + "\"";
  }

  /**
   * The one that a request names.
   *
   * @return empty where it names none; a version that no record has where it names what is none
   */
  public static Optional<Integer> asked(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.IF_MATCH))
        .map(
            named -> {
              var tag = TAG.matcher(named.strip());
              return tag.matches() ? Integer.parseInt(tag.group(1)) : NONE;
            });
  }
}
