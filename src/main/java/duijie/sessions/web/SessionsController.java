package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.sessions.Organizing;
import duijie.sessions.Organizing.Outcome;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.SetupReading;
import duijie.sessions.SetupReading.Read;
import duijie.sessions.Step;
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
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where an organizer sets up sessions and leads them from step to step. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionsController {

  static final String PATH = "/sessions";
  static final String TITLE = "对接会";

  private final SessionOwner owners;
  private final Sessions sessions;
  private final Organizing organizing;
  private final SessionViews views;
  private final SessionShells shells;
  private final Shells site;
  private final Html html;

  SessionsController(
      SessionOwner owners,
      Sessions sessions,
      Organizing organizing,
      SessionViews views,
      SessionShells shells,
      Shells site,
      Html html) {
    this.owners = owners;
    this.sessions = sessions;
    this.organizing = organizing;
    this.views = views;
    this.shells = shells;
    this.site = site;
    this.html = html;
  }

  static String path(Session.Id session) {
    return PATH + "/" + session;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var own = Visitor.of(request).member().organisation().id();
    var page =
        new SessionsPage(Looking.ORGANIZER, sessions.of(own).stream().map(views::row).toList());
    return html.page("sessions", shells.list(request, PATH), page);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = OwnOrganisation.class)
  @Get(uri = "/new", produces = MediaType.TEXT_HTML)
  HttpResponse<String> blank(HttpRequest<?> request) {
    var fresh = UUID.randomUUID().toString();
    return fresh(HttpStatus.OK, request, fresh, SetupForm.usual(site.today()), List.of());
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = OwnOrganisation.class)
  @Post(
      uri = "/new",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> begin(HttpRequest<?> request) {
    var form = Form.of(request);
    var typed = SetupForm.typed(form);
    var id = SessionOwner.id(form.text("fresh")).orElseGet(() -> new Session.Id(UUID.randomUUID()));
    return switch (SetupReading.read(typed, site.today())) {
      case Read.Faulty(var faults) ->
          fresh(HttpStatus.UNPROCESSABLE_ENTITY, request, id.toString(), typed, problems(faults));
      case Read.Understood(var setup) -> {
        var own = Visitor.of(request).member().organisation().id();
        var begun = organizing.begin(id, own, setup, Visitor.caller(request));
        yield begun.owner().equals(own)
            ? HttpResponse.seeOther(URI.create(path(begun.id())))
            : HttpResponse.seeOther(URI.create(PATH));
      }
    };
  }

  private HttpResponse<String> fresh(
      HttpStatus status,
      HttpRequest<?> request,
      String fresh,
      Map<String, String> typed,
      List<Problem> problems) {
    var page = SessionViews.setup("筹备新的对接会", PATH + "/new", PATH, fresh, 0, typed, false, problems);
    return html.page(status, "session-setup", shells.beside(request, PATH, "筹备新的对接会"), page);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return one(HttpStatus.OK, request, owners.session(id), List.of());
  }

  private HttpResponse<String> one(
      HttpStatus status, HttpRequest<?> request, Session session, List<Problem> problems) {
    var shell = shells.beside(request, PATH, session.setup().name());
    return html.page(status, "session", shell, views.page(session, problems));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/steps",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> step(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var step =
        Arrays.stream(Step.values()).filter(s -> s.name().equals(form.text("step"))).findFirst();
    if (step.isEmpty()) {
      return refused(request, owners.session(id), List.of("请选择要办的事。"));
    }
    var outcome =
        organizing.step(
            owners.session(id).id(), form.number("version"), step.get(), Visitor.caller(request));
    return switch (outcome) {
      case Outcome.Done(var now) -> Said.SESSION_STEP.at(path(now.id()));
      case Outcome.Overtaken(var now) -> refused(request, now, List.of("别人刚改过这场对接会，请看现在的情况再办。"));
      case Outcome.Refused(var now, var reasons) -> refused(request, now, reasons);
    };
  }

  private HttpResponse<String> refused(
      HttpRequest<?> request, Session session, List<String> reasons) {
    var problems = reasons.stream().map(reason -> new Problem("steps", reason)).toList();
    return one(HttpStatus.UNPROCESSABLE_ENTITY, request, session, problems);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/setup", produces = MediaType.TEXT_HTML)
  HttpResponse<String> setup(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    return setup(
        HttpStatus.OK, request, session, SetupForm.typed(session.setup()), false, List.of());
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/setup",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> change(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var typed = SetupForm.typed(form);
    var before = owners.session(id);
    return switch (SetupReading.read(typed, site.today())) {
      case Read.Faulty(var faults) -> again(request, before, typed, false, problems(faults));
      case Read.Understood(var setup) ->
          switch (organizing.change(
              before.id(), form.number("version"), setup, Visitor.caller(request))) {
            case Outcome.Done(var now) -> Said.SAVED.at(path(now.id()));
            case Outcome.Overtaken(var now) -> again(request, now, typed, true, List.of());
            case Outcome.Refused(var now, var reasons) ->
                again(
                    request,
                    now,
                    typed,
                    false,
                    reasons.stream().map(reason -> new Problem("name", reason)).toList());
          };
    };
  }

  private HttpResponse<String> again(
      HttpRequest<?> request,
      Session session,
      Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    return setup(HttpStatus.UNPROCESSABLE_ENTITY, request, session, typed, overtaken, problems);
  }

  private HttpResponse<String> setup(
      HttpStatus status,
      HttpRequest<?> request,
      Session session,
      Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    var path = path(session.id());
    var page =
        SessionViews.setup(
            "时间、地点和规则", path + "/setup", path, null, session.version(), typed, overtaken, problems);
    return html.page(status, "session-setup", shells.part(request, session, "时间、地点和规则"), page);
  }

  private static List<Problem> problems(List<SetupReading.Fault> faults) {
    return faults.stream().map(f -> new Problem(f.field(), f.sentence())).toList();
  }
}
