package duijie.sheets.poi;

import duijie.sheets.Additions;
import duijie.sheets.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Copies the rows of a sheet with its problem cells marked and the reasons at the end. */
final class RowMarker {

  /** Of the column of reasons, in characters. */
  static final int REASON_WIDTH = 60;

  private final XMLStreamReader in;
  private final XmlCopy copy;
  private final SheetMarks sheet;
  private final Marks marks;
  private final StyleMarks styles;
  private final SheetScan.@Nullable ErrorColumn errors;
  private final String declaration;
  private int row;

  /**
   * Prepares the copy of a sheet's rows.
   *
   * @param declaration what an element of ours must declare to be in the namespace of the sheet
   */
  RowMarker(
      XMLStreamReader in, XmlCopy copy, SheetMarks sheet, StyleMarks styles, String declaration) {
    this.in = in;
    this.copy = copy;
    this.sheet = sheet;
    this.marks = sheet.marks();
    this.styles = styles;
    this.errors = sheet.errors();
    this.declaration = declaration;
  }

  /** Copies the row that the reader is at. */
  void copy() throws IOException, XMLStreamException {
    int number = SheetXml.row(in, row);
    missingRows(number);
    row = number;
    var additions = additions(number);
    copy.start(rowChanges(number));
    int column = -1;
    for (int event = in.next(); event != XMLStreamReader.END_ELEMENT; event = in.next()) {
      if (event != XMLStreamReader.START_ELEMENT) {
        copy.event();
      } else if (in.getLocalName().equals("c")) {
        column = SheetXml.column(in, column);
        add(additions.headMap(column, false));
        cell(column, additions);
      } else {
        add(additions);
        subtree(Map.of());
      }
    }
    add(additions);
    copy.end();
  }

  private Map<String, String> rowChanges(int number) {
    var changes = new LinkedHashMap<String, String>();
    changes.put("spans", "");
    if (sheet.shows(number)) {
      changes.put("hidden", "");
    }
    var problems = marks.rows().get(number);
    if (problems != null && errors != null) {
      var height = in.getAttributeValue(null, "ht");
      double now =
          height != null && height.matches("\\d{1,4}(\\.\\d+)?") ? Double.parseDouble(height) : 0;
      double needed = Lines.height(Lines.of(Marks.reasons(problems), REASON_WIDTH));
      changes.put("ht", Double.toString(Math.max(now, needed)));
      changes.put("customHeight", "1");
    }
    return changes;
  }

  private void cell(int column, NavigableMap<Integer, Addition> additions)
      throws IOException, XMLStreamException {
    var addition = additions.remove(column);
    if (errors != null && column == errors.column() && (addition != null || errors.existing())) {
      if (addition != null) {
        add(column, addition);
      }
      SheetXml.skip(in);
      return;
    }
    int style = SheetXml.style(in);
    int changed = addition == null ? styles.unmarked(style) : addition.style(style);
    subtree(changed == style ? Map.of() : Map.of("s", Integer.toString(changed)));
  }

  private void subtree(Map<String, String> changes) throws IOException, XMLStreamException {
    copy.start(changes);
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      copy.event();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** Writes the rows with problems that come after the last one. */
  void finish() throws IOException {
    missingRows(Integer.MAX_VALUE);
  }

  /** Writes rows with problems that the sheet leaves out since they are empty. */
  private void missingRows(int next) throws IOException {
    for (int number : marks.rows().subMap(row, false, next, false).keySet()) {
      copy.between().markup("<row").markup(declaration).markup(" r=\"").number(number);
      copy.between().markup("\">");
      row = number;
      add(additions(number));
      copy.between().markup("</row>");
    }
  }

  /** A cell to be marked, or one of the column of reasons. */
  private sealed interface Addition {

    /** The style that goes with the style of the cell as it came. */
    int style(int origin);
  }

  private record Mark(StyleMarks styles, Problem.Severity severity) implements Addition {
    @Override
    public int style(int origin) {
      return styles.marked(origin, severity);
    }
  }

  private record Words(String text, int look) implements Addition {
    @Override
    public int style(int origin) {
      return look;
    }
  }

  private NavigableMap<Integer, Addition> additions(int number) {
    var additions = new TreeMap<Integer, Addition>();
    var problems = marks.rows().get(number);
    if (problems != null) {
      problems.forEach(
          (column, ofCell) -> additions.put(column, new Mark(styles, Marks.severity(ofCell))));
    }
    if (errors != null && number == errors.headerRow()) {
      additions.put(errors.column(), new Words(Additions.ERROR_COLUMN, errors.headerStyle()));
    } else if (errors != null && problems != null) {
      additions.put(errors.column(), new Words(Marks.reasons(problems), styles.reason()));
    }
    return additions;
  }

  private void add(NavigableMap<Integer, Addition> additions) throws IOException {
    while (!additions.isEmpty()) {
      var first = additions.pollFirstEntry();
      add(first.getKey(), first.getValue());
    }
  }

  private void add(int column, Addition addition) throws IOException {
    var out = copy.between().markup("<c").markup(declaration).markup(" r=\"");
    out.markup(CellReference.convertNumToColString(column)).number(row).markup("\" s=\"");
    out.number(addition.style(0));
    if (addition instanceof Words words) {
      out.markup("\" t=\"inlineStr\">");
      CellText.write(out, words.text());
      out.markup("</c>");
    } else {
      out.markup("\"/>");
    }
  }
}
