package duijie.agencies;

import duijie.shared.Money;
import duijie.shared.PartialDate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Understands dates, counts and amounts as people type them. */
public final class Figures {

  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)(万)?元?");
  private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

  private Figures() {}

  /** A date of which the day or the month may be missing. */
  static Read<PartialDate> partialDate(String label, String typed) {
    var plain = dashed(typed);
    if (plain.isEmpty()) {
      return new Read.Blank<>();
    }
    var parts = DATE.matcher(plain);
    try {
      if (parts.matches()) {
        return new Read.Value<>(
            new PartialDate(
                Integer.parseInt(parts.group(1)),
                parts.group(2) == null ? null : Integer.valueOf(parts.group(2)),
                parts.group(3) == null ? null : Integer.valueOf(parts.group(3))));
      }
    } catch (DateTimeException noSuchDay) {
      // told below
    }
    return new Read.Wrong<>("“%s”请写成 2015-06-01，只知道年或者年月的可以写 2015 或 2015-06。".formatted(label));
  }

  /** A whole date. */
  public static Read<LocalDate> date(String label, String typed) {
    return switch (partialDate(label, typed)) {
      case Read.Value<PartialDate> read when read.value().day() != null ->
          new Read.Value<>(LocalDate.parse(read.value().toString()));
      case Read.Blank<PartialDate> blank -> new Read.Blank<>();
      case Read.Value<PartialDate> partial ->
          new Read.Wrong<>("“%s”请写到日，例如 2028-12-31。".formatted(label));
      case Read.Wrong<PartialDate> wrong ->
          new Read.Wrong<>("“%s”请写成 2028-12-31 的样子。".formatted(label));
    };
  }

  /** A whole number of this range. */
  static Read<Integer> count(String label, String typed, int least, int most) {
    var plain = Typed.plain(typed).replaceAll("[,\\s]|[人个年]$", "");
    if (plain.isEmpty()) {
      return new Read.Blank<>();
    }
    if (plain.matches("\\d{1,9}")) {
      int number = Integer.parseInt(plain);
      if (number >= least && number <= most) {
        return new Read.Value<>(number);
      }
    }
    return new Read.Wrong<>("“%s”应为 %d 到 %d 的整数。".formatted(label, least, most));
  }

  /** An amount in yuan, or in ten thousands where that is said. */
  public static Read<Money> amount(String label, String typed) {
    var plain = Typed.plain(typed).replaceAll("[,\\s]", "");
    if (plain.isEmpty()) {
      return new Read.Blank<>();
    }
    var parts = AMOUNT.matcher(plain);
    try {
      if (parts.matches()) {
        var number = new BigDecimal(parts.group(1));
        return new Read.Value<>(
            new Money(parts.group(2) == null ? number : number.multiply(TEN_THOUSAND)));
      }
    } catch (ArithmeticException | IllegalArgumentException noAmount) {
      // told below
    }
    return new Read.Wrong<>("“%s”请填以元为单位的金额，最多两位小数，例如 300000，也可以写 30万。".formatted(label));
  }

  private static String dashed(String typed) {
    return Typed.plain(typed)
        .replaceAll("[年月./]", "-")
        .replaceAll("[日号\\s]", "")
        .replaceAll("-+$", "");
  }
}
