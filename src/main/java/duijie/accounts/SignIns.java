package duijie.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /**
   * Notes that somebody's password was right and that their code is wanted still.
   *
   * @param device the browser that the token is worth something on; null for one that is not known
   *     by anything
   */
  void beginHalfway(
      SecretToken token, @Nullable SecretToken device, Account.Id account, Instant now);

  /** Whose password was right, if it was since this moment and in this browser. */
  Optional<Account> halfway(SecretToken token, @Nullable SecretToken device, Instant since);

  void endHalfway(SecretToken token);

  /** Ends all of an account, everywhere, those halfway included. */
  void endAll(Account.Id account);

  /** Forgets those last seen before the one time, or begun before the other. */
  void forget(Instant lastSeenBefore, Instant begunBefore);
}
