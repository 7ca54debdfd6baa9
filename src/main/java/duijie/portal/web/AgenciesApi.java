package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
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

/** Agencies, and the projects that suit them, for programs. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgenciesApi {

  private static final String AGENCIES = Api.V1 + "/agencies";

  private final Agencies agencies;
  private final Projects projects;
  private final Matching matching;
  private final Finder finder;
  private final ListApi lists;
  private final RecordJson records;
  private final Rows rows;
  private final Shells shells;

  AgenciesApi(
      Agencies agencies,
      Projects projects,
      Matching matching,
      Finder finder,
      ListApi lists,
      RecordJson records,
      Rows rows,
      Shells shells) {
    this.agencies = agencies;
    this.projects = projects;
    this.matching = matching;
    this.finder = finder;
    this.lists = lists;
    this.records = records;
    this.rows = rows;
    this.shells = shells;
  }

  @ForAnybody
  @Get("/agencies")
  HttpResponse<String> list(HttpRequest<?> request) {
    return lists.answer(
        request,
        ListKind.AGENCIES,
        finder::agencies,
        Agency.Id::value,
        ids -> agencies.findAll(ids).stream().map(records::brief).toList());
  }

  @ForAnybody
  @Get("/agencies/{+id}")
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return find(Links.identifier(request, AGENCIES))
        .<HttpResponse<String>>map(
            agency -> {
              var owner = new Organisation.Id(agency.id().value());
              boolean contacts = Visitor.of(request).may(Deed.SEE_CONTACTS, owner);
              return Answer.record(request, records.of(agency, contacts));
            })
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  @May(value = Deed.SEE_MATCHES_OF_AGENCY, of = AskedAgency.class)
  @Get("/agency-matches")
  HttpResponse<String> matches(HttpRequest<?> request) {
    var parameters = new Parameters(request.getParameters());
    var id = parameters.one("agency");
    var with = parameters.one("project");
    var tab = Tab.read(parameters);
    if (!parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    return find(id)
        .flatMap(
            agency ->
                with.isEmpty()
                    ? Optional.of(matches(agency, tab))
                    : pair(agency, new Project.Id(with.get())))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  private HttpResponse<String> matches(Agency agency, Tab tab) {
    var today = shells.today();
    var book = matching.ruleBook().version();
    Predicate<Project> open = rows::open;
    return Answer.ok(
        tab.excluded()
            ? MatchJson.exclusions(
                matching.excludedFor(agency, open, today).stream()
                    .sorted(MatchViews.nearest())
                    .toList(),
                tab.top(),
                book,
                today,
                "project",
                records::brief)
            : MatchJson.ranking(
                matching.projectsFor(agency, open, today, tab.top()),
                book,
                today,
                "project",
                records::brief));
  }

  private Optional<HttpResponse<String>> pair(Agency agency, Project.Id id) {
    return projects
        .find(id)
        .filter(PublicRecords::visible)
        .map(p -> Answer.ok(MatchJson.pair(matching.assess(p, agency, shells.today()))));
  }

  private Optional<Agency> find(Optional<String> id) {
    return id.map(Agency.Id::new).flatMap(agencies::find).filter(PublicRecords::visible);
  }
}
