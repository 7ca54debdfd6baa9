package duijie.accounts;

import java.time.Instant;
import java.util.Optional;

/** Who is signed in where. */
public interface SignIns {

  /**
   * Somebody signed in on one browser.
   *
   * @param account as it is now
   * @param since when they signed in
   * @param lastSeen when the browser last asked for something
   */
  record SignIn(Account account, Instant since, Instant lastSeen) {}

  /** Notes that the browser with this token is signed in. */
  void begin(SecretToken token, Account.Id account, Instant now, String address);

  /** Who holds this token; empty where nobody does or the account is disabled. */
  Optional<SignIn> find(SecretToken token);

  /** Notes that the browser is there still. */
  void seen(SecretToken token, Instant now);

  void end(SecretToken token);

  /** Ends all of an account, everywhere. */
  void endAll(Account.Id account);

  /** Forgets those last seen before the one time, or begun before the other. */
  void forget(Instant lastSeenBefore, Instant begunBefore);
}
