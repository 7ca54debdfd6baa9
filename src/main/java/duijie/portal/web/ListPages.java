package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.matching.SearchPage;
import duijie.pages.Paging;
import duijie.pages.Visitor;
import duijie.pages.Words;
import duijie.portal.HomeCounty;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the view of a list from what the index found. */
@Singleton
final class ListPages {

  private final Facets facets;
  private final Chips chips;
  private final Words words;
  private final WorkbookDownloads downloads;
  private final @Nullable HomeCounty home;

  ListPages(
      Facets facets,
      Chips chips,
      Words words,
      WorkbookDownloads downloads,
      Optional<HomeCounty> home) {
    this.facets = facets;
    this.chips = chips;
    this.words = words;
    this.downloads = downloads;
    this.home = home.orElse(null);
  }

  ListPage page(
      Visitor visitor, ListKind kind, ListQuery query, SearchPage<?> found, List<Row> rows) {
    return new ListPage(
        kind.path(),
        kind.noun(),
        kind.measure(),
        query.text(),
        query.withText("").params(),
        order(kind, query),
        found.someWordsOnly(),
        Words.count(found.total()),
        rows,
        areas(kind, query),
        facets.of(kind, query, found),
        chips.of(kind, query),
        query.narrowed() ? ListQuery.ALL.withSize(query.size()).at(kind.path()) : null,
        Paging.of(
            found.total(), query.page(), query.size(), n -> query.withPage(n).at(kind.path())),
        sizes(kind, query),
        kind == ListKind.PROJECTS && visitor.may(Deed.TAKE_WORKBOOK) ? downloads.of(query) : null,
        kind == ListKind.PROJECTS && visitor.signedIn() && query.narrowed()
            ? SavedQueries.written(query)
            : null);
  }

  private static String order(ListKind kind, ListQuery query) {
    if (!query.text().isEmpty()) {
      return "按相关程度排列";
    }
    return kind == ListKind.PROJECTS ? "按发布日期从新到旧排列" : "按名称拼音排列";
  }

  /** Everything, inside the home county, or outside it. */
  private List<Facet.Choice> areas(ListKind kind, ListQuery query) {
    if (home == null) {
      return List.of();
    }
    var region = query.region();
    boolean inside = region != null && home.code().covers(region);
    var everywhere = query.withOutside(false).withRegion(inside ? null : region);
    var areas = new ArrayList<Facet.Choice>();
    areas.add(area("all", "全部", everywhere, kind, !inside && !query.outside()));
    areas.add(
        area(
            "inside",
            words.name(home.code()) + "（县内）",
            query.withOutside(false).withRegion(inside ? region : home.code()),
            kind,
            inside));
    areas.add(area("outside", "县外", everywhere.withOutside(true), kind, query.outside()));
    return areas;
  }

  private static Facet.Choice area(
      String id, String label, ListQuery query, ListKind kind, boolean chosen) {
    return new Facet.Choice("area-" + id, label, null, query.at(kind.path()), chosen, 0);
  }

  private static List<Facet.Choice> sizes(ListKind kind, ListQuery query) {
    return ListQuery.SIZES.stream()
        .map(
            size ->
                new Facet.Choice(
                    "size-" + size,
                    Integer.toString(size),
                    null,
                    query.withSize(size).at(kind.path()),
                    size == query.size(),
                    0))
        .toList();
  }
}
