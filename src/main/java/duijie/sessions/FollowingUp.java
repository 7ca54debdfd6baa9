package duijie.sessions;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** Ending the follow-up of a session 回访办结: from then on its outcomes stand. */
@Singleton
public class FollowingUp {

  private final Sessions sessions;
  private final Recording recording;
  private final TalkResults results;
  private final AuditTrail trail;

  FollowingUp(Sessions sessions, Recording recording, TalkResults results, AuditTrail trail) {
    this.sessions = sessions;
    this.recording = recording;
    this.results = results;
    this.trail = trail;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /** It is ended. */
    record Done(Session now) implements Outcome {}

    /** So many talks have no outcome that counts; whoever knows that may end it all the same. */
    record Unsure(int open) implements Outcome {}

    /** It is not ended, for all these reasons. */
    record Refused(List<String> reasons) implements Outcome {}
  }

  /** How many talks have no outcome that counts: nothing was recorded, or both sides differ. */
  public int open(Session.Id id) {
    var standing = TalkResults.standing(results.of(id));
    return (int)
        recording.talks(id).stream()
            .filter(talk -> talk.state() != PlannedMeeting.State.NO_SHOW)
            .filter(talk -> standing.getOrDefault(talk.key(), Verdict.NONE).counts() == null)
            .count();
  }

  /**
   * Ends it.
   *
   * @param known how many talks without an outcome that counts whoever asks knows of
   */
  @Transactional
  public Outcome end(Session.Id id, int known, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    if (session.state() == Session.State.FOLLOWED_UP) {
      return new Outcome.Done(session);
    }
    var after = session.move(Step.FOLLOW_UP);
    if (after.isEmpty()) {
      return new Outcome.Refused(
          List.of("对接会结束以后，才能办结回访。现在的状态是“" + session.state().label() + "”。"));
    }
    int open = open(id);
    if (open > 0 && open != known) {
      return new Outcome.Unsure(open);
    }
    if (!sessions.replace(after.get())) {
      throw new IllegalStateException("a session that was locked was changed: " + id);
    }
    trail.record(
        Entry.changed(
            by,
            "FOLLOW_UP_SESSION",
            Organizing.subject(id),
            Organizing.snapshot(session),
            Organizing.snapshot(after.get())));
    return new Outcome.Done(after.get());
  }
}
