package duijie.projects.cel;

import duijie.calendar.StatutoryPeriods;
import duijie.calendar.WorkingCalendar;
import duijie.projects.Draft;
import duijie.projects.DraftReading;
import duijie.projects.Lint;
import duijie.projects.LintRule;
import duijie.projects.Remark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** The lint with the rules of a file. */
final class CompiledLint implements Lint {

  private final String version;
  private final List<CompiledRule> rules;
  private final StatutoryPeriods periods;
  private final Supplier<WorkingCalendar> calendar;

  CompiledLint(
      String version,
      List<CompiledRule> rules,
      StatutoryPeriods periods,
      Supplier<WorkingCalendar> calendar) {
    this.version = version;
    this.rules = List.copyOf(rules);
    this.periods = periods;
    this.calendar = calendar;
  }

  @Override
  public List<Remark> inspect(Draft draft, LocalDate on) {
    var known = Known.of(DraftReading.of(draft, on, periods, calendar.get()));
    var inForce = rules.stream().filter(rule -> rule.rule().holds(on)).toList();
    var remarks = new ArrayList<Remark>();
    for (var clause : draft.clauses()) {
      var plain = new PlainText(clause.text());
      inForce.stream()
          .flatMap(rule -> rule.inClause(clause, plain, known).stream())
          .sorted(Comparator.comparingInt(remark -> remark.quote().start()))
          .forEach(remarks::add);
    }
    inForce.forEach(rule -> remarks.addAll(rule.inField(known)));
    remarks.sort(Comparator.comparing(Remark::severity));
    return remarks;
  }

  @Override
  public List<LintRule> rules() {
    return rules.stream().map(CompiledRule::rule).toList();
  }

  @Override
  public String version() {
    return version;
  }
}
