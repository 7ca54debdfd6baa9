package duijie.accounts;

import duijie.accounts.MailedTokens.Purpose;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A new password for whoever forgot theirs, by a link in a mail. Whoever asks is told the same in
 * the same time, whether somebody has the name or not: what they ask is only written down, and seen
 * to afterwards. It does not matter how often somebody tried to sign in under that name.
 */
@Singleton
public class PasswordRecovery {

  /** So long a link works. */
  public static final Duration VALID = Duration.ofMinutes(30);

  /** So often one may ask for one name in a window, whoever asks. */
  public static final int PER_NAME = 3;

  /** So often one may ask from one address in a window: offices share one. */
  public static final int PER_ADDRESS = 60;

  private static final int LONGEST_NAME = 100;

  private final Accounts accounts;
  private final MailedTokens tokens;
  private final RecoveryRequests requests;
  private final RecoveryLetters letters;
  private final PasswordHashing hashing;
  private final PasswordRules rules;
  private final Revocation revocation;
  private final SignInAttempts attempts;
  private final AuditTrail trail;
  private final Clock clock;

  PasswordRecovery(
      Accounts accounts,
      MailedTokens tokens,
      RecoveryRequests requests,
      RecoveryLetters letters,
      PasswordHashing hashing,
      PasswordRules rules,
      Revocation revocation,
      SignInAttempts attempts,
      AuditTrail trail,
      Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.requests = requests;
    this.letters = letters;
    this.hashing = hashing;
    this.rules = rules;
    this.revocation = revocation;
    this.attempts = attempts;
    this.trail = trail;
    this.clock = clock;
  }

  /** Whether links can be mailed at all. */
  public boolean possible() {
    return letters.possible();
  }

  /**
   * Somebody says that they forgot the password of this name.
   *
   * @param address where they ask from
   * @return false where there were too many; later again
   */
  public boolean ask(String typed, String address, Caller from) {
    var now = clock.instant();
    var since = now.minus(Throttle.WINDOW);
    var name = Account.folded(typed);
    if (name.length() > LONGEST_NAME) {
      return true;
    }
    if (!attempts.admit("recover from " + address, PER_ADDRESS, since, now)
        || !attempts.admit("recover " + name, PER_NAME, since, now)) {
      return false;
    }
    requests.add(new RecoveryRequests.Request(name, from, now));
    return true;
  }

  /**
   * Sees to the oldest of those who asked.
   *
   * @return false where nobody waits
   */
  @Transactional
  public boolean seeToNext() {
    var request = requests.take();
    request
        .filter(asked -> clock.instant().isBefore(asked.at().plus(VALID)))
        .flatMap(asked -> accounts.named(asked.signInName()))
        .filter(account -> account.state() == Account.State.ACTIVE)
        .ifPresent(account -> send(account, request.get().from()));
    return request.isPresent();
  }

  private void send(Account account, Caller from) {
    letters.send(account, clock.instant().plus(VALID));
    trail.record(Entry.done(from, "ASK_FOR_PASSWORD", account.subject()));
  }

  /** Whose link this is; empty where it is worth nothing. */
  public Optional<Account> holder(SecretToken token) {
    return tokens
        .find(token, Purpose.PASSWORD, clock.instant())
        .flatMap(holder -> accounts.find(holder.account()))
        .filter(account -> account.state() == Account.State.ACTIVE);
  }

  /** What comes of choosing a password. */
  public sealed interface Outcome {

    /** It is theirs. */
    record Chosen() implements Outcome {}

    /** It will not do, for all these reasons; the link works still. */
    record Faulty(List<PasswordRules.Fault> faults) implements Outcome {}

    /** The link is worth nothing, or nothing any more. */
    record Gone() implements Outcome {}
  }

  /**
   * Sets the password that whoever holds the link chose, and ends all sign-ins and tokens of the
   * account.
   *
   * @param device the browser, which the account is known by from now on: wrong tries elsewhere do
   *     not keep it from signing in
   * @param from where the link was followed
   */
  @Transactional
  public Outcome choose(SecretToken token, String password, SecretToken device, Caller from) {
    var found = holder(token);
    if (found.isEmpty()) {
      return new Outcome.Gone();
    }
    var account = found.get();
    var faults = rules.faults(password, account);
    if (!faults.isEmpty()) {
      return new Outcome.Faulty(faults);
    }
    var now = clock.instant();
    if (tokens.use(token, Purpose.PASSWORD, now).isEmpty()) {
      return new Outcome.Gone();
    }
    var by = new Caller(account.actor(), from.address(), from.userAgent());
    accounts.password(account.id(), hashing.hash(password), false);
    revocation.of(account.id(), by);
    attempts.remember(device, account.id(), now);
    trail.record(Entry.done(by, "RESET_PASSWORD", account.subject()));
    return new Outcome.Chosen();
  }
}
