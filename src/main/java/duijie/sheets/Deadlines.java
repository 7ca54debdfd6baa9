package duijie.sheets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines: a date with a time of day, 2026-03-01 17:00, 2026年3月1日17时30分, 2026/3/1下午5点. A date
 * alone, or with 24:00, lasts to the end of that day: its last minute, 23:59.
 */
final class Deadlines implements Understanding<LocalDateTime> {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
  private static final Pattern AROUND = Pattern.compile("^(?:截至|截止到?|至)|(?:截止|止|前)$");
  private static final Pattern WITH_TIME =
      Pattern.compile(
          "(\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}[日号]?)[T,，]?(上午|早上|中午|下午|晚上|晚)?"
              + "(\\d{1,2})(?:[:时点](?:(半)|(\\d{1,2})(?:分|:\\d{1,2}(?:\\.\\d+)?)?)?整?)");

  private static final Pattern SPACED_TIME =
      Pattern.compile("^(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})\\s+");

  @Override
  public Reading<LocalDateTime> of(Content content) {
    return switch (content) {
      case Content.Moment moment -> moment(moment.value());
      case Content.Text text -> read(text.value());
      case Content other -> date(content, other.shown());
    };
  }

  private static Reading<LocalDateTime> moment(LocalDateTime value) {
    if (value.getYear() < Dates.FIRST_YEAR || value.getYear() > Dates.LAST_YEAR) {
      return Dates.unreadable(value.toString(), "年份不对");
    }
    return Reading.value(
        value.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? value.toLocalDate().atTime(END_OF_DAY)
            : value);
  }

  private static Reading<LocalDateTime> read(String typed) {
    // The space between the day and the hour must not glue 1 and 17 together.
    var spaced = SPACED_TIME.matcher(Typed.halfWidth(typed)).replaceFirst("$1T");
    var compact = Typed.compact(spaced);
    if (Typed.isPlaceholder(compact)) {
      return Reading.blank();
    }
    var bare = AROUND.matcher(compact).replaceAll("");
    var parts = WITH_TIME.matcher(Dates.chinese(bare));
    if (!parts.matches()) {
      return date(new Content.Text(bare), typed);
    }
    var date = Dates.parse(parts.group(1)).map(Dates::whole);
    var time = time(parts.group(2), parts.group(3), parts.group(4), parts.group(5));
    return date.isPresent() && time.isPresent()
        ? Reading.value(date.get().atTime(time.get()))
        : Dates.unreadable(typed, "没有这一天或这个时刻");
  }

  private static Reading<LocalDateTime> date(Content content, String typed) {
    return switch (Dates.whole().of(content)) {
      case Reading.Value<LocalDate> read ->
          new Reading.Value<>(read.value().atTime(END_OF_DAY), read.doubts());
      case Reading.Blank<LocalDate> blank -> Reading.blank();
      case Reading.Unreadable<LocalDate> not ->
          Reading.unreadable(
              ProblemCode.UNREADABLE_DATE,
              "填的是" + Typed.quote(typed) + "，读不懂。请按“2026-03-01 17:00”的样子填写。");
    };
  }

  private static Optional<LocalTime> time(
      @Nullable String half, String hour, @Nullable String halfPast, @Nullable String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = halfPast != null ? 30 : minute == null ? 0 : Integer.parseInt(minute);
    if (hours == 24 && minutes == 0) {
      return Optional.of(END_OF_DAY);
    }
    boolean afternoon = half != null && !half.equals("上午") && !half.equals("早上");
    try {
      return Optional.of(LocalTime.of(afternoon && hours < 12 ? hours + 12 : hours, minutes));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }
}
