package duijie.sheets.poi;

import duijie.sheets.Cell;
import duijie.sheets.Content;
import duijie.sheets.Merge;
import duijie.sheets.ProblemCode;
import duijie.sheets.RefusedWorkbook;
import duijie.sheets.SheetRow;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet one after the other. */
final class SheetParser {

  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int MOST_MERGES = 10_000;

  /** Titles and the header are no rows of data. */
  private static final int ABOVE_DATA = 30;

  private final Values values;
  private final Allowance allowance;
  private final List<Merge> merges = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final CellHead head = new CellHead();
  private int filledRows;

  /** Takes rows until it has enough. */
  @FunctionalInterface
  interface Rows {

    /** Whether more rows are wanted. */
    boolean accept(SheetRow row) throws RefusedWorkbook;
  }

  SheetParser(Values values, Allowance allowance) {
    this.values = values;
    this.allowance = allowance;
  }

  /** Hands over every row with a filled cell, then knows the merged blocks. */
  void read(Xml xml, Rows rows) throws RefusedWorkbook {
    int number = 0;
    for (int event = xml.next(); event != Xml.FINISHED; event = xml.next()) {
      if (event != Xml.START) {
        continue;
      }
      if (xml.name().equals("row")) {
        number = rowNumber(xml.attribute("r"), number + 1);
        var cells = cells(xml);
        if (!cells.isEmpty() && !rows.accept(counted(new SheetRow(number, cells)))) {
          return;
        }
      } else if (xml.name().equals("mergeCell")) {
        merge(xml.attribute("ref"));
      }
    }
  }

  /** The merged blocks of several rows, after reading; at most ten thousand. */
  List<Merge> merges() {
    return merges;
  }

  private SheetRow counted(SheetRow row) throws RefusedWorkbook {
    if (++filledRows > allowance.limits().rows() + ABOVE_DATA) {
      throw new RefusedWorkbook(
          ProblemCode.TOO_MANY_ROWS,
          "表中有内容的行超过 " + allowance.limits().rows() + " 行。请拆分成几个文件后分别导入。");
    }
    return row;
  }

  private List<Cell> cells(Xml xml) throws RefusedWorkbook {
    var cells = new ArrayList<Cell>();
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == Xml.END) {
        return cells;
      }
      if (event == Xml.FINISHED) {
        throw Xml.damaged();
      }
      if (event != Xml.START) {
        continue;
      }
      if (!xml.name().equals("c")) {
        xml.skip();
        continue;
      }
      head.read(xml);
      column = column(head.column(), column + 1);
      var cell = cell(xml, column, head.type(), head.style());
      if (cell != null && cells.size() < MOST_COLUMNS) {
        cells.add(cell);
      }
    }
  }

  private @Nullable Cell cell(Xml xml, int column, String type, int style) throws RefusedWorkbook {
    boolean formula = false;
    boolean filled = false;
    text.setLength(0);
    while (true) {
      int event = xml.next();
      if (event == Xml.END) {
        break;
      }
      if (event == Xml.FINISHED) {
        throw Xml.damaged();
      }
      if (event != Xml.START) {
        continue;
      }
      switch (xml.name()) {
        case "v" -> {
          value(xml);
          filled = true;
        }
        case "is" -> {
          SharedStrings.read(xml, text);
          filled = true;
        }
        case "f" -> {
          formula = true;
          xml.skip();
        }
        default -> xml.skip();
      }
    }
    if (!filled) {
      return formula ? new Cell(column, Content.NOTHING, true) : null;
    }
    var content = values.of(type, style, text);
    return content == null ? null : new Cell(column, content, formula);
  }

  private void value(Xml xml) throws RefusedWorkbook {
    for (int event = xml.next(); event != Xml.END; event = xml.next()) {
      if (event != Xml.TEXT) {
        throw Xml.damaged();
      }
      xml.text(text, SharedStrings.LONGEST);
    }
  }

  private void merge(@Nullable String range) {
    if (range == null || merges.size() >= MOST_MERGES) {
      return;
    }
    try {
      var address = CellRangeAddress.valueOf(range);
      var merge =
          new Merge(
              address.getFirstRow() + 1,
              address.getLastRow() + 1,
              address.getFirstColumn(),
              address.getLastColumn());
      if (merge.bottom() > merge.top() && merge.top() > 0 && merge.left() >= 0) {
        merges.add(merge);
      }
    } catch (RuntimeException noRange) {
      // A block that cannot be read only leaves its lower rows empty, and those are reported.
    }
  }

  private static int rowNumber(@Nullable String declared, int next) throws RefusedWorkbook {
    int number = next;
    if (declared != null) {
      try {
        number = Integer.parseInt(declared);
      } catch (NumberFormatException notANumber) {
        throw Xml.damaged();
      }
    }
    if (number < 1 || number > MOST_ROWS) {
      throw Xml.damaged();
    }
    return number;
  }

  /** The place of a column, from 0: the declared one, else the next. */
  private static int column(int declared, int next) throws RefusedWorkbook {
    int found = declared == 0 ? next : declared - 1;
    if (found >= MOST_COLUMNS) {
      throw Xml.damaged();
    }
    return found;
  }
}
