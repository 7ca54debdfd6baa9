package duijie.projects;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.calendar.Calendars;
import duijie.calendar.HolidaySchedule;
import duijie.calendar.HolidaySchedules;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** An administrator loads the days off of a year, by which deadlines of projects are counted. */
@Singleton
public class HolidayKeeping {

  private final Calendars calendars;
  private final HolidaySchedules loaded;
  private final AuditTrail trail;

  HolidayKeeping(Calendars calendars, HolidaySchedules loaded, AuditTrail trail) {
    this.calendars = calendars;
    this.loaded = loaded;
    this.trail = trail;
  }

  /** Puts these in force, each in place of what was known of its year; what is known stays. */
  @Transactional
  public void load(List<HolidaySchedule> schedules, Caller by) {
    for (var schedule : schedules) {
      var before =
          calendars.schedules().stream().filter(s -> s.year() == schedule.year()).findFirst();
      if (before.filter(schedule::equals).isPresent()) {
        continue;
      }
      loaded.put(schedule);
      var subject = new Entry.Subject("holidays", String.valueOf(schedule.year()));
      var after = Snapshot.of(schedule);
      trail.record(
          before
              .map(b -> Entry.changed(by, "LOAD_HOLIDAYS", subject, Snapshot.of(b), after))
              .orElseGet(() -> Entry.added(by, "LOAD_HOLIDAYS", subject, after)));
    }
  }
}
