package duijie.imports;

import duijie.sheets.Problem;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Tells which rows problems are about. */
public final class PlanRows {

  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}([1-9]\\d{0,6})");

  private PlanRows() {}

  /** The row that a problem is about, if it is about one. */
  public static OptionalInt of(Problem problem) {
    var cell = problem.cell();
    var parts = CELL.matcher(cell == null ? "" : cell);
    return parts.matches() ? OptionalInt.of(Integer.parseInt(parts.group(1))) : OptionalInt.empty();
  }
}
