package duijie.matching.cel;

import duijie.matching.cel.Part.Kind;
import duijie.shared.FullWidth;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * A sentence as its author wrote it: plain text with expressions in braces. Doubled braces stand
 * for themselves.
 *
 * @param literals the plain text before, between and after the placeholders, one more than these
 * @param placeholders the expressions
 */
record TemplateText(List<String> literals, List<Part> placeholders) {

  private static final int MAXIMUM_PLACEHOLDERS = 20;

  static TemplateText of(Scalar scalar, FileErrors errors) {
    var literals = new ArrayList<String>();
    var placeholders = new ArrayList<Part>();
    int[] text = scalar.value().codePoints().toArray();
    mendBraces(text, scalar, errors);
    var literal = new StringBuilder();
    int at = 0;
    while (at < text.length) {
      int symbol = text[at];
      boolean doubled = at + 1 < text.length && text[at + 1] == symbol;
      if ((symbol == '{' || symbol == '}') && doubled) {
        literal.appendCodePoint(symbol);
        at += 2;
      } else if (symbol == '{') {
        int end = closing(text, at + 1);
        if (end < 0) {
          errors.add(
              scalar.place(at),
              "unclosed-placeholder",
              "“{”没有对应的“}”；要写花括号本身请写“{{”。",
              "This brace is not closed; double it to write a brace.");
          break;
        }
        var inside = new String(text, at + 1, end - at - 1);
        if (inside.isBlank()) {
          errors.add(
              scalar.place(at), "empty-placeholder", "花括号里没有内容。", "Nothing between the braces.");
        } else {
          placeholders.add(new Part(Kind.PLACEHOLDER, scalar, at + 1, inside));
          literals.add(literal.toString());
          literal.setLength(0);
        }
        at = end + 1;
      } else if (symbol == '}') {
        errors.add(
            scalar.place(at),
            "stray-brace",
            "多了一个“}”；要写花括号本身请写“}}”。",
            "A closing brace without an opening one; double it to write a brace.");
        at++;
      } else {
        literal.appendCodePoint(symbol);
        at++;
      }
    }
    literals.add(literal.toString());
    if (placeholders.size() > MAXIMUM_PLACEHOLDERS) {
      errors.add(
          scalar.start(),
          "too-many-placeholders",
          "一句话里最多" + MAXIMUM_PLACEHOLDERS + "处花括号。",
          "A sentence has at most " + MAXIMUM_PLACEHOLDERS + " placeholders.");
      return new TemplateText(List.of(""), List.of());
    }
    return new TemplateText(List.copyOf(literals), List.copyOf(placeholders));
  }

  /**
   * Refuses the braces of Chinese typing, which would be printed as they are; and goes on as if
   * they were right, so that what is inside them is checked too.
   */
  private static void mendBraces(int[] text, Scalar scalar, FileErrors errors) {
    for (int i = 0; i < text.length; i++) {
      int meant = FullWidth.meant(text[i]).orElse(0);
      if (meant == '{' || meant == '}') {
        errors.add(
            scalar.place(i),
            "full-width-sign",
            FullWidth.sentence(text[i]) + "。",
            FullWidth.english(text[i]));
        text[i] = meant;
      }
    }
  }

  /** The brace that closes a placeholder, skipping those in quotes; -1 where there is none. */
  private static int closing(int[] text, int from) {
    int quote = 0;
    for (int at = from; at < text.length; at++) {
      int symbol = text[at];
      if (quote != 0) {
        if (symbol == '\\') {
          at++;
        } else if (symbol == quote) {
          quote = 0;
        }
      } else if (symbol == '\'' || symbol == '"') {
        quote = symbol;
      } else if (symbol == '}') {
        return at;
      }
    }
    return -1;
  }
}
