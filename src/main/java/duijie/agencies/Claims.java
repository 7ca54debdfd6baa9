package duijie.agencies;

import duijie.accounts.Organisation;
import java.util.List;
import java.util.Optional;

/** Who claims which agency. */
public interface Claims {

  Optional<Claim> find(Organisation.Id id);

  /** Those that wait for the bureau, the oldest first. */
  List<Claim> waiting();

  /** How many {@link #waiting} has. */
  int waitingCount();

  void add(Claim claim);

  /**
   * Stores what was decided.
   *
   * @return false where it was decided already
   */
  boolean decide(Claim decided);
}
