package duijie.sheets.poi;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Notes that appear when the pointer rests on a cell. */
final class Notes {

  private static final String AUTHOR = "对接";
  private static final int COLUMNS = 3;
  private static final int ROWS = 7;

  private final XSSFSheet sheet;

  Notes(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  void add(XSSFCell cell, String text) {
    int column = cell.getColumnIndex();
    int row = cell.getRowIndex();
    var anchor =
        new XSSFClientAnchor(0, 0, 0, 0, column + 1, row + 1, column + 1 + COLUMNS, row + 1 + ROWS);
    var note = sheet.createDrawingPatriarch().createCellComment(anchor);
    note.setString(text);
    note.setAuthor(AUTHOR);
    cell.setCellComment(note);
  }
}
