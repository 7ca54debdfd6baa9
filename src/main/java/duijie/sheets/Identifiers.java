package duijie.sheets;

import duijie.shared.Isolated;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Identifiers that people give: one line without invisible characters, short enough for an address
 * on the web and with something in it that an address keeps. Other characters may be any.
 */
final class Identifiers implements Understanding<String> {

  private static final int LONGEST = 100;

  /** Browsers take these for a folder and the one above it, however they are written. */
  private static final Set<String> FOLDERS = Set.of(".", "..");

  private static final Pattern SLASHES = Pattern.compile("[/\\\\]");

  private final Understanding<String> line = new Texts(false);

  @Override
  public Reading<String> of(Content content) {
    if (!(line.of(content) instanceof Reading.Value<String> read)) {
      return Reading.blank();
    }
    var identifier = Typed.visible(read.value());
    if (identifier.isEmpty()) {
      return Reading.blank();
    }
    if (read.value().codePoints().anyMatch(Identifiers::hidden)) {
      return unusable(identifier, "里面有看不见的控制字符");
    }
    if (SLASHES.splitAsStream(identifier).map(String::strip).anyMatch(FOLDERS::contains)) {
      return unusable(identifier, "其中一段只有点号，不能用作网页地址");
    }
    return identifier.length() > LONGEST
        ? unusable(identifier, "超过 " + LONGEST + " 个字符")
        : Reading.value(identifier);
  }

  /** What steers a terminal, or turns the direction of what stands beside it. */
  private static boolean hidden(int sign) {
    return Character.isISOControl(sign) && !Character.isWhitespace(sign) || Isolated.steers(sign);
  }

  private static Reading<String> unusable(String identifier, String why) {
    return Reading.unreadable(
        ProblemCode.UNUSABLE_ID,
        "填的是" + Typed.quote(identifier) + "，" + why + "，按没有编号处理。请改用字母、数字组成的编号，例如 2026-001。");
  }
}
