package duijie.sessions;

import java.time.LocalTime;

/**
 * One turn 时段: everybody talks at their table until it ends, then agencies move on.
 *
 * @param number counts the turns of the whole day from 1
 * @param block the name of the block that it belongs to
 */
public record Slot(int number, String block, LocalTime begins, LocalTime ends) {

  /** The same so many minutes later. */
  public Slot later(int minutes) {
    return new Slot(number, block, begins.plusMinutes(minutes), ends.plusMinutes(minutes));
  }

  /** For example {@code 09:00–09:08}. */
  public String time() {
    return begins + "–" + ends;
  }
}
