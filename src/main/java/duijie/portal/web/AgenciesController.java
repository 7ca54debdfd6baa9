package duijie.portal.web;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.matching.CandidateIndex;
import duijie.matching.Exclusion;
import duijie.matching.Matching;
import duijie.portal.HomeCounty;
import duijie.projects.Project;
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

/** The list of agencies, and an agency with the projects that suit it. */
@Controller(Links.AGENCIES)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgenciesController {

  /** Projects that can still be won come first, and of those the ones that lack least. */
  private static final Comparator<Exclusion<Project>> NEAREST =
      Comparator.<Exclusion<Project>, Boolean>comparing(
              e -> !HomeController.OPEN.contains(e.partner().state()))
          .thenComparing(e -> e.failed().size());

  private final CandidateIndex index;
  private final Agencies agencies;
  private final Matching matching;
  private final ListQueryReader reader;
  private final ListPages lists;
  private final Rows rows;
  private final FactSheets facts;
  private final MatchViews matches;
  private final Shells shells;
  private final Html html;
  private final @Nullable HomeCounty home;

  AgenciesController(
      CandidateIndex index,
      Agencies agencies,
      Matching matching,
      ListQueryReader reader,
      ListPages lists,
      Rows rows,
      FactSheets facts,
      MatchViews matches,
      Shells shells,
      Html html,
      Optional<HomeCounty> home) {
    this.index = index;
    this.agencies = agencies;
    this.matching = matching;
    this.reader = reader;
    this.lists = lists;
    this.rows = rows;
    this.facts = facts;
    this.matches = matches;
    this.shells = shells;
    this.html = html;
    this.home = home.orElse(null);
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var parameters = new Parameters(request.getParameters());
    var query = reader.read(parameters, ListKind.AGENCIES);
    if (!parameters.problems().isEmpty()) {
      return html.refused(parameters.problems());
    }
    var found = index.agencies().search(query.toSearch(ListKind.AGENCIES, home));
    var page =
        lists.page(
            ListKind.AGENCIES,
            query,
            found,
            agencies.findAll(found.ids()).stream().map(rows::row).toList(),
            null);
    var shell = shells.shell("社工机构", Links.AGENCIES, new Shell.Crumb("社工机构", null));
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
    return Links.identifier(request, Links.AGENCIES)
        .flatMap(value -> agencies.find(new Agency.Id(value)))
        .filter(PublicRecords::visible)
        .<HttpResponse<String>>map(agency -> page(agency, tab))
        .orElseGet(() -> html.notFound("没有这家机构，可能已经撤下，或者编号有误。可以到社工机构列表里查找。"));
  }

  private HttpResponse<String> page(Agency agency, Tab tab) {
    var today = shells.today();
    var path = Links.agency(agency.id());
    var page =
        new RecordPage(
            agency.id().value(),
            "社工机构",
            agency.name(),
            agency.demonstration(),
            agency.state().label(),
            Rows.tone(agency.state()),
            facts.fields(agency.fields()),
            facts.of(agency),
            "项目",
            "个",
            tab.links(path, "适合的项目", "不符合条件的项目"),
            tab.excluded()
                ? null
                : matches.ranking(
                    PublicRecords.projects(
                        matching.projectsFor(agency, today, tab.top() + PublicRecords.SPARE),
                        tab.top()),
                    matches::partner,
                    today,
                    tab.tops(path)),
            tab.excluded()
                ? matches.exclusions(
                    PublicRecords.projects(matching.excludedFor(agency, today)).stream()
                        .sorted(NEAREST)
                        .toList(),
                    tab,
                    path,
                    matches::partner,
                    project -> matching.assess(project, agency, today))
                : null);
    var shell =
        shells.shell(
            agency.name(),
            Links.AGENCIES,
            new Shell.Crumb("社工机构", Links.AGENCIES),
            new Shell.Crumb(agency.name(), null));
    var exclusions = page.exclusions();
    boolean beyond = exclusions != null && exclusions.paging().beyond();
    return html.page(beyond ? HttpStatus.NOT_FOUND : HttpStatus.OK, "record", shell, page);
  }
}
