package duijie.projects;

import duijie.calendar.Deadlines;
import duijie.calendar.EarliestDeadline;
import duijie.calendar.ProcurementMethod;
import duijie.calendar.StatutoryPeriods;
import duijie.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft as it is read on a day.
 *
 * @param earliest when responses may be due at the earliest
 * @param earliestCall when agencies may be called at the earliest after an intention; null where
 *     none came before, or no period is known
 */
public record DraftReading(
    Draft draft,
    LocalDate on,
    WorkingCalendar calendar,
    EarliestDeadline earliest,
    @Nullable LocalDate earliestCall) {

  /** Reads the draft with these periods. */
  public static DraftReading of(
      Draft draft, LocalDate on, StatutoryPeriods periods, WorkingCalendar calendar) {
    var unread = new DraftReading(draft, on, calendar, new EarliestDeadline.NoPeriod(), null);
    var deadlines = new Deadlines(periods, calendar);
    var intendedOn = draft.intendedOn();
    return unread
        .method()
        .map(
            method ->
                new DraftReading(
                    draft,
                    on,
                    calendar,
                    deadlines.earliest(method, unread.publishedOn()),
                    intendedOn == null
                        ? null
                        : deadlines.earliestCall(method, intendedOn).orElse(null)))
        .orElse(unread);
  }

  public Project project() {
    return draft.project();
  }

  /** The statutory way of buying, where one can be told from what was written. */
  public Optional<ProcurementMethod> method() {
    var written = project().procurementMethod();
    return written == null ? Optional.empty() : ProcurementMethod.read(written);
  }

  /** The day on which the project is published. */
  public LocalDate publishedOn() {
    var day = project().publishedOn();
    return day == null ? on : day;
  }

  /** The day on which responses are due. */
  public @Nullable LocalDate respondOn() {
    var moment = project().respondBy();
    return moment == null ? null : moment.toLocalDate();
  }
}
