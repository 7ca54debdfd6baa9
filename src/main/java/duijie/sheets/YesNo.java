package duijie.sheets;

import java.math.BigDecimal;
import java.util.Set;

/** Whether something is demanded: 是, 否, √, 需要, 不要求 and the like. */
final class YesNo implements Understanding<Boolean> {

  private static final Set<String> YES =
      Set.of(
          "是", "有", "要", "须", "需", "需要", "必须", "要求", "对", "真", "√", "✓", "✔", "☑", "v", "y", "yes",
          "t", "true", "1", "是的", "须合格", "须登记", "有要求", "适用");

  private static final Set<String> NO =
      Set.of(
          "否", "无", "不", "不要", "不须", "不需", "不需要", "非", "不是", "错", "假", "×", "✗", "✘", "☒", "x", "n",
          "no", "f", "false", "0", "没有", "不适用", "不必", "不用");

  @Override
  public Reading<Boolean> of(Content content) {
    return switch (content) {
      case Content.Truth truth -> Reading.value(truth.value());
      case Content.Number number when number.value().compareTo(BigDecimal.ONE) == 0 ->
          Reading.value(true);
      case Content.Number number when number.value().signum() == 0 -> Reading.value(false);
      case Content.Text text -> read(text.value());
      case Content other -> unreadable(other.shown());
    };
  }

  private static Reading<Boolean> read(String typed) {
    var key = Typed.key(typed);
    if (YES.contains(key)) {
      return Reading.value(true);
    }
    if (NO.contains(key)) {
      return Reading.value(false);
    }
    return Typed.isNotDemanded(key) ? Reading.blank() : unreadable(typed);
  }

  private static Reading<Boolean> unreadable(String typed) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_YES_NO, "填的是" + Typed.quote(typed) + "，读不懂。请填“是”或“否”。");
  }
}
