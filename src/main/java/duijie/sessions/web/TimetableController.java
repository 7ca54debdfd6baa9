package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.sessions.Place;
import duijie.sessions.Planning;
import duijie.sessions.Planning.Outcome;
import duijie.sessions.Releasing;
import duijie.sessions.Session;
import duijie.sessions.web.TimetableViews.Moved;
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
import org.jspecify.annotations.Nullable;

/** Where an organizer makes the timetable of a session, changes it by hand and releases it. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TimetableController {

  private static final String TITLE = "时刻表";

  private final SessionOwner owners;
  private final Planning planning;
  private final Releasing releasing;
  private final TimetableViews timetables;
  private final SessionShells shells;
  private final Html html;

  TimetableController(
      SessionOwner owners,
      Planning planning,
      Releasing releasing,
      TimetableViews timetables,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.planning = planning;
    this.releasing = releasing;
    this.timetables = timetables;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/timetable", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    var parameters = new Parameters(request.getParameters());
    var project = parameters.text("project");
    var agency = parameters.text("agency");
    var moved =
        project.isEmpty() || agency.isEmpty()
            ? null
            : new Moved(new Project.Id(project), new Agency.Id(agency));
    return page(HttpStatus.OK, request, owners.session(id), moved, List.of());
  }

  /**
   * Makes it anew, moves a meeting, locks it or lets it go, goes back to a version, or releases.
   */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/timetable",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> change(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var form = Form.of(request);
    return switch (outcome(request, session, form)) {
      case Outcome.Done done ->
          (form.text("deed").equals("release") ? Said.TIMETABLE_RELEASED : Said.SAVED)
              .at(SessionsController.path(session.id()) + "/timetable");
      case Outcome.Refused(var reasons) ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              session,
              null,
              reasons.stream().map(reason -> new Problem("grid", reason)).toList());
    };
  }

  private Outcome outcome(HttpRequest<?> request, Session session, Form form) {
    var by = Visitor.caller(request);
    int revision = form.number("revision");
    var project = new Project.Id(form.text("project"));
    var agency = new Agency.Id(form.text("agency"));
    return switch (form.text("deed")) {
      case "make" -> planning.make(session.id(), revision, by);
      case "move" -> planning.move(session.id(), revision, project, agency, place(form), by);
      case "out" -> planning.move(session.id(), revision, project, agency, null, by);
      case "lock" -> planning.lock(session.id(), revision, project, agency, true, by);
      case "unlock" -> planning.lock(session.id(), revision, project, agency, false, by);
      case "back" -> releasing.back(session.id(), revision, form.number("version"), by);
      case "release" ->
          releasing.release(session.id(), revision, Visitor.of(request).member().id(), by);
      default -> new Outcome.Refused(List.of("请按要办的事旁边的按钮。"));
    };
  }

  /**
   * The slot and the table that a button of the grid names; one that is nowhere for anything else.
   */
  private static Place place(Form form) {
    var named = form.text("place").split("-", -1);
    return named.length == 2 ? new Place(number(named[0]), number(named[1])) : new Place(0, 0);
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      Session session,
      @Nullable Moved moved,
      List<Problem> problems) {
    var page = timetables.page(session, moved, problems);
    return html.page(status, "session-timetable", shells.part(request, session, TITLE), page);
  }
}
