package duijie.sheets;

import java.util.List;

/**
 * What was read from a sheet.
 *
 * @param rows the rows that were taken, in order
 * @param problems every problem of every row, in the order of the sheet
 * @param extraColumns headers that the product does not know, in order
 */
public record Imported<T>(List<Row<T>> rows, List<Problem> problems, List<String> extraColumns) {

  public Imported {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    extraColumns = List.copyOf(extraColumns);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }
}
