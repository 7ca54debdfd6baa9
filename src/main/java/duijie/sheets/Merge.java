package duijie.sheets;

/**
 * A block of merged cells. Excel keeps the value in the top left one only.
 *
 * @param top its first row, from 1
 * @param bottom its last row
 * @param left its first column, from 0
 * @param right its last column
 */
public record Merge(int top, int bottom, int left, int right) {

  /** As Excel names it, for example {@code B2:B4}. */
  public String address() {
    return Cell.address(top, left) + ":" + Cell.address(bottom, right);
  }
}
