package duijie.sheets.poi;

import java.io.IOException;
import java.util.regex.Pattern;

/** How a text becomes the text of a cell, so that every program shows it and none runs it. */
final class CellText {

  /** The most UTF-16 units that Excel takes in a cell. */
  static final int LONGEST = 32_767;

  /** What a spreadsheet may take for the beginning of a formula where a text is typed anew. */
  private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n＝＋－＠";

  /** What SpreadsheetML reads as an escaped character (ECMA-376 part 1, 22.9.2.19). */
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private CellText() {}

  /** Whether the text needs the mark that keeps it a text when somebody edits the cell. */
  static boolean startsLikeFormula(String text) {
    return !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
  }

  /** Writes the inline string {@code <is>}, cut with an ellipsis where it is too long. */
  static void write(Utf8Writer xml, String raw) throws IOException {
    var text = fitting(raw);
    xml.markup(edged(text) ? "<is><t xml:space=\"preserve\">" : "<is><t>");
    xml.text(text.contains("_x") ? LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_") : text);
    xml.markup("</t></is>");
  }

  private static String fitting(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static boolean edged(String text) {
    return !text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ');
  }
}
