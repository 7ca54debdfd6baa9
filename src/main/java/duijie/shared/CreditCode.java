package duijie.shared;

import java.util.Arrays;
import java.util.Optional;

/**
 * A unified social credit code 统一社会信用代码 whose check digit is right.
 *
 * <p>Eighteen symbols of the 31 that GB 32100-2015 allows (digits and capitals without I, O, S, V,
 * Z). The last one makes the sum of symbol values times 3^(i−1) mod 31 a multiple of 31.
 *
 * @param value the eighteen symbols, capitals
 */
public record CreditCode(String value) implements Comparable<CreditCode> {

  /** The 31 symbols in the order of their values. Source: GB 32100-2015, table 2. */
  private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int LENGTH = 18;

  /** The value of each ASCII symbol; -1 of those that the code has not. */
  private static final int[] VALUES = new int[128];

  static {
    Arrays.fill(VALUES, -1);
    for (int i = 0; i < SYMBOLS.length(); i++) {
      VALUES[SYMBOLS.charAt(i)] = i;
    }
  }

  public CreditCode {
    var expected = checkDigit(value);
    if (expected.isEmpty()
        || value.length() != LENGTH
        || value.charAt(LENGTH - 1) != expected.get()) {
      throw new IllegalArgumentException("not a unified social credit code: " + value);
    }
  }

  /**
   * The check digit that the first seventeen symbols ask for; empty when they are too few or not
   * all symbols of the code.
   */
  public static Optional<Character> checkDigit(String code) {
    if (code.length() < LENGTH - 1) {
      return Optional.empty();
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      int symbol = value(code.charAt(i));
      if (symbol < 0) {
        return Optional.empty();
      }
      sum += symbol * weight;
      weight = weight * 3 % 31;
    }
    return Optional.of(SYMBOLS.charAt((31 - sum % 31) % 31));
  }

  /** Whether the text has the shape of a code, its check digit right or wrong. */
  public static boolean hasShape(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (value(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int value(char symbol) {
    return symbol < VALUES.length ? VALUES[symbol] : -1;
  }

  @Override
  public int compareTo(CreditCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
