package duijie.calendar;

import java.time.LocalDate;
import java.util.List;

/** When the responses to a project may be due at the earliest. */
public sealed interface EarliestDeadline {

  /**
   * It is known.
   *
   * @param day the first day that no period forbids
   * @param workingDay the first working day from then on, which is the day to choose
   * @param reasons each period with its last day
   */
  record Known(LocalDate day, Answer<LocalDate> workingDay, List<Reason> reasons)
      implements EarliestDeadline {}

  /**
   * A period reaches into a year whose days off are not known.
   *
   * @param year which year
   * @param notBefore the last day of those periods that could be counted
   * @param reasons all of them
   */
  record Unpublished(int year, LocalDate notBefore, List<Reason> reasons)
      implements EarliestDeadline {}

  /** No period is known for this way of buying on that day. */
  record NoPeriod() implements EarliestDeadline {}
}
