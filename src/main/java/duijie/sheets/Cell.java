package duijie.sheets;

/**
 * A filled cell.
 *
 * @param column its column, from 0
 * @param content what stands in it; of a formula the value that Excel kept
 * @param formula whether a formula stands in it
 */
public record Cell(int column, Content content, boolean formula) {

  private static final int LETTERS = 26;

  /** A cell's name as Excel gives it, for example {@code F12} for row 12 and column 5. */
  public static String address(int row, int column) {
    return letters(column) + row;
  }

  /** A column's name as Excel gives it: {@code A} for 0, {@code AA} for 26. */
  public static String letters(int column) {
    var letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }
}
