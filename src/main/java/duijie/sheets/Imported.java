package duijie.sheets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a sheet.
 *
 * @param rows the rows that were taken, in order
 * @param problems every problem of every row, in the order of the sheet
 * @param extraColumns headers that the product does not know, in order
 * @param place where columns stand, or null where nothing was read
 */
public record Imported<T>(
    List<Row<T>> rows, List<Problem> problems, List<String> extraColumns, @Nullable Place place) {

  /**
   * Where the columns stand.
   *
   * @param sheet the sheet's name
   * @param column in which each row names its record, from 0
   * @param columns all of them by label, those that the product does not know by header
   */
  public record Place(String sheet, int column, Map<String, Integer> columns) {

    public Place {
      columns = Map.copyOf(columns);
    }

    /** The cell of this row in the column of this label; that of the name where there is none. */
    public String cell(int row, String label) {
      return Cell.address(row, columns.getOrDefault(label, column));
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
