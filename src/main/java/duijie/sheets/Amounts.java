package duijie.sheets;

import duijie.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Amounts of money: 1854000, 1,200,000元, 120万, 120.5万元, ￥1200000.00, 壹佰贰拾万元整. A unit that is
 * written wins over the column's; an amount in fractions of a fen is rounded and doubted.
 *
 * @param unit what a bare number counts: 1 for yuan, 10,000 for 万元
 * @param ceiling whether the column names an upper limit, so that 120万以内 means 120万
 * @param doubts whether amounts far from a purchase's usual size are doubted
 */
record Amounts(BigDecimal unit, boolean ceiling, boolean doubts) implements Understanding<Money> {

  private static final Pattern AROUND = Pattern.compile("^(?:人民币|RMB|￥|¥)?|(?:人民币)?$");
  private static final Pattern REMARK =
      Pattern.compile("\\((?:含税|人民币|大写[:：]?.*|[壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆整]+)\\)$");
  private static final Pattern UNIT =
      Pattern.compile("^(.*?)(万|亿|千|百万|千万|[wW])?(?:元|圆|块)?(?:人民币)?(?:整|正)?$");
  private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d(\\.\\d+)?[eE][+]?\\d{1,2}");

  /** How amounts in yuan are written: with their sign, or in groups of three digits. */
  private static final Pattern LIKE_YUAN = Pattern.compile("[￥¥]|RMB|人民币|\\d,\\d{3}");

  private static final Map<String, BigDecimal> UNITS =
      Map.of(
          "千", new BigDecimal(1_000),
          "万", new BigDecimal(10_000),
          "w", new BigDecimal(10_000),
          "百万", new BigDecimal(1_000_000),
          "千万", new BigDecimal(10_000_000),
          "亿", new BigDecimal(100_000_000));

  private static final BigDecimal RARELY_LESS = new BigDecimal(500);
  private static final BigDecimal RARELY_MORE = new BigDecimal(500_000_000);
  private static final String EXAMPLES = "请填一个数字，例如 1200000、1,200,000 或 120万。";

  static Amounts inYuan() {
    return new Amounts(BigDecimal.ONE, false, false);
  }

  @Override
  public Reading<Money> of(Content content) {
    return switch (content) {
      case Content.Number number -> money(number.value().multiply(unit), number.shown());
      case Content.Text text -> read(text.value());
      case Content other -> unreadable(other.shown(), "不是金额");
    };
  }

  private Reading<Money> read(String typed) {
    var compact = Typed.compact(typed);
    if (Typed.isNotDemanded(compact) || compact.equals("面议")) {
      return Reading.blank();
    }
    var bare = AROUND.matcher(REMARK.matcher(compact).replaceFirst("")).replaceAll("");
    bare = ceiling ? Typed.withoutAtMost(bare) : Typed.withoutAtLeast(bare);
    if (SCIENTIFIC.matcher(bare).matches()) {
      return unreadable(typed, "是科学计数法，可能已丢失位数");
    }
    var parts = UNIT.matcher(bare);
    if (!parts.matches()) {
      return unreadable(typed, "读不懂");
    }
    // 壹佰万 is wholly a number in Chinese characters, its 万 no unit of ours.
    var whole =
        ChineseNumber.parse(parts.group(1) + (parts.group(2) == null ? "" : parts.group(2)));
    if (whole.isPresent()) {
      return money(whole.get(), typed);
    }
    var number = Decimals.parse(parts.group(1));
    if (number.isEmpty()) {
      return unreadable(typed, why(compact));
    }
    if (parts.group(2) != null) {
      return money(number.get().multiply(UNITS.get(Typed.key(parts.group(2)))), typed);
    }
    if (bare.matches(".*[元圆块整正]$")) {
      return money(number.get(), typed);
    }
    return isAmbiguous(number.get(), compact)
        ? ambiguous(number.get(), typed)
        : money(number.get().multiply(unit), typed);
  }

  /**
   * Whether an amount looks like yuan and would be huge in the column's larger unit: then either
   * may be meant.
   */
  private boolean isAmbiguous(BigDecimal number, String compact) {
    return doubts
        && unit.compareTo(BigDecimal.ONE) > 0
        && LIKE_YUAN.matcher(compact).find()
        && number.multiply(unit).compareTo(RARELY_MORE) > 0
        && !isDoubtful(number);
  }

  private Reading<Money> ambiguous(BigDecimal number, String typed) {
    return Reading.unreadable(
        ProblemCode.AMBIGUOUS_UNIT,
        "填的是%s，而这一列的单位是万元：是 %s 元，还是 %s 万元？按未知处理。请写明单位，例如 %s元。"
            .formatted(
                Typed.quote(typed),
                number.stripTrailingZeros().toPlainString(),
                number.stripTrailingZeros().toPlainString(),
                number.stripTrailingZeros().toPlainString()));
  }

  private Reading<Money> money(BigDecimal yuan, String typed) {
    if (yuan.signum() < 0) {
      return Reading.unreadable(
          ProblemCode.OUT_OF_RANGE, "填的是" + Typed.quote(typed) + "，金额不能是负数。" + EXAMPLES);
    }
    var rounded = yuan.setScale(2, RoundingMode.HALF_UP);
    Money money;
    try {
      money = new Money(rounded);
    } catch (IllegalArgumentException tooMuch) {
      return Reading.unreadable(
          ProblemCode.OUT_OF_RANGE, "填的是" + Typed.quote(typed) + "，金额超过 1000 亿元，请核对数字和单位。");
    }
    if (rounded.compareTo(yuan) != 0) {
      return Reading.doubted(
          money,
          ProblemCode.VALUE_UNDERSTOOD,
          "填的是" + Typed.quote(typed) + "，已四舍五入到分，按 " + money + " 理解。");
    }
    if (doubts && yuan.signum() > 0 && isDoubtful(yuan)) {
      return Reading.doubted(
          money,
          ProblemCode.DOUBTFUL_VALUE,
          "填的是" + Typed.quote(typed) + "，按 " + money + " 理解。数额少见，请核对单位是元还是万元。");
    }
    return Reading.value(money);
  }

  private static boolean isDoubtful(BigDecimal yuan) {
    return yuan.compareTo(RARELY_LESS) < 0 || yuan.compareTo(RARELY_MORE) > 0;
  }

  private static String why(String compact) {
    if (compact.matches(".*(约|左右|大概|上下|余|多).*")) {
      return "是约数";
    }
    return compact.matches(".*\\d.*[-~～—至到].*\\d.*") ? "是一个范围" : "读不懂";
  }

  private static Reading<Money> unreadable(String typed, String why) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_AMOUNT, "填的是" + Typed.quote(typed) + "，" + why + "。" + EXAMPLES);
  }
}
