package duijie.sheets;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When somebody came: 9:05, 09：05, 9点5分, 9时半, 下午2:30, a time of Excel, also with its day; or only a
 * mark that they did: √, 是, 到, 已签到.
 */
final class Times {

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?T?)?(上午|早上|下午|晚上|am|pm)?(\\d{1,2})(?:[:点时](\\d{1,2})?(?::\\d{1,2})?(半)?)(?:分)?(am|pm)?");

  private static final Set<String> CAME =
      Set.of("√", "✓", "✔", "v", "是", "到", "已到", "到场", "已到场", "签到", "已签", "已签到", "1", "对", "☑");

  private static final int NOON = 12;

  private Times() {}

  /** Reads it as {@code HH:mm}, or as {@link ArrivalRow#CAME}. */
  static Reading<String> read(Content content) {
    return switch (content) {
      case Content.Moment moment -> time(moment.value().toLocalTime());
      case Content.Truth(boolean came) -> came ? Reading.value(ArrivalRow.CAME) : Reading.blank();
      case Content.Number number -> number(number);
      case Content.Text text -> text(text.value());
      case Content other -> unreadable(other.shown());
    };
  }

  /** A time whose format somebody took away is a part of a day. */
  private static Reading<String> number(Content.Number number) {
    var value = number.value();
    if (value.compareTo(BigDecimal.ONE) == 0) {
      return Reading.value(ArrivalRow.CAME);
    }
    return value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0
        ? time(LocalTime.ofSecondOfDay(Math.round(value.doubleValue() * 86_400) % 86_400))
        : unreadable(number.shown());
  }

  private static Reading<String> text(String typed) {
    var key = Typed.key(typed);
    if (CAME.contains(key)) {
      return Reading.value(ArrivalRow.CAME);
    }
    if (Typed.isPlaceholder(key) || key.equals("未到") || key.equals("缺席")) {
      return Reading.blank();
    }
    var parts = CLOCK.matcher(key);
    if (!parts.matches()) {
      return unreadable(typed);
    }
    int hour = Integer.parseInt(parts.group(2));
    var minute = parts.group(3);
    int minutes = minute == null ? (parts.group(4) == null ? 0 : 30) : Integer.parseInt(minute);
    boolean later = isLater(parts.group(1)) || isLater(parts.group(5));
    try {
      return time(LocalTime.of(later && hour < NOON ? hour + NOON : hour, minutes));
    } catch (DateTimeException noSuchTime) {
      return unreadable(typed);
    }
  }

  private static boolean isLater(@Nullable String half) {
    return "下午".equals(half) || "晚上".equals(half) || "pm".equals(half);
  }

  private static Reading<String> time(LocalTime time) {
    return Reading.value(time.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  private static Reading<String> unreadable(String typed) {
    return Reading.unreadable(
        ProblemCode.UNREADABLE_TIME,
        "填的是" + Typed.quote(typed) + "，读不懂。请填到场的时间，例如 9:05；只知道到了的，填 √。");
  }
}
