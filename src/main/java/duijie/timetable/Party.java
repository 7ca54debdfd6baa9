package duijie.timetable;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A project or an agency that takes part in a session.
 *
 * @param id unique among the projects, or among the agencies
 * @param maxMeetings how many meetings it takes at most
 * @param unavailable the slots, from 1, in which it is not there
 */
public record Party(String id, int maxMeetings, SortedSet<Integer> unavailable) {

  public Party {
    unavailable = new TreeSet<>(unavailable);
  }

  /** One that is there in all slots but these. */
  public static Party of(String id, int maxMeetings, Collection<Integer> unavailable) {
    return new Party(id, maxMeetings, new TreeSet<>(unavailable));
  }
}
