package duijie.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Demanded shares in percent, 0 to 100: 30%, 30, 百分之三十, 三分之一, a cell in percent format. A bare
 * number below one is taken times a hundred and doubted; a bare 1 could be either and is not read.
 */
final class Shares implements Understanding<BigDecimal> {

  private static final Pattern FRACTION = Pattern.compile("(.{1,3})分之(.{1,3})");
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  @Override
  public Reading<BigDecimal> of(Content content) {
    return switch (content) {
      case Content.Number number when number.percent() ->
          share(number.value().movePointRight(2), number.shown());
      case Content.Number number -> bare(number.value(), number.shown());
      case Content.Text text -> read(text.value());
      case Content other -> unreadable(other.shown());
    };
  }

  private static Reading<BigDecimal> read(String typed) {
    var compact = Typed.compact(typed);
    if (Typed.isNotDemanded(compact)) {
      return Reading.blank();
    }
    var bare = Typed.withoutAtLeast(compact);
    if (bare.equals("一半") || bare.equals("半数")) {
      return Reading.value(new BigDecimal(50));
    }
    if (bare.endsWith("%") || bare.startsWith("百分之")) {
      var number = Decimals.parse(bare.endsWith("%") ? bare.replace("%", "") : bare.substring(3));
      return number.isPresent() ? share(number.get(), typed) : unreadable(typed);
    }
    var fraction = FRACTION.matcher(bare);
    if (fraction.matches()) {
      var parts = Decimals.parse(fraction.group(1));
      var taken = Decimals.parse(fraction.group(2));
      if (parts.isEmpty() || taken.isEmpty() || parts.get().signum() <= 0) {
        return unreadable(typed);
      }
      return share(
          taken.get().multiply(HUNDRED).divide(parts.get(), 2, RoundingMode.HALF_UP), typed);
    }
    var number = Decimals.parse(bare);
    return number.isPresent() ? bare(number.get(), typed) : unreadable(typed);
  }

  private static Reading<BigDecimal> bare(BigDecimal number, String typed) {
    if (number.compareTo(BigDecimal.ONE) == 0) {
      return Reading.unreadable(
          ProblemCode.UNREADABLE_SHARE, "填的是“1”，分不清是 1% 还是 100%。请写明百分号，例如 100%。");
    }
    if (number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0) {
      var share = normal(number.movePointRight(2));
      return Reading.doubted(
          share,
          ProblemCode.VALUE_UNDERSTOOD,
          "填的是" + Typed.quote(typed) + "，按 " + share.toPlainString() + "% 理解。请写明百分号。");
    }
    return share(number, typed);
  }

  private static Reading<BigDecimal> share(BigDecimal percent, String typed) {
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      return Reading.unreadable(
          ProblemCode.OUT_OF_RANGE, "填的是" + Typed.quote(typed) + "，比例应在 0 到 100 之间，请核对。");
    }
    return Reading.value(normal(percent));
  }

  private static BigDecimal normal(BigDecimal percent) {
    var stripped = percent.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Reading<BigDecimal> unreadable(String typed) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_SHARE, "填的是" + Typed.quote(typed) + "，读不懂。请填百分比，例如 30% 或 30。");
  }
}
