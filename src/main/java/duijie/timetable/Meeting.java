package duijie.timetable;

import java.math.BigDecimal;

/**
 * A talk of a project and an agency in its place.
 *
 * @param slot from 1
 * @param table from 1
 * @param value that of the pair
 */
public record Meeting(String project, String agency, int slot, int table, BigDecimal value) {

  /** The same number is the same meeting, however many zeros it was written with. */
  public Meeting {
    value = Pair.plain(value);
  }
}
