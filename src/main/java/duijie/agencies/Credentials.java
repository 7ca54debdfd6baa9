package duijie.agencies;

import duijie.agencies.Credential.Revocation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The certificates that agencies handed in. */
public interface Credentials {

  Optional<Credential> find(Credential.Id id);

  /** All that the agency ever handed in, those it took away too, in the order of handing in. */
  List<Credential> of(Agency.Id agency);

  /** Those that agencies hold now, not revoked, whose last day is one of these. */
  List<Credential> runningOut(LocalDate from, LocalDate to);

  void add(Credential credential);

  /** Notes that the agency took it away, unless that is noted. */
  boolean remove(Credential.Id id, Instant at);

  /**
   * Notes that the bureau does not accept it any more, unless that is noted or it was taken away.
   */
  boolean revoke(Credential.Id id, Revocation revocation);
}
