package duijie.accounts;

import duijie.accounts.AccountAdministration.Fault;
import duijie.accounts.AccountAdministration.Outcome;
import duijie.accounts.AccountAdministration.Wanted;
import duijie.audit.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An agency's administrator minds the accounts of their own agency: nobody has to ask the bureau
 * for a forgotten password. What they do is done, and written down, as by whoever minds all
 * accounts.
 */
@Singleton
public class Colleagues {

  /** Nobody whom the bureau has not seen yet fills the platform with accounts. */
  private static final int MOST = 50;

  private final Accounts accounts;
  private final AccountAdministration administration;

  Colleagues(Accounts accounts, AccountAdministration administration) {
    this.accounts = accounts;
    this.administration = administration;
  }

  /** Everybody of the organisation, by sign-in name. */
  public List<Account> of(Organisation.Id own) {
    return accounts.of(own);
  }

  /** Adds somebody to the administrator's own agency. */
  @Transactional
  public Outcome add(Account administrator, String signInName, String displayName, Caller by) {
    var organisation = administrator.organisation();
    if (accounts.of(organisation.id()).size() >= MOST) {
      return new Outcome.Refused(List.of(Fault.TOO_MANY));
    }
    return administration.add(
        new Wanted(
            signInName,
            displayName,
            organisation.id(),
            "",
            organisation.kind(),
            "",
            Set.of(Role.AGENCY)),
        by);
  }

  /**
   * Gives a colleague a one-time password.
   *
   * @return empty where there is no such colleague, or it is oneself
   */
  @Transactional
  public Optional<Outcome.Added> givePassword(Account administrator, Account.Id id, Caller by) {
    return find(administrator, id)
        .flatMap(account -> administration.givePassword(account.id(), by));
  }

  /**
   * Shuts a colleague's account, or opens it again.
   *
   * @return empty where there is no such colleague, or it is oneself
   */
  @Transactional
  public Optional<Account> set(
      Account administrator, Account.Id id, Account.State state, Caller by) {
    return find(administrator, id).flatMap(account -> administration.set(account.id(), state, by));
  }

  /** The colleague of this id; empty where there is none, or it is oneself. */
  public Optional<Account> find(Account administrator, Account.Id id) {
    return accounts
        .find(id)
        .filter(account -> !account.id().equals(administrator.id()))
        .filter(a -> a.organisation().id().equals(administrator.organisation().id()));
  }
}
