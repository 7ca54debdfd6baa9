package duijie.portal.web;

import duijie.agencies.Agency;
import duijie.matching.Exclusion;
import duijie.matching.Matching;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;

/** The list of projects, and a project with the agencies that suit it. */
@Controller(Links.PROJECTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProjectsController {

  /** Whoever is deregistered comes last: nothing can mend that. */
  private static final Comparator<Exclusion<Agency>> NEAREST =
      Comparator.<Exclusion<Agency>, Boolean>comparing(
              e -> e.partner().state() == Agency.State.DEREGISTERED)
          .thenComparing(MatchViews.nearest());

  private final Projects projects;
  private final Matching matching;
  private final Finder finder;
  private final ListAnswers lists;
  private final RecordAnswers records;
  private final Rows rows;
  private final FactSheets facts;
  private final MatchViews matches;
  private final Shells shells;

  ProjectsController(
      Projects projects,
      Matching matching,
      Finder finder,
      ListAnswers lists,
      RecordAnswers records,
      Rows rows,
      FactSheets facts,
      MatchViews matches,
      Shells shells) {
    this.projects = projects;
    this.matching = matching;
    this.finder = finder;
    this.lists = lists;
    this.records = records;
    this.rows = rows;
    this.facts = facts;
    this.matches = matches;
    this.shells = shells;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    return lists.answer(
        request,
        ListKind.PROJECTS,
        finder::projects,
        ids -> projects.findAll(ids).stream().map(rows::row).toList());
  }

  @Get(uri = "/{+id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return records.answer(
        request,
        ListKind.PROJECTS,
        (value, tab) ->
            projects
                .find(new Project.Id(value))
                .filter(PublicRecords::visible)
                .map(project -> page(project, tab)));
  }

  private RecordPage page(Project project, Tab tab) {
    var today = shells.today();
    var path = Links.project(project.id());
    return new RecordPage(
        project.id().value(),
        ListKind.PROJECTS.title(),
        project.name(),
        project.demonstration(),
        project.state().label(),
        rows.tone(project),
        facts.fields(project.fields()),
        facts.of(project),
        ListKind.AGENCIES.noun(),
        ListKind.AGENCIES.measure(),
        tab.links(path, "匹配的机构", "被排除的机构"),
        tab.excluded()
            ? null
            : matches.ranking(
                matching.agenciesFor(project, PublicRecords::visible, today, tab.top()),
                matches::partner,
                today,
                tab.tops(path)),
        tab.excluded()
            ? matches.exclusions(
                matching.excludedFrom(project, PublicRecords::visible, today).stream()
                    .sorted(NEAREST)
                    .toList(),
                tab,
                path,
                matches::partner,
                agency -> matching.assess(project, agency, today))
            : null);
  }
}
