package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.accounts.Role;
import duijie.matching.SearchPage;
import duijie.pages.Addresses;
import duijie.pages.ForAnybody;
import duijie.pages.Html;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.pages.Words;
import duijie.portal.HomeCounty;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The home page: numbers, the newest projects, ways in. */
@Controller
@ForAnybody
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {

  private static final int LATEST = 8;

  private final Finder finder;
  private final Figures figures;
  private final Projects projects;
  private final Regions regions;
  private final Vocabulary vocabulary;
  private final Rows rows;
  private final WorkbookDownloads downloads;
  private final Shells shells;
  private final Html html;
  private final @Nullable HomeCounty home;

  HomeController(
      Finder finder,
      Figures figures,
      Projects projects,
      Regions regions,
      Vocabulary vocabulary,
      Rows rows,
      WorkbookDownloads downloads,
      Shells shells,
      Html html,
      Optional<HomeCounty> home) {
    this.finder = finder;
    this.figures = figures;
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
  HttpResponse<String> home(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var demand = finder.projects(ListQuery.ALL, 0, LATEST);
    var page =
        new HomePage(
            figures.of(demand),
            projects.findAll(demand.ids()).stream().map(rows::row).toList(),
            fields(demand),
            towns(demand),
            ways(visitor),
            visitor.may(Deed.TAKE_WORKBOOK) ? downloads.openProjects() : null);
    return html.page("home", shells.shell(visitor, "首页", "/"), page);
  }

  private static List<HomePage.Way> ways(Visitor visitor) {
    var account = visitor.account();
    if (account != null && account.roles().contains(Role.AGENCY)) {
      var own = Links.AGENCIES + "/" + Addresses.encode(account.organisation().id().value());
      return List.of(
          new HomePage.Way("适合我们的项目", "按匹配分排列，每个项目都写明还差什么", own + "#matches", "people"),
          new HomePage.Way("全部采购项目", "打开项目，看本机构适不适合", Links.PROJECTS, "clipboard2-check"));
    }
    if (visitor.may(Deed.SEE_MATCHES_OF_PROJECT)) {
      return List.of(
          new HomePage.Way("采购项目", "打开项目，看哪些机构适合、为什么", Links.PROJECTS, "clipboard2-check"),
          new HomePage.Way("社工机构", "打开机构，看适合的项目、还差什么", Links.AGENCIES, "people"));
    }
    var ways = new ArrayList<HomePage.Way>();
    ways.add(new HomePage.Way("采购项目", "谁要买什么服务、预算多少、什么时候截止", Links.PROJECTS, "clipboard2-check"));
    ways.add(new HomePage.Way("社工机构", "有哪些机构、做什么服务、在哪里做", Links.AGENCIES, "people"));
    if (!visitor.signedIn()) {
      ways.add(new HomePage.Way("登录", "采购单位看推荐的机构，社工机构看适合的项目", "/sign-in", "box-arrow-in-right"));
    }
    return ways;
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
                  ListQuery.ALL.withField(term.id()).at(Links.PROJECTS));
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
