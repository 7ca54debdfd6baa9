package duijie.calendar;

import duijie.calendar.StatutoryPeriod.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which deadlines the statutory periods allow. A period's first day does not count, and the
 * deadline may be on its last (民法典 art. 201); where that is a day off, the next working day is the
 * one to choose (art. 203).
 */
public final class Deadlines {

  private final StatutoryPeriods periods;
  private final WorkingCalendar calendar;

  public Deadlines(StatutoryPeriods periods, WorkingCalendar calendar) {
    this.periods = periods;
    this.calendar = calendar;
  }

  /** When responses may be due at the earliest where a project is published on this day. */
  public EarliestDeadline earliest(ProcurementMethod method, LocalDate publishedOn) {
    var reasons = new ArrayList<Reason>();
    Arrays.stream(Step.values())
        .filter(Step::beforeDeadline)
        .forEach(step -> reasons.addAll(reasons(step, method, publishedOn)));
    if (reasons.isEmpty()) {
      return new EarliestDeadline.NoPeriod();
    }
    var known = latest(reasons, publishedOn);
    return switch (unpublished(reasons)) {
      case Answer.Known<LocalDate> all ->
          new EarliestDeadline.Known(known, calendar.workingDayFrom(known), reasons);
      case Answer.Unpublished<LocalDate>(int year) ->
          new EarliestDeadline.Unpublished(year, known, reasons);
    };
  }

  /**
   * When agencies may be called at the earliest where the intention was published on this day.
   *
   * @return empty where no period is known
   */
  public Optional<LocalDate> earliestCall(ProcurementMethod method, LocalDate intendedOn) {
    var reasons = reasons(Step.INTENTION, method, intendedOn);
    return reasons.isEmpty() ? Optional.empty() : Optional.of(latest(reasons, intendedOn));
  }

  /**
   * Whether the deadline must be put off, and until when, where the procurement file is changed at
   * this moment in a way that may affect the responses.
   *
   * @param deadline the deadline as it stands, in Asia/Shanghai
   */
  public Extension amended(ProcurementMethod method, Instant amendedAt, LocalDateTime deadline) {
    var moment = LocalDateTime.ofInstant(amendedAt, WorkingCalendar.ZONE);
    if (!moment.isBefore(deadline)) {
      return new Extension.TooLate();
    }
    var reasons = reasons(Step.AMENDMENT, method, moment.toLocalDate());
    if (reasons.isEmpty()) {
      return new Extension.NoPeriod();
    }
    if (unpublished(reasons) instanceof Answer.Unpublished<LocalDate>(int year)) {
      return new Extension.Unpublished(year, reasons);
    }
    var day = latest(reasons, moment.toLocalDate());
    if (!deadline.toLocalDate().isBefore(day)) {
      return new Extension.NotNeeded(reasons);
    }
    return new Extension.Needed(
        day.atTime(deadline.toLocalTime()),
        calendar.workingDayFrom(day).map(next -> next.atTime(deadline.toLocalTime())),
        reasons);
  }

  private List<Reason> reasons(Step step, ProcurementMethod method, LocalDate begins) {
    return periods.of(step, method, begins).stream()
        .map(period -> new Reason(period, begins, period.end(begins, calendar)))
        .toList();
  }

  private static LocalDate latest(List<Reason> reasons, LocalDate atLeast) {
    var latest = atLeast;
    for (var reason : reasons) {
      if (reason.ends() instanceof Answer.Known<LocalDate>(LocalDate day) && day.isAfter(latest)) {
        latest = day;
      }
    }
    return latest;
  }

  /** The first reason that could not be counted, or any where all could. */
  private static Answer<LocalDate> unpublished(List<Reason> reasons) {
    return reasons.stream()
        .map(Reason::ends)
        .filter(Answer.Unpublished.class::isInstance)
        .findFirst()
        .orElse(reasons.getFirst().ends());
  }
}
