package duijie.agencies;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import duijie.accounts.SignIns;
import duijie.agencies.Agency.Moved;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bureau decides on what agencies hand in, and on their standing afterwards. */
@Singleton
public class Reviewing {

  /** What the audit trail calls an agency. */
  static final String KIND = "agency";

  /** What the head decides without anything being handed in. */
  private static final Set<Step> STANDING = EnumSet.of(Step.SUSPEND, Step.RESUME, Step.DEREGISTER);

  private final Agencies agencies;
  private final Declarations declarations;
  private final Claims claims;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Responsibility responsibility;
  private final ProfileFacts facts;
  private final ReviewNews news;
  private final AuditTrail trail;
  private final Clock clock;

  Reviewing(
      Agencies agencies,
      Declarations declarations,
      Claims claims,
      Accounts accounts,
      SignIns signIns,
      Responsibility responsibility,
      ProfileFacts facts,
      ReviewNews news,
      AuditTrail trail,
      Clock clock) {
    this.agencies = agencies;
    this.declarations = declarations;
    this.claims = claims;
    this.accounts = accounts;
    this.signIns = signIns;
    this.responsibility = responsibility;
    this.facts = facts;
    this.news = news;
    this.trail = trail;
    this.clock = clock;
  }

  /** What comes of a decision. */
  public sealed interface Decided {

    /** It was stored. */
    record Done() implements Decided {}

    /** It was not. */
    record Refused(String sentence) implements Decided {}
  }

  /**
   * Passes a declaration: what it says holds from now on.
   *
   * @param number of the submission that was looked at
   * @param reviewer who decides, as pages name them
   */
  @Transactional
  public Decided pass(Agency.Id id, String number, String reviewer, Caller by) {
    var declaration = waiting(id, number);
    var before = agencies.lock(id).orElse(null);
    if (declaration == null || before == null) {
      return overtaken();
    }
    var declared = facts.applied(before, declaration.answers());
    var twin = twin(declared);
    if (twin != null) {
      return new Decided.Refused(
          "同一个统一社会信用代码已有“%s”通过审核，不能再通过一家。请退回，或者请对方认领那家机构。".formatted(twin.name()));
    }
    var after = declared;
    if (declared.state() == Agency.State.SUBMITTED) {
      switch (declared.move(Step.PASS)) {
        case Moved.Refused refused -> {
          return new Decided.Refused(refused.sentence());
        }
        case Moved.On on -> after = on.agency();
      }
    }
    agencies.saveAll(List.of(after));
    accounts.rename(new Organisation.Id(id.value()), after.name());
    declarations.decided(id, Declaration.State.PASSED, Map.of(), clock.instant(), reviewer);
    trail.record(
        Entry.changed(by, "PASS_AGENCY", subject(id), Snapshot.of(before), Snapshot.of(after)));
    news.passed(after, number);
    return new Decided.Done();
  }

  /**
   * Returns a declaration; what holds is not touched.
   *
   * @param number of the submission that was looked at
   * @param reasons by section, at least one
   */
  @Transactional
  public Decided turnBack(
      Agency.Id id, String number, Map<Section, String> reasons, String reviewer, Caller by) {
    if (reasons.isEmpty()) {
      return new Decided.Refused("退回要写明原因，至少写一节。");
    }
    var declaration = waiting(id, number);
    var before = agencies.lock(id).orElse(null);
    if (declaration == null || before == null) {
      return overtaken();
    }
    if (before.move(Step.RETURN) instanceof Moved.On on) {
      agencies.saveAll(List.of(on.agency()));
    }
    declarations.decided(id, Declaration.State.RETURNED, reasons, clock.instant(), reviewer);
    trail.record(
        Entry.changed(
            by,
            "RETURN_AGENCY",
            subject(id),
            Snapshot.of(Map.of("number", number, "state", declaration.state())),
            Snapshot.of(
                Map.of(
                    "number", number, "state", Declaration.State.RETURNED, "reasons", reasons))));
    news.returned(before, number, reasons);
    return new Decided.Done();
  }

