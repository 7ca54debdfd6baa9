package duijie.calendar;

import duijie.calendar.StatutoryPeriod.Step;
import java.time.LocalDate;
import java.util.List;

/** The statutory periods that are known; they are data, as they differ with time and place. */
public record StatutoryPeriods(List<StatutoryPeriod> all) {

  public StatutoryPeriods {
    all = List.copyOf(all);
  }

  /** Those of a step that hold for this way of buying on this day, in the order of the data. */
  public List<StatutoryPeriod> of(Step step, ProcurementMethod method, LocalDate on) {
    return all.stream()
        .filter(period -> period.step() == step && period.holds(method, on))
        .toList();
  }
}
