package duijie.sessions.pdf;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** The font that travels with the program, so that no machine needs one. Read once, when used. */
@Singleton
final class ShippedFont {

  private static final String PLACE = "/fonts/WenQuanZhengHei.ttf";

  private @Nullable TrueTypeFont font;

  /** The font; it reads its file as it is used, so that one thread at a time may. */
  synchronized TrueTypeFont font() {
    var read = font;
    if (read == null) {
      read = read();
      font = read;
    }
    return read;
  }

  private static TrueTypeFont read() {
    try (var in = ShippedFont.class.getResourceAsStream(PLACE)) {
      if (in == null) {
        throw new IllegalStateException("the font is missing from the program: " + PLACE);
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CmapLookup letters() {
    try {
      return font().getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
