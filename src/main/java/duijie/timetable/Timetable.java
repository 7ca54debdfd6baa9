package duijie.timetable;

import java.math.BigDecimal;
import java.util.List;

/**
 * Meetings in their places, and how good that is.
 *
 * @param meetings by slot, then table
 * @param value the exact sum of their values
 * @param upperBound what no timetable for the same task can exceed
 * @param unplaced all other pairs, in the order of the task
 * @param cut whether the search was ended before its time
 */
public record Timetable(
    List<Meeting> meetings,
    BigDecimal value,
    BigDecimal upperBound,
    List<Unplaced> unplaced,
    boolean cut) {}
