package duijie.interests.web;

import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.interests.DeclaringInterest;
import duijie.interests.DeclaringInterest.Outcome;
import duijie.interests.Interest;
import duijie.interests.Interests;
import duijie.pages.Addresses;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Parameters;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.pages.Words;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an agency says that it is interested in a project, and takes it back. */
@Controller(InterestsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InterestsController {

  static final String PATH = "/interests";

  private static final String MISSING = "没有这个项目，可能地址不完整。请从项目的页面进入。";

  private final DeclaringInterest declaring;
  private final Interests interests;
  private final Projects projects;
  private final Agencies agencies;
  private final Shells shells;
  private final Html html;

  InterestsController(
      DeclaringInterest declaring,
      Interests interests,
      Projects projects,
      Agencies agencies,
      Shells shells,
      Html html) {
    this.declaring = declaring;
    this.interests = interests;
    this.projects = projects;
    this.agencies = agencies;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.SEEK_PROJECTS, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request) {
    var id = new Parameters(request.getParameters()).one("project").orElse("");
    return found(id)
        .<HttpResponse<String>>map(project -> page(HttpStatus.OK, request, project, "", null))
        .orElseGet(() -> html.notFound(Visitor.of(request), MISSING));
  }

  @May(value = Deed.SEEK_PROJECTS, of = OwnOrganisation.class)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<?> change(HttpRequest<?> request) {
    var form = Form.of(request);
    var project = found(form.text("project")).orElse(null);
    if (project == null) {
      return html.notFound(Visitor.of(request), MISSING);
    }
    var member = Visitor.of(request).member();
    var caller = Visitor.caller(request);
    if (form.has("withdraw")) {
      declaring.withdraw(project.id(), member, caller);
      return Said.INTEREST_WITHDRAWN.at(address(project));
    }
    return switch (declaring.declare(project.id(), member, form.text("note"), caller)) {
      case Outcome.Done() -> Said.INTEREST_DECLARED.at(address(project));
      case Outcome.Refused(var sentence) -> refused(request, project, sentence);
      case Outcome.Faulty(var sentence) -> refused(request, project, sentence);
    };
  }

  private HttpResponse<String> refused(HttpRequest<?> request, Project project, String sentence) {
    var note = Form.of(request).text("note");
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, project, note, sentence);
  }

  private Optional<Project> found(String id) {
    return projects
        .find(new Project.Id(id))
        .filter(project -> project.state() != Project.State.DRAFT);
  }

  private static String address(Project project) {
    return PATH + "?project=" + Addresses.encode(project.id().value());
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      Project project,
      String typed,
      @Nullable String problem) {
    var visitor = Visitor.of(request);
    var own = agency(visitor.member());
    var declared = interests.find(project.id(), own).orElse(null);
    var obstacle = declaring.obstacle(project, agencies.find(own).orElse(null)).orElse(null);
    var href = "/projects/" + Addresses.encode(project.id().value());
    var by = project.respondBy();
    var shell =
        shells.shell(
            visitor,
            "表达意向",
            "/projects",
            new Shell.Crumb("采购项目", "/projects"),
            new Shell.Crumb(project.name(), href),
            new Shell.Crumb("表达意向", null));
    var page =
        new InterestPage(
            project.id().value(),
            project.name(),
            href,
            by == null ? null : Words.minute(by),
            declared == null ? null : declared(declared),
            obstacle,
            typed,
            problem);
    return html.page(status, "interest", shell, page);
  }

  private static Agency.Id agency(Account member) {
    return new Agency.Id(member.organisation().id().value());
  }

  private static InterestPage.Declared declared(Interest interest) {
    var at = Words.minute(LocalDateTime.ofInstant(interest.at(), WorkingCalendar.ZONE));
    return new InterestPage.Declared(at, interest.note());
  }
}
