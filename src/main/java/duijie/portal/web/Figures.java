package duijie.portal.web;

import duijie.matching.SearchPage;
import duijie.pages.Words;
import duijie.portal.HomeCounty;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.regions.Region;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the numbers at the top of the home page: those of the home county, and apart from them what
 * lies elsewhere. Without a home county they are of everything.
 */
@Singleton
final class Figures {

  /** So many projects are read at a time. */
  private static final int BATCH = 1000;

  private final Finder finder;
  private final Projects projects;
  private final @Nullable HomeCounty home;

  Figures(Finder finder, Projects projects, Optional<HomeCounty> home) {
    this.finder = finder;
    this.projects = projects;
    this.home = home.orElse(null);
  }

  /** The figures, given what the list of all projects found. */
  List<HomePage.Figure> of(SearchPage<Project.Id> demand) {
    return List.of(
        counted("采购项目", "clipboard2-check", ListKind.PROJECTS, ListQuery.ALL, demand),
        counted(
            "社工机构",
            "people",
            ListKind.AGENCIES,
            ListQuery.ALL,
            finder.agencies(ListQuery.ALL, 0, 1)),
        counted(
            "正在找机构的项目",
            "megaphone",
            ListKind.PROJECTS,
            ListQuery.OPEN,
            finder.projects(ListQuery.OPEN, 0, 1)),
        budgets());
  }

  private HomePage.Figure counted(
      String label, String icon, ListKind kind, ListQuery query, SearchPage<?> found) {
    if (home == null) {
      return new HomePage.Figure(
          label,
          Words.count(found.total()),
          kind.measure(),
          icon,
          query.at(kind.path()),
          List.of());
    }
    var counts = Facets.byValue(found.facets(), SearchPage.Facet.REGION);
    long inside = counts.getOrDefault(home.code().value(), 0L);
    long known =
        counts.entrySet().stream()
            .filter(e -> e.getKey().length() == Region.Level.PROVINCE.digits())
            .mapToLong(Map.Entry::getValue)
            .sum();
    var parts = new ArrayList<HomePage.Part>();
    parts.add(
        new HomePage.Part(
            "县外", Words.count(known - inside), query.withOutside(true).at(kind.path())));
    if (found.total() > known) {
      parts.add(new HomePage.Part("区划未提供", Words.count(found.total() - known), null));
    }
    return new HomePage.Figure(
        "本县" + label,
        Words.count(inside),
        kind.measure(),
        icon,
        query.withRegion(home.code()).at(kind.path()),
        parts);
  }

  /** What the projects that look for their agency may cost, as far as they tell it. */
  private HomePage.Figure budgets() {
    var open = openProjects();
    var here = home;
    if (here == null) {
      var all = Sum.of(open, project -> true);
      return new HomePage.Figure(
          "正在找机构的预算",
          Words.tenThousands(all.yuan()),
          "万元",
          "cash-coin",
          ListQuery.OPEN.at(Links.PROJECTS),
          List.of(new HomePage.Part("公布预算的项目", Words.count(all.known()) + " 个", null)));
    }
    Predicate<Project> inside =
        project -> project.region() != null && here.code().covers(project.region());
    var own = Sum.of(open, inside);
    var others = Sum.of(open, inside.negate());
    return new HomePage.Figure(
        "本县正在找机构的预算",
        Words.tenThousands(own.yuan()),
        "万元",
        "cash-coin",
        ListQuery.OPEN.withRegion(here.code()).at(Links.PROJECTS),
        List.of(
            new HomePage.Part("公布预算的项目", Words.count(own.known()) + " 个", null),
            new HomePage.Part("其他地方", Words.tenThousands(others.yuan()) + " 万元", null)));
  }

  private List<Project> openProjects() {
    var open = new ArrayList<Project>();
    long total;
    int offset = 0;
    do {
      var page = finder.projects(ListQuery.OPEN, offset, BATCH);
      open.addAll(projects.findAll(page.ids()));
      total = page.total();
      offset += BATCH;
    } while (offset < total);
    return open;
  }

  /**
   * Budgets added up.
   *
   * @param known how many projects tell theirs
   */
  private record Sum(long known, BigDecimal yuan) {

    static Sum of(List<Project> projects, Predicate<Project> which) {
      var budgets =
          projects.stream().filter(which).map(Project::budget).filter(Objects::nonNull).toList();
      return new Sum(
          budgets.size(),
          budgets.stream().map(b -> b.yuan()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }
}
