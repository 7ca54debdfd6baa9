package duijie.sheets.poi;

/**
 * How many lines a wrapped text takes. Rows need a height in the file, since LibreOffice leaves a
 * row without one a single line high. The measure is that of 宋体, half or full width; it is a little
 * generous, so that other fonts fit too.
 */
final class Lines {

  /** Points of a line at the body font's size, with the leading of the widest usual font. */
  private static final double POINTS = 14;

  private static final double PADDING = 4;

  /** The most that Excel allows. */
  private static final double HIGHEST = 409;

  /** The part of a column's width that its cells keep free at their edges. */
  private static final double EDGES = 1;

  private Lines() {}

  /** The height of a row in points. */
  static double height(int lines) {
    return Math.min(HIGHEST, lines * POINTS + PADDING);
  }

  /** The lines of a text in a column of that width in characters; at least one. */
  static int of(String text, double width) {
    double room = width - EDGES;
    if (text.length() * 2 <= room && text.indexOf('\n') < 0) {
      return 1;
    }
    int lines = 1;
    double used = 0;
    double word = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        lines++;
        used = 0;
        word = 0;
        continue;
      }
      int wide = wide(c);
      used += wide;
      word = wide == 1 && c > ' ' ? word + 1 : 0;
      if (used > room) {
        lines++;
        // A Latin word moves to the next line as a whole, unless it is longer than one.
        used = word > 1 && word <= room ? word : wide;
      }
    }
    return lines;
  }

  private static int wide(char c) {
    return c < 0x2000 || Character.isSurrogate(c) ? 1 : 2;
  }
}
