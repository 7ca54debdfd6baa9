package duijie.sessions.ical;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Method;
import biweekly.property.Status;
import duijie.sessions.CalendarFile;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;

/** Times are told in UTC, which every calendar shows in the time of its place. */
@Singleton
final class ICalendarFile implements CalendarFile {

  /** Lines are 75 bytes long at most; the library counts letters, of which one has three bytes. */
  private static final int LETTERS_PER_LINE = 75 / 3;

  @Override
  public byte[] write(String name, List<Appointment> appointments) {
    var calendar = new ICalendar();
    calendar.setProductId("-//Duijie//Duijie//ZH");
    calendar.setMethod(Method.publish());
    calendar.addExperimentalProperty("X-WR-CALNAME", name);
    appointments.forEach(appointment -> calendar.addEvent(event(appointment)));
    var bytes = new ByteArrayOutputStream();
    try (var writer = new ICalWriter(bytes, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(LETTERS_PER_LINE);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static VEvent event(Appointment appointment) {
    var event = new VEvent();
    event.setUid(appointment.uid());
    event.setSequence(appointment.sequence());
    event.setDateTimeStamp(Date.from(appointment.at()));
    event.setLastModified(Date.from(appointment.at()));
    event.setDateStart(Date.from(appointment.begins()), true);
    event.setDateEnd(Date.from(appointment.ends()), true);
    event.setSummary(appointment.title());
    event.setLocation(appointment.place());
    event.setDescription(appointment.details());
    event.setStatus(appointment.stands() ? Status.confirmed() : Status.cancelled());
    return event;
  }
}
