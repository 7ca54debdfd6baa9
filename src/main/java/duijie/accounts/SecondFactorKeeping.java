package duijie.accounts;

import duijie.accounts.OneTimeCodes.Secret;
import duijie.accounts.SecondFactors.Factor;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody switches the code beside the password on and off, and an administrator takes it off for
 * whoever lost their telephone. Who comes here has given their password again.
 */
@Singleton
public class SecondFactorKeeping {

  /** So many recovery codes there are at a time. */
  public static final int RECOVERY_CODES = 8;

  /** So long after switching on, the same page sent again is a double click. */
  private static final Duration TWICE = Duration.ofMinutes(2);

  private static final String OFFERED = "offered";

  private final SecondFactors factors;
  private final SecondStep step;
  private final OneTimeCodes codes;
  private final SignIns signIns;
  private final AccountLetters letters;
  private final AuditTrail trail;
  private final Clock clock;

  SecondFactorKeeping(
      SecondFactors factors,
      SecondStep step,
      OneTimeCodes codes,
      SignIns signIns,
      AccountLetters letters,
      AuditTrail trail,
      Clock clock) {
    this.factors = factors;
    this.step = step;
    this.codes = codes;
    this.signIns = signIns;
    this.letters = letters;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * A secret that is not in use yet.
   *
   * @param sealed for the page, which brings it back together with a code: so it is stored nowhere
   *     before somebody has shown that their telephone has it, and nobody brings one of their own
   */
  public record Offer(Secret secret, String sealed) {}

  public Offer offer(Account account) {
    var secret = codes.fresh();
    return new Offer(secret, codes.seal(account.id(), OFFERED, secret));
  }

  /** The secret that was offered; empty where it was not offered to this account. */
  public Optional<Offer> offered(Account account, String sealed) {
    return codes.open(account.id(), OFFERED, sealed).map(secret -> new Offer(secret, sealed));
  }

  /**
   * Switches it on, if the code is one of the offered secret's, and ends all sign-ins. Sent twice
   * by a double click it is on once, and the recovery codes shown last are those that hold.
   *
   * @return the recovery codes; empty where the code is wrong
   */
  @Transactional
  public Optional<List<String>> switchOn(Account account, Offer offer, String code, Caller by) {
    var now = clock.instant();
    var before = factors.lock(account.id());
    var steps = codes.steps(offer.secret(), SecondStep.plain(code), now);
    boolean same =
        before
                .flatMap(factor -> step.secret(account.id(), factor))
                .filter(offer.secret()::equals)
                .isPresent()
            && before.get().since().plus(TWICE).isAfter(now);
    if (steps.isEmpty() || (before.isPresent() && !same)) {
      return Optional.empty();
    }
    if (before.isEmpty()) {
      var sealed = step.seal(account.id(), offer.secret());
      factors.put(account.id(), new Factor(sealed, now), steps.getLast());
      trail.record(Entry.done(by, "SWITCH_ON_SECOND_FACTOR", account.subject()));
    }
    signIns.endAll(account.id());
    return Optional.of(freshCodes(account));
  }

  private List<String> freshCodes(Account account) {
    var fresh = Stream.generate(Passwords::oneTime).limit(RECOVERY_CODES).toList();
    factors.recoveryCodes(account.id(), fresh.stream().map(SecondStep::recoveryHash).toList());
    return fresh;
  }

  /** Replaces the recovery codes of an account that has the second step. */
  @Transactional
  public List<String> renewCodes(Account account, Caller by) {
    if (factors.lock(account.id()).isEmpty()) {
      return List.of();
    }
    trail.record(Entry.done(by, "RENEW_RECOVERY_CODES", account.subject()));
    return freshCodes(account);
  }

  @Transactional
  public void switchOff(Account account, Caller by) {
    if (factors.lock(account.id()).isPresent()) {
      factors.remove(account.id());
      trail.record(Entry.done(by, "SWITCH_OFF_SECOND_FACTOR", account.subject()));
    }
  }

  /** Takes it off somebody else, who is told. */
  @Transactional
  public void takeOff(Account account, Caller by) {
    if (factors.lock(account.id()).isPresent()) {
      factors.remove(account.id());
      trail.record(Entry.done(by, "TAKE_OFF_SECOND_FACTOR", account.subject()));
      letters.secondFactorTakenOff(account);
    }
  }

  public boolean on(Account account) {
    return factors.find(account.id()).isPresent();
  }

  /** Which of these accounts sign in with a code. */
  public Set<Account.Id> among(Collection<Account> accounts) {
    return factors.among(accounts.stream().map(Account::id).toList());
  }

  public int recoveryCodesLeft(Account account) {
    return factors.recoveryCodesLeft(account.id());
  }
}
