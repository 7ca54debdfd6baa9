package duijie.sheets;

import duijie.shared.CreditCode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Unified social credit codes, in any width and case, with stray spaces and hyphens. */
final class CreditCodes implements Understanding<CreditCode> {

  private static final int LENGTH = 18;
  private static final int KEPT_DIGITS = 15;
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d\\.\\d+E\\+?\\d+");

  @Override
  public Reading<CreditCode> of(Content content) {
    return switch (content) {
      case Content.Number number
          when number.value().precision() - number.value().scale() > KEPT_DIGITS ->
          digitsLost();
      case Content other -> read(other.shown());
    };
  }

  private static Reading<CreditCode> read(String typed) {
    if (CreditCode.hasShape(typed) && isRight(typed)) {
      return Reading.value(new CreditCode(typed));
    }
    var compact = Typed.compact(typed).replaceAll("[-—–]", "").toUpperCase(Locale.ROOT);
    if (Typed.isPlaceholder(compact)) {
      return Reading.blank();
    }
    if (SCIENTIFIC.matcher(compact).matches()) {
      return digitsLost();
    }
    var expected = CreditCode.checkDigit(compact);
    if (compact.length() == LENGTH && expected.isPresent()) {
      if (expected.get() == compact.charAt(LENGTH - 1)) {
        return Reading.value(new CreditCode(compact));
      }
      return Reading.unreadable(
          ProblemCode.BAD_CHECK_DIGIT,
          "填的是" + Typed.quote(compact) + "，校验位（最后一位）应为 " + expected.get() + "，请对照登记证书逐位核对。");
    }
    return Reading.unreadable(
        ProblemCode.UNREADABLE_CREDIT_CODE,
        "填的是" + Typed.quote(typed) + "，" + why(compact) + "，请对照登记证书核对。");
  }

  private static boolean isRight(String code) {
    return CreditCode.checkDigit(code)
        .filter(digit -> digit == code.charAt(LENGTH - 1))
        .isPresent();
  }

  private static String why(String compact) {
    if (compact.length() != LENGTH) {
      return "有 " + compact.length() + " 位，应为 18 位";
    }
    for (int i = 0; i < LENGTH; i++) {
      if (!CreditCode.hasShape(("" + compact.charAt(i)).repeat(LENGTH))) {
        return "第 " + (i + 1) + " 位不能是“" + compact.charAt(i) + "”（代码中没有字母 I、O、S、V、Z）";
      }
    }
    return "格式不对";
  }

  private static Reading<CreditCode> digitsLost() {
    return Reading.unreadable(
        ProblemCode.DIGITS_LOST, "是按数字保存的，末尾几位已经丢失。请把单元格格式改为“文本”，再重新输入 18 位代码。");
  }
}
