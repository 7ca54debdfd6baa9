package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.sessions.Absences.Party;
import duijie.sessions.Availability;
import duijie.sessions.Booking;
import duijie.sessions.Guest;
import duijie.sessions.Guest.Standing;
import duijie.sessions.Guests;
import duijie.sessions.Hosting;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Side;
import duijie.sessions.web.SessionsPage.Looking;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where an agency reads of the sessions that it is asked to, answers, and asks for talks. */
@Controller(AttendingController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttendingController {

  static final String PATH = "/agency/sessions";

  private final SessionOwner owners;
  private final Sessions sessions;
  private final Guests guests;
  private final Hosting hosting;
  private final Availability availability;
  private final TalkDeeds talks;
  private final AttendingViews views;
  private final SessionShells shells;
  private final Html html;

  AttendingController(
      SessionOwner owners,
      Sessions sessions,
      Guests guests,
      Hosting hosting,
      Availability availability,
      TalkDeeds talks,
      AttendingViews views,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.sessions = sessions;
    this.guests = guests;
    this.hosting = hosting;
    this.availability = availability;
    this.talks = talks;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  static String path(Session.Id session) {
    return PATH + "/" + session;
  }

  @May(value = Deed.ATTEND_SESSIONS, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    Map<Session.Id, Guest> asked =
        guests.of(AttendingViews.agency(visitor.member())).stream()
            .collect(Collectors.toMap(Guest::session, Function.identity()));
    var rows =
        sessions.findAll(asked.keySet()).stream()
            .map(session -> row(session, Objects.requireNonNull(asked.get(session.id()))))
            .toList();
    var shell = shells.list(request, PATH);
    return html.page("sessions", shell, new SessionsPage(Looking.AGENCY, rows));
  }

  private static SessionsPage.Row row(Session session, Guest guest) {
    boolean waiting = guest.standing() == Standing.INVITED && session.state().inviting();
    return new SessionsPage.Row(
        path(session.id()),
        session.setup().name(),
        guest.standing().label(),
        waiting,
        List.of(SessionViews.when(session.setup()), session.setup().place()));
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return page(HttpStatus.OK, request, id, null, List.of());
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Post(
      uri = "/{id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> answer(HttpRequest<?> request, String id) {
    var session = owners.session(id).id();
    var form = Form.of(request);
    var note = form.text("note");
    boolean coming = form.text("answer").equals("coming");
    if (!coming && !form.text("answer").equals("declined")) {
      return refused(request, id, note, "answer", List.of("请选择参加还是不参加。"));
    }
    var member = Visitor.of(request).member();
    var outcome =
        hosting.answer(
            session, AttendingViews.agency(member), coming, note, Visitor.caller(request));
    return switch (outcome) {
      case Hosting.Outcome.Done(int count) -> Said.SESSION_ANSWERED.at(path(session));
      case Hosting.Outcome.Refused(var reasons) -> refused(request, id, note, "note", reasons);
    };
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Post(
      uri = "/{id}/absence",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> absent(HttpRequest<?> request, String id) {
    var session = owners.session(id).id();
    var own = AttendingViews.agency(Visitor.of(request).member());
    var refusal =
        availability.away(
            session,
            new Party(Side.AGENCY, own.value()),
            slots(Form.of(request)),
            Visitor.caller(request));
    return refusal.isPresent()
        ? refused(request, id, null, "absence", List.of(refusal.get()))
        : Said.SAVED.at(path(session));
  }

  /** The turns that are ticked in a form. */
  static Set<Integer> slots(Form form) {
    return form.all("away").stream()
        .filter(slot -> slot.matches("\\d{1,4}"))
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Post(
      uri = "/{id}/talks",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> talk(HttpRequest<?> request, String id) {
    var session = owners.session(id).id();
    var own = AttendingViews.agency(Visitor.of(request).member());
    var project = new Project.Id(Form.of(request).text("project"));
    return switch (talks.take(request, session, project, own, Side.AGENCY)) {
      case Booking.Outcome.Done done -> Said.SAVED.at(path(session) + "#talks");
      case Booking.Outcome.Refused(var reasons) -> refused(request, id, null, "talks", reasons);
    };
  }

  private HttpResponse<String> refused(
      HttpRequest<?> request,
      String id,
      @Nullable String note,
      String field,
      List<String> reasons) {
    var problems = reasons.stream().map(reason -> new Problem(field, reason)).toList();
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, id, note, problems);
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      String id,
      @Nullable String typed,
      List<Problem> problems) {
    var visitor = Visitor.of(request);
    var session = owners.session(id);
    var shell = shells.beside(request, PATH, session.setup().name());
    var own = AttendingViews.agency(visitor.member());
    return html.page(
        status, "attending", shell, views.page(request, session, own, typed, problems));
  }
}
