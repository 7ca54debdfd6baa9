package duijie.accounts;

import java.util.List;
import java.util.Optional;

/** The accounts of a data folder. */
public interface Accounts {

  Optional<Account> find(Account.Id id);

  /**
   * The account of a sign-in name.
   *
   * @param signInName in the form of {@link Account#folded}
   */
  Optional<Account> named(String signInName);

  /** All of an organisation, by sign-in name. */
  List<Account> of(Organisation.Id organisation);

  /** Whether there is any account at all. */
  boolean any();

  /**
   * Adds an account, and its organisation where that is new.
   *
   * @return whether it was added; not where the sign-in name is taken
   */
  boolean add(Account account);

  /** Sets a password; the account may be asked to change it at the next sign-in. */
  void password(Account.Id id, String hash, boolean toChange);

  void state(Account.Id id, Account.State state);
}
