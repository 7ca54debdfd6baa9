package duijie.shared;

/**
 * Names of others within a sentence, where no markup can hold them apart: signs that turn the
 * direction of writing must not turn what stands beside them.
 */
public final class Isolated {

  private static final String BEGIN = "\u2068";
  private static final String END = "\u2069";

  private Isolated() {}

  /** The name as it is, held apart from its neighbours where it would turn them. */
  public static String name(String name) {
    if (name.codePoints().noneMatch(Isolated::turns)) {
      return name;
    }
    // What the name itself closes too often or leaves open must not end or outlast the isolation.
    int open = 0;
    int closedTooOften = 0;
    for (int sign : name.codePoints().toArray()) {
      if (sign >= 0x2066 && sign <= 0x2068) {
        open++;
      } else if (sign == 0x2069 && open > 0) {
        open--;
      } else if (sign == 0x2069) {
        closedTooOften++;
      }
    }
    return BEGIN.repeat(closedTooOften + 1) + name + END.repeat(open + 1);
  }

  /** Whether the sign is invisible and sets the direction of what follows. */
  public static boolean steers(int sign) {
    return sign >= 0x202a && sign <= 0x202e || sign >= 0x2066 && sign <= 0x2069;
  }

  private static boolean turns(int sign) {
    return steers(sign)
        || switch (Character.getDirectionality(sign)) {
          case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
              Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
              true;
          default -> false;
        };
  }
}
