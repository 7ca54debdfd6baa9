package duijie.imports;

import duijie.sheets.Problem;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded workbook would do, as things stand.
 *
 * @param steps its rows in order
 * @param problems what a person should look at
 * @param <T> what its rows become
 */
public record Plan<T>(List<Step<T>> steps, List<Problem> problems) {

  public Plan {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  /**
   * What a row would do.
   *
   * @param before the record as it is, or null
   * @param after the record as it would be; null for a row that is refused
   */
  public record Step<T>(Line line, @Nullable T before, @Nullable T after) {}

  /** The rows alone. */
  public List<Line> lines() {
    return steps.stream().map(Step::line).toList();
  }

  /** How many rows do what, and how many problems there are. */
  public Import.Tally tally() {
    var rows = new EnumMap<Effect, Integer>(Effect.class);
    steps.forEach(step -> rows.merge(step.line().effect(), 1, Integer::sum));
    int errors = (int) problems.stream().filter(Plan::isError).count();
    return new Import.Tally(rows, errors, problems.size() - errors);
  }

  private static boolean isError(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR;
  }
}
