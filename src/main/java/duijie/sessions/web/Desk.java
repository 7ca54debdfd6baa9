package duijie.sessions.web;

import duijie.sessions.MeetingKey;
import duijie.sessions.Recorder;
import duijie.sessions.Session;
import java.util.function.Predicate;

/**
 * Where somebody records what came of talks, and follows up what they left.
 *
 * @param by for whom
 * @param list the path beneath which they find their sessions
 * @param own which talks are theirs
 */
record Desk(Session session, Recorder by, String list, Predicate<MeetingKey> own) {

  /** The address of the session. */
  String path() {
    return list + "/" + session.id();
  }

  boolean organizing() {
    return by == Recorder.ORGANIZER;
  }
}
