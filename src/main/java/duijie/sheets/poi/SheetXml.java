package duijie.sheets.poi;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Reading a sheet's XML from front to back, without document types and entities. */
final class SheetXml {

  /** The namespace of workbooks, sheets and styles. */
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private SheetXml() {}

  static XMLStreamReader open(InputStream in) throws XMLStreamException {
    // The JDK's own, whatever else lies on the class path.
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(in);
  }

  /** The row's number, from 1. */
  static int row(XMLStreamReader row, int previous) throws UnmarkableException {
    var text = row.getAttributeValue(null, "r");
    int number = text == null ? previous + 1 : number(text);
    if (number < 1 || number > SpreadsheetVersion.EXCEL2007.getMaxRows()) {
      throw new UnmarkableException("no row: " + text);
    }
    return number;
  }

  /** The cell's column, from 0. */
  static int column(XMLStreamReader cell, int previous) throws UnmarkableException {
    var text = cell.getAttributeValue(null, "r");
    if (text == null) {
      return previous + 1;
    }
    int letters = 0;
    while (letters < text.length() && text.charAt(letters) >= 'A' && text.charAt(letters) <= 'Z') {
      letters++;
    }
    if (letters < 1 || letters > 3) {
      throw new UnmarkableException("no cell: " + text);
    }
    return CellReference.convertColStringToIndex(text.substring(0, letters));
  }

  /** The style of a cell; the default one where it names none. */
  static int style(XMLStreamReader cell) {
    var text = cell.getAttributeValue(null, "s");
    return text == null ? 0 : Math.max(0, number(text));
  }

  /** A small whole number; -1 for anything else. */
  static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** Skips the rest of the element that was just begun. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** Whether an attribute says yes. */
  static boolean isTrue(@Nullable String value) {
    return "1".equals(value) || "true".equals(value);
  }
}
