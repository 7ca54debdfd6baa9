package duijie.sessions;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes steps of sessions for whoever holds the lock of the session, and writes them down. */
@Singleton
class Stepping {

  private final Sessions sessions;
  private final AuditTrail trail;

  Stepping(Sessions sessions, AuditTrail trail) {
    this.sessions = sessions;
    this.trail = trail;
  }

  /** Takes a step; empty where it cannot be taken from where the session stands. */
  Optional<Session> take(Session session, Step step, String deed, Caller by) {
    var after = session.move(step);
    after.ifPresent(now -> store(session, now, deed, by));
    return after;
  }

  private void store(Session before, Session now, String deed, Caller by) {
    if (!sessions.replace(now)) {
      throw new IllegalStateException("a session that was locked was changed: " + now.id());
    }
    trail.record(
        Entry.changed(
            by,
            deed,
            Organizing.subject(now.id()),
            Organizing.snapshot(before),
            Organizing.snapshot(now)));
  }
}
