package duijie.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /**
   * Those in whose names, or whose organisation's name, this occurs; by organisation and sign-in
   * name.
   *
   * @param text blank for all
   */
  List<Account> search(String text, int skip, int limit);

  /** How many {@link #search} finds. */
  int count(String text);

  /** All organisations that have an account, by kind and name. */
  List<Organisation> organisations();

  /** The organisation of this id, whether it has accounts or not. */
  Optional<Organisation> organisation(Organisation.Id id);

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

  /** Has whoever else decides who may sign in wait until this transaction ends. */
  void lock();

  /** Shuts an account, or opens it again. */
  void state(Account.Id id, Account.State state);

  /** Calls an organisation by another name. */
  void rename(Organisation.Id id, String name);

  /** Has the account act for another organisation, which is added where it is new. */
  void attach(Account.Id id, Organisation organisation);

  /** Gives an account other roles. */
  void roles(Account.Id id, Set<Role> roles);
}
