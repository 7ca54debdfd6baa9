package duijie.vocabulary.lucene;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link BigramAnalyzer} makes of texts in common Chinese characters, letters and digits, in a
 * fraction of the time: matching reads every text that way before the first pair is scored.
 */
final class UsualText {

  private static final char FIRST = '\u4E00';

  /** The last character that the first version of the standard had. */
  private static final char LAST = '\u9FA5';

  /** A longer word is cut, which is left to the analyzer. */
  private static final int LONGEST_WORD = 255;

  /** Signs that may join the words on both their sides, which depends on what these are. */
  private static final String JOINING = "'.,:;\"";

  private static final String SEPARATING = "\u3001\u3002\u300A\u300B\u2014\u201C\u201D";

  private UsualText() {}

  /**
   * Pairs of neighbouring characters, single ones that have no neighbour, and words, in the order
   * of the text; null where the text has signs that only the analyzer knows.
   */
  static @Nullable List<String> tokens(String folded) {
    var tokens = new ArrayList<String>(folded.length());
    int length = folded.length();
    for (int at = 0; at < length; ) {
      char symbol = folded.charAt(at);
      int end;
      if (isIdeograph(symbol)) {
        end = ideographs(folded, at, tokens);
      } else if (isWord(symbol)) {
        end = word(folded, at);
        if (end - at > LONGEST_WORD || joins(folded, end)) {
          return null;
        }
        tokens.add(folded.substring(at, end));
      } else if (separates(symbol)) {
        end = at + 1;
      } else {
        return null;
      }
      at = end;
    }
    return tokens;
  }

  private static int ideographs(String text, int start, List<String> tokens) {
    int at = start + 1;
    while (at < text.length() && isIdeograph(text.charAt(at))) {
      tokens.add(text.substring(at - 1, at + 1));
      at++;
    }
    if (at == start + 1) {
      tokens.add(text.substring(start, at));
    }
    return at;
  }

  private static int word(String text, int start) {
    int at = start + 1;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether a sign after a word may join it with the next. */
  private static boolean joins(String text, int at) {
    return at + 1 < text.length()
        && JOINING.indexOf(text.charAt(at)) >= 0
        && isWord(text.charAt(at + 1));
  }

  private static boolean isIdeograph(char symbol) {
    return symbol >= FIRST && symbol <= LAST;
  }

  private static boolean isWord(char symbol) {
    return symbol >= 'a' && symbol <= 'z'
        || symbol >= '0' && symbol <= '9'
        || symbol >= 'A' && symbol <= 'Z';
  }

  /** An underscore is part of a word. */
  private static boolean separates(char symbol) {
    return symbol >= ' ' && symbol <= '~' && symbol != '_' || SEPARATING.indexOf(symbol) >= 0;
  }
}
