package duijie.accounts;

import java.time.Instant;

/** Sends somebody the link with which they choose a new password. */
public interface RecoveryLetters {

  /** Whether the site can send any. */
  boolean possible();

  /**
   * Sends it within the transaction, if the account has an address that it said is its own.
   *
   * @param expires of no use from then on
   */
  void send(Account account, Instant expires);
}
