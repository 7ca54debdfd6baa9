package duijie.agencies;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.accounts.PasswordHashing;
import duijie.accounts.Role;
import duijie.accounts.SignInAttempts;
import duijie.agencies.RegistrationRequest.Fault;
import duijie.agencies.RegistrationRequest.Field;
import duijie.audit.Caller;
import duijie.shared.CreditCode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody registers an agency and gets an account for it. Where the bureau knows the agency
 * already they claim it instead. Until it is verified, an agency keeps nobody from registering
 * another with the same credit code.
 */
@Singleton
public final class Registration {

  /** So many registrations may come from one address in a window: offices share one. */
  public static final int PER_ADDRESS = 60;

  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** An agency in one of these is known to be what it says. */
  private static final Set<Agency.State> KNOWN =
      Set.of(Agency.State.VERIFIED, Agency.State.SUSPENDED, Agency.State.DEREGISTERED);

  private final Accounts accounts;
  private final Agencies agencies;
  private final Registrations registrations;
  private final RegistrationRules rules;
  private final SignInAttempts attempts;
  private final PasswordHashing hashing;
  private final Enrolment enrolment;
  private final Clock clock;

  Registration(
      Accounts accounts,
      Agencies agencies,
      Registrations registrations,
      RegistrationRules rules,
      SignInAttempts attempts,
      PasswordHashing hashing,
      Enrolment enrolment,
      Clock clock) {
    this.accounts = accounts;
    this.agencies = agencies;
    this.registrations = registrations;
    this.rules = rules;
    this.attempts = attempts;
    this.hashing = hashing;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /** It was taken, now or when it was sent before. */
    record Accepted(Receipt receipt) implements Outcome {}

    /** Everything that is wrong. */
    record Refused(List<Fault> faults) implements Outcome {}

    /** Too many from there; later again. */
    record Later() implements Outcome {}
  }

  /**
   * Registers an agency, or files a claim to one that is known.
   *
   * @param address where it comes from
   */
  public Outcome register(RegistrationRequest request, String address, Caller by) {
    var before = registrations.find(request.key());
    if (before.isPresent()) {
      return new Outcome.Accepted(before.get());
    }
    var code = Typed.creditCode(request.creditCode());
    var known = code instanceof Read.Value<CreditCode> read ? known(read.value()) : null;
    var faults = rules.faults(request, known);
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    var now = clock.instant();
    if (!attempts.admit("register " + address, PER_ADDRESS, now.minus(WINDOW), now)) {
      return new Outcome.Later();
    }
    var account = account(request, known);
    var receipt =
        code instanceof Read.Value<CreditCode> read
                && accounts.named(account.signInName()).isEmpty()
            ? enrolment.enrol(request, read.value(), known, account, now, by)
            : Optional.<Receipt>empty();
    // Sent twice at the same time, the second finds the name taken by the first.
    return receipt
        .or(() -> registrations.find(request.key()))
        .<Outcome>map(Outcome.Accepted::new)
        .orElseGet(Registration::taken);
  }

  private static Outcome taken() {
    return new Outcome.Refused(
        List.of(new Fault(Field.SIGN_IN_NAME, "这个登录名已经有人使用，请换一个，例如加上机构的简称。")));
  }

  /** The agency of this code that the bureau knows; a registration nobody looked at is none. */
  private @Nullable Agency known(CreditCode code) {
    return agencies.of(code).stream()
        .filter(agency -> KNOWN.contains(agency.state()))
        .findFirst()
        .orElse(null);
  }

  private Account account(RegistrationRequest request, @Nullable Agency known) {
    var id = (known == null ? "R-" : "C-") + UUID.randomUUID();
    // Who claims an agency may find that somebody minds its accounts already.
    var roles =
        known == null ? Set.of(Role.AGENCY, Role.AGENCY_ADMINISTRATOR) : Set.of(Role.AGENCY);
    return RegistrationRules.account(
        request, new Organisation.Id(id), roles, hashing.hash(request.password()));
  }
}
