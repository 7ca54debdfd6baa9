package duijie.calendar;

import duijie.calendar.Answer.Known;
import duijie.calendar.Answer.Unpublished;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which days are working days 工作日历. It knows the years whose schedule was published and guesses
 * nothing of any other: Spring Festival alone may move seven working days.
 */
public final class WorkingCalendar {

  /** Where all dates are dates of. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Set<Integer> years = new HashSet<>();
  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> makeUp = new HashSet<>();

  private WorkingCalendar() {}

  /** A calendar of these schedules, none of a year twice. */
  public static WorkingCalendar of(Collection<HolidaySchedule> schedules) {
    var calendar = new WorkingCalendar();
    for (var schedule : schedules) {
      if (!calendar.years.add(schedule.year())) {
        throw new IllegalArgumentException("two schedules of " + schedule.year());
      }
      calendar.off.addAll(schedule.off());
      calendar.makeUp.addAll(schedule.makeUp());
    }
    return calendar;
  }

  /** Whether people work on this day. */
  public Answer<Boolean> isWorkingDay(LocalDate day) {
    return knows(day) ? new Known<>(works(day)) : new Unpublished<>(day.getYear());
  }

  /**
   * The n-th working day after a day, which itself does not count; the day itself for none.
   *
   * @throws IllegalArgumentException for fewer than none
   */
  public Answer<LocalDate> plusWorkingDays(LocalDate day, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("not a number of working days: " + workingDays);
    }
    var reached = day;
    for (int left = workingDays; left > 0; ) {
      reached = reached.plusDays(1);
      if (!knows(reached)) {
        return new Unpublished<>(reached.getYear());
      }
      left -= works(reached) ? 1 : 0;
    }
    return new Known<>(reached);
  }

  /**
   * How many working days come after the one day, up to and including the other: so many as {@link
   * #plusWorkingDays} needs from the one to the other.
   *
   * @throws IllegalArgumentException where the other day is earlier
   */
  public Answer<Integer> workingDaysBetween(LocalDate day, LocalDate until) {
    if (until.isBefore(day)) {
      throw new IllegalArgumentException(until + " is before " + day);
    }
    int count = 0;
    for (var next = day.plusDays(1); !next.isAfter(until); next = next.plusDays(1)) {
      if (!knows(next)) {
        return new Unpublished<>(next.getYear());
      }
      count += works(next) ? 1 : 0;
    }
    return new Known<>(count);
  }

  /** The day itself if it is a working day, else the next one. */
  public Answer<LocalDate> workingDayFrom(LocalDate day) {
    return plusWorkingDays(day.minusDays(1), 1);
  }

  private boolean knows(LocalDate day) {
    return years.contains(day.getYear());
  }

  private boolean works(LocalDate day) {
    return makeUp.contains(day) || !HolidaySchedule.weekend(day) && !off.contains(day);
  }
}
