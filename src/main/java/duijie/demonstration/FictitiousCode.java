package duijie.demonstration;

import duijie.shared.CreditCode;
import java.util.Locale;

/**
 * Credit codes that no registered body can have: right by the check digit of the whole, wrong by
 * that of the organisation code within it.
 */
public final class FictitiousCode {

  /** The values of an organisation code's symbols. Source: GB 11714-1997, 3.2. */
  private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** The weights of its first eight symbols. Source: GB 11714-1997, 3.3. */
  private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  private FictitiousCode() {}

  /**
   * The code number {@code number} of 旺苍县.
   *
   * @param kind the first two symbols: who registers, and what kind of body
   * @param number 1 to 99999
   */
  public static CreditCode of(String kind, int number) {
    var body = String.format(Locale.ROOT, "DEM%05d", number);
    var stem = kind + Demonstration.HOME + body + (char) ('0' + (check(body) + 5) % 10);
    return new CreditCode(stem + CreditCode.checkDigit(stem).orElseThrow());
  }

  /** Whether the organisation code within the credit code passes its own check. */
  public static boolean mayBeRegistered(CreditCode code) {
    int check = check(code.value().substring(8, 16));
    char expected = check == 10 ? 'X' : (char) ('0' + check);
    return code.value().charAt(16) == expected;
  }

  /** 0 to 10. */
  private static int check(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += SYMBOLS.indexOf(body.charAt(i)) * WEIGHTS[i];
    }
    return (11 - sum % 11) % 11;
  }
}
