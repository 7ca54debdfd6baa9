package duijie.projects.cel;

import duijie.projects.Remark.Quote;

/**
 * A clause in one way of writing, so that patterns need not know every other: without blanks, with
 * the punctuation of Chinese typing and the digits and letters of the keyboard, a line break being
 * the end of a sentence. It still knows where each sign stood.
 */
final class PlainText {

  private static final String TYPED = ",;:()!?\r\n";
  private static final String MEANT = "，；：（）！？。。";

  private final String original;
  private final StringBuilder text = new StringBuilder();
  private final int[] origins;

  PlainText(String original) {
    this.original = original;
    this.origins = new int[original.length()];
    for (int i = 0; i < original.length(); i++) {
      add(i);
    }
  }

  /** The text to be searched. */
  String text() {
    return text.toString();
  }

  /** What was originally written between two places of the plain text. */
  Quote quote(int start, int end) {
    int from = origins[start];
    int to = origins[end - 1] + 1;
    return new Quote(original.substring(from, to), from, to);
  }

  private void add(int i) {
    char sign = original.charAt(i);
    boolean lineBreak = sign == '\n' || sign == '\r';
    boolean blank = Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    boolean invisible = Character.getType(sign) == Character.FORMAT;
    boolean groups = (sign == ',' || sign == '，') && digit(i - 1) && digit(i + 1);
    if (invisible || groups || blank && !lineBreak) {
      return;
    }
    origins[text.length()] = i;
    text.append(plain(sign));
  }

  private boolean digit(int i) {
    return i >= 0 && i < original.length() && Character.isDigit(original.charAt(i));
  }

  private static char plain(char sign) {
    int typed = TYPED.indexOf(sign);
    if (typed >= 0) {
      return MEANT.charAt(typed);
    }
    char narrow = duijie.shared.FullWidth.narrow(sign);
    return Character.isLetterOrDigit(narrow) || narrow == '%' ? narrow : sign;
  }
}
