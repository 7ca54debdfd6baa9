package duijie.sheets.poi;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Copies a sheet with its problem cells marked and the reasons at the end of each row. */
final class SheetMarker {

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

  /** Of a column that was hidden by having no width, in characters. */
  private static final int SHOWN_WIDTH = 14;

  private final XMLStreamReader in;
  private final XmlCopy copy;
  private final SheetMarks marks;
  private final StyleMarks styles;
  private final SheetScan.@Nullable ErrorColumn errors;
  private @Nullable String newNotes;
  private @Nullable RowMarker rows;
  private String declaration = "";
  private boolean widthWritten;

  SheetMarker(XMLStreamReader in, Utf8Writer out, SheetMarks marks, StyleMarks styles) {
    this.in = in;
    this.copy = new XmlCopy(in, out);
    this.marks = marks;
    this.styles = styles;
    this.errors = marks.errors();
    this.newNotes = marks.newNotes();
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
        if (name.equals("sheetPr")) {
          copy.start(Map.of("filterMode", ""));
          return true;
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
        if (name.equals("filterColumn")) {
          SheetXml.skip(in);
          return false;
        }
        if (name.equals("row")) {
          rows().copy();
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
      rows().finish();
    } else if (depth == 1) {
      notes();
    }
  }

  private RowMarker rows() {
    var current = rows;
    if (current == null) {
      current = new RowMarker(in, copy, marks, styles, declaration);
      rows = current;
    }
    return current;
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
    out.markup("\" max=\"").number(column).markup("\" width=\"").number(RowMarker.REASON_WIDTH);
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

  /** The same for columns without ours among them; those to be seen are no longer hidden. */
  private void widths(int from, int to) throws IOException {
    int next = from;
    if (SheetXml.isTrue(in.getAttributeValue(null, "hidden"))) {
      for (int shown : marks.shownColumns()) {
        int column = shown + 1;
        if (next <= column && column <= to) {
          if (next < column) {
            copyWidth(next, column - 1, false);
          }
          copyWidth(column, column, true);
          next = column + 1;
        }
      }
    }
    if (next <= to || next == from) {
      copyWidth(next, to, false);
    }
  }

  private void copyWidth(int from, int to, boolean shown) throws IOException {
    var changes = new LinkedHashMap<String, String>();
    changes.put("min", Integer.toString(from));
    changes.put("max", Integer.toString(to));
    if (shown) {
      changes.put("hidden", "");
      var width = in.getAttributeValue(null, "width");
      if (width == null || width.matches("0(\\.0*)?")) {
        changes.put("width", Integer.toString(SHOWN_WIDTH));
        changes.put("customWidth", "1");
      }
    }
    copy.start(changes);
    copy.end();
  }
}
