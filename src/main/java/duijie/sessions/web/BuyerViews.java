package duijie.sessions.web;

import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.matching.Matching;
import duijie.pages.Addresses;
import duijie.pages.Problem;
import duijie.pages.Words;
import duijie.projects.Notices;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.sessions.Absences;
import duijie.sessions.Absences.Party;
import duijie.sessions.Booking;
import duijie.sessions.Guest;
import duijie.sessions.Guest.Standing;
import duijie.sessions.Guests;
import duijie.sessions.MeetingRequest;
import duijie.sessions.Requests;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Side;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes sessions as buyers see them that have projects at them. */
@Singleton
final class BuyerViews {

  private final Sessions sessions;
  private final Guests guests;
  private final Requests requests;
  private final Absences absences;
  private final Projects projects;
  private final Notices notices;
  private final Agencies agencies;
  private final Matching matching;
  private final Booking booking;
  private final TimetableViews timetables;
  private final DayNotes notes;
  private final Clock clock;

  BuyerViews(
      Sessions sessions,
      Guests guests,
      Requests requests,
      Absences absences,
      Projects projects,
      Notices notices,
      Agencies agencies,
      Matching matching,
      Booking booking,
      TimetableViews timetables,
      DayNotes notes,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.requests = requests;
    this.absences = absences;
    this.projects = projects;
    this.notices = notices;
    this.agencies = agencies;
    this.matching = matching;
    this.booking = booking;
    this.timetables = timetables;
    this.notes = notes;
    this.clock = clock;
  }

  /** The projects of a buyer at a session that people know of. */
  Set<Project.Id> own(Session.Id id, Organisation.Id buyer) {
    var known = sessions.find(id).filter(s -> s.state() != Session.State.DRAFT).isPresent();
    if (!known) {
      return Set.of();
    }
    var own = new LinkedHashSet<>(sessions.projects(id));
    own.retainAll(Set.copyOf(notices.projectsOf(buyer)));
    return own;
  }

  /** The sessions at which a buyer has projects, the latest day first. */
  List<Session> sessionsOf(Organisation.Id buyer) {
    return sessions.listing(notices.projectsOf(buyer)).stream()
        .filter(session -> session.state() != Session.State.DRAFT)
        .toList();
  }

  BuyerPage page(
      HttpRequest<?> request, Session session, Organisation.Id buyer, List<Problem> problems) {
    var setup = session.setup();
    var own = own(session.id(), buyer);
    var asked = new HashMap<String, MeetingRequest>();
    requests.about(session.id(), own).forEach(r -> asked.put(r.project() + " " + r.agency(), r));
    var coming =
        agencies.findAll(
            guests.of(session.id()).stream()
                .filter(guest -> guest.standing() == Standing.COMING)
                .map(Guest::agency)
                .toList());
    var away = absences.of(session.id());
    return new BuyerPage(
        BuyerController.path(session.id()),
        setup.name(),
        session.state().label(),
        SessionViews.when(setup),
        setup.place(),
        session.state().open(),
        booking.shut(session).orElse(null),
        setup.slots(),
        projects.findAll(own).stream()
            .map(project -> listed(request, session, project, coming, asked, away))
            .toList(),
        timetables.itinerary(session, List.copyOf(own), null),
        problems);
  }

  private BuyerPage.Listed listed(
      HttpRequest<?> request,
      Session session,
      Project project,
      List<Agency> coming,
      Map<String, MeetingRequest> asked,
      Map<Party, Set<Integer>> away) {
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    var scores = new HashMap<Agency.Id, BigDecimal>();
    coming.forEach(a -> scores.put(a.id(), matching.assess(project, a, today).score()));
    return new BuyerPage.Listed(
        project.id().value(),
        Words.title(project.name(), project.demonstration()),
        "/projects/" + Addresses.encode(project.id().value()),
        away.getOrDefault(new Party(Side.BUYER, project.id().value()), Set.of()),
        notes.of(request, session, new Party(Side.BUYER, project.id().value())),
        coming.stream()
            .sorted(
                Comparator.comparing(
                        (Agency a) -> scores.getOrDefault(a.id(), BigDecimal.ZERO),
                        Comparator.reverseOrder())
                    .thenComparing(Agency::name))
            .map(
                agency ->
                    talk(
                        project,
                        agency,
                        scores.getOrDefault(agency.id(), BigDecimal.ZERO),
                        asked.get(project.id() + " " + agency.id())))
            .toList());
  }

  private static Talk talk(
      Project project, Agency agency, BigDecimal score, @Nullable MeetingRequest request) {
    return Talk.of(
        project.id(),
        agency.id(),
        Words.title(agency.name(), agency.demonstration()),
        "/agencies/" + Addresses.encode(agency.id().value()),
        List.of("匹配分 " + Words.points(score)),
        request,
        Side.BUYER);
  }
}
