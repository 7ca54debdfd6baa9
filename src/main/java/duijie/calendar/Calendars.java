package duijie.calendar;

import java.util.List;
import java.util.TreeMap;

/** The calendar in force: the shipped years and those that an administrator loaded. */
public final class Calendars {

  private final List<HolidaySchedule> shipped;
  private final HolidaySchedules loaded;

  public Calendars(List<HolidaySchedule> shipped, HolidaySchedules loaded) {
    this.shipped = List.copyOf(shipped);
    this.loaded = loaded;
  }

  /** The calendar as of now; of a year that was loaded, the loaded schedule counts. */
  public WorkingCalendar current() {
    return WorkingCalendar.of(schedules());
  }

  /** The schedules it is made of, by year. */
  public List<HolidaySchedule> schedules() {
    var byYear = new TreeMap<Integer, HolidaySchedule>();
    shipped.forEach(schedule -> byYear.put(schedule.year(), schedule));
    loaded.all().forEach(schedule -> byYear.put(schedule.year(), schedule));
    return List.copyOf(byYear.values());
  }
}
