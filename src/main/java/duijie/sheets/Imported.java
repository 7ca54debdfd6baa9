package duijie.sheets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a sheet.
 *
 * @param rows the rows that were taken, in order
 * @param problems every problem of every row, in the order of the sheet
 * @param extraColumns headers that the product does not know, in order
 * @param place where names stand, or null where nothing was read
 */
public record Imported<T>(
    List<Row<T>> rows, List<Problem> problems, List<String> extraColumns, @Nullable Place place) {

  /**
   * The column in which each row names its record.
   *
   * @param sheet the sheet's name
   * @param column from 0
   */
  public record Place(String sheet, int column) {

    /** The cell of this row there. */
    public String cell(int row) {
      return Cell.address(row, column);
    }
  }

  public Imported {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
    extraColumns = List.copyOf(extraColumns);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
  }
}
