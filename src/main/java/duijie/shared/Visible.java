package duijie.shared;

/**
 * Whether a text shows anything. There are signs that no reader sees: of a name that consists of
 * them alone nobody can say whose it is.
 */
public final class Visible {

  private static final int BLANK_BRAILLE = 0x2800;

  private Visible() {}

  /** Whether a reader sees at least one sign of it. */
  public static boolean any(String text) {
    return text.codePoints().anyMatch(Visible::shown);
  }

  private static boolean shown(int sign) {
    return switch (Character.getType(sign)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          // Marks stand on another sign; alone they are nothing, or a dotted circle.
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> sign != BLANK_BRAILLE && !hangulFiller(sign);
    };
  }

  /** Letters by their category, and yet empty. */
  private static boolean hangulFiller(int sign) {
    return sign == 0x115f || sign == 0x1160 || sign == 0x3164 || sign == 0xffa0;
  }
}
