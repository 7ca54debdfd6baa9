package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Declarations;
import duijie.calendar.WorkingCalendar;
import duijie.interests.DeclaringInterest;
import duijie.interests.Interest;
import duijie.interests.Interests;
import duijie.interests.Invitation;
import duijie.interests.Invitations;
import duijie.matching.Matching;
import duijie.pages.Addresses;
import duijie.pages.Visitor;
import duijie.pages.Words;
import duijie.projects.Answering;
import duijie.projects.Project;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells an agency where to declare interest in a project, and the buyer who did. */
@Singleton
final class ProjectInterests {

  private final Interests interests;
  private final Invitations invitations;
  private final DeclaringInterest declaring;
  private final Agencies agencies;
  private final Declarations declarations;
  private final Answering answering;
  private final Matching matching;
  private final Rows rows;

  ProjectInterests(
      Interests interests,
      Invitations invitations,
      DeclaringInterest declaring,
      Agencies agencies,
      Declarations declarations,
      Answering answering,
      Matching matching,
      Rows rows) {
    this.interests = interests;
    this.invitations = invitations;
    this.declaring = declaring;
    this.agencies = agencies;
    this.declarations = declarations;
    this.answering = answering;
    this.matching = matching;
    this.rows = rows;
  }

  /** What this visitor may see, or null where that is nothing. */
  @Nullable InterestView of(Project project, Visitor visitor, LocalDate today) {
    var account = visitor.account();
    if (account == null) {
      return null;
    }
    var organisation = account.organisation().id();
    if (visitor.may(Deed.SEEK_PROJECTS, organisation)) {
      return own(project, new Agency.Id(organisation.value()));
    }
    return answering
        .owner(project.id())
        .filter(owner -> visitor.may(Deed.COURT_AGENCIES, owner))
        .map(owner -> buyers(project, today))
        .orElse(null);
  }

  /** Where an agency declares interest in a project. */
  static String address(Project project) {
    return "/interests?project=" + Addresses.encode(project.id().value());
  }

  /** The day of this moment in Asia/Shanghai. */
  static String day(Instant at) {
    return LocalDate.ofInstant(at, WorkingCalendar.ZONE).toString();
  }

  private @Nullable InterestView own(Project project, Agency.Id own) {
    var declared = interests.find(project.id(), own).orElse(null);
    var invited = invitations.find(project.id(), own).orElse(null);
    boolean closed =
        declared == null
            && declaring.obstacle(project, agencies.find(own).orElse(null)).isPresent();
    if (closed && invited == null) {
      return null;
    }
    return new InterestView(
        new InterestView.Own(
            address(project),
            declared == null ? null : day(declared.at()),
            invited == null ? null : day(invited.at()),
            invited == null ? "" : invited.words()),
        null,
        null);
  }

  private InterestView buyers(Project project, LocalDate today) {
    var all = interests.in(project.id());
    var known =
        agencies.findAll(all.stream().map(Interest::agency).toList()).stream()
            .collect(Collectors.toMap(Agency::id, Function.identity()));
    var invited =
        invitations.to(project.id()).stream()
            .collect(Collectors.toMap(i -> i.agency().value(), (Invitation i) -> day(i.at())));
    return new InterestView(
        null,
        all.stream()
            .flatMap(
                interest ->
                    Optional.ofNullable(known.get(interest.agency()))
                        .map(agency -> declared(interest, project, agency, today))
                        .stream())
            .toList(),
        new InterestView.Inviting(
            project.id().value(),
            invited,
            all.stream().map(i -> i.agency().value()).collect(Collectors.toSet()),
            rows.open(project)));
  }

  private InterestView.Declared declared(
      Interest interest, Project project, Agency agency, LocalDate today) {
    var assessment = matching.assess(project, agency, today);
    return new InterestView.Declared(
        Links.agency(agency.id()),
        Words.title(agency.name(), agency.demonstration()),
        agency.demonstration(),
        Words.points(assessment.score()),
        assessment.failed().size(),
        !declarations.passed(List.of(agency.id())).isEmpty(),
        interest.note(),
        Words.minute(LocalDateTime.ofInstant(interest.at(), WorkingCalendar.ZONE)));
  }
}
