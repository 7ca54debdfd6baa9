package duijie.sheets;

/**
 * Free text as it was typed, without the white space around it.
 *
 * @param lines whether line breaks belong to it; where not they become spaces, or nothing between
 *     Chinese characters
 */
record Texts(boolean lines) implements Understanding<String> {

  @Override
  public Reading<String> of(Content content) {
    var text = clean(content.shown());
    if (text.length() <= 4 && Typed.isPlaceholder(Typed.compact(text))) {
      return Reading.blank();
    }
    return Reading.value(text);
  }

  private String clean(String typed) {
    int end = typed.length();
    while (end > 0 && isAround(typed.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && isAround(typed.charAt(start))) {
      start++;
    }
    var text = typed.substring(start, end);
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return text;
    }
    var unix = text.replace("\r\n", "\n").replace('\r', '\n');
    return lines
        ? unix
        : unix.replaceAll("(?<=\\p{IsHan})\\s*\\n\\s*(?=\\p{IsHan})", "")
            .replaceAll("\\s*\\n\\s*", " ");
  }

  private static boolean isAround(char symbol) {
    return symbol <= ' '
        || Character.isWhitespace(symbol)
        || Character.isSpaceChar(symbol)
        || symbol == 0xFEFF
        || symbol >= 0x200B && symbol <= 0x200F;
  }
}
