package duijie.imports;

import duijie.sessions.Absences.Party;
import duijie.sessions.Findings;
import duijie.sessions.MeetingKey;
import java.time.Instant;

/** What a row of a sheet that came back would store. */
sealed interface SessionChange {

  /** Somebody came. */
  record Came(Party party, Instant at) implements SessionChange {}

  /**
   * A talk came to something.
   *
   * @param version of what the organizer had recorded before; 0 for nothing
   */
  record Recorded(MeetingKey meeting, int version, Findings findings) implements SessionChange {}
}
