package duijie.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Terms in months: 12, 12个月, 1年, 两年, 一年半, 半年, and the months between two dates, such as
 * 2026年1月1日至2026年12月31日.
 *
 * @param months how many months a bare number counts: 1, or 12 under a header in years
 */
record Months(int months) implements Understanding<Integer> {

  private static final int YEAR = 12;
  private static final int MOST = 240;
  private static final Pattern AROUND =
      Pattern.compile("^自?(?:合同|协议)?(?:签订|签署|生效)?(?:之?日)?(?:后|起)?(?:共|为期)?|\\(.*\\)$");
  private static final Pattern IN_MONTHS = Pattern.compile("(.+?)个?月");
  private static final Pattern IN_YEARS = Pattern.compile("(.+?)(?:周年|个?年度|年)(半|(.+?)个?月)?");
  private static final Pattern BETWEEN = Pattern.compile("(.+?)(?:至|到|~|～|—+|--)(.+)");
  private static final Pattern BETWEEN_DOTTED =
      Pattern.compile("(\\d{4}[./年]\\d{1,2}[./月]\\d{1,2}日?)-(\\d{4}[./年]\\d{1,2}[./月]\\d{1,2}日?)");

  @Override
  public Reading<Integer> of(Content content) {
    return switch (content) {
      case Content.Number number when !number.percent() ->
          whole(number.value().multiply(BigDecimal.valueOf(months)), number.shown());
      case Content.Text text -> read(text.value());
      case Content other -> unreadable(other.shown());
    };
  }

  private Reading<Integer> read(String typed) {
    var compact = Typed.compact(typed);
    if (Typed.isNotDemanded(compact)) {
      return Reading.blank();
    }
    var bare = AROUND.matcher(compact).replaceAll("");
    if (bare.equals("半年")) {
      return Reading.value(YEAR / 2);
    }
    var number = Decimals.parse(bare);
    if (number.isPresent()) {
      return whole(number.get().multiply(BigDecimal.valueOf(months)), typed);
    }
    var inMonths = IN_MONTHS.matcher(bare);
    if (inMonths.matches()) {
      var count = Decimals.parse(inMonths.group(1));
      if (count.isPresent()) {
        return whole(count.get(), typed);
      }
    }
    var inYears = IN_YEARS.matcher(bare);
    if (inYears.matches()) {
      var years = Decimals.parse(inYears.group(1));
      var rest =
          inYears.group(2) == null
              ? BigDecimal.ZERO
              : inYears.group(3) == null
                  ? BigDecimal.valueOf(YEAR / 2)
                  : Decimals.parse(inYears.group(3)).orElse(BigDecimal.valueOf(-MOST));
      if (years.isPresent() && years.get().compareTo(BigDecimal.valueOf(MOST)) < 0) {
        return whole(years.get().multiply(BigDecimal.valueOf(YEAR)).add(rest), typed);
      }
    }
    return between(bare, typed);
  }

  private static Reading<Integer> between(String bare, String typed) {
    var dotted = BETWEEN_DOTTED.matcher(bare);
    var dates = dotted.matches() ? dotted : BETWEEN.matcher(bare);
    if (!dates.matches()) {
      return unreadable(typed);
    }
    var from = Dates.parse(dates.group(1));
    var until = Dates.parse(dates.group(2));
    if (from.isEmpty() || until.isEmpty() || from.get().month() == null) {
      return unreadable(typed);
    }
    var first = LocalDate.of(from.get().year(), from.get().month(), 1);
    var start = Dates.whole(from.get()) instanceof LocalDate day ? day : first;
    var last = until.get();
    if (last.month() == null) {
      return unreadable(typed);
    }
    var end =
        Dates.whole(last) instanceof LocalDate day
            ? day.plusDays(1)
            : LocalDate.of(last.year(), last.month(), 1).plusMonths(1);
    if (!end.isAfter(start)) {
      return unreadable(typed);
    }
    int whole = (int) ChronoUnit.MONTHS.between(start, end);
    boolean exact = start.plusMonths(whole).equals(end);
    int understood = exact ? whole : whole + 1;
    return exact
        ? whole(BigDecimal.valueOf(understood), typed)
        : Reading.doubted(
            understood,
            ProblemCode.VALUE_UNDERSTOOD,
            "填的是" + Typed.quote(typed) + "，按 " + understood + " 个月理解。请填月数。");
  }

  private static Reading<Integer> whole(BigDecimal count, String typed) {
    if (count.stripTrailingZeros().scale() > 0) {
      return unreadable(typed);
    }
    if (count.signum() <= 0 || count.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      return Reading.unreadable(
          ProblemCode.OUT_OF_RANGE,
          "填的是" + Typed.quote(typed) + "，期限应在 1 到 " + MOST + " 个月之间，请核对。");
    }
    return Reading.value(count.intValueExact());
  }

  private static Reading<Integer> unreadable(String typed) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_TERM, "填的是" + Typed.quote(typed) + "，读不懂。请填月数，例如 12 或 12个月。");
  }
}
