package duijie.sessions;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A talk that people were told of in a released version.
 *
 * @param seat where it stands, or stood last
 * @param stands whether it does in the last version
 * @param since the version in which that changed last
 * @param at when that version was released
 */
public record ToldTalk(Release.Seat seat, boolean stands, int since, Instant at) {

  /** All of them, after these versions of a session; the first one first. */
  public static Collection<ToldTalk> after(List<Release> releases) {
    Map<MeetingKey, ToldTalk> told = new LinkedHashMap<>();
    for (var release : releases) {
      var seats = new LinkedHashMap<MeetingKey, Release.Seat>();
      release.seats().forEach(seat -> seats.put(seat.key(), seat));
      told.replaceAll(
          (key, talk) ->
              talk.stands() && !seats.containsKey(key)
                  ? new ToldTalk(talk.seat(), false, release.number(), release.at())
                  : talk);
      seats.forEach(
          (key, seat) -> {
            var before = told.get(key);
            if (before == null || !before.stands() || !before.seat().equals(seat)) {
              told.put(key, new ToldTalk(seat, true, release.number(), release.at()));
            }
          });
    }
    return told.values();
  }
}