  /** Approves a claim: the account acts for the agency from its next sign-in on. */
  @Transactional
  public Decided approve(Organisation.Id id, String reviewer, Caller by) {
    var claim = claims.find(id).orElse(null);
    var agency = claim == null ? null : agencies.find(claim.agency()).orElse(null);
    if (claim == null || agency == null) {
      return overtaken();
    }
    var decided = claim.decided(Claim.State.APPROVED, null, clock.instant(), reviewer);
    if (!claims.decide(decided)) {
      return overtaken();
    }
    accounts.attach(
        claim.account(),
        new Organisation(
            new Organisation.Id(agency.id().value()),
            Organisation.Kind.AGENCY,
            agency.name(),
            null));
    accounts.roles(claim.account(), rolesOfNext(agency.id()));
    signIns.endAll(claim.account());
    trail.record(decision("APPROVE_CLAIM", claim, decided, by));
    news.decided(decided);
    return new Decided.Done();
  }

  /** Whoever comes first to an agency minds its accounts; whoever comes later does not. */
  private Set<Role> rolesOfNext(Agency.Id agency) {
    boolean minded =
        accounts.of(new Organisation.Id(agency.value())).stream()
            .filter(account -> account.state() == Account.State.ACTIVE)
            .anyMatch(account -> account.roles().contains(Role.AGENCY_ADMINISTRATOR));
    return minded ? Set.of(Role.AGENCY) : Set.of(Role.AGENCY, Role.AGENCY_ADMINISTRATOR);
  }

  /** Refuses a claim. */
  @Transactional
  public Decided refuse(Organisation.Id id, String reason, String reviewer, Caller by) {
    if (reason.isBlank()) {
      return new Decided.Refused("不同意要写明原因，申请人会看到。");
    }
    var claim = claims.find(id).orElse(null);
    if (claim == null) {
      return overtaken();
    }
    var decided = claim.decided(Claim.State.REFUSED, reason.strip(), clock.instant(), reviewer);
    if (!claims.decide(decided)) {
      return overtaken();
    }
    trail.record(decision("REFUSE_CLAIM", claim, decided, by));
    news.decided(decided);
    return new Decided.Done();
  }

  /** Suspends an agency, lifts that, or takes it off the register. */
  @Transactional
  public Decided stand(Agency.Id id, Step step, String reason, Caller by) {
    if (!STANDING.contains(step)) {
      throw new IllegalArgumentException("not for the head alone: " + step);
    }
    if (reason.isBlank()) {
      return new Decided.Refused("请写明" + step.label() + "的原因。");
    }
    var before = agencies.lock(id).orElse(null);
    if (before == null) {
      return overtaken();
    }
    var elsewhere = elsewhere(before, by);
    if (elsewhere.isPresent()) {
      return new Decided.Refused(elsewhere.get());
    }
    return switch (before.move(step)) {
      case Moved.Refused refused -> new Decided.Refused(refused.sentence());
      case Moved.On on -> {
        agencies.saveAll(List.of(on.agency()));
        trail.record(
            Entry.changed(
                by,
                step.name() + "_AGENCY",
                subject(id),
                Snapshot.of(Map.of("state", before.state())),
                Snapshot.of(Map.of("state", on.agency().state(), "reason", reason.strip()))));
        news.stands(on.agency(), step, reason.strip(), clock.instant().toString());
        yield new Decided.Done();
      }
    };
  }

  private Optional<String> elsewhere(Agency agency, Caller by) {
    var who = by.who();
    return who == null
        ? Optional.empty()
        : responsibility.refusal(agency, new Organisation.Id(who.organisation()));
  }

  /** The declaration, if it still waits as it was looked at. */
  private @Nullable Declaration waiting(Agency.Id id, String number) {
    return declarations
        .lock(id)
        .filter(d -> d.state() == Declaration.State.SUBMITTED && number.equals(d.number()))
        .orElse(null);
  }

  /** Another agency of the same code that holds already. */
  private @Nullable Agency twin(Agency agency) {
    var code = agency.creditCode();
    return code == null
        ? null
        : agencies.lock(code).stream()
            .filter(other -> !other.id().equals(agency.id()))
            .filter(other -> other.state().inForce())
            .findFirst()
            .orElse(null);
  }

  private static Decided overtaken() {
    return new Decided.Refused("这一件已经由别人处理，或者对方又改过。请回到列表，看现在的情况。");
  }

  private static Entry decision(String deed, Claim before, Claim after, Caller by) {
    var subject = new Entry.Subject("claim", before.id().value());
    return Entry.changed(by, deed, subject, Snapshot.of(before), Snapshot.of(after));
  }

  private static Entry.Subject subject(Agency.Id id) {
    return new Entry.Subject(KIND, id.value());
  }
}
