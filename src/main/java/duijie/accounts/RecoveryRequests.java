package duijie.accounts;

import duijie.audit.Caller;
import java.time.Instant;
import java.util.Optional;

/** Who said that they forgot their password, until that is seen to. */
public interface RecoveryRequests {

  /**
   * Somebody asked.
   *
   * @param signInName as they typed it, folded; maybe nobody's
   * @param from where they asked
   * @param at when they asked
   */
  record Request(String signInName, Caller from, Instant at) {}

  void add(Request request);

  /** Takes the oldest out; it is there again if the transaction is rolled back. */
  Optional<Request> take();
}
