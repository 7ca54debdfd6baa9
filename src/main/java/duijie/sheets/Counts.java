package duijie.sheets;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whole numbers with or without a word for what is counted: 8, 8人, 八名, 3个, 5年.
 *
 * @param most the greatest number that makes sense
 * @param words a pattern of the words that may follow
 * @param demand whether the number is demanded, so that 8人以上 means 8 and 不限 means nothing
 * @param unit what is counted, for sentences
 */
record Counts(int most, Pattern words, boolean demand, String unit)
    implements Understanding<Integer> {

  private static final Pattern PEOPLE = Pattern.compile("(?:个人|人|名|位|个)$");
  private static final Pattern PROJECTS = Pattern.compile("(?:个项目|项目|个|项)$");
  private static final Pattern YEARS = Pattern.compile("(?:周年|年)$");
  private static final int MOST_PEOPLE = 100_000;
  private static final int MOST_PROJECTS = 10_000;
  private static final int MOST_YEARS = 60;

  static Counts people() {
    return new Counts(MOST_PEOPLE, PEOPLE, false, "人");
  }

  static Counts demandedPeople() {
    return new Counts(MOST_PEOPLE, PEOPLE, true, "人");
  }

  static Counts projects() {
    return new Counts(MOST_PROJECTS, PROJECTS, false, "个");
  }

  static Counts years() {
    return new Counts(MOST_YEARS, YEARS, false, "年");
  }

  static Counts demandedYears() {
    return new Counts(MOST_YEARS, YEARS, true, "年");
  }

  @Override
  public Reading<Integer> of(Content content) {
    return switch (content) {
      case Content.Number number when !number.percent() -> whole(number.value(), number.shown());
      case Content.Text text -> read(text.value());
      case Content other -> unreadable(other.shown());
    };
  }

  private Reading<Integer> read(String typed) {
    var compact = Typed.compact(typed);
    if (demand ? Typed.isNotDemanded(compact) : Typed.isPlaceholder(compact)) {
      // An agency that writes 无 for its senior social workers has none; a dash says nothing.
      boolean none = !demand && (compact.equals("无") || compact.equals("没有"));
      return none ? Reading.value(0) : Reading.blank();
    }
    var bare = number(compact);
    if (bare.isEmpty() && demand) {
      bare = number(Typed.withoutAtLeast(compact));
    }
    return bare.isPresent() ? whole(bare.get(), typed) : unreadable(typed);
  }

  private Optional<BigDecimal> number(String compact) {
    return Decimals.parse(words.matcher(compact).replaceFirst(""));
  }

  private Reading<Integer> whole(BigDecimal number, String typed) {
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      return Reading.unreadable(
          ProblemCode.OUT_OF_RANGE, "填的是" + Typed.quote(typed) + "，应在 0 到 " + most + " 之间，请核对。");
    }
    return number.stripTrailingZeros().scale() > 0
        ? unreadable(typed)
        : Reading.value(number.intValueExact());
  }

  private Reading<Integer> unreadable(String typed) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_NUMBER,
        "填的是" + Typed.quote(typed) + "，读不懂。请填整数，例如 8 或 8" + unit + "。");
  }
}
