package duijie.sessions.web;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.agencies.Agency;
import duijie.pages.Problem;
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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes sessions as agencies see them that are asked to come. */
@Singleton
final class AttendingViews {

  private final Sessions sessions;
  private final Guests guests;
  private final Requests requests;
  private final Absences absences;
  private final Projects projects;
  private final Accounts accounts;
  private final Booking booking;
  private final SessionViews views;
  private final TimetableViews timetables;
  private final DayNotes notes;

  AttendingViews(
      Sessions sessions,
      Guests guests,
      Requests requests,
      Absences absences,
      Projects projects,
      Accounts accounts,
      Booking booking,
      SessionViews views,
      TimetableViews timetables,
      DayNotes notes) {
    this.sessions = sessions;
    this.guests = guests;
    this.requests = requests;
    this.absences = absences;
    this.projects = projects;
    this.accounts = accounts;
    this.booking = booking;
    this.views = views;
    this.timetables = timetables;
    this.notes = notes;
  }

  /** The agency that somebody acts for. */
  static Agency.Id agency(Account member) {
    return new Agency.Id(member.organisation().id().value());
  }

  /**
   * The session as an agency sees it.
   *
   * @param typed what was typed with the answer and not stored, or null
   */
  AttendingPage page(
      HttpRequest<?> request,
      Session session,
      Agency.Id own,
      @Nullable String typed,
      List<Problem> problems) {
    var guest = guests.find(session.id(), own).orElseThrow();
    var setup = session.setup();
    return new AttendingPage(
        AttendingController.path(session.id()),
        setup.name(),
        session.state().label(),
        SessionViews.when(setup),
        setup.place(),
        accounts.organisation(session.owner()).map(Organisation::name).orElse(""),
        guest.standing().label(),
        guest.standing() == Standing.STANDBY,
        guest.answeredAt() != null,
        guest.standing() == Standing.COMING,
        session.state().inviting() && session.state() != Session.State.LIVE,
        typed == null ? guest.note() : typed,
        setup.slots(),
        absences.of(session.id()).getOrDefault(new Party(Side.AGENCY, own.value()), Set.of()),
        session.state().open(),
        shut(session, guest),
        talks(session, own),
        timetables.itinerary(session, List.of(), own),
        notes.of(request, session, new Party(Side.AGENCY, own.value())),
        problems);
  }

  private @Nullable String shut(Session session, Guest guest) {
    return guest.standing() == Standing.COMING
        ? booking.shut(session).orElse(null)
        : "答复参加以后，才能约谈。";
  }

  private List<Talk> talks(Session session, Agency.Id own) {
    var asked =
        requests.of(session.id(), own).stream()
            .collect(Collectors.toMap(MeetingRequest::project, Function.identity()));
    return projects.findAll(sessions.projects(session.id())).stream()
        .map(project -> talk(project, own, asked.get(project.id())))
        .toList();
  }

  private Talk talk(Project project, Agency.Id own, @Nullable MeetingRequest request) {
    var row = views.row(project);
    return Talk.of(project.id(), own, row.name(), row.href(), row.meta(), request, Side.AGENCY);
  }
}
