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
 * @param sentence why, in Chinese
 * @param remedy what would make an unknown known; null where it is known or the criterion names
 *     none
 */
public record Factor(
    String rule,
    String name,
    BigDecimal weight,
    @Nullable Double value,
    BigDecimal points,
    String sentence,
    @Nullable String remedy) {

  public boolean unknown() {
    return value == null;
  }
}
