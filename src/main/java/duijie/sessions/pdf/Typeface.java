package duijie.sessions.pdf;

import java.awt.Shape;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of one file: how wide they are, where lines break, and which are drawn otherwise. */
final class Typeface {

  /** What compositors put for a letter that they have not. */
  private static final String GETA = "〓";

  private static final String CUT = "…";
  private static final float LEADING = 1.25f;
  private static final float STEP = 0.5f;

  private final PDFont font;
  private final CmapLookup letters;
  private final RareLetters rare;
  private final Map<Integer, Float> widths = new HashMap<>();

  private Typeface(PDFont font, CmapLookup letters, RareLetters rare) {
    this.font = font;
    this.letters = letters;
    this.rare = rare;
  }

  /** The letters for a file; what is used of them is put into it when it is saved. */
  static Typeface of(PDDocument file, ShippedFont shipped, RareLetters rare) throws IOException {
    return new Typeface(PDType0Font.load(file, shipped.font(), true), shipped.letters(), rare);
  }

  /** A text broken into lines of a size. */
  record Block(float size, List<String> lines) {

    float height() {
      return lines.size() * size * LEADING;
    }
  }

  PDFont font() {
    return font;
  }

  /** A text as it can be printed: what is invisible or steers others is left out. */
  String printable(String text) {
    var printable = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              switch (Character.getType(letter)) {
                case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    printable.append(letter == 0x3000 ? '\u3000' : ' ');
                case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
                default ->
                    printable.append(
                        has(letter) || outline(letter).isPresent()
                            ? Character.toString(letter)
                            : GETA);
              }
            });
    return printable.toString().strip();
  }

  boolean has(int letter) {
    return letters.getGlyphId(letter) != 0;
  }

  /** How a letter that the font has not looks. */
  Optional<Shape> outline(int letter) {
    return Character.getType(letter) == Character.SURROGATE
        ? Optional.empty()
        : rare.outline(letter);
  }

  /** As large as it can be set within these bounds; what has no room at the least size is cut. */
  Block fit(String text, float width, float height, float most, float least) throws IOException {
    for (float size = most; size > least; size -= STEP) {
      var block = new Block(size, lines(text, size, width));
      if (block.height() <= height) {
        return block;
      }
    }
    var lines = lines(text, least, width);
    int room = Math.max(1, (int) (height / (least * LEADING)));
    if (lines.size() <= room) {
      return new Block(least, lines);
    }
    var kept = new ArrayList<>(lines.subList(0, room));
    kept.set(room - 1, cut(kept.getLast(), least, width));
    return new Block(least, kept);
  }

  private String cut(String line, float size, float width) throws IOException {
    var shorter = line;
    while (!shorter.isEmpty() && width(shorter + CUT, size) > width) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter + CUT;
  }

  private List<String> lines(String text, float size, float width) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    var breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      var word = text.substring(from, to);
      if (width(line + word.stripTrailing(), size) <= width) {
        line.append(word);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      for (int letter : word.codePoints().toArray()) {
        if (!line.isEmpty() && width(line + Character.toString(letter), size) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.appendCodePoint(letter);
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** How wide a line is. */
  float width(String line, float size) throws IOException {
    float width = 0;
    for (int letter : line.codePoints().toArray()) {
      width += width(letter);
    }
    return width * size;
  }

  private float width(int letter) throws IOException {
    var known = widths.get(letter);
    if (known == null) {
      known = has(letter) ? font.getStringWidth(Character.toString(letter)) / 1000 : 1f;
      widths.put(letter, known);
    }
    return known;
  }
}
