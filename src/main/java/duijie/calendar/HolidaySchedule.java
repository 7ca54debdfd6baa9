package duijie.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A year's days off and make-up working days 放假安排, as the State Council publishes them. Days that
 * it does not name are working days from Monday to Friday.
 *
 * @param year the year; once its schedule is known, its days can be counted up to 31 December
 * @param source the notice that says so
 * @param off 放假: days on which nobody works, days of the weekend among them
 * @param makeUp 调休上班: days of the weekend on which people work
 */
public record HolidaySchedule(int year, String source, Set<LocalDate> off, Set<LocalDate> makeUp) {

  public HolidaySchedule {
    off = Collections.unmodifiableSet(new TreeSet<>(off));
    makeUp = Collections.unmodifiableSet(new TreeSet<>(makeUp));
    for (var day : off) {
      if (!mayName(year, day) || makeUp.contains(day)) {
        throw new IllegalArgumentException("not a day off of " + year + ": " + day);
      }
    }
    for (var day : makeUp) {
      if (!mayName(year, day) || !weekend(day)) {
        throw new IllegalArgumentException("not a make-up working day of " + year + ": " + day);
      }
    }
  }

  /**
   * Whether the schedule of a year may name this day: New Year's days off may begin in the December
   * before, as on 31 December 2022.
   */
  public static boolean mayName(int year, LocalDate day) {
    return day.getYear() == year || day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
  }

  /** Whether it is a Saturday or a Sunday. */
  public static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /**
   * How many working days the year has fewer than it has weekdays. As swaps only move working days,
   * these are the statutory days off, which the law counts.
   */
  public long statutoryDays() {
    return off.stream().filter(day -> !weekend(day)).count() - makeUp.size();
  }
}
