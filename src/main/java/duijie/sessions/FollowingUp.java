package duijie.sessions;

import duijie.audit.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** Ending the follow-up of a session 回访办结: from then on its outcomes stand. */
@Singleton
public class FollowingUp {

  private final Sessions sessions;
  private final Recording recording;
  private final TalkResults results;
  private final Stepping stepping;

  FollowingUp(Sessions sessions, Recording recording, TalkResults results, Stepping stepping) {
    this.sessions = sessions;
    this.recording = recording;
    this.results = results;
    this.stepping = stepping;
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
    if (session.move(Step.FOLLOW_UP).isEmpty()) {
      return new Outcome.Refused(
          List.of("对接会结束以后，才能办结回访。现在的状态是“" + session.state().label() + "”。"));
    }
    int open = open(id);
    if (open > 0 && open != known) {
      return new Outcome.Unsure(open);
    }
    var after = stepping.take(session, Step.FOLLOW_UP, "FOLLOW_UP_SESSION", by);
    return new Outcome.Done(after.orElseThrow());
  }
}
