package duijie.sheets;

import duijie.shared.FullWidth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Typed text without the accidents of typing: widths, stray spaces, line breaks. */
final class Typed {

  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "", "/", "//", "\\", "-", "--", "—", "——", "_", ".", "。", "、", "无", "暂无", "没有", "不详",
          "未知", "不明", "待定", "待补充", "待填", "待核实", "未填", "空", "n/a", "na", "nil", "none", "null");

  private static final Set<String> NOT_DEMANDED =
      Set.of("不限", "无要求", "不要求", "无需", "无须", "不作要求", "没有要求", "无限制", "不限制", "暂无要求");

  private static final Set<String> DITTOS = Set.of("同上", "〃", "″", "\"", "''", "同前", "如上");

  private static final String DITTO_STARTS =
      DITTOS.stream().map(ditto -> ditto.substring(0, 1)).collect(Collectors.joining());

  private static final Pattern AT_LEAST =
      Pattern.compile(
          "^(?:不少于|不低于|不小于|不得少于|不得低于|至少|最少|最低|≥|>=|大于等于)?(.*?)"
              + "(?:\\(含\\))?(?:及以上|或以上|含以上|以上|起)?(?:\\(含\\))?$");

  private static final Pattern AT_MOST =
      Pattern.compile(
          "^(?:不超过|不高于|不多于|不得超过|不大于|最多|至多|最高|≤|<=|小于等于)?(.*?)"
              + "(?:\\(含\\))?(?:及以下|以内|以下|封顶)?(?:\\(含\\))?$");

  private static final int QUOTED = 30;

  private Typed() {}

  /** Half-width, without any white space. The same object where nothing changes. */
  static String compact(String text) {
    return fold(text, true);
  }

  /** The text without invisible characters; white space within becomes a single space. */
  static String visible(String text) {
    var visible = new StringBuilder(text.length());
    text.codePoints()
        .map(symbol -> symbol < 0x10000 && isSpace((char) symbol) ? ' ' : symbol)
        .filter(symbol -> symbol >= 0x10000 || !isInvisible((char) symbol))
        .filter(symbol -> symbol < Character.MIN_SURROGATE || symbol > Character.MAX_SURROGATE)
        .forEach(visible::appendCodePoint);
    return visible.toString().strip().replaceAll(" {2,}", " ");
  }

  /** Half-width, stripped; white space within stays a single space. */
  static String halfWidth(String text) {
    return fold(text, false).strip();
  }

  /** Compact and in lower case, to compare by. */
  static String key(String text) {
    return compact(text).toLowerCase(Locale.ROOT);
  }

  /** Whether the compact text says that nothing is known. */
  static boolean isPlaceholder(String compact) {
    return compact.length() <= 4 && PLACEHOLDERS.contains(compact.toLowerCase(Locale.ROOT));
  }

  /** Whether the compact text says that nothing is demanded. */
  static boolean isNotDemanded(String compact) {
    return isPlaceholder(compact) || NOT_DEMANDED.contains(compact);
  }

  /** Whether the text points at the cell above. */
  static boolean isDitto(String text) {
    // A plain sign at the start stays, so most texts are told apart by it.
    return text.length() <= 6
        && !text.isEmpty()
        && (!isPlain(text.charAt(0)) || DITTO_STARTS.indexOf(text.charAt(0)) >= 0)
        && DITTOS.contains(compact(text));
  }

  /** The text without "at least" around it. */
  static String withoutAtLeast(String compact) {
    return AT_LEAST.matcher(compact).replaceFirst("$1");
  }

  /** The text without "at most" around it. */
  static String withoutAtMost(String compact) {
    return AT_MOST.matcher(compact).replaceFirst("$1");
  }

  /** A text in quotation marks, cut where it is long. */
  static String quote(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    if (line.codePointCount(0, line.length()) <= QUOTED) {
      return "“" + line + "”";
    }
    return "“" + line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…”";
  }

  private static String fold(String text, boolean dropSpaces) {
    int same = 0;
    while (same < text.length() && isPlain(text.charAt(same))) {
      same++;
    }
    if (same == text.length()) {
      return text;
    }
    var folded = new StringBuilder(text.length()).append(text, 0, same);
    boolean space = false;
    for (int i = same; i < text.length(); i++) {
      char symbol = text.charAt(i);
      if (isSpace(symbol)) {
        space = !dropSpaces;
      } else if (!isInvisible(symbol)) {
        if (space) {
          folded.append(' ');
          space = false;
        }
        folded.append(FullWidth.narrow(symbol));
      }
    }
    return folded.toString();
  }

  private static boolean isPlain(char symbol) {
    return symbol > ' ' && symbol < 0x7F
        || symbol >= '一' && symbol <= '鿿'
        || symbol == '、'
        || symbol == '。';
  }

  private static boolean isSpace(char symbol) {
    return Character.isWhitespace(symbol) || Character.isSpaceChar(symbol);
  }

  private static boolean isInvisible(char symbol) {
    return symbol >= 0x200B && symbol <= 0x200F
        || symbol == 0x2060
        || symbol == 0xFEFF
        || Character.isISOControl(symbol);
  }
}
