package duijie.sheets;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain decimal numbers as typed, half-width: {@code 1,200,000}, {@code 8}, {@code -0.5}, 十二. */
final class Decimals {

  private static final Pattern PLAIN = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,10})?");
  private static final Pattern GROUPED =
      Pattern.compile("[-+]?\\d{1,3}(,\\d{3}){1,4}(\\.\\d{1,10})?");

  private Decimals() {}

  /** The number, or empty where the compact text is not wholly one. */
  static Optional<BigDecimal> parse(String compact) {
    if (PLAIN.matcher(compact).matches()) {
      return Optional.of(new BigDecimal(compact));
    }
    if (GROUPED.matcher(compact).matches()) {
      return Optional.of(new BigDecimal(compact.replace(",", "")));
    }
    return ChineseNumber.parse(compact);
  }
}
