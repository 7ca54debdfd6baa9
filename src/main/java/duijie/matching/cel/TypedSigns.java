package duijie.matching.cel;

import duijie.shared.FullWidth;
import java.util.ArrayList;
import java.util.List;

/** Where an expression has signs of Chinese typing that it cannot have: outside its texts. */
final class TypedSigns {

  private TypedSigns() {}

  /**
   * Their places, in code points. Where a text begins with a quote of the keyboard and never ends,
   * the quote of Chinese typing behind it was meant to end it.
   */
  static List<Integer> in(String expression) {
    int[] symbols = expression.codePoints().toArray();
    var signs = new ArrayList<Integer>();
    int at = 0;
    while (at < symbols.length) {
      int symbol = symbols[at];
      if (symbol == '\'' || symbol == '"') {
        int end = closing(symbols, at);
        if (end < 0) {
          closingMeant(symbols, at, signs);
          return signs;
        }
        at = end;
      } else if (symbol == '/' && at + 1 < symbols.length && symbols[at + 1] == '/') {
        while (at < symbols.length && symbols[at] != '\n') {
          at++;
        }
      } else if (FullWidth.is(symbol)) {
        signs.add(at);
      }
      at++;
    }
    return signs;
  }

  private static int closing(int[] symbols, int opening) {
    for (int at = opening + 1; at < symbols.length; at++) {
      if (symbols[at] == '\\') {
        at++;
      } else if (symbols[at] == symbols[opening]) {
        return at;
      }
    }
    return -1;
  }

  private static void closingMeant(int[] symbols, int opening, List<Integer> signs) {
    for (int at = opening + 1; at < symbols.length; at++) {
      if (FullWidth.meant(symbols[at]).orElse(0) == symbols[opening]) {
        signs.add(at);
        return;
      }
    }
  }
}
