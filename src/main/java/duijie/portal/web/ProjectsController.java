package duijie.portal.web;

import duijie.matching.CandidateIndex;
import duijie.matching.Matching;
import duijie.portal.HomeCounty;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of projects, and a project with the agencies that suit it. */
@Controller(Links.PROJECTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProjectsController {

  private final CandidateIndex index;
  private final Projects projects;
  private final Matching matching;
  private final ListQueryReader reader;
  private final ListPages lists;
  private final Rows rows;
  private final FactSheets facts;
  private final MatchViews matches;
  private final WorkbookDownloads downloads;
  private final Shells shells;
  private final Html html;
  private final @Nullable HomeCounty home;

  ProjectsController(
      CandidateIndex index,
      Projects projects,
      Matching matching,
      ListQueryReader reader,
      ListPages lists,
      Rows rows,
      FactSheets facts,
      MatchViews matches,
      WorkbookDownloads downloads,
      Shells shells,
      Html html,
      Optional<HomeCounty> home) {
    this.index = index;
    this.projects = projects;
    this.matching = matching;
    this.reader = reader;
    this.lists = lists;
    this.rows = rows;
    this.facts = facts;
    this.matches = matches;
    this.downloads = downloads;
    this.shells = shells;
    this.html = html;
    this.home = home.orElse(null);
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var parameters = new Parameters(request.getParameters());
    var query = reader.read(parameters, ListKind.PROJECTS);
    if (!parameters.problems().isEmpty()) {
      return html.refused(parameters.problems());
    }
    var found = index.projects().search(query.toSearch(ListKind.PROJECTS, home));
    var page =
        lists.page(
            ListKind.PROJECTS,
            query,
            found,
            projects.findAll(found.ids()).stream().map(rows::row).toList(),
            downloads.of(query, found.total()));
    var shell = shells.shell("采购项目", Links.PROJECTS, new Shell.Crumb("采购项目", null));
    var status = page.paging().beyond() ? HttpStatus.NOT_FOUND : HttpStatus.OK;
    return html.page(status, "list", shell, page);
  }

  @Get(uri = "/{+id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    var parameters = new Parameters(request.getParameters());
    var tab = Tab.read(parameters);
    if (!parameters.problems().isEmpty()) {
      return html.refused(parameters.problems());
    }
    return Links.identifier(request, Links.PROJECTS)
        .flatMap(value -> projects.find(new Project.Id(value)))
        .filter(PublicRecords::visible)
        .<HttpResponse<String>>map(project -> page(project, tab))
        .orElseGet(() -> html.notFound("没有这个项目，可能已经撤下，或者编号有误。可以到采购项目列表里查找。"));
  }

  private HttpResponse<String> page(Project project, Tab tab) {
    var today = shells.today();
    var path = Links.project(project.id());
    var page =
        new RecordPage(
            project.id().value(),
            "采购项目",
            project.name(),
            project.demonstration(),
            project.state().label(),
            Rows.tone(project.state()),
            facts.fields(project.fields()),
            facts.of(project),
            "机构",
            "家",
            tab.links(path, "匹配的机构", "被排除的机构"),
            tab.excluded()
                ? null
                : matches.ranking(
                    PublicRecords.agencies(
                        matching.agenciesFor(project, today, tab.top() + PublicRecords.SPARE),
                        tab.top()),
                    matches::partner,
                    today,
                    tab.tops(path)),
            tab.excluded()
                ? matches.exclusions(
                    PublicRecords.agencies(matching.excludedFrom(project, today)).stream()
                        .sorted(Comparator.comparingInt(e -> e.failed().size()))
                        .toList(),
                    tab,
                    path,
                    matches::partner,
                    agency -> matching.assess(project, agency, today))
                : null);
    var shell =
        shells.shell(
            project.name(),
            Links.PROJECTS,
            new Shell.Crumb("采购项目", Links.PROJECTS),
            new Shell.Crumb(project.name(), null));
    var exclusions = page.exclusions();
    boolean beyond = exclusions != null && exclusions.paging().beyond();
    return html.page(beyond ? HttpStatus.NOT_FOUND : HttpStatus.OK, "record", shell, page);
  }
}
