package duijie.server;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.accounts.PasswordHashing;
import duijie.accounts.Passwords;
import duijie.accounts.Role;
import duijie.demonstration.DemonstrationPeople;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The accounts that a data folder begins with. */
@Singleton
class FirstAccounts {

  static final String ADMINISTRATOR = "admin";

  private final Accounts accounts;
  private final PasswordHashing hashing;

  FirstAccounts(Accounts accounts, PasswordHashing hashing) {
    this.accounts = accounts;
    this.hashing = hashing;
  }

  /** Adds the sign-ins of the demonstration that are not there yet. */
  void demonstration() {
    var missing =
        DemonstrationPeople.ALL.stream()
            .filter(person -> accounts.named(person.signInName()).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      var hash = hashing.hash(DemonstrationPeople.PASSWORD);
      missing.forEach(person -> accounts.add(person.account(hash)));
    }
  }

  /**
   * Adds a security administrator where there is no account at all.
   *
   * @param tell is told the one-time password before anything is stored: a start that is killed in
   *     between tells another one next time, and never leaves an account nobody can use
   */
  void administrator(Consumer<String> tell) {
    if (accounts.any()) {
      return;
    }
    var password = Passwords.oneTime();
    tell.accept(password);
    accounts.add(
        new Account(
            new Account.Id(UUID.randomUUID()),
            ADMINISTRATOR,
            "安全管理员",
            new Organisation(
                new Organisation.Id("operator"), Organisation.Kind.OPERATOR, "平台运营", null),
            Set.of(Role.SECURITY_ADMINISTRATOR),
            hashing.hash(password),
            true,
            Account.State.ACTIVE));
  }
}
