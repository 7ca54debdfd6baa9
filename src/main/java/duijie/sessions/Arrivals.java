package duijie.sessions;

import duijie.sessions.Absences.Party;
import java.util.List;
import java.util.Optional;

/** Who has come to sessions. */
public interface Arrivals {

  /** All of a session, the first one first. */
  List<Arrival> of(Session.Id session);

  Optional<Arrival> find(Session.Id session, Party party);

  /**
   * Notes an arrival.
   *
   * @return false where that party is known to be there already
   */
  boolean add(Arrival arrival);

  /**
   * Takes it back.
   *
   * @return false where there is none
   */
  boolean remove(Session.Id session, Party party);
}
