package duijie.sheets.poi;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A table that is to be streamed: the header in row 1, then a row for each record.
 *
 * @param name the sheet's name
 * @param columns from left to right
 * @param frozenColumns how many of them stay in view
 * @param filtered whether the header carries filter buttons
 * @param records gone through once, when the rows are written
 * @param leastHeight of a row, in points, where people are to write by hand
 * @param offered by their column, the words among which people choose
 */
record SheetPlan<T>(
    String name,
    List<SheetColumn<T>> columns,
    int frozenColumns,
    boolean filtered,
    Iterable<T> records,
    double leastHeight,
    Map<Integer, List<String>> offered)
    implements StreamedSheet {

  /** A table that nobody fills in. */
  SheetPlan(
      String name,
      List<SheetColumn<T>> columns,
      int frozenColumns,
      boolean filtered,
      Iterable<T> records) {
    this(name, columns, frozenColumns, filtered, records, 0, Map.of());
  }

  @Override
  public void arrange(XSSFSheet sheet, double[] widths, String note) {
    sheet.createFreezePane(frozenColumns, 1);
    Papers.setUp(sheet, widths, frozenColumns, note);
    offered.forEach((column, words) -> Validations.offer(sheet, column, words));
  }

  @Override
  public void write(RowWriter rows) throws IOException {
    var values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).header();
    }
    rows.header(values);
    for (var record : records) {
      for (int i = 0; i < values.length; i++) {
        values[i] = columns.get(i).value().apply(record);
      }
      rows.row(values, leastHeight);
    }
  }
}
