package duijie.sessions;

import duijie.agencies.Agency;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who is asked to sessions. */
public interface Guests {

  Optional<Guest> find(Session.Id session, Agency.Id agency);

  /** Everybody asked to a session, in the order in which they were. */
  List<Guest> of(Session.Id session);

  /** Where an agency is asked to, the last first. */
  List<Guest> of(Agency.Id agency);

  /** Adds those who are not asked yet. */
  void add(Collection<Guest> guests);

  /** Stores another standing. */
  void replace(Guest guest);

  /** Notes that these were reminded. */
  void reminded(Session.Id session, Collection<Agency.Id> agencies, Instant at);
}
