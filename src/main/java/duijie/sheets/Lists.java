package duijie.sheets;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Several contents in one cell, separated by 、 ； ; , ， or line breaks. */
final class Lists {

  /** More than this in one cell is no list that a person made. */
  static final int MOST = 60;

  private static final Pattern SEPARATORS = Pattern.compile("[、；;,，\\r\\n]+");

  private Lists() {}

  /** What stands between the separators, compact and without placeholders, each once. */
  static List<String> split(String text) {
    return Stream.of(SEPARATORS.split(text))
        .map(Typed::compact)
        .filter(item -> !Typed.isPlaceholder(item))
        .distinct()
        .limit(MOST + 1L)
        .toList();
  }
}
