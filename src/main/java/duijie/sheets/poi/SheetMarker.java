package duijie.sheets.poi;

import duijie.sheets.Additions;
import duijie.sheets.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Copies a sheet with its problem cells marked and the reasons at the end of each row. */
final class SheetMarker {

  private static final int REASON_WIDTH = 60;

  /** What must come after the reference to the notes (ECMA-376 part 1, 18.3.1.99). */
  private static final Set<String> AFTER_NOTES =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "AlternateContent",
          "webPublishItems",
          "tableParts",
          "extLst");

  private final XMLStreamReader in;
  private final XmlCopy copy;
  private final Marks marks;
  private final StyleMarks styles;
  private final SheetScan.@Nullable ErrorColumn errors;
  private @Nullable String newNotes;
  private String declaration = "";
  private boolean widthWritten;
  private int row;

  /**
   * Prepares a copy.
   *
   * @param newNotes the reference to the drawing of notes where the sheet had none
   */
  SheetMarker(
      XMLStreamReader in,
      Utf8Writer out,
      Marks marks,
      StyleMarks styles,
      SheetScan.@Nullable ErrorColumn errors,
      @Nullable String newNotes) {
    this.in = in;
    this.copy = new XmlCopy(in, out);
    this.marks = marks;
    this.styles = styles;
    this.errors = errors;
    this.newNotes = newNotes;
    this.widthWritten = errors == null || errors.existing();
  }

  /** Copies the whole sheet. */
  void copy() throws IOException, XMLStreamException {
    int depth = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          if (begun(depth + 1, in.getLocalName())) {
            depth++;
          }
        }
        case XMLStreamReader.END_ELEMENT -> {
          ending(depth, in.getLocalName());
          copy.end();
          depth--;
        }
        default -> copy.event();
      }
    }
  }

  /** Copies what has begun; answers false where the whole element is done with. */
  private boolean begun(int depth, String name) throws IOException, XMLStreamException {
    switch (depth) {
      case 1 -> {
        if (!SheetXml.MAIN.equals(in.getNamespaceURI())) {
          throw new UnmarkableException("no worksheet: " + in.getNamespaceURI());
        }
        var prefix = in.getPrefix();
        declaration = prefix == null || prefix.isEmpty() ? "" : " xmlns=\"" + SheetXml.MAIN + "\"";
      }
      case 2 -> {
        if (name.equals("dimension")) {
          SheetXml.skip(in);
          return false;
        }
        if (name.equals("sheetData") && !widthWritten) {
          copy.between().markup("<cols").markup(declaration).markup(">");
          width();
          copy.between().markup("</cols>");
        }
        if (AFTER_NOTES.contains(name)) {
          notes();
        }
      }
      case 3 -> {
        if (name.equals("col")) {
          widths();
          return false;
        }
        if (name.equals("row")) {
          row();
          return false;
        }
      }
      default -> {}
    }
    copy.event();
    return true;
  }

  private void ending(int depth, String name) throws IOException {
    if (depth == 2 && name.equals("cols") && !widthWritten) {
      width();
    } else if (depth == 2 && name.equals("sheetData")) {
      missingRows(Integer.MAX_VALUE);
    } else if (depth == 1) {
      notes();
    }
  }

  private void notes() throws IOException {
    if (newNotes != null) {
      var out = copy.between().markup("<legacyDrawing").markup(declaration);
      out.markup(" xmlns:notes=\"").markup(Relations.REFERENCE).markup("\" notes:id=\"");
      out.attribute(newNotes).markup("\"/>");
      newNotes = null;
    }
  }

  private void width() throws IOException {
    int column = errors == null ? 1 : errors.column() + 1;
    var out = copy.between().markup("<col").markup(declaration).markup(" min=\"").number(column);
    out.markup("\" max=\"").number(column).markup("\" width=\"").number(REASON_WIDTH);
    out.markup("\" customWidth=\"1\"/>");
    widthWritten = true;
  }

  /** Copies the width of some columns; our column is cut out of them. */
  private void widths() throws IOException, XMLStreamException {
    int from = SheetXml.number(in.getAttributeValue(null, "min"));
    int to = SheetXml.number(in.getAttributeValue(null, "max"));
    int ours = errors == null || errors.existing() ? 0 : errors.column() + 1;
    if (ours == 0 || ours > to || from > to) {
      widths(from, to);
    } else {
      if (from < ours) {
        widths(from, ours - 1);
      }
      if (!widthWritten) {
        width();
      }
      if (to > ours) {
        widths(Math.max(from, ours + 1), to);
      } else if (from > ours) {
        widths(from, to);
      }
    }
    SheetXml.skip(in);
  }

  private void widths(int from, int to) throws IOException {
    copy.start(Map.of("min", Integer.toString(from), "max", Integer.toString(to)));
    copy.end();
  }

  private void row() throws IOException, XMLStreamException {
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
