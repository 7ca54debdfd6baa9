package duijie.calendar;

import java.util.List;

/** The schedules that an administrator loaded, beside those that ship with the product. */
public interface HolidaySchedules {

  /** All of them by year. */
  List<HolidaySchedule> all();

  /** Stores a year's schedule in place of the one that was loaded for it before, if any. */
  void put(HolidaySchedule schedule);
}
