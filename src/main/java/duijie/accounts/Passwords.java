package duijie.accounts;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Choosing a password, and giving one that holds for a single sign-in. */
@Singleton
public class Passwords {

  /** Signs that nobody takes for one another. */
  private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Accounts accounts;
  private final PasswordHashing hashing;
  private final PasswordRules rules;
  private final Revocation revocation;
  private final AuditTrail trail;

  public Passwords(
      Accounts accounts,
      PasswordHashing hashing,
      PasswordRules rules,
      Revocation revocation,
      AuditTrail trail) {
    this.accounts = accounts;
    this.hashing = hashing;
    this.rules = rules;
    this.revocation = revocation;
    this.trail = trail;
  }

  /**
   * Sets the password that somebody chose, and ends all their sign-ins and tokens.
   *
   * @return what is wrong with it; nothing where it was set
   */
  @Transactional
  public List<PasswordRules.Fault> choose(Account account, String password, Caller by) {
    var faults = rules.faults(password, account);
    if (faults.isEmpty()) {
      accounts.password(account.id(), hashing.hash(password), false);
      revocation.of(account.id(), by);
      trail.record(Entry.done(by, "CHANGE_PASSWORD", account.subject()));
    }
    return faults;
  }

  /**
   * Gives the account a password that has to be replaced at the next sign-in, and ends all its
   * sign-ins and tokens.
   *
   * @return the password, to be handed over; it is kept nowhere
   */
  public String give(Account.Id account, Caller by) {
    var password = oneTime();
    accounts.password(account, hashing.hash(password), true);
    revocation.of(account, by);
    return password;
  }

  /** A random password of 79 bits, in groups that can be read out over the telephone. */
  public static String oneTime() {
    return IntStream.range(0, GROUPS).mapToObj(group -> letters()).collect(Collectors.joining("-"));
  }

  private static String letters() {
    return IntStream.range(0, GROUP)
        .mapToObj(i -> String.valueOf(SIGNS.charAt(RANDOM.nextInt(SIGNS.length()))))
        .collect(Collectors.joining());
  }
}
