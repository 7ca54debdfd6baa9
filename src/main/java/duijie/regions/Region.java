package duijie.regions;

/**
 * An administrative division.
 *
 * @param code its code
 * @param name its full name, for example 旺苍县
 */
public record Region(Code code, String name) {

  public Level level() {
    return code.level();
  }

  /** The four levels, highest first. */
  public enum Level {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWN(9);

    private final int digits;

    Level(int digits) {
      this.digits = digits;
    }

    /** How many digits a code of this level has. */
    public int digits() {
      return digits;
    }
  }

  /**
   * A division's code, GB/T 2260 to the county and GB/T 10114 to the town, without trailing zeros:
   * 2, 4, 6 or 9 digits. The code of a division begins with the code of each division that it lies
   * in.
   *
   * @param value the digits, for example {@code 510821}
   */
  public record Code(String value) implements Comparable<Code> {

    public Code {
      if (!hasShape(value)) {
        throw new IllegalArgumentException("not a region code: " + value);
      }
    }

    private static boolean hasShape(String value) {
      int length = value.length();
      boolean digits = length == 2 || length == 4 || length == 6 || length == 9;
      for (int i = 0; digits && i < length; i++) {
        digits = value.charAt(i) >= '0' && value.charAt(i) <= '9';
      }
      return digits;
    }

    public Level level() {
      return switch (value.length()) {
        case 2 -> Level.PROVINCE;
        case 4 -> Level.CITY;
        case 6 -> Level.COUNTY;
        default -> Level.TOWN;
      };
    }

    /** Whether the other division is this one or lies within it. */
    public boolean covers(Code other) {
      return other.value.startsWith(value);
    }

    @Override
    public int compareTo(Code other) {
      return value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return value;
    }
  }
}
