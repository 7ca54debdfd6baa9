package duijie.sheets.poi;

import java.io.IOException;
import java.util.List;

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
    rows.start();
    for (var column : columns) {
      rows.cell(Look.HEADER, column.header());
    }
    rows.end();
    for (var record : records) {
      rows.start();
      for (var column : columns) {
        rows.cell(column.look(), column.value().apply(record));
      }
      rows.end();
    }
    return rows.count();
  }
}
