package duijie.agencies.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All answers, to be checked before they are submitted.
 *
 * @param inForce whether an older version holds until the bureau passes this one
 * @param problem why it was not submitted, or null
 */
public record CheckPage(boolean inForce, List<Part> parts, @Nullable String problem) {

  /** A section. */
  public record Part(String label, String href, List<Line> lines) {}

  /**
   * An answer.
   *
   * @param before what holds now where that is something else, or null
   * @param returned what it was when the bureau last returned it where that is something else, or
   *     null
   */
  public record Line(
      String label,
      List<String> values,
      @Nullable List<String> before,
      @Nullable List<String> returned) {}
}
