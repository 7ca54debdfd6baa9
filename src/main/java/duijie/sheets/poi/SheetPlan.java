package duijie.sheets.poi;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that is to be streamed: the header in row 1, then a row for each record.
 *
 * @param name the sheet's name
 * @param columns from left to right
 * @param frozenColumns how many of them stay in view
 * @param filtered whether the header carries filter buttons
 * @param records gone through once, when the rows are written
 */
record SheetPlan<T>(
    String name,
    List<SheetColumn<T>> columns,
    int frozenColumns,
    boolean filtered,
    Iterable<T> records) {

  /** Writes the header and the records; answers how many rows there are. */
  int write(RowWriter rows) throws IOException {
    var values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).header();
    }
    rows.header(values);
    for (var record : records) {
      for (int i = 0; i < values.length; i++) {
        values[i] = columns.get(i).value().apply(record);
      }
      rows.row(values);
    }
    return rows.count();
  }
}
