package duijie.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in yuan, exact to the fen.
 *
 * @param yuan the amount with two decimals, never negative
 */
public record Money(BigDecimal yuan) implements Comparable<Money> {

  /** Where amounts stop making sense for a purchase: a hundred billion yuan. */
  private static final BigDecimal LIMIT = new BigDecimal("100000000000");

  public Money {
    yuan = yuan.setScale(2, RoundingMode.UNNECESSARY);
    if (yuan.signum() < 0 || yuan.compareTo(LIMIT) > 0) {
      throw new IllegalArgumentException("not an amount of money: " + yuan);
    }
  }

  /** Reads a plain decimal number of yuan, such as {@code 1854000} or {@code 0.50}. */
  public static Money of(String yuan) {
    return new Money(new BigDecimal(yuan));
  }

  public static Money of(long yuan) {
    return new Money(BigDecimal.valueOf(yuan));
  }

  /**
   * The yuan as a plain number without trailing zeros, for example {@code 1854000} or {@code 0.5}.
   */
  public String plain() {
    var stripped = yuan.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return yuan.compareTo(other.yuan);
  }

  @Override
  public String toString() {
    return plain() + "元";
  }
}
