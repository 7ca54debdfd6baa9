package duijie.sessions;

import java.util.List;

/** What is kept of the days on which sessions are held. */
public interface Days {

  /** How late a session runs; on time where nothing else is stored. */
  int delayMinutes(Session.Id session);

  void delay(Session.Id session, int minutes);

  /** The turns of a session, as late as it runs. */
  default List<Slot> slots(Session session) {
    return session.setup().slots(delayMinutes(session.id()));
  }

  /** The same by the clock. */
  default Rounds rounds(Session session) {
    return new Rounds(session.setup(), delayMinutes(session.id()));
  }

  /** The seal of a session; its secret is made when it is first asked for, and is never told. */
  Seal seal(Session.Id session);

  /** Makes of words what only this seal makes of them. */
  @FunctionalInterface
  interface Seal {

    /** At least 32 bytes, from which neither the secret nor those of other words can be told. */
    byte[] of(String words);
  }
}
