package duijie.sessions.pdf;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** A page that is drawn on, measured in points from its upper left corner. */
final class Sheet implements AutoCloseable {

  /** How far below the top of a line its letters stand, and how thick bold ones are drawn. */
  private static final float BASE = 0.98f;

  private static final float BOLD = 0.035f;
  private static final float HAIR = 0.6f;

  private final PDPageContentStream drawing;
  private final Typeface letters;
  private final PDRectangle size;

  private Sheet(PDPageContentStream drawing, Typeface letters, PDRectangle size) {
    this.drawing = drawing;
    this.letters = letters;
    this.size = size;
  }

  static Sheet upright(PDDocument file, Typeface letters) throws IOException {
    return of(file, letters, PDRectangle.A4);
  }

  static Sheet across(PDDocument file, Typeface letters) throws IOException {
    var a4 = PDRectangle.A4;
    return of(file, letters, new PDRectangle(a4.getHeight(), a4.getWidth()));
  }

  private static Sheet of(PDDocument file, Typeface letters, PDRectangle size) throws IOException {
    var page = new PDPage(size);
    file.addPage(page);
    return new Sheet(new PDPageContentStream(file, page), letters, size);
  }

  float width() {
    return size.getWidth();
  }

  float height() {
    return size.getHeight();
  }

  /** Letters with a little more ink, or as they are. */
  Sheet bold(boolean bold) throws IOException {
    drawing.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    return this;
  }

  /** How dark what is drawn next is, from 0, black. */
  Sheet gray(float gray) throws IOException {
    drawing.setNonStrokingColor(gray);
    drawing.setStrokingColor(gray);
    return this;
  }

  /** Sets a text to the left. Returns where the next may begin. */
  float text(Typeface.Block block, float x, float top) throws IOException {
    float y = top;
    for (var line : block.lines()) {
      line(line, block.size(), x, y);
      y += block.height() / block.lines().size();
    }
    return y;
  }

  /** Sets it in the middle of a width. */
  float centred(Typeface.Block block, float x, float top, float width) throws IOException {
    float y = top;
    for (var line : block.lines()) {
      line(line, block.size(), x + (width - letters.width(line, block.size())) / 2, y);
      y += block.height() / block.lines().size();
    }
    return y;
  }

  private void line(String line, float size, float x, float top) throws IOException {
    float base = height() - top - size * BASE;
    drawing.setLineWidth(size * BOLD);
    float at = x;
    var run = new StringBuilder();
    for (int letter : line.codePoints().toArray()) {
      if (letters.has(letter)) {
        run.appendCodePoint(letter);
        continue;
      }
      at += run(run, size, at, base);
      var outline = letters.outline(letter);
      if (outline.isPresent()) {
        draw(outline.get(), size, at, base);
      }
      at += size;
    }
    run(run, size, at, base);
  }

  private float run(StringBuilder run, float size, float x, float base) throws IOException {
    if (run.isEmpty()) {
      return 0;
    }
    var text = run.toString();
    run.setLength(0);
    drawing.beginText();
    drawing.setFont(letters.font(), size);
    drawing.newLineAtOffset(x, base);
    drawing.showText(text);
    drawing.endText();
    return letters.width(text, size);
  }

  private void draw(Shape outline, float size, float x, float base) throws IOException {
    drawing.saveGraphicsState();
    drawing.transform(new Matrix(size, 0, 0, -size, x, base));
    float[] to = new float[6];
    float lastX = 0;
    float lastY = 0;
    for (var path = outline.getPathIterator(null); !path.isDone(); path.next()) {
      switch (path.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> drawing.moveTo(to[0], to[1]);
        case PathIterator.SEG_LINETO -> drawing.lineTo(to[0], to[1]);
        case PathIterator.SEG_QUADTO ->
            drawing.curveTo(
                lastX + 2 * (to[0] - lastX) / 3,
                lastY + 2 * (to[1] - lastY) / 3,
                to[2] + 2 * (to[0] - to[2]) / 3,
                to[3] + 2 * (to[1] - to[3]) / 3,
                to[2],
                to[3]);
        case PathIterator.SEG_CUBICTO -> drawing.curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
        default -> drawing.closePath();
      }
      int end =
          switch (path.currentSegment(to)) {
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> 0;
          };
      lastX = to[end];
      lastY = to[end + 1];
    }
    drawing.fill();
    drawing.restoreGraphicsState();
  }

  /** A thin line across. */
  void rule(float x, float top, float width) throws IOException {
    drawing.setLineWidth(HAIR);
    drawing.moveTo(x, height() - top);
    drawing.lineTo(x + width, height() - top);
    drawing.stroke();
  }

  /** A filled field. */
  void field(float x, float top, float width, float height) throws IOException {
    drawing.addRect(x, height() - top - height, width, height);
    drawing.fill();
  }

  /** A code of this side, black on the white of the paper. */
  void code(ByteMatrix modules, float x, float top, float side) throws IOException {
    float module = side / modules.getWidth();
    drawing.setNonStrokingColor(0f);
    for (int row = 0; row < modules.getHeight(); row++) {
      int from = 0;
      while (from < modules.getWidth()) {
        int to = from;
        while (to < modules.getWidth() && modules.get(to, row) == 1) {
          to++;
        }
        if (to > from) {
          float bottom = height() - top - (row + 1) * module;
          drawing.addRect(x + from * module, bottom, (to - from) * module, module);
        }
        from = to + 1;
      }
    }
    drawing.fill();
  }

  @Override
  public void close() throws IOException {
    drawing.close();
  }
}
