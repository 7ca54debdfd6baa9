package duijie.imports;

import duijie.sheets.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a cell of an exported sheet that came back: it is compared with what is stored,
 * and both with what the export showed.
 */
enum CellMerge {
  /** Nothing is to be done: it was left as it was exported, or says what is stored. */
  SAME,
  /** Somebody typed something, and nobody changed what is stored. */
  CHANGED,
  /** Somebody emptied it; that takes nothing away. */
  CLEARED,
  /** Somebody typed something, and somebody else changed what is stored. */
  CONFLICTING;

  /**
   * Compares a cell.
   *
   * @param trace what the row remembers of its export; without it nobody knows what the export
   *     showed, and whatever differs from something stored is in conflict
   * @param cell its place among the cells that can be filled in
   * @param typed what stands in it
   * @param stored what is stored
   */
  static CellMerge of(@Nullable Trace trace, int cell, String typed, String stored) {
    if (typed.equals(stored) || trace != null && trace.saw(cell, typed)) {
      return SAME;
    }
    if (typed.isEmpty()) {
      return CLEARED;
    }
    boolean untouched = trace == null ? stored.isEmpty() : trace.saw(cell, stored);
    return untouched ? CHANGED : CONFLICTING;
  }
}
