package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Declarations;
import duijie.matching.Matching;
import duijie.pages.ForAnybody;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Project;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.function.Predicate;

/** The list of agencies, and an agency with the projects that suit it. */
@Controller(Links.AGENCIES)
@ExecuteOn(TaskExecutors.BLOCKING)
@ForAnybody
final class AgenciesController {

  private final Agencies agencies;
  private final Declarations declarations;
  private final Matching matching;
  private final Finder finder;
  private final ListAnswers lists;
  private final RecordAnswers records;
  private final Rows rows;
  private final FactSheets facts;
  private final MatchViews matches;
  private final Shells shells;

  AgenciesController(
      Agencies agencies,
      Declarations declarations,
      Matching matching,
      Finder finder,
      ListAnswers lists,
      RecordAnswers records,
      Rows rows,
      FactSheets facts,
      MatchViews matches,
      Shells shells) {
    this.agencies = agencies;
    this.declarations = declarations;
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
        ListKind.AGENCIES,
        finder::agencies,
        ids -> {
          var passed = declarations.passed(ids);
          return agencies.findAll(ids).stream()
              .map(agency -> rows.row(agency, passed.contains(agency.id())))
              .toList();
        });
  }

  @Get(uri = "/{+id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return records.answer(
        request,
        ListKind.AGENCIES,
        (value, tab, visitor) ->
            agencies
                .find(new Agency.Id(value))
                .filter(PublicRecords::visible)
                .map(agency -> page(agency, tab, visitor)));
  }

  /** Where it stands, and whether the bureau has looked at its facts. */
  private String state(Agency agency) {
    boolean looked = !declarations.passed(List.of(agency.id())).isEmpty();
    return Rows.standing(agency, looked) + (looked ? " · 资料已核实" : " · 资料未经核实");
  }

  private RecordPage page(Agency agency, Tab tab, Visitor visitor) {
    var today = shells.today();
    var path = Links.agency(agency.id());
    var owner = new Organisation.Id(agency.id().value());
    boolean ranked = visitor.may(Deed.SEE_MATCHES_OF_AGENCY, owner);
    Predicate<Project> open = rows::open;
    return new RecordPage(
        agency.id().value(),
        path,
        ListKind.AGENCIES.title(),
        agency.name(),
        agency.demonstration(),
        state(agency),
        Rows.tone(agency.state()),
        facts.fields(agency.fields()),
        facts.of(agency, visitor.may(Deed.SEE_CONTACTS, owner)),
        ListKind.PROJECTS.noun(),
        ListKind.PROJECTS.measure(),
        ranked ? tab.links(path, "适合的项目", "不符合条件的项目") : List.of(),
        tab.excluded() || !ranked
            ? null
            : matches.ranking(
                matching.projectsFor(agency, open, today, tab.top()),
                matches::partner,
                today,
                tab.tops(path)),
        tab.excluded() && ranked
            ? matches.exclusions(
                matching.excludedFor(agency, open, today).stream()
                    .sorted(MatchViews.nearest())
                    .toList(),
                tab,
                path,
                matches::partner,
                project -> matching.assess(project, agency, today))
            : null,
        null,
        visitor.signedIn() ? null : "机构登录后，可以看到哪些项目适合自己、还差什么。",
        visitor.may(Deed.REVIEW_AGENCIES) ? Links.review(agency.id()) : null,
        null,
        null);
  }
}
