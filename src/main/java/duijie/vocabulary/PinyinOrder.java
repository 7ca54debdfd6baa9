package duijie.vocabulary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The order in which readers look for Chinese names: by pinyin, digits and Latin letters first.
 * Given as text, so that whatever compares characters by their codes, a search engine or a
 * database, sorts alike.
 */
public final class PinyinOrder {

  private static final String CHARACTERS = "/duijie/vocabulary/pinyin-order.txt";

  /** Where ideographs begin; the ordered ones take the places from here on. */
  private static final char FIRST = '\u3400';

  private PinyinOrder() {}

  /** A text that compares with other names' by code as the name does by pinyin. */
  public static String key(String name) {
    var key = new StringBuilder(TermVocabulary.key(name));
    for (int i = 0; i < key.length(); i++) {
      char place = Places.OF[key.charAt(i)];
      if (place != 0) {
        key.setCharAt(i, place);
      }
    }
    return key.toString();
  }

  /** Read on first use. */
  private static final class Places {

    /** What takes the place of each character; 0 for one that stays. */
    static final char[] OF = read();

    private static char[] read() {
      var places = new char[Character.MAX_VALUE + 1];
      char next = FIRST;
      for (char character : characters().toCharArray()) {
        if (character != '\n') {
          places[character] = next++;
        }
      }
      return places;
    }

    private static String characters() {
      try (var in = PinyinOrder.class.getResourceAsStream(CHARACTERS)) {
        return new String(present(in).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static <T> T present(@Nullable T resource) {
      if (resource == null) {
        throw new IllegalStateException("not on the class path: " + CHARACTERS);
      }
      return resource;
    }
  }
}
