package duijie.portal.web;

import duijie.matching.CandidateIndex;
import duijie.matching.SearchPage;
import duijie.portal.HomeCounty;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The home page: numbers, the newest projects, ways in. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {

  /** States in which a project still looks for its agency. */
  static final Set<Project.State> OPEN =
      EnumSet.of(Project.State.INTENTION, Project.State.PUBLISHED, Project.State.MATCHING);

  private static final int LATEST = 8;

  private final CandidateIndex index;
  private final Projects projects;
  private final Regions regions;
  private final Vocabulary vocabulary;
  private final Rows rows;
  private final WorkbookDownloads downloads;
  private final Shells shells;
  private final Html html;
  private final @Nullable HomeCounty home;

  HomeController(
      CandidateIndex index,
      Projects projects,
      Regions regions,
      Vocabulary vocabulary,
      Rows rows,
      WorkbookDownloads downloads,
      Shells shells,
      Html html,
      Optional<HomeCounty> home) {
    this.index = index;
    this.projects = projects;
    this.regions = regions;
    this.vocabulary = vocabulary;
    this.rows = rows;
    this.downloads = downloads;
    this.shells = shells;
    this.html = html;
    this.home = home.orElse(null);
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> home() {
    var demand =
        index.projects().search(ListQuery.ALL.toSearch(ListKind.PROJECTS, home, 0, LATEST));
    var supply = index.agencies().search(ListQuery.ALL.toSearch(ListKind.AGENCIES, home, 0, 1));
    var page =
        new HomePage(
            List.of(
                total(ListKind.PROJECTS, "clipboard2-check", demand),
                total(ListKind.AGENCIES, "people", supply),
                open(demand),
                budgets()),
            projects.findAll(demand.ids()).stream().map(rows::row).toList(),
            fields(demand),
            towns(demand),
            downloads.openProjects());
    return html.page("home", shells.shell("首页", "/"), page);
  }

  private HomePage.Figure total(ListKind kind, String icon, SearchPage<?> found) {
    var parts = new ArrayList<HomePage.Part>();
    if (home != null) {
      var counts = Facets.byValue(found.facets(), SearchPage.Facet.REGION);
      long inside = counts.getOrDefault(home.code().value(), 0L);
      long known =
          counts.entrySet().stream()
              .filter(e -> e.getKey().length() == Region.Level.PROVINCE.digits())
              .mapToLong(Map.Entry::getValue)
              .sum();
      parts.add(
          new HomePage.Part(
              "县内", Words.count(inside), ListQuery.ALL.withRegion(home.code()).at(kind.path())));
      parts.add(
          new HomePage.Part(
              "县外", Words.count(known - inside), ListQuery.ALL.withOutside(true).at(kind.path())));
      if (found.total() > known) {
        parts.add(new HomePage.Part("区划未提供", Words.count(found.total() - known), null));
      }
    }
    var label = kind == ListKind.PROJECTS ? "采购项目" : "社工机构";
    return new HomePage.Figure(
        label, Words.count(found.total()), kind.measure(), icon, kind.path(), parts);
  }

  private static HomePage.Figure open(SearchPage<Project.Id> demand) {
    var counts = Facets.byValue(demand.facets(), SearchPage.Facet.STATE);
    var parts = new ArrayList<HomePage.Part>();
    long sum = 0;
    for (var state : OPEN) {
      long count = counts.getOrDefault(state.name(), 0L);
      sum += count;
      if (count > 0) {
        parts.add(
            new HomePage.Part(
                state.label(),
                Words.count(count),
                ListQuery.ALL.withStates(Set.of(state.name())).at(Links.PROJECTS)));
      }
    }
    return new HomePage.Figure(
        "正在找机构的项目", Words.count(sum), "个", "megaphone", openList().at(Links.PROJECTS), parts);
  }

  private HomePage.Figure budgets() {
    var all = projects.budgets(EnumSet.complementOf(EnumSet.of(Project.State.DRAFT)));
    var open = projects.budgets(OPEN);
    return new HomePage.Figure(
        "已公布的预算",
        Words.tenThousands(all.yuan()),
        "万元",
        "cash-coin",
        Links.PROJECTS,
        List.of(
            new HomePage.Part("公布预算的项目", Words.count(all.known()) + " 个", null),
            new HomePage.Part(
                "其中正在找机构",
                Words.tenThousands(open.yuan()) + " 万元",
                openList().at(Links.PROJECTS))));
  }

  /** The list of the projects that still look for their agency. */
  static ListQuery openList() {
    return ListQuery.ALL.withStates(OPEN.stream().map(Enum::name).collect(Collectors.toSet()));
  }

  private List<HomePage.Bar> fields(SearchPage<Project.Id> demand) {
    var counts = Facets.byValue(demand.facets(), SearchPage.Facet.FIELD);
    var roots =
        vocabulary.terms(Term.Kind.SERVICE_FIELD).stream()
            .filter(term -> term.parent() == null && counts.containsKey(term.id().value()))
            .sorted(Comparator.comparingLong(term -> -counts.getOrDefault(term.id().value(), 0L)))
            .limit(10)
            .toList();
    long most =
        roots.stream().mapToLong(t -> counts.getOrDefault(t.id().value(), 0L)).max().orElse(1);
    return roots.stream()
        .map(
            term -> {
              long count = counts.getOrDefault(term.id().value(), 0L);
              return new HomePage.Bar(
                  term.name(),
                  Words.count(count),
                  100.0 * count / most,
                  ListQuery.ALL.toggled(term.id()).at(Links.PROJECTS));
            })
        .toList();
  }

  private List<HomePage.Bar> towns(SearchPage<Project.Id> demand) {
    if (home == null) {
      return List.of();
    }
    var counts = Facets.byValue(demand.facets(), SearchPage.Facet.REGION);
    return regions.children(home.code()).stream()
        .filter(town -> counts.containsKey(town.code().value()))
        .map(
            town ->
                new HomePage.Bar(
                    town.name(),
                    Words.count(counts.getOrDefault(town.code().value(), 0L)),
                    0,
                    ListQuery.ALL.withRegion(town.code()).at(Links.PROJECTS)))
        .toList();
  }
}
