package duijie.portal.web;

import duijie.matching.AmountBand;
import duijie.matching.SearchPage;
import duijie.pages.Shell;
import duijie.pages.Words;
import duijie.regions.Region;
import duijie.regions.Regions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways to narrow a list, each choice with its count and the address that it leads to. */
@Singleton
final class Facets {

  /** So many choices of a facet are open; the others are folded away. */
  private static final int OPEN = 8;

  private final Regions regions;
  private final FieldFacet fields;
  private final Finder finder;

  Facets(Regions regions, FieldFacet fields, Finder finder) {
    this.regions = regions;
    this.fields = fields;
    this.finder = finder;
  }

  List<Facet> of(ListKind kind, ListQuery query, SearchPage<?> found) {
    var counts = found.facets();
    var facets = new ArrayList<Facet>();
    if (kind == ListKind.PROJECTS) {
      facets.add(open(query, found.total()));
    }
    facets.add(region(kind, query, byValue(counts, SearchPage.Facet.REGION)));
    facets.add(field(kind, query, byValue(counts, SearchPage.Facet.FIELD), found.total()));
    facets.add(state(kind, query, byValue(counts, SearchPage.Facet.STATE)));
    if (kind == ListKind.PROJECTS) {
      facets.add(band(kind, query, byValue(counts, SearchPage.Facet.AMOUNT)));
    }
    return facets.stream().filter(f -> !f.choices().isEmpty() || !f.path().isEmpty()).toList();
  }

  /**
   * Whether only what looks for its agency now; nothing to choose where there is no such project.
   */
  private Facet open(ListQuery query, long total) {
    long count = query.open() ? total : finder.count(ListKind.PROJECTS, query.withOpen(true));
    var choice =
        new Facet.Choice(
            "only-open",
            "正在找机构",
            Words.count(count),
            query.withOpen(!query.open()).at(Links.PROJECTS),
            query.open(),
            0);
    return new Facet(
        "only",
        "进展",
        List.of(),
        count > 0 || query.open() ? List.of(choice) : List.of(),
        List.of());
  }

  private Facet region(ListKind kind, ListQuery query, Map<String, Long> counts) {
    var here = query.region();
    var path = new ArrayList<Shell.Crumb>();
    if (here != null) {
      path.add(new Shell.Crumb("全国", query.withRegion(null).at(kind.path())));
      for (var step : regions.path(here)) {
        var href = step.code().equals(here) ? null : query.withRegion(step.code()).at(kind.path());
        path.add(new Shell.Crumb(step.name(), href));
      }
    }
    var below = here == null ? regions.provinces() : regions.children(here);
    var choices =
        below.stream()
            .filter(region -> counts.containsKey(region.code().value()))
            .sorted(
                Comparator.<Region>comparingLong(r -> -counts.getOrDefault(r.code().value(), 0L))
                    .thenComparing(Region::code))
            .map(
                region ->
                    new Facet.Choice(
                        "region-" + region.code(),
                        region.name(),
                        Words.count(counts.getOrDefault(region.code().value(), 0L)),
                        query.withRegion(region.code()).at(kind.path()),
                        false,
                        0))
            .toList();
    return folded("region", "区划", path, choices);
  }

  private Facet field(ListKind kind, ListQuery query, Map<String, Long> counts, long total) {
    return folded("field", "服务领域", List.of(), fields.choices(kind, query, counts, total));
  }

  private static Facet state(ListKind kind, ListQuery query, Map<String, Long> counts) {
    var choices =
        kind.states().entrySet().stream()
            .filter(e -> counts.containsKey(e.getKey()) || query.states().contains(e.getKey()))
            .map(
                e ->
                    new Facet.Choice(
                        "state-" + e.getKey(),
                        e.getValue(),
                        further(query.states(), e.getKey(), counts.getOrDefault(e.getKey(), 0L)),
                        query.toggled(e.getKey()).at(kind.path()),
                        query.states().contains(e.getKey()),
                        0))
            .toList();
    return new Facet("state", "状态", List.of(), choices, List.of());
  }

  private static Facet band(ListKind kind, ListQuery query, Map<String, Long> counts) {
    var choices = new ArrayList<Facet.Choice>();
    for (var band : AmountBand.values()) {
      boolean chosen = query.bands().contains(band);
      long count = counts.getOrDefault(band.name(), 0L);
      if (count > 0 || chosen) {
        choices.add(
            new Facet.Choice(
                "band-" + band.name(),
                band.label(),
                further(query.bands(), band, count),
                query.toggled(band).at(kind.path()),
                chosen,
                0));
      }
    }
    return new Facet("band", "预算金额", List.of(), choices, List.of());
  }

  /** So many records or, beside what is chosen already, so many more: a record has one value. */
  private static <T> String further(Set<T> chosen, T value, long count) {
    boolean adds = !chosen.isEmpty() && !chosen.contains(value);
    return (adds ? "+" : "") + Words.count(count);
  }

  /** Keeps the first ones and all that are chosen, with what belongs to them, open. */
  private static Facet folded(
      String id, String title, List<Shell.Crumb> path, List<Facet.Choice> choices) {
    if (choices.size() <= OPEN + 2) {
      return new Facet(id, title, path, choices, List.of());
    }
    int open = OPEN;
    for (int i = open; i < choices.size(); i++) {
      if (choices.get(i).chosen() || choices.get(i).depth() > 0) {
        open = i + 1;
      }
    }
    return new Facet(
        id, title, path, choices.subList(0, open), choices.subList(open, choices.size()));
  }

  /** How many records there are under each value of a facet. */
  static Map<String, Long> byValue(
      Map<SearchPage.Facet, List<SearchPage.Count>> counts, SearchPage.Facet facet) {
    return counts.getOrDefault(facet, List.of()).stream()
        .filter(count -> count.count() > 0)
        .collect(Collectors.toMap(SearchPage.Count::value, SearchPage.Count::count, Long::sum));
  }
}
