package duijie.sheets;

import duijie.shared.PartialDate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates: 2026-03-01, 2026/3/1, 2026.3.1, 20260301, 2026年3月1日, 二〇二六年三月一日, and with less known
 * 2012-02, 2012年2月, 2012年. The year has four digits and stands first: 26/3/1 and 3/1/2026 could be
 * read in several ways and are not read.
 */
final class Dates {

  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2100;

  private static final Pattern SEPARATED =
      Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:月|[-/.](\\d{1,2})日?|月(\\d{1,2})[日号]?)?|年)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
  private static final Pattern MIDNIGHT = Pattern.compile("T?0?0:00(?::00(?:\\.0+)?)?Z?$");
  private static final Pattern CHINESE_YEAR = Pattern.compile("^[〇○零一二三四五六七八九]{4}年");
  private static final Pattern CHINESE_PART = Pattern.compile("[一二三四五六七八九十]{1,3}(?=[月日号])");
  private static final String EXAMPLES = "请按“2026-03-01”的样子填写。";

  private Dates() {}

  /** Dates of which the day, or the month and the day, may be left out. */
  static Understanding<PartialDate> partial() {
    return Dates::read;
  }

  /** Whole dates. */
  static Understanding<LocalDate> whole() {
    return content ->
        switch (read(content)) {
          case Reading.Value<PartialDate> read when whole(read.value()) instanceof LocalDate date ->
              new Reading.Value<>(date, read.doubts());
          case Reading.Value<PartialDate> read -> unreadable(content.shown(), "缺少月份或日子");
          case Reading.Blank<PartialDate> blank -> Reading.blank();
          case Reading.Unreadable<PartialDate> not -> new Reading.Unreadable<>(not.reasons());
        };
  }

  /** Years, also of a whole date. */
  static Understanding<Integer> years() {
    return content ->
        switch (read(content)) {
          case Reading.Value<PartialDate> read -> Reading.value(read.value().year());
          case Reading.Blank<PartialDate> blank -> Reading.blank();
          case Reading.Unreadable<PartialDate> not ->
              Reading.unreadable(
                  ProblemCode.UNREADABLE_DATE,
                  "填的是" + Typed.quote(content.shown()) + "，读不懂。请填四位数的年份，例如 2025。");
        };
  }

  /** The date that a compact text is wholly, as far as it is a real one in a sensible year. */
  static Optional<PartialDate> parse(String compact) {
    var text = chinese(compact);
    var separated = SEPARATED.matcher(text);
    if (separated.matches()) {
      var day = separated.group(3) == null ? separated.group(4) : separated.group(3);
      return date(separated.group(1), separated.group(2), day);
    }
    var digits = DIGITS.matcher(text);
    return digits.matches()
        ? date(digits.group(1), digits.group(2), digits.group(3))
        : Optional.empty();
  }

  static @Nullable LocalDate whole(PartialDate date) {
    return date.month() == null || date.day() == null
        ? null
        : LocalDate.of(date.year(), date.month(), date.day());
  }

  private static Reading<PartialDate> read(Content content) {
    return switch (content) {
      case Content.Moment moment -> moment(moment);
      case Content.Number number when number.percent() -> unreadable(number.shown(), "不是日期");
      case Content.Number number -> number(number.value(), number.shown());
      case Content.Text text -> read(text.value());
      case Content other -> unreadable(other.shown(), "不是日期");
    };
  }

  private static Reading<PartialDate> moment(Content.Moment moment) {
    int year = moment.value().getYear();
    return year < FIRST_YEAR || year > LAST_YEAR
        ? unreadable(moment.shown(), "年份不对")
        : Reading.value(PartialDate.of(moment.value().toLocalDate()));
  }

  private static Reading<PartialDate> number(BigDecimal number, String shown) {
    if (number.scale() == 0 && number.precision() == 4 && number.signum() > 0) {
      var year = date(number.toString(), null, null);
      return year.isPresent() ? Reading.value(year.get()) : unreadable(shown, "不是日期");
    }
    if (number.stripTrailingZeros().scale() > 0) {
      // 2012.1 may have been typed as 2012.10: a number does not keep the zero.
      return unreadable(shown, "是带小数的数字，分不清月份");
    }
    var date = parse(number.stripTrailingZeros().toPlainString());
    return date.isPresent() ? Reading.value(date.get()) : unreadable(shown, "不是日期");
  }

  private static Reading<PartialDate> read(String typed) {
    var compact = Typed.compact(typed);
    if (Typed.isPlaceholder(compact)) {
      return Reading.blank();
    }
    var date = parse(MIDNIGHT.matcher(compact).replaceFirst(""));
    return date.isPresent() ? Reading.value(date.get()) : unreadable(typed, why(compact));
  }

  private static String why(String compact) {
    if (compact.matches("\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?")) {
      return "年份不是四位数";
    }
    return parsesAsImpossible(compact) ? "没有这一天或年份不对" : "读不懂";
  }

  private static boolean parsesAsImpossible(String compact) {
    return SEPARATED.matcher(compact).matches() || DIGITS.matcher(compact).matches();
  }

  private static Optional<PartialDate> date(
      String year, @Nullable String month, @Nullable String day) {
    int number = Integer.parseInt(year);
    if (number < FIRST_YEAR || number > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PartialDate(
              number,
              month == null ? null : Integer.valueOf(month),
              day == null ? null : Integer.valueOf(day)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Chinese digits of a date as Arabic ones. */
  static String chinese(String compact) {
    if (!CHINESE_YEAR.matcher(compact).find()) {
      return compact;
    }
    var year = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      year.append(ChineseNumber.digit(compact.charAt(i)));
    }
    return year
        + CHINESE_PART
            .matcher(compact.substring(4))
            .replaceAll(
                part ->
                    ChineseNumber.parse(part.group()).map(BigDecimal::toPlainString).orElse("?"));
  }

  static <T> Reading<T> unreadable(String typed, String why) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_DATE, "填的是" + Typed.quote(typed) + "，" + why + "。" + EXAMPLES);
  }
}
