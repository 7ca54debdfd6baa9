package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.accounts.Role;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.matching.Exclusion;
import duijie.matching.Matching;
import duijie.pages.ForAnybody;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of projects, and a project with the agencies that suit it. */
@Controller(Links.PROJECTS)
@ExecuteOn(TaskExecutors.BLOCKING)
@ForAnybody
final class ProjectsController {

  /** Whoever is deregistered comes last: nothing can mend that. */
  static final Comparator<Exclusion<Agency>> NEAREST =
      Comparator.<Exclusion<Agency>, Boolean>comparing(
              e -> e.partner().state() == Agency.State.DEREGISTERED)
          .thenComparing(MatchViews.nearest());

  private final Projects projects;
  private final Agencies agencies;
  private final Matching matching;
  private final Finder finder;
  private final ListAnswers lists;
  private final RecordAnswers records;
  private final Rows rows;
  private final FactSheets facts;
  private final MatchViews matches;
  private final ProjectStories stories;
  private final ProjectInterests interests;
  private final Shells shells;

  ProjectsController(
      Projects projects,
      Agencies agencies,
      Matching matching,
      Finder finder,
      ListAnswers lists,
      RecordAnswers records,
      Rows rows,
      FactSheets facts,
      MatchViews matches,
      ProjectStories stories,
      ProjectInterests interests,
      Shells shells) {
    this.projects = projects;
    this.agencies = agencies;
    this.matching = matching;
    this.finder = finder;
    this.lists = lists;
    this.records = records;
    this.rows = rows;
    this.facts = facts;
    this.matches = matches;
    this.stories = stories;
    this.interests = interests;
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
        (value, tab, visitor) ->
            projects
                .find(new Project.Id(value))
                .filter(PublicRecords::visible)
                .map(project -> page(project, tab, visitor)));
  }

  private RecordPage page(Project project, Tab tab, Visitor visitor) {
    var today = shells.today();
    var path = Links.project(project.id());
    boolean ranked = visitor.may(Deed.SEE_MATCHES_OF_PROJECT);
    return new RecordPage(
        project.id().value(),
        path,
        ListKind.PROJECTS.title(),
        project.name(),
        project.demonstration(),
        project.state().label(),
        rows.tone(project),
        facts.fields(project.fields()),
        facts.of(project, visitor.may(Deed.SEE_CONTACTS)),
        ListKind.AGENCIES.noun(),
        ListKind.AGENCIES.measure(),
        ranked ? tab.links(path, "匹配的机构", "被排除的机构") : List.of(),
        tab.excluded() || !ranked
            ? null
            : matches.ranking(
                matching.agenciesFor(project, PublicRecords::visible, today, tab.top()),
                matches::partner,
                today,
                tab.tops(path)),
        tab.excluded() && ranked
            ? matches.exclusions(
                matching.excludedFrom(project, PublicRecords::visible, today).stream()
                    .sorted(NEAREST)
                    .toList(),
                tab,
                path,
                matches::partner,
                agency -> matching.assess(project, agency, today))
            : null,
        own(project, visitor, today),
        visitor.signedIn() ? null : "购买主体和对接会组织者登录后，可以看到哪些机构适合、为什么；社工机构登录后，可以看到本机构适不适合、还差什么，也可以提问。",
        null,
        stories.of(project, visitor),
        interests.of(project, visitor, today));
  }

  /** How the visitor's own agency suits the project, for whoever comes for one. */
  private @Nullable MatchView own(Project project, Visitor visitor, LocalDate today) {
    var account = visitor.account();
    if (account == null
        || !account.roles().contains(Role.AGENCY)
        || !visitor.may(Deed.SEE_MATCHES_OF_AGENCY, account.organisation().id())) {
      return null;
    }
    return agencies
        .find(new Agency.Id(account.organisation().id().value()))
        .map(
            agency -> matches.own(matches.partner(agency), matching.assess(project, agency, today)))
        .orElse(null);
  }
}
