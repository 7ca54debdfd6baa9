package duijie.sessions;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of the talks of sessions. */
public interface TalkResults {

  /** All that was recorded of a session, by project, agency and who recorded it. */
  List<TalkResult> of(Session.Id session);

  /** What was recorded of one talk. */
  List<TalkResult> of(Session.Id session, MeetingKey meeting);

  /** Stores one in the place of what the same recorded before. */
  void put(TalkResult result);

  /** Of each talk of which something was recorded, what counts. */
  static Map<MeetingKey, Verdict> standing(Collection<TalkResult> results) {
    return results.stream()
        .collect(
            Collectors.collectingAndThen(
                Collectors.groupingBy(TalkResult::meeting, LinkedHashMap::new, Collectors.toList()),
                by -> {
                  var standing = new LinkedHashMap<MeetingKey, Verdict>();
                  by.forEach((meeting, all) -> standing.put(meeting, Verdict.of(all)));
                  return standing;
                }));
  }
}
