package duijie.sessions.web;

import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Addresses;
import duijie.pages.Problem;
import duijie.pages.Shells;
import duijie.pages.Words;
import duijie.projects.Projects;
import duijie.sessions.Guest;
import duijie.sessions.Guest.Origin;
import duijie.sessions.Guest.Standing;
import duijie.sessions.Guests;
import duijie.sessions.InvitationRule;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Shortlist;
import duijie.sessions.Shortlisting;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes who is asked to a session, and who could be. */
@Singleton
final class GuestViews {

  /** So many reasons are written out for one agency. */
  private static final int REASONS = 3;

  private final Sessions sessions;
  private final Guests guests;
  private final Projects projects;
  private final Agencies agencies;
  private final AgencySearch search;
  private final Accounts accounts;
  private final Shortlisting shortlisting;
  private final Shells shells;

  GuestViews(
      Sessions sessions,
      Guests guests,
      Projects projects,
      Agencies agencies,
      AgencySearch search,
      Accounts accounts,
      Shortlisting shortlisting,
      Shells shells) {
    this.sessions = sessions;
    this.guests = guests;
    this.projects = projects;
    this.agencies = agencies;
    this.search = search;
    this.accounts = accounts;
    this.shortlisting = shortlisting;
    this.shells = shells;
  }

  /** Whom the session's rule proposes today. */
  Shortlist shortlist(Session session) {
    var listed = projects.findAll(sessions.projects(session.id()));
    return shortlisting.shortlist(session.setup().rule(), listed, shells.today());
  }

  GuestsPage page(Session session, String query, List<Problem> problems) {
    var asked = guests.of(session.id());
    var ids = asked.stream().map(Guest::agency).collect(Collectors.toSet());
    boolean inviting = session.state().inviting();
    return new GuestsPage(
        SessionsController.path(session.id()),
        session.setup().name(),
        inviting,
        obstacle(session),
        session.setup().rule(),
        SessionViews.counts(asked),
        rows(asked),
        inviting ? candidates(session, ids) : List.of(),
        query,
        inviting ? named(query, ids) : List.of(),
        problems);
  }

  private static @Nullable String obstacle(Session session) {
    return switch (session.state()) {
      case DRAFT -> "还没有开始邀请。选好项目以后，在对接会的页面上按“开始邀请”。";
      case CLOSED, FOLLOWED_UP -> "对接会已经结束，不能再邀请。";
      default -> null;
    };
  }

  /** Whether somebody of the agency has an account, and says here whether it comes. */
  boolean answersItself(Agency.Id agency) {
    return accounts.organisation(new Organisation.Id(agency.value())).isPresent();
  }

  private List<GuestsPage.Row> rows(List<Guest> asked) {
    var known = new HashMap<Agency.Id, Agency>();
    agencies
        .findAll(asked.stream().map(Guest::agency).toList())
        .forEach(agency -> known.put(agency.id(), agency));
    var members =
        accounts.organisations().stream().map(Organisation::id).collect(Collectors.toSet());
    return asked.stream()
        .filter(guest -> known.containsKey(guest.agency()))
        .map(guest -> row(guest, known, members))
        .toList();
  }

  private static GuestsPage.Row row(
      Guest guest, Map<Agency.Id, Agency> known, Set<Organisation.Id> members) {
    var agency = Objects.requireNonNull(known.get(guest.agency()));
    var answered = guest.answeredAt();
    return new GuestsPage.Row(
        agency.id().value(),
        Words.title(agency.name(), agency.demonstration()),
        href(agency),
        guest.origin().label(),
        guest.standing().label(),
        guest.standing() == Standing.STANDBY,
        guest.standing() == Standing.COMING || guest.standing() == Standing.STANDBY,
        guest.standing() == Standing.DECLINED,
        guest.note(),
        answered != null
            ? minute(answered) + " 答复"
            : guest.remindedAt() != null
                ? minute(guest.remindedAt()) + " 提醒过"
                : minute(guest.invitedAt()) + " 邀请",
        members.contains(new Organisation.Id(agency.id().value())),
        agency.phone());
  }

  private List<GuestsPage.Candidate> candidates(Session session, Set<Agency.Id> asked) {
    return shortlist(session).candidates().stream()
        .filter(candidate -> !asked.contains(candidate.agency().id()))
        .map(
            candidate ->
                candidate(
                    candidate.agency(),
                    candidate.origin().label(),
                    candidate.newcomer(),
                    why(candidate)))
        .toList();
  }

  private static List<String> why(Shortlist.Candidate candidate) {
    var lines =
        candidate.reasons().stream()
            .limit(REASONS)
            .map(
                reason ->
                    "%s：第 %d 名，%s 分"
                        .formatted(
                            reason.project().name(), reason.rank(), Words.points(reason.score())))
            .collect(Collectors.toList());
    int more = candidate.reasons().size() - REASONS;
    if (more > 0) {
      lines.add("还有 " + more + " 个项目");
    }
    return lines;
  }

  private List<GuestsPage.Candidate> named(String query, Set<Agency.Id> asked) {
    return search.named(query, asked).stream()
        .map(
            agency ->
                candidate(
                    agency,
                    Origin.CHOSEN.label(),
                    InvitationRule.newcomer(agency, shells.today()),
                    List.of()))
        .toList();
  }

  private static GuestsPage.Candidate candidate(
      Agency agency, String origin, boolean newcomer, List<String> why) {
    return new GuestsPage.Candidate(
        agency.id().value(),
        Words.title(agency.name(), agency.demonstration()),
        href(agency),
        origin,
        newcomer,
        why);
  }

  private static String href(Agency agency) {
    return "/agencies/" + Addresses.encode(agency.id().value());
  }

  private static String minute(Instant at) {
    return Words.minute(LocalDateTime.ofInstant(at, WorkingCalendar.ZONE));
  }
}
