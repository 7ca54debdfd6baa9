package duijie.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Several contents in one cell, separated by 、 ； ; , ， or line breaks. */
final class Lists {

  /** More than this in one cell is no list that a person made. */
  static final int MOST = 60;

  private static final Pattern SEPARATORS = Pattern.compile("[、；;,，\\r\\n]+");

  private Lists() {}

  /** What stands between the separators as it was typed, without placeholders, each once. */
  static List<String> split(String text) {
    var items = new ArrayList<String>();
    var seen = new ArrayList<String>();
    for (var item : SEPARATORS.split(text)) {
      var compact = Typed.compact(item);
      if (items.size() <= MOST && !Typed.isPlaceholder(compact) && !seen.contains(compact)) {
        seen.add(compact);
        items.add(item.strip());
      }
    }
    return items;
  }
}
