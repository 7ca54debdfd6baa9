package duijie.sessions;

import java.time.Instant;
import java.util.List;

/** Writes talks for the calendars on people's telephones and desks. */
public interface CalendarFile {

  /**
   * A talk in somebody's calendar 日历.
   *
   * @param uid the same in every file that tells of this talk
   * @param sequence grows whenever the talk is moved, falls away or comes back
   * @param at when people were told
   * @param stands false where it fell away
   */
  record Appointment(
      String uid,
      int sequence,
      Instant at,
      Instant begins,
      Instant ends,
      String title,
      String place,
      String details,
      boolean stands) {}

  /**
   * The file.
   *
   * @param name what the calendar is called
   */
  byte[] write(String name, List<Appointment> appointments);
}
