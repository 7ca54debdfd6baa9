package duijie.matching.cel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Values as people write them. */
final class Formats {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

  private Formats() {}

  /** A value as a sentence writes it. */
  static String text(Object value) {
    return switch (value) {
      case Boolean flag -> flag ? "是" : "否";
      case Double number -> number(number, 2);
      case Instant instant -> {
        var date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        yield date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
      }
      default -> value.toString();
    };
  }

  /** An amount: 5000元, 57.35万元, 1.2亿元. */
  static String yuan(double amount) {
    if (!Double.isFinite(amount)) {
      return "未知金额";
    }
    var yuan = BigDecimal.valueOf(amount);
    if (yuan.abs().compareTo(HUNDRED_MILLION) >= 0) {
      return plain(yuan.divide(HUNDRED_MILLION), 4) + "亿元";
    }
    return yuan.abs().compareTo(TEN_THOUSAND) >= 0
        ? plain(yuan.divide(TEN_THOUSAND), 4) + "万元"
        : plain(yuan, 2) + "元";
  }

  /** A share of 1 as a whole percentage. */
  static String percent(double share) {
    return number(share * 100, 0) + "%";
  }

  private static String number(double value, int decimals) {
    return Double.isFinite(value) ? plain(BigDecimal.valueOf(value), decimals) : "未知";
  }

  private static String plain(BigDecimal value, int decimals) {
    var rounded = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
  }
}
