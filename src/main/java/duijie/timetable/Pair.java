package duijie.timetable;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A project and an agency that may talk, once.
 *
 * @param value what the talk is worth, 0 or more; usually the match score
 * @param locked where it has to be; null where that is open
 */
public record Pair(String project, String agency, BigDecimal value, @Nullable Lock locked) {

  public Pair {
    value = plain(value);
  }

  static BigDecimal plain(BigDecimal value) {
    var plain = value.stripTrailingZeros();
    // An absurd exponent stays as it is: writing it out could take all memory.
    return plain.scale() < 0 && plain.scale() > -100 ? plain.setScale(0) : plain;
  }

  /**
   * A place that is decided.
   *
   * @param slot from 1
   * @param table from 1; null where any will do
   */
  public record Lock(int slot, @Nullable Integer table) {}

  /** A pair whose place is open. */
  public static Pair of(String project, String agency, BigDecimal value) {
    return new Pair(project, agency, value, null);
  }

  /** The same pair, at that place and no other. */
  public Pair lockedAt(int slot, @Nullable Integer table) {
    return new Pair(project, agency, value, new Lock(slot, table));
  }
}
