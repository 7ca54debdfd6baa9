package duijie.sessions.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Talks beneath one another in columns.
 *
 * @param left where the first column begins
 * @param widths of the columns
 * @param most the size of the letters where there is room
 */
record Columns(Typeface letters, float left, List<Float> widths, float most) {

  private static final float LEAST = 5;
  private static final float HEAD = 9;
  private static final float GAP = 8;
  private static final float PADDING = 4;

  /** Draws the names of the columns. Returns where the first row may begin. */
  float head(Sheet sheet, List<String> names, float top) throws IOException {
    sheet.gray(0.35f);
    float x = left;
    for (int i = 0; i < names.size(); i++) {
      sheet.text(letters.fit(names.get(i), widths.get(i) - GAP, HEAD * 2, HEAD, LEAST), x, top);
      x += widths.get(i);
    }
    sheet.gray(0).rule(left, top + HEAD + 2 * PADDING, width());
    return top + HEAD + 2 * PADDING;
  }

  /** Draws a row, each text as large as it can be within its height. */
  void row(Sheet sheet, List<String> texts, float top, float height) throws IOException {
    var blocks = new ArrayList<Typeface.Block>();
    for (int i = 0; i < texts.size(); i++) {
      var text = letters.printable(texts.get(i));
      blocks.add(letters.fit(text, widths.get(i) - GAP, height - PADDING, most, LEAST));
    }
    float x = left;
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      sheet.text(block, x, top + (height - block.height()) / 2);
      x += widths.get(i);
    }
    sheet.gray(0.75f).rule(left, top + height, width());
    sheet.gray(0);
  }

  float width() {
    float width = 0;
    for (float column : widths) {
      width += column;
    }
    return width;
  }
}
