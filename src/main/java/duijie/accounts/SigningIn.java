package duijie.accounts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Signing in with a password, staying signed in, and signing out. */
public final class SigningIn {

  /** So long nothing may be asked for before one has to sign in again. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** So long one stays signed in at most. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** So long a right password waits for the code. */
  public static final Duration HALFWAY = Duration.ofMinutes(10);

  /** A browser's being there is noted so often at most: each page is not worth a write. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  /** Longer names and passwords are nobody's, and are not worth hashing. */
  private static final int LONGEST_NAME = 100;

  private final Accounts accounts;
  private final PasswordHashing hashing;
  private final SignIns signIns;
  private final SignInAttempts attempts;
  private final Throttle throttle;
  private final SecondStep second;
  private final Clock clock;

  public SigningIn(
      Accounts accounts,
      PasswordHashing hashing,
      SignIns signIns,
      SignInAttempts attempts,
      SecondStep second,
      Clock clock) {
    this.accounts = accounts;
    this.hashing = hashing;
    this.signIns = signIns;
    this.attempts = attempts;
    this.throttle = new Throttle(attempts);
    this.second = second;
    this.clock = clock;
  }

  /** What somebody proved who they are with. */
  public enum Way {
    PASSWORD,
    /** Beside the password. */
    CODE,
    /** In the place of a code: the telephone is gone, or somebody has found the paper. */
    RECOVERY_CODE
  }

  /** What comes of a try. */
  public sealed interface Outcome {

    /**
     * It was them.
     *
     * @param token what their browser shows from now on
     * @param device what their browser is known by from now on
     * @param way what they proved it with
     */
    record Welcome(Account account, SecretToken token, SecretToken device, Way way)
        implements Outcome {}

    /**
     * Name and password belong together, and the account asks for a code beside them. Nobody is
     * signed in yet.
     *
     * @param halfway for the page that asks for it
     */
    record CodeWanted(SecretToken halfway) implements Outcome {}

    /** The password was given too long ago, or in another browser: from the beginning. */
    record Expired() implements Outcome {}

    /** Name and password do not belong together; or the account is disabled: nobody is told. */
    record Wrong() implements Outcome {}

    /** Too many tries; later again. */
    record Later() implements Outcome {}
  }

  /**
   * Tries to sign in. How long it takes and what it answers do not depend on whether somebody has
   * the name.
   *
   * @param typed the name as it was typed
   * @param device what the browser says it is known by, or null
   * @param address where the try comes from
   */
  public Outcome signIn(
      String typed, String password, @Nullable SecretToken device, String address) {
    var now = clock.instant();
    var name = Account.folded(typed);
    if (name.length() > LONGEST_NAME || password.length() > PasswordRules.LONGEST) {
      return new Outcome.Wrong();
    }
    var account = accounts.named(name);
    var known = device == null ? null : ownDevice(account, device);
    if (!throttle.admits(name, known, address, now)) {
      return new Outcome.Later();
    }
    var hash = account.map(Account::passwordHash).orElse(null);
    if (account.isEmpty() || hash == null) {
      hashing.pretend(password);
      return new Outcome.Wrong();
    }
    boolean right = hashing.matches(password, hash);
    if (!right || account.get().state() != Account.State.ACTIVE) {
      return new Outcome.Wrong();
    }
    if (second.wanted(account.get().id())) {
      throttle.halfway(known, address);
      var halfway = SecretToken.random();
      signIns.beginHalfway(halfway, device, account.get().id(), now);
      return new Outcome.CodeWanted(halfway);
    }
    return welcome(account.get(), known, address, Way.PASSWORD);
  }

  /**
   * Goes on with a sign-in whose password was right.
   *
   * @param halfway what the page with the question carried
   * @param code as it was typed: from the telephone, or a recovery code
   */
  public Outcome signIn(
      SecretToken halfway, String code, @Nullable SecretToken device, String address) {
    var now = clock.instant();
    var found = signIns.halfway(halfway, device, now.minus(HALFWAY));
    if (found.isEmpty()) {
      return new Outcome.Expired();
    }
    var account = found.get();
    var known = device == null ? null : ownDevice(found, device);
    if (!throttle.admits(account.signInName(), known, address, now)) {
      return new Outcome.Later();
    }
    if (code.length() > PasswordRules.LONGEST || !second.accepts(account.id(), code)) {
      return new Outcome.Wrong();
    }
    signIns.endHalfway(halfway);
    return welcome(account, known, address, SecondStep.way(code));
  }

  /** Whose sign-in this is, for the audit trail. */
  public Optional<Account> halfway(SecretToken halfway, @Nullable SecretToken device) {
    return signIns.halfway(halfway, device, clock.instant().minus(HALFWAY));
  }

  private Outcome.Welcome welcome(
      Account account, @Nullable SecretToken known, String address, Way way) {
    var now = clock.instant();
    throttle.reset(account.signInName(), known, address);
    var token = SecretToken.random();
    var remembered = known == null ? SecretToken.random() : known;
    signIns.begin(token, account.id(), now, address);
    attempts.remember(remembered, account.id(), now);
    return new Outcome.Welcome(account, token, remembered, way);
  }

  private @Nullable SecretToken ownDevice(Optional<Account> account, SecretToken device) {
    return account.flatMap(a -> attempts.known(device, a.id())).isPresent() ? device : null;
  }

  /** What comes of somebody's proving once more who they are. */
  public enum Proof {
    RIGHT,
    WRONG,
    /** Too many tries; later again. */
    LATER
  }

  /** Asks somebody who has signed in for their password once more, as often as a stranger's. */
  public Proof prove(Account account, String password) {
    return prove(account, password, () -> true);
  }

  /** The same with a code beside the password, which is looked at only where that is right. */
  public Proof prove(Account account, String password, String code) {
    return prove(account, password, () -> second.accepts(account.id(), code));
  }

  private Proof prove(Account account, String password, BooleanSupplier besides) {
    if (!throttle.admitsProof(account.signInName(), clock.instant())) {
      return Proof.LATER;
    }
    var hash = account.passwordHash();
    boolean right =
        hash != null
            && password.length() <= PasswordRules.LONGEST
            && hashing.matches(password, hash)
            && besides.getAsBoolean();
    if (right) {
      throttle.resetProof(account.signInName());
    }
    return right ? Proof.RIGHT : Proof.WRONG;
  }

  /**
   * A new sign-in of somebody who has just proved again who they are: their old token is worth
   * nothing from now on.
   */
  public SecretToken anew(Account.Id account, String address) {
    var token = SecretToken.random();
    signIns.begin(token, account, clock.instant(), address);
    return token;
  }

  /** Who holds the token, if they are signed in still; notes that they are there. */
  public Optional<Account> holder(SecretToken token) {
    var now = clock.instant();
    var found = signIns.find(token);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var signIn = found.get();
    if (!now.isBefore(signIn.lastSeen().plus(IDLE))
        || !now.isBefore(signIn.since().plus(LONGEST))) {
      signIns.end(token);
      return Optional.empty();
    }
    if (now.isAfter(signIn.lastSeen().plus(NOTED))) {
      signIns.seen(token, now);
    }
    return Optional.of(signIn.account());
  }

  public void signOut(SecretToken token) {
    signIns.end(token);
  }

  /** Ends every sign-in of the account, on all browsers. */
  public void signOutEverywhere(Account.Id account) {
    signIns.endAll(account);
  }
}
