package duijie.sheets;

import java.util.ArrayList;
import java.util.List;

/** Several contents in one cell, separated by 、 ； ; , ， or line breaks. */
final class Lists {

  /** More than this in one cell is no list that a person made. */
  static final int MOST = 60;

  private Lists() {}

  /** What stands between the separators as it was typed, without placeholders, each once. */
  static List<String> split(String text) {
    var items = new ArrayList<String>();
    var seen = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || separates(text.charAt(at))) {
        add(text.substring(start, at), items, seen);
        start = at + 1;
      }
    }
    return items;
  }

  private static void add(String item, List<String> items, List<String> seen) {
    var compact = Typed.compact(item);
    if (items.size() <= MOST && !Typed.isPlaceholder(compact) && !seen.contains(compact)) {
      seen.add(compact);
      items.add(item.strip());
    }
  }

  private static boolean separates(char symbol) {
    return switch (symbol) {
      case '、', '；', ';', ',', '，', '\r', '\n' -> true;
      default -> false;
    };
  }
}
