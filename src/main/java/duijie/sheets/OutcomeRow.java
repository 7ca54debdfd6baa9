package duijie.sheets;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of 意向台账 as it came back.
 *
 * @param number 对接编号 as it was typed
 * @param project what stands there; may be empty
 * @param agency what stands there; may be empty
 * @param cells what was filled in, as far as it was understood
 * @param unreadable the columns of which it was not
 * @param absent the columns that the sheet no longer has
 * @param trace what the row remembers of its export, or null where it has lost that
 */
public record OutcomeRow(
    String number,
    String project,
    String agency,
    OutcomeCells cells,
    Set<OutcomeColumn> unreadable,
    Set<OutcomeColumn> absent,
    @Nullable Trace trace) {

  public OutcomeRow {
    unreadable = Set.copyOf(unreadable);
    absent = Set.copyOf(absent);
  }
}
