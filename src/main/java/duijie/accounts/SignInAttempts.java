package duijie.accounts;

import java.time.Instant;
import java.util.Optional;

/** Failed sign-ins, kept to slow down who guesses, and the browsers that an account is known by. */
public interface SignInAttempts {

  /**
   * Notes a try against the key, unless there were too many already. Of tries at the same time each
   * sees the others.
   *
   * @param key what is counted against: a name, an address or a device
   * @param most how many tries there may be since the given time
   * @return whether this one was let through and noted
   */
  boolean admit(String key, int most, Instant since, Instant now);

  /** Forgets the tries against the key: somebody proved who they are. */
  void forget(String key);

  /** Counts one try less against the key. */
  void takeBack(String key);

  /** Remembers that the account signed in on the browser with this token. */
  void remember(SecretToken device, Account.Id account, Instant now);

  /** Whose browser this is. */
  Optional<Account.Id> known(SecretToken device, Account.Id account);
}
