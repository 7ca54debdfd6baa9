package duijie.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A rule of the book as its author wrote it. */
public sealed interface Rule {

  /** Lower-case words joined by hyphens, unique in the book. */
  String id();

  /** Its Chinese name. */
  String name();

  /** The expression, as written. */
  String expression();

  /**
   * A rule that decides whether a pair may be proposed at all.
   *
   * @param source law, article and validity, or null
   */
  record Eligibility(String id, String name, String expression, @Nullable String source)
      implements Rule {}

  /**
   * A criterion that gives points.
   *
   * @param weight its share of the 100 points
   */
  record Criterion(String id, String name, String expression, BigDecimal weight) implements Rule {}
}
