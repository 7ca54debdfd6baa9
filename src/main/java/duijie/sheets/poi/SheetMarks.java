package duijie.sheets.poi;

import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is to be marked.
 *
 * @param marks its problems
 * @param errors where the reasons go, if there is a place
 * @param newNotes the reference to the drawing of notes where the sheet had none
 * @param filtered whether a filter hides some of its rows
 */
record SheetMarks(
    Marks marks,
    SheetScan.@Nullable ErrorColumn errors,
    @Nullable String newNotes,
    boolean filtered) {

  /** Whether the row must be seen: it has a problem, or the filter that may hide it is cleared. */
  boolean shows(int row) {
    return marks.rows().containsKey(row) || filtered && errors != null && row > errors.headerRow();
  }

  /** The columns that must be seen, from 0. */
  NavigableSet<Integer> shownColumns() {
    var columns = new TreeSet<>(marks.columns());
    if (errors != null) {
      columns.add(errors.column());
    }
    return columns;
  }
}
