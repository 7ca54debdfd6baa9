package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.matching.Matching;
import duijie.pages.ForAnybody;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.function.Predicate;

/** Projects, and the agencies that suit them, for programs. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProjectsApi {

  private static final String PROJECTS = Api.V1 + "/projects";

  private final Projects projects;
  private final Matching matching;
  private final Finder finder;
  private final ListApi lists;
  private final RecordJson records;
  private final Shells shells;

  ProjectsApi(
      Projects projects,
      Matching matching,
      Finder finder,
      ListApi lists,
      RecordJson records,
      Shells shells) {
    this.projects = projects;
    this.matching = matching;
    this.finder = finder;
    this.lists = lists;
    this.records = records;
    this.shells = shells;
  }

  @ForAnybody
  @Get("/projects")
  HttpResponse<String> list(HttpRequest<?> request) {
    return lists.answer(
        request,
        ListKind.PROJECTS,
        finder::projects,
        Project.Id::value,
        ids -> projects.findAll(ids).stream().map(records::brief).toList());
  }

  @ForAnybody
  @Get("/projects/{+id}")
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    boolean contacts = Visitor.of(request).may(Deed.SEE_CONTACTS);
    return find(Links.identifier(request, PROJECTS))
        .<HttpResponse<String>>map(p -> Answer.record(request, records.of(p, contacts)))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  @May(Deed.SEE_MATCHES_OF_PROJECT)
  @Get("/project-matches")
  HttpResponse<String> matches(HttpRequest<?> request) {
    var parameters = new Parameters(request.getParameters());
    var id = parameters.one("project");
    var tab = Tab.read(parameters);
    if (!parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    return find(id).map(p -> matches(p, tab)).orElseGet(() -> ApiProblem.notFound().answer());
  }

  private HttpResponse<String> matches(Project project, Tab tab) {
    var today = shells.today();
    var book = matching.ruleBook().version();
    Predicate<Agency> all = PublicRecords::visible;
    return Answer.ok(
        tab.excluded()
            ? MatchJson.exclusions(
                matching.excludedFrom(project, all, today).stream()
                    .sorted(ProjectsController.NEAREST)
                    .toList(),
                tab.top(),
                book,
                today,
                "agency",
                records::brief)
            : MatchJson.ranking(
                matching.agenciesFor(project, all, today, tab.top()),
                book,
                today,
                "agency",
                records::brief));
  }

  private Optional<Project> find(Optional<String> id) {
    return id.map(Project.Id::new).flatMap(projects::find).filter(PublicRecords::visible);
  }
}
