package duijie.imports;

import duijie.sessions.MeetingKey;
import duijie.sessions.PlannedMeeting;
import duijie.sessions.Recorder;
import duijie.sessions.Session;
import duijie.sessions.TalkResult;
import duijie.sheets.SessionBook;
import duijie.sheets.SessionBook.Talk;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a session stands, for sheets of it that come back.
 *
 * @param talks those that have a number, by number as papers show it
 * @param meetings the same as they are planned
 * @param versions of what the organizer recorded
 * @param attendees who is to come
 * @param now the moment
 */
record SessionStand(
    Session session,
    Map<String, Talk> talks,
    Map<MeetingKey, PlannedMeeting> meetings,
    Map<MeetingKey, Integer> versions,
    List<SessionBook.Attendee> attendees,
    Instant now) {

  static SessionStand of(
      SessionBook book, List<PlannedMeeting> placed, List<TalkResult> results, Instant now) {
    var versions = new HashMap<MeetingKey, Integer>();
    results.stream()
        .filter(result -> result.by() == Recorder.ORGANIZER)
        .forEach(result -> versions.put(result.meeting(), result.version()));
    return new SessionStand(
        book.session(),
        book.talks().stream()
            .filter(talk -> !talk.number().isEmpty())
            .collect(Collectors.toMap(Talk::number, Function.identity())),
        placed.stream().collect(Collectors.toMap(PlannedMeeting::key, Function.identity())),
        versions,
        book.attendees(),
        now);
  }
}
