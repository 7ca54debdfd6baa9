package duijie.accounts.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Deed;
import duijie.audit.Entry;
import duijie.pages.Addresses;
import duijie.pages.RecordNames;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What accounts are called. */
@Singleton
final class AccountNames implements RecordNames {

  private final Accounts accounts;

  AccountNames(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<Named> name(Entry.Subject subject, Account who) {
    if (!subject.kind().equals("account")) {
      return Optional.empty();
    }
    boolean manages = Access.allows(who, Deed.MANAGE_ACCOUNTS, null);
    return Addresses.uuid(subject.id())
        .flatMap(id -> accounts.find(new Account.Id(id)))
        .map(account -> new Named(account.signInName(), manages ? address(account) : null));
  }

  private static String address(Account account) {
    return AccountsController.PATH + "?q=" + Addresses.encode(account.signInName());
  }
}
