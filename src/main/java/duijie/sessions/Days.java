package duijie.sessions;

/** What is kept of the days on which sessions are held. */
public interface Days {

  /** How late a session runs; on time where nothing else is stored. */
  int delayMinutes(Session.Id session);

  void delay(Session.Id session, int minutes);

  /** The secret from which all codes of a session are made; made when it is first asked for. */
  byte[] secret(Session.Id session);
}
