package duijie.sessions;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Opens the intent that a talk left, and lets it follow what is recorded of the talk until somebody
 * has worked on the intent itself: from then on it lives on its own.
 */
@Singleton
class IntentOpening {

  private final Intents intents;
  private final AuditTrail trail;
  private final Clock clock;

  IntentOpening(Intents intents, AuditTrail trail, Clock clock) {
    this.intents = intents;
    this.trail = trail;
    this.clock = clock;
  }

  /** What counts of a talk is something else than before. */
  void follow(Session.Id session, MeetingKey meeting, Verdict before, Verdict now, Caller by) {
    var counts = now.counts();
    // While the two sides differ, what stood before they did stands.
    if (now.equals(before) || counts == null) {
      return;
    }
    var subject = Organizing.subject(session);
    var open = intents.find(session, meeting).orElse(null);
    if (open == null) {
      if (now.intended()) {
        var opened =
            Intent.opened(session, meeting, counts, clock.instant().truncatedTo(ChronoUnit.MICROS));
        intents.put(opened);
        trail.record(Entry.added(by, "OPEN_INTENT", subject, IntentKeeping.snapshot(opened)));
      }
    } else if (intents.notes(session, meeting).isEmpty()) {
      if (now.intended()) {
        var changed = open.with(counts, open.deal());
        intents.put(changed);
        trail.record(
            Entry.changed(
                by,
                "CHANGE_INTENT",
                subject,
                IntentKeeping.snapshot(open),
                IntentKeeping.snapshot(changed)));
      } else {
        intents.remove(session, meeting);
        trail.record(Entry.removed(by, "REMOVE_INTENT", subject, IntentKeeping.snapshot(open)));
      }
    }
  }
}
