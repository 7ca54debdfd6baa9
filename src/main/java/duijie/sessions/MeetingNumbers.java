package duijie.sessions;

import java.util.Collection;
import java.util.Map;

/**
 * The numbers of meetings 对接编号, by which papers name them. A meeting gets its number with the first
 * released version in which it stands; no other meeting of the session ever gets the same.
 */
public interface MeetingNumbers {

  /** The number of each meeting of a session that has one. */
  Map<MeetingKey, Integer> of(Session.Id session);

  /** Gives the next numbers, in this order, to those of these meetings that have none. */
  void assign(Session.Id session, Collection<MeetingKey> meetings);

  /** A number as papers show it, for example {@code DJ-012}. */
  static String written(int number) {
    return "DJ-%03d".formatted(number);
  }
}
