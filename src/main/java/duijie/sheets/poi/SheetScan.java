package duijie.sheets.poi;

import duijie.sheets.Additions;
import duijie.sheets.ArrivalColumn;
import duijie.sheets.OutcomeColumn;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.SpreadsheetVersion;
import org.jspecify.annotations.Nullable;

/** A first look at a sheet: where its header is, and where the column of reasons goes. */
final class SheetScan {

  /** Title rows above the header are few. */
  private static final int HEADER_ROWS = 100;

  private static final int LEAST_LABELS = 2;

  /** No label is as long. */
  private static final int LONGEST_LABEL = 200;

  /** Bounds what is kept of a sheet that is all columns. */
  private static final int MOST_TOP_CELLS = 20_000;

  private static final Set<String> LABELS =
      Stream.of(
              Arrays.stream(duijie.projects.Column.values()).map(c -> c.label()),
              Arrays.stream(duijie.agencies.Column.values()).map(c -> c.label()),
              Arrays.stream(OutcomeColumn.values()).map(OutcomeColumn::label),
              Arrays.stream(ArrivalColumn.values()).map(ArrivalColumn::label))
          .flatMap(labels -> labels)
          .map(SheetScan::base)
          .collect(Collectors.toSet());

  /** A cell near the top: its text, or the number of its shared text. */
  private record Top(String text, boolean shared, int style) {}

  /**
   * The column of reasons.
   *
   * @param headerRow the header's row, from 1
   * @param column from 0
   * @param headerStyle the style of the header cell before it
   * @param existing whether it is there from an earlier round
   */
  record ErrorColumn(int headerRow, int column, int headerStyle, boolean existing) {}

  private final Map<Integer, TreeMap<Integer, Top>> top = new TreeMap<>();
  private final BitSet used = new BitSet();
  private @Nullable String legacyDrawing;
  private int topCells;
  private boolean filtered;

  private SheetScan() {}

  static SheetScan of(String part, Upload parts) throws IOException, XMLStreamException {
    var scan = new SheetScan();
    try (var in = parts.openXml(part)) {
      scan.read(SheetXml.open(in));
    }
    return scan;
  }

  /** The reference to the drawing that holds the sheet's notes, if it has one. */
  @Nullable String legacyDrawing() {
    return legacyDrawing;
  }

  /** Whether a filter chooses which rows are seen. */
  boolean filtered() {
    return filtered;
  }

  /** Where the reasons go; null where no header is found or no column is free. */
  @Nullable ErrorColumn errorColumn(@Nullable String sharedStrings, Upload parts)
      throws IOException, XMLStreamException {
    var texts = sharedStrings == null ? Map.<Integer, String>of() : shared(sharedStrings, parts);
    ErrorColumn found = null;
    long most = LEAST_LABELS - 1;
    for (var row : top.entrySet()) {
      var labels = new TreeMap<Integer, String>();
      row.getValue().forEach((column, cell) -> labels.put(column, base(text(cell, texts))));
      labels.values().removeIf(String::isEmpty);
      long known = labels.values().stream().filter(LABELS::contains).count();
      if (known > most) {
        most = known;
        found = errorColumn(row.getKey(), row.getValue(), labels);
      }
    }
    return found;
  }

  private @Nullable ErrorColumn errorColumn(
      int row, TreeMap<Integer, Top> cells, TreeMap<Integer, String> labels) {
    for (var label : labels.entrySet()) {
      if (label.getValue().equals(Additions.ERROR_COLUMN)) {
        var cell = cells.get(label.getKey());
        return new ErrorColumn(row, label.getKey(), cell == null ? 0 : cell.style(), true);
      }
    }
    int last = labels.lastKey();
    int column = used.nextClearBit(last + 1);
    var neighbour = cells.get(last);
    return column >= SpreadsheetVersion.EXCEL2007.getMaxColumns()
        ? null
        : new ErrorColumn(row, column, neighbour == null ? 0 : neighbour.style(), false);
  }

  private static String text(Top cell, Map<Integer, String> texts) {
    return cell.shared() ? texts.getOrDefault(SheetXml.number(cell.text()), "") : cell.text();
  }

  /** A header without stars, spaces and what stands in brackets. */
  private static String base(String header) {
    return header.replaceAll("[\\s\\u00a0\\u3000*＊★※]", "").replaceAll("[(（\\[].*$", "");
  }

  private void read(XMLStreamReader xml) throws XMLStreamException, UnmarkableException {
    boolean begun = false;
    int row = 0;
    int column = -1;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.DTD) {
        throw new UnmarkableException("a document type");
      }
      if (event != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      if (!begun && !SheetXml.MAIN.equals(xml.getNamespaceURI())) {
        throw new UnmarkableException("no sheet: " + xml.getNamespaceURI());
      }
      begun = true;
      switch (xml.getLocalName()) {
        case "row" -> {
          row = SheetXml.row(xml, row);
          column = -1;
        }
        case "c" -> {
          column = SheetXml.column(xml, column);
          cell(xml, row, column);
        }
        case "filterColumn" -> filtered = true;
        case "legacyDrawing" -> legacyDrawing = xml.getAttributeValue(Relations.REFERENCE, "id");
        default -> {}
      }
    }
  }

  private void cell(XMLStreamReader xml, int row, int column) throws XMLStreamException {
    boolean shared = "s".equals(xml.getAttributeValue(null, "t"));
    int style = SheetXml.style(xml);
    var text = row <= HEADER_ROWS ? new StringBuilder() : null;
    boolean inText = false;
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
        var name = xml.getLocalName();
        inText = name.equals("v") || name.equals("t");
        if (inText || name.equals("f")) {
          used.set(column);
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
        inText = false;
      } else if (inText && text != null && event == XMLStreamReader.CHARACTERS) {
        append(text, xml.getText());
      }
    }
    if (text != null && !text.isEmpty() && ++topCells <= MOST_TOP_CELLS) {
      top.computeIfAbsent(row, r -> new TreeMap<>())
          .put(column, new Top(text.toString(), shared, style));
    }
  }

  private static void append(StringBuilder label, String text) {
    label.append(text, 0, Math.min(text.length(), LONGEST_LABEL - label.length()));
  }

  /** The shared texts of the cells near the top. */
  private Map<Integer, String> shared(String part, Upload parts)
      throws IOException, XMLStreamException {
    var wanted = new TreeSet<Integer>();
    top.values().stream()
        .flatMap(cells -> cells.values().stream())
        .filter(Top::shared)
        .forEach(cell -> wanted.add(SheetXml.number(cell.text())));
    var texts = new HashMap<Integer, String>();
    try (var in = parts.openXml(part)) {
      var xml = SheetXml.open(in);
      int index = -1;
      while (!wanted.isEmpty() && index <= wanted.last() && xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          if (xml.getLocalName().equals("si")) {
            index++;
          } else if (xml.getLocalName().equals("t") && wanted.contains(index)) {
            texts.merge(index, xml.getElementText(), String::concat);
          }
        }
      }
    }
    return texts;
  }
}
