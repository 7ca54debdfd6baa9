package duijie.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion gave to a pair's score.
 *
 * @param rule the criterion's id
 * @param name its Chinese name
 * @param weight the most it can give, in points
 * @param value 0 to 1, or null where it is unknown
 * @param points weight × value rounded half-up to two decimals; 0 where it is unknown
 * @param why in Chinese
 * @param mend what would make an unknown known; null where it is known or the criterion names none
 */
public record Factor(
    String rule,
    String name,
    BigDecimal weight,
    @Nullable Double value,
    BigDecimal points,
    Sentence why,
    @Nullable Sentence mend) {

  /** A factor whose sentences are written already. */
  public Factor(
      String rule,
      String name,
      BigDecimal weight,
      @Nullable Double value,
      BigDecimal points,
      String why,
      @Nullable String mend) {
    this(
        rule,
        name,
        weight,
        value,
        points,
        Sentence.of(why),
        mend == null ? null : Sentence.of(mend));
  }

  public boolean unknown() {
    return value == null;
  }

  /** Why it is so, in Chinese. */
  public String sentence() {
    return why.toString();
  }

  /** What would make an unknown known, or null. */
  public @Nullable String remedy() {
    return mend == null ? null : mend.toString();
  }
}
