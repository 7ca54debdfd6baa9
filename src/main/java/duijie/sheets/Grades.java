package duijie.sheets;

import duijie.shared.EvaluationGrade;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Evaluation grades: 3A, AAA, 三A, AAAAA级. A bare 3 is taken as 3A and doubted.
 *
 * @param demand whether a least grade is demanded, so that 3A及以上 means 3A
 */
record Grades(boolean demand) implements Understanding<EvaluationGrade> {

  private static final Pattern GRADE = Pattern.compile("([1-5一二三四五])?(A{1,5})");
  private static final Pattern TAIL = Pattern.compile("(?:级|等级|级社会组织|级社工机构|级机构|社会组织)$");
  private static final Set<String> NONE =
      Set.of("未评", "未评估", "未参评", "未参加", "未参加评估", "无等级", "没有等级", "未定级", "无评级", "未评级");

  @Override
  public Reading<EvaluationGrade> of(Content content) {
    return switch (content) {
      case Content.Number number -> level(number.value(), number.shown());
      case Content.Text text -> read(text.value());
      case Content other -> unreadable(other.shown());
    };
  }

  private Reading<EvaluationGrade> read(String typed) {
    var compact = Typed.compact(typed);
    if (Typed.isNotDemanded(compact) || NONE.contains(compact)) {
      return Reading.blank();
    }
    var bare = demand ? Typed.withoutAtLeast(compact) : compact;
    bare = TAIL.matcher(bare).replaceFirst("").toUpperCase(Locale.ROOT);
    var grade = GRADE.matcher(bare);
    if (!grade.matches()) {
      return Decimals.parse(bare)
          .map(level -> level(level, typed))
          .orElseGet(() -> unreadable(typed));
    }
    int letters = grade.group(2).length();
    if (grade.group(1) == null) {
      return Reading.value(EvaluationGrade.ofLevel(letters));
    }
    char level = grade.group(1).charAt(0);
    return letters == 1
        ? Reading.value(
            EvaluationGrade.ofLevel(
                Character.digit(level, 10) > 0
                    ? Character.digit(level, 10)
                    : ChineseNumber.digit(level)))
        : unreadable(typed);
  }

  private static Reading<EvaluationGrade> level(BigDecimal level, String typed) {
    if (level.stripTrailingZeros().scale() > 0
        || level.signum() <= 0
        || level.compareTo(BigDecimal.valueOf(EvaluationGrade.values().length)) > 0) {
      return unreadable(typed);
    }
    var grade = EvaluationGrade.ofLevel(level.intValue());
    return Reading.doubted(
        grade,
        ProblemCode.VALUE_UNDERSTOOD,
        "填的是%s，按 %s 理解。请写成 %s。".formatted(Typed.quote(typed), grade.label(), grade.label()));
  }

  private static Reading<EvaluationGrade> unreadable(String typed) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_GRADE, "填的是" + Typed.quote(typed) + "，读不懂。请填 1A 到 5A，没有等级的留空。");
  }
}
