package duijie.agencies;

import duijie.shared.CreditCode;
import duijie.shared.Visible;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Understands what people type into a line: in any width, with blanks that they did not mean. */
public final class Typed {

  private static final int CODE_LENGTH = 18;
  private static final int SHORTEST_NAME = 4;

  private Typed() {}

  /** Full-width letters and digits made plain, no blanks around. */
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }

  /** How many characters a reader sees as such. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * A text that is kept exactly as it was typed, but for blanks around it. One of which nobody sees
   * anything is none.
   */
  public static Read<String> text(String label, String typed, int most) {
    var text = typed.strip();
    if (!Visible.any(text)) {
      return new Read.Blank<>();
    }
    return length(text) > most
        ? new Read.Wrong<>("“%s”最多 %d 个字，现在有 %d 个字。".formatted(label, most, length(text)))
        : new Read.Value<>(text);
  }

  /** Why a name cannot be that of an agency though it can be read, if so: it is no full one. */
  static Optional<String> tooShort(String name) {
    return length(name) < SHORTEST_NAME ? Optional.of("请填登记证书上的机构全称。") : Optional.empty();
  }

  /** A credit code in any width and case, with stray blanks and hyphens. */
  static Read<CreditCode> creditCode(String typed) {
    var code = plain(typed).replaceAll("[\\s\\p{Z}–—-]", "").toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      return new Read.Blank<>();
    }
    if (code.length() != CODE_LENGTH) {
      return new Read.Wrong<>(
          "统一社会信用代码应为 %d 位，现在有 %d 位，请对照登记证书核对。".formatted(CODE_LENGTH, length(code)));
    }
    if (!CreditCode.hasShape(code)) {
      return new Read.Wrong<>("统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z，请对照登记证书核对。");
    }
    boolean right =
        CreditCode.checkDigit(code).filter(c -> c == code.charAt(CODE_LENGTH - 1)).isPresent();
    return right
        ? new Read.Value<>(new CreditCode(code))
        : new Read.Wrong<>("统一社会信用代码的校验位（最后一位）和前面对不上，可能有一位填错了，请对照登记证书逐位核对。");
  }
}
