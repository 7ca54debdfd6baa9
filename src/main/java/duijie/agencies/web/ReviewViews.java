package duijie.agencies.web;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Agency.Moved;
import duijie.agencies.Claim;
import duijie.agencies.Claims;
import duijie.agencies.Credential;
import duijie.agencies.Credentials;
import duijie.agencies.Declaration;
import duijie.agencies.Declaration.Returned;
import duijie.agencies.Declarations;
import duijie.agencies.ProfileFacts;
import duijie.agencies.Responsibility;
import duijie.agencies.Section;
import duijie.agencies.Step;
import duijie.pages.Problem;
import duijie.pages.Words;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the pages on which the bureau reviews. */
@Singleton
final class ReviewViews {

  /** What the head decides about an agency's standing. */
  static final Set<Step> STANDING = EnumSet.of(Step.SUSPEND, Step.RESUME, Step.DEREGISTER);

  private final Agencies agencies;
  private final Declarations declarations;
  private final Claims claims;
  private final Accounts accounts;
  private final ProfileFacts facts;
  private final Shown shown;
  private final Credentials credentials;
  private final CredentialViews credentialViews;
  private final Responsibility responsibility;
  private final Clock clock;

  ReviewViews(
      Agencies agencies,
      Declarations declarations,
      Claims claims,
      Accounts accounts,
      ProfileFacts facts,
      Shown shown,
      Credentials credentials,
      CredentialViews credentialViews,
      Responsibility responsibility,
      Clock clock) {
    this.agencies = agencies;
    this.declarations = declarations;
    this.claims = claims;
    this.accounts = accounts;
    this.facts = facts;
    this.shown = shown;
    this.credentials = credentials;
    this.credentialViews = credentialViews;
    this.responsibility = responsibility;
    this.clock = clock;
  }

  /** The field for the reason why a section is returned. */
  static String reason(Section section) {
    return "reason-" + section.name().toLowerCase(Locale.ROOT);
  }

  ReviewsPage list() {
    var handedIn = new ArrayList<ReviewsPage.Waiting>();
    for (var declaration : declarations.waiting()) {
      agencies
          .find(declaration.agency())
          .ifPresent(agency -> handedIn.add(waiting(declaration, agency)));
    }
    return new ReviewsPage(handedIn, claims.waiting().stream().map(this::waiting).toList());
  }

  private ReviewsPage.Waiting waiting(Declaration declaration, Agency agency) {
    return new ReviewsPage.Waiting(
        text(declaration.number()),
        agency.name(),
        ProfileViews.inForce(agency) ? "资料变更" : "首次审核",
        time(declaration.submittedAt()),
        ReviewsController.path(agency.id()));
  }

  private ReviewsPage.Waiting waiting(Claim claim) {
    return new ReviewsPage.Waiting(
        claim.number(),
        claim.name(),
        "认领",
        time(claim.filedAt()),
        ReviewsController.path(claim.id()));
  }

  /**
   * An agency with what it declares.
   *
   * @param reasons for returning sections, as far as they were typed
   * @param why the reason for a step, as far as it was typed
   * @param head the organisation of a head who looks, or null where no head does
   */
  ReviewPage agency(
      Agency agency,
      Map<Section, String> reasons,
      String why,
      Organisation.@Nullable Id head,
      List<Problem> problems) {
    var declaration = declarations.find(agency.id()).orElse(null);
    var handedIn =
        declaration != null && declaration.state() == Declaration.State.SUBMITTED
            ? declaration
            : null;
    var inForce = facts.answers(agency);
    var declared =
        handedIn == null ? inForce : facts.answers(facts.applied(agency, handedIn.answers()));
    var earlier = handedIn == null ? List.<Returned>of() : declarations.returned(agency.id());
    var returned = earlier.isEmpty() ? null : earlier.getFirst();
    boolean compare = ProfileViews.inForce(agency);
    var handedOver = credentials.of(agency.id());
    var then = handedIn == null || !compare ? null : handedIn.passedAt();
    var lines =
        shown.parts(
            declared,
            inForce,
            compare,
            returned == null ? null : facts.answers(facts.applied(agency, returned.answers())),
            CredentialViews.news(handedOver, then, returned == null ? null : returned.at()));
    var parts = new ArrayList<ReviewPage.Part>();
    for (var section : Section.values()) {
      var part = lines.get(section.ordinal());
      parts.add(
          new ReviewPage.Part(
              reason(section),
              part.label(),
              part.lines(),
              earlier(section, earlier),
              reasons.getOrDefault(section, "")));
    }
    var elsewhere = head == null ? null : responsibility.refusal(agency, head).orElse(null);
    return new ReviewPage(
        agency.name(),
        agency.state().label(),
        ProfileViews.tone(agency),
        ReviewsController.path(agency.id()),
        handedIn == null ? null : handedIn.number(),
        handedIn == null ? null : time(handedIn.submittedAt()),
        declaration == null || declaration.passedAt() == null ? null : time(declaration.passedAt()),
        returned == null ? null : time(returned.at()),
        compare,
        parts,
        reason(Section.ATTACHMENTS),
        handedOver.stream()
            .filter(Credential::held)
            .map(
                c ->
                    credentialViews.of(
                        c, CredentialsController.PATH, CredentialsController.REVOCATION))
            .toList(),
        twins(agency),
        head == null || elsewhere != null ? List.of() : steps(agency),
        elsewhere,
        ReviewsController.standing(agency.id()),
        why,
        problems);
  }

  private List<ReviewPage.Earlier> earlier(Section section, List<Returned> all) {
    var told = new ArrayList<ReviewPage.Earlier>();
    for (var returned : all) {
      var part = returned.parts().get(section);
      if (part != null && part.reason() != null) {
        told.add(new ReviewPage.Earlier(time(returned.at()), returned.by(), part.reason()));
      }
    }
    return told;
  }

  private List<String> twins(Agency agency) {
    var code = agency.creditCode();
    return code == null
        ? List.of()
        : agencies.of(code).stream()
            .filter(other -> !other.id().equals(agency.id()))
            .map(other -> other.name() + "（" + other.state().label() + "）")
            .toList();
  }

  private static List<ReviewPage.Option> steps(Agency agency) {
    return STANDING.stream()
        .filter(step -> agency.move(step) instanceof Moved.On)
        .map(step -> new ReviewPage.Option(step.name(), step.label()))
        .toList();
  }

  Optional<ClaimReviewPage> claim(Claim claim, String reason, List<Problem> problems) {
    return agencies
        .find(claim.agency())
        .map(
            agency ->
                new ClaimReviewPage(
                    claim.number(),
                    claim.name(),
                    agency.name(),
                    ReviewsController.path(agency.id()),
                    agency.creditCode() == null ? null : agency.creditCode().value(),
                    agency.registrar(),
                    claim.certificate(),
                    claim.note(),
                    claim.reach(),
                    accounts.find(claim.account()).map(Account::displayName).orElse(""),
                    time(claim.filedAt()),
                    claim.state().label(),
                    claim.state() == Claim.State.WAITING,
                    ReviewsController.path(claim.id()),
                    reason.isEmpty() ? text(claim.reason()) : reason,
                    problems));
  }

  private String time(@Nullable Instant instant) {
    return instant == null ? "" : Words.minute(LocalDateTime.ofInstant(instant, clock.getZone()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
