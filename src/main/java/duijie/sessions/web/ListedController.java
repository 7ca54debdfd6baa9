package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.sessions.Organizing;
import duijie.sessions.Organizing.Outcome;
import duijie.sessions.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which projects a session lists. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ListedController {

  private static final String TITLE = "选项目";

  /** So many candidates are shown at once. */
  private static final int SHOWN = 200;

  private final SessionOwner owners;
  private final Sessions sessions;
  private final Projects projects;
  private final Organizing organizing;
  private final SessionShells shells;
  private final SessionViews views;
  private final Html html;
  private final Clock clock;

  ListedController(
      SessionOwner owners,
      Sessions sessions,
      Projects projects,
      Organizing organizing,
      SessionShells shells,
      SessionViews views,
      Html html,
      Clock clock) {
    this.owners = owners;
    this.sessions = sessions;
    this.projects = projects;
    this.organizing = organizing;
    this.shells = shells;
    this.views = views;
    this.html = html;
    this.clock = clock;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/projects", produces = MediaType.TEXT_HTML)
  HttpResponse<String> choose(HttpRequest<?> request, String id) {
    var query = new Parameters(request.getParameters()).text("q");
    return page(HttpStatus.OK, request, id, query, List.of());
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/projects",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> list(HttpRequest<?> request, String id) {
    var chosen = projects(Form.of(request));
    return answer(
        request, id, organizing.list(owners.session(id).id(), chosen, Visitor.caller(request)));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/projects/removal",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> unlist(HttpRequest<?> request, String id) {
    var chosen = projects(Form.of(request));
    return answer(
        request, id, organizing.unlist(owners.session(id).id(), chosen, Visitor.caller(request)));
  }

  private HttpResponse<?> answer(HttpRequest<?> request, String id, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var now) -> Said.SAVED.at(SessionsController.path(now.id()) + "/projects");
      case Outcome.Overtaken(var now) -> refused(request, id, List.of("别人刚改过，请再试一次。"));
      case Outcome.Refused(var now, var reasons) -> refused(request, id, reasons);
    };
  }

  private HttpResponse<String> refused(HttpRequest<?> request, String id, List<String> reasons) {
    var problems = reasons.stream().map(reason -> new Problem("candidates", reason)).toList();
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, id, Form.of(request).text("q"), problems);
  }

  private HttpResponse<String> page(
      HttpStatus status, HttpRequest<?> request, String id, String query, List<Problem> problems) {
    var session = owners.session(id);
    var listed = sessions.projects(session.id());
    var candidates = candidates(listed, query);
    var page =
        new ListedPage(
            SessionsController.path(session.id()),
            session.setup().name(),
            session.state().open(),
            projects.findAll(listed).stream().map(views::row).toList(),
            query,
            candidates.stream().limit(SHOWN).map(views::row).toList(),
            Math.max(0, candidates.size() - SHOWN),
            problems);
    return html.page(status, "session-projects", shells.part(request, session, TITLE), page);
  }

  /** The projects that look for an agency now. */
  private List<Project> candidates(Set<Project.Id> listed, String query) {
    var now = LocalDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    var wanted = query.toLowerCase(Locale.ROOT);
    try (var all = projects.stream()) {
      return all.filter(project -> project.openAt(now) && !listed.contains(project.id()))
          .filter(project -> says(project, wanted))
          .toList();
    }
  }

  private static boolean says(Project project, String wanted) {
    var text = project.id() + " " + project.name() + " " + project.buyer();
    return text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static List<Project.Id> projects(Form form) {
    return form.all("project").stream().map(Project.Id::new).toList();
  }
}
