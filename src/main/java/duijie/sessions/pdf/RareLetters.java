package duijie.sessions.pdf;

import jakarta.inject.Singleton;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters that the shipped font has not, of those in people's names above all: drawn as the fonts
 * of the machine have them, if any has.
 */
@Singleton
final class RareLetters {

  private static final Logger LOG = LoggerFactory.getLogger(RareLetters.class);
  private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

  private final Map<Integer, Optional<Shape>> known = new ConcurrentHashMap<>();

  /** Its outline, one unit high, from the line that letters stand on downwards. */
  Optional<Shape> outline(int letter) {
    return known.computeIfAbsent(letter, RareLetters::drawn);
  }

  private static Optional<Shape> drawn(int letter) {
    try {
      var font = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
      if (!font.canDisplay(letter)) {
        return Optional.empty();
      }
      var outline = font.createGlyphVector(PLAIN, Character.toString(letter)).getOutline();
      return outline.getBounds2D().isEmpty() ? Optional.empty() : Optional.of(outline);
    } catch (RuntimeException | LinkageError e) {
      // A machine without fonts, or without what reads them, is no reason for no paper.
      LOG.debug("no fonts on this machine", e);
      return Optional.empty();
    }
  }
}
