package duijie.shared;

import java.text.Normalizer;
import java.util.Locale;

/** Tells whether two spellings are one name. */
public final class SameName {

  private SameName() {}

  /** The letters and digits of a name in one width and one case; empty where it has none. */
  public static String key(String name) {
    var key = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /** Whether both name the same, but for blanks, punctuation, width and case. */
  public static boolean alike(String one, String other) {
    return key(one).equals(key(other));
  }
}
