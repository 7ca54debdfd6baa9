package duijie.shared;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The signs of Chinese typing that look like a sign of the keyboard and are none: the commonest
 * slip of people who write files that a program reads.
 */
public final class FullWidth {

  /** How far the full-width forms of Unicode lie behind the signs that they are forms of. */
  private static final int SHIFT = 0xFEE0;

  private static final Map<Integer, Integer> PUNCTUATION = punctuation();

  private FullWidth() {}

  /** The keyboard's sign that was meant; empty where the symbol is no such slip. */
  public static OptionalInt meant(int symbol) {
    @Nullable Integer meant = PUNCTUATION.get(symbol);
    return meant == null ? OptionalInt.empty() : OptionalInt.of(meant);
  }

  /** Whether the symbol is such a sign. */
  public static boolean is(int symbol) {
    return PUNCTUATION.containsKey(symbol);
  }

  /** The sign of the keyboard that this is the full-width form of; any other sign as it is. */
  public static char narrow(char sign) {
    return sign >= '!' + SHIFT && sign <= '~' + SHIFT ? (char) (sign - SHIFT) : sign;
  }

  /** What to tell the author who wrote this sign, without the full stop. */
  public static String sentence(int symbol) {
    return "这里用了中文标点“%s”，请改成英文标点“%s”".formatted(shown(symbol), shown(meant(symbol).orElse(symbol)));
  }

  /** The same in English. */
  public static String english(int symbol) {
    return "A full-width '%s' stands here; write '%s'."
        .formatted(shown(symbol), shown(meant(symbol).orElse(symbol)));
  }

  private static String shown(int symbol) {
    return switch (symbol) {
      case ' ' -> "空格";
      case 0x3000 -> "全角空格";
      default -> Character.toString(symbol);
    };
  }

  private static Map<Integer, Integer> punctuation() {
    var all =
        IntStream.rangeClosed('!', '~')
            .filter(sign -> !Character.isLetterOrDigit(sign))
            .boxed()
            .collect(Collectors.toMap(sign -> sign + SHIFT, sign -> sign));
    String typed = "，、。；：“”‘’（）【】〔〕　";
    String meant = ",,.;:\"\"''()[][] ";
    for (int i = 0; i < typed.length(); i++) {
      all.put((int) typed.charAt(i), (int) meant.charAt(i));
    }
    return Map.copyOf(all);
  }
}
