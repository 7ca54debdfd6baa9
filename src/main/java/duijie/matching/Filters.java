package duijie.matching;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives filters from the rules of a book. A clause stands for one rule and is used only where the
 * book has that very rule: what a changed rule would let pass must not be dropped.
 */
final class Filters {

  /** The rules that the index can decide in part, those that drop most first. */
  static final List<FilterRule> KNOWN =
      Stream.concat(SupplyFilterRules.ALL.stream(), DemandFilterRules.ALL.stream()).toList();

  private final RuleBook book;
  private final List<FilterRule> active;

  Filters(RuleBook book) {
    this.book = book;
    var expressions =
        book.eligibility().stream()
            .collect(Collectors.toMap(Rule::id, rule -> words(rule.expression()), (a, b) -> a));
    this.active =
        KNOWN.stream()
            .filter(known -> words(known.expression()).equals(expressions.get(known.rule())))
            .toList();
  }

  /** The ids of the rules that clauses stand for. */
  Set<String> active() {
    return active.stream().map(FilterRule::rule).collect(Collectors.toUnmodifiableSet());
  }

  /** What an agency must satisfy so that no rule certainly excludes it from the project. */
  Filter agenciesFor(Project project, LocalDate asOf) {
    return filter(
        rule -> rule.ofAgencies().tests(new FilterRule.Asked<>(project, asOf, book.vocabulary())));
  }

  /** What a project must satisfy so that no rule certainly excludes the agency from it. */
  Filter projectsFor(Agency agency, LocalDate asOf) {
    return filter(
        rule -> rule.ofProjects().tests(new FilterRule.Asked<>(agency, asOf, book.vocabulary())));
  }

  private Filter filter(Function<FilterRule, Stream<List<Filter.Test>>> tests) {
    return new Filter(
        active.stream()
            .flatMap(rule -> tests.apply(rule).map(anyOf -> new Filter.Clause(rule.rule(), anyOf)))
            .toList());
  }

  private static List<String> words(String expression) {
    return List.of(expression.strip().split("\\s+"));
  }
}
