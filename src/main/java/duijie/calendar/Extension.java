package duijie.calendar;

import java.time.LocalDateTime;
import java.util.List;

/** What a change of the procurement file does to the deadline. */
public sealed interface Extension {

  /** Enough time is left: the deadline may stay. */
  record NotNeeded(List<Reason> reasons) implements Extension {}

  /**
   * The deadline must be put off.
   *
   * @param notBefore the first permitted moment, at the time of day of the old deadline
   * @param onWorkingDay the same on the first working day from then on, which is the one to choose
   */
  record Needed(LocalDateTime notBefore, Answer<LocalDateTime> onWorkingDay, List<Reason> reasons)
      implements Extension {}

  /** A period reaches into a year whose days off are not known. */
  record Unpublished(int year, List<Reason> reasons) implements Extension {}

  /** The deadline has passed: nothing can be changed any more. */
  record TooLate() implements Extension {}

  /** No period is known for this way of buying on that day. */
  record NoPeriod() implements Extension {}
}
