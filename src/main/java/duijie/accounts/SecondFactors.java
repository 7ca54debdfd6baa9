package duijie.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who signs in with a code beside the password. */
public interface SecondFactors {

  /**
   * That somebody does.
   *
   * @param secret sealed
   * @param since when it was switched on
   */
  record Factor(String secret, Instant since) {}

  Optional<Factor> find(Account.Id account);

  /** The same; nobody else changes it, or switches one on, before the transaction ends. */
  Optional<Factor> lock(Account.Id account);

  /** Which of these accounts have one. */
  Set<Account.Id> among(Collection<Account.Id> accounts);

  /**
   * Switches it on.
   *
   * @param step the half minute of the code that was shown for it, which is used up by that
   */
  void put(Account.Id account, Factor factor, long step);

  /**
   * Uses up the codes up to this half minute.
   *
   * @return false where that one was used up already: of two at the same time one gets true
   */
  boolean use(Account.Id account, long step);

  /** Switches it off, recovery codes and all. */
  void remove(Account.Id account);

  /** Replaces all recovery codes of the account, given by their hashes. */
  void recoveryCodes(Account.Id account, List<String> hashes);

  /** Uses up a recovery code; false where the account has no such. */
  boolean useRecoveryCode(Account.Id account, String hash);

  int recoveryCodesLeft(Account.Id account);
}
