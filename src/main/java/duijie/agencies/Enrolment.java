package duijie.agencies;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.messages.Correspondence;
import duijie.messages.MailAddress;
import duijie.shared.CreditCode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores a registration: the account, the new agency or the claim, and the receipt, or nothing. */
@Singleton
class Enrolment {

  private final Accounts accounts;
  private final Agencies agencies;
  private final Claims claims;
  private final Registrations registrations;
  private final Correspondence correspondence;
  private final AuditTrail trail;
  private final Clock clock;

  Enrolment(
      Accounts accounts,
      Agencies agencies,
      Claims claims,
      Registrations registrations,
      Correspondence correspondence,
      AuditTrail trail,
      Clock clock) {
    this.accounts = accounts;
    this.agencies = agencies;
    this.claims = claims;
    this.registrations = registrations;
    this.correspondence = correspondence;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Stores it.
   *
   * @param known the agency that is claimed, or null for a new one
   * @return empty where the sign-in name is taken by now
   */
  @Transactional
  Optional<Receipt> enrol(
      RegistrationRequest request,
      CreditCode code,
      @Nullable Agency known,
      Account account,
      Instant now,
      Caller by) {
    if (!accounts.add(account)) {
      return Optional.empty();
    }
    var receipt =
        new Receipt(
            request.key(),
            registrations.number(LocalDate.ofInstant(now, clock.getZone())),
            known == null ? Receipt.Kind.NEW : Receipt.Kind.CLAIM,
            account.organisation().id(),
            account.id(),
            account.signInName(),
            account.organisation().name(),
            Typed.plain(request.reach()));
    registrations.add(receipt);
    var made =
        known == null ? agency(receipt, code, by) : claim(request, receipt, known.id(), now, by);
    trail.record(
        List.of(
            made,
            Entry.added(
                by,
                "ADD_ACCOUNT",
                new Entry.Subject("account", account.id().toString()),
                account.snapshot())));
    MailAddress.of(receipt.reach())
        .ifPresent(address -> correspondence.choose(account, address, true, by));
    return Optional.of(receipt);
  }

  private Entry agency(Receipt receipt, CreditCode code, Caller by) {
    var id = new Agency.Id(receipt.organisation().value());
    var phone = RegistrationRules.phone(receipt.reach()) ? receipt.reach() : null;
    var agency = blank(id, receipt.agencyName(), code, phone);
    agencies.saveAll(List.of(agency));
    return Entry.added(
        by, "REGISTER_AGENCY", new Entry.Subject("agency", id.value()), Snapshot.of(agency));
  }

  private Entry claim(
      RegistrationRequest request, Receipt receipt, Agency.Id agency, Instant now, Caller by) {
    var claim =
        new Claim(
            receipt.organisation(),
            receipt.number(),
            agency,
            receipt.account(),
            receipt.agencyName(),
            request.certificate().strip(),
            request.note().strip(),
            receipt.reach(),
            Claim.State.WAITING,
            null,
            now,
            null,
            null);
    claims.add(claim);
    return Entry.added(
        by, "CLAIM_AGENCY", new Entry.Subject("claim", claim.id().value()), Snapshot.of(claim));
  }

  /** An agency of which nothing else is known. */
  private static Agency blank(Agency.Id id, String name, CreditCode code, @Nullable String phone) {
    return new Agency(
        id,
        name,
        Agency.State.DRAFT,
        false,
        code,
        null,
        null,
        null,
        null,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        Agency.LicensedStaff.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        phone,
        null,
        Set.of(),
        Map.of());
  }
}
