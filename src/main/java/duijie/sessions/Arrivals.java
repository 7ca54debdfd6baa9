package duijie.sessions;

import duijie.sessions.Absences.Party;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has come to sessions. */
public interface Arrivals {

  /** All of a session, the first one first. */
  List<Arrival> of(Session.Id session);

  /** The parties that have come to a session. */
  default Set<Party> there(Session.Id session) {
    return of(session).stream().map(Arrival::party).collect(Collectors.toSet());
  }

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
