package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.agencies.Agency;
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
import duijie.sessions.Session;
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

/** Where a buyer asks the agencies that come to a session for talks about its projects. */
@Controller(BuyerController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BuyerController {

  static final String PATH = "/buyer/sessions";

  private final SessionOwner owners;
  private final Availability availability;
  private final TalkDeeds talks;
  private final BuyerViews views;
  private final SessionShells shells;
  private final Html html;

  BuyerController(
      SessionOwner owners,
      Availability availability,
      TalkDeeds talks,
      BuyerViews views,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.availability = availability;
    this.talks = talks;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  static String path(Session.Id session) {
    return PATH + "/" + session;
  }

  @May(value = Deed.BOOK_TALKS, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var rows =
        views.sessionsOf(visitor.member().organisation().id()).stream()
            .map(
                session ->
                    new SessionsPage.Row(
                        path(session.id()),
                        session.setup().name(),
                        session.state().label(),
                        false,
                        List.of(SessionViews.when(session.setup()), session.setup().place())))
            .toList();
    var shell = shells.list(request, PATH);
    return html.page("sessions", shell, new SessionsPage(Looking.BUYER, rows));
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return page(HttpStatus.OK, request, id, List.of());
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Post(
      uri = "/{id}/talks",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> talk(HttpRequest<?> request, String id) {
    var session = owners.session(id).id();
    var form = Form.of(request);
    var project = new Project.Id(form.text("project"));
    if (!views.own(session, own(request)).contains(project)) {
      return refused(request, id, List.of("这不是本单位在这场对接会上的项目。"));
    }
    var agency = new Agency.Id(form.text("agency"));
    return switch (talks.take(request, session, project, agency, Side.BUYER)) {
      case Booking.Outcome.Done done -> Said.SAVED.at(path(session) + "#talks");
      case Booking.Outcome.Refused(var reasons) -> refused(request, id, reasons);
    };
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Post(
      uri = "/{id}/absence",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> absent(HttpRequest<?> request, String id) {
    var session = owners.session(id).id();
    var form = Form.of(request);
    var project = new Project.Id(form.text("project"));
    if (!views.own(session, own(request)).contains(project)) {
      return refused(request, id, List.of("这不是本单位在这场对接会上的项目。"));
    }
    var refusal =
        availability.away(
            session,
            new Party(Side.BUYER, project.value()),
            AttendingController.slots(form),
            Visitor.caller(request));
    return refusal.isPresent()
        ? refused(request, id, List.of(refusal.get()))
        : Said.SAVED.at(path(session));
  }

  private HttpResponse<String> refused(HttpRequest<?> request, String id, List<String> reasons) {
    var problems = reasons.stream().map(reason -> new Problem("talks", reason)).toList();
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, id, problems);
  }

  private HttpResponse<String> page(
      HttpStatus status, HttpRequest<?> request, String id, List<Problem> problems) {
    var session = owners.session(id);
    var shell = shells.beside(request, PATH, session.setup().name());
    return html.page(
        status, "buyer-session", shell, views.page(request, session, own(request), problems));
  }

  private static Organisation.Id own(HttpRequest<?> request) {
    return Visitor.of(request).member().organisation().id();
  }
}
