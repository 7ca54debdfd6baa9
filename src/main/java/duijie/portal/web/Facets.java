package duijie.portal.web;

import duijie.matching.AmountBand;
import duijie.matching.SearchPage;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ways to narrow a list, each choice with its count and the address that it leads to. */
@Singleton
final class Facets {

  /** So many choices of a facet are open; the others are folded away. */
  private static final int OPEN = 8;

  private final Regions regions;
  private final Vocabulary vocabulary;

  Facets(Regions regions, Vocabulary vocabulary) {
    this.regions = regions;
    this.vocabulary = vocabulary;
  }

  List<Facet> of(
      ListKind kind, ListQuery query, Map<SearchPage.Facet, List<SearchPage.Count>> counts) {
    var facets = new ArrayList<Facet>();
    facets.add(region(kind, query, byValue(counts, SearchPage.Facet.REGION)));
    facets.add(field(kind, query, byValue(counts, SearchPage.Facet.FIELD)));
    facets.add(state(kind, query, byValue(counts, SearchPage.Facet.STATE)));
    if (kind == ListKind.PROJECTS) {
      facets.add(band(kind, query, byValue(counts, SearchPage.Facet.AMOUNT)));
    }
    return facets.stream().filter(f -> !f.choices().isEmpty() || !f.path().isEmpty()).toList();
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

  private Facet field(ListKind kind, ListQuery query, Map<String, Long> counts) {
    var choices = new ArrayList<Facet.Choice>();
    var terms = vocabulary.terms(Term.Kind.SERVICE_FIELD);
    terms.stream()
        .filter(term -> term.parent() == null)
        .sorted(mostFrequent(counts))
        .forEach(
            root -> {
              boolean open =
                  query.fields().stream().anyMatch(vocabulary.withDescendants(root.id())::contains);
              add(choices, kind, query, counts, root, 0);
              if (open) {
                terms.stream()
                    .filter(term -> vocabulary.ancestors(term.id()).contains(root.id()))
                    .sorted(mostFrequent(counts))
                    .forEach(term -> add(choices, kind, query, counts, term, 1));
              }
            });
    return folded("field", "服务领域", List.of(), choices);
  }

  private static void add(
      List<Facet.Choice> choices,
      ListKind kind,
      ListQuery query,
      Map<String, Long> counts,
      Term term,
      int depth) {
    boolean chosen = query.fields().contains(term.id());
    long count = counts.getOrDefault(term.id().value(), 0L);
    if (count > 0 || chosen) {
      choices.add(
          new Facet.Choice(
              "field-" + term.id(),
              term.name(),
              Words.count(count),
              query.toggled(term.id()).at(kind.path()),
              chosen,
              depth));
    }
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
                        Words.count(counts.getOrDefault(e.getKey(), 0L)),
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
                Words.count(count),
                query.toggled(band).at(kind.path()),
                chosen,
                0));
      }
    }
    return new Facet("band", "预算金额", List.of(), choices, List.of());
  }

  /** What narrows the list now, each as a link that takes it away. */
  List<Facet.Choice> chips(ListKind kind, ListQuery query) {
    var chips = new ArrayList<Facet.Choice>();
    if (!query.text().isEmpty()) {
      chips.add(chip("q", "搜索：" + query.text(), query.withText("").at(kind.path())));
    }
    var region = query.region();
    if (region != null) {
      chips.add(
          chip(
              "region",
              "区划：" + regions.pathName(region).replace("/", " · "),
              query.withRegion(null).at(kind.path())));
    }
    if (query.outside()) {
      chips.add(chip("area", "只看县外", query.withOutside(false).at(kind.path())));
    }
    for (var field : query.fields()) {
      var name = vocabulary.find(field).map(Term::name).orElse(field.value());
      chips.add(chip("field-" + field, "领域：" + name, query.toggled(field).at(kind.path())));
    }
    for (var state : query.states()) {
      chips.add(
          chip(
              "state-" + state,
              "状态：" + kind.states().get(state),
              query.toggled(state).at(kind.path())));
    }
    for (var band : query.bands()) {
      chips.add(chip("band-" + band, "预算：" + band.label(), query.toggled(band).at(kind.path())));
    }
    return chips;
  }

  private static Facet.Choice chip(String id, String label, String href) {
    return new Facet.Choice("chip-" + id, label, null, href, true, 0);
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

  private static Comparator<Term> mostFrequent(Map<String, Long> counts) {
    // Sorting is stable: equally frequent terms keep the order of the vocabulary.
    return Comparator.comparingLong(term -> -counts.getOrDefault(term.id().value(), 0L));
  }

  /** How many records there are under each value of a facet. */
  static Map<String, Long> byValue(
      Map<SearchPage.Facet, List<SearchPage.Count>> counts, SearchPage.Facet facet) {
    return counts.getOrDefault(facet, List.of()).stream()
        .filter(count -> count.count() > 0)
        .collect(Collectors.toMap(SearchPage.Count::value, SearchPage.Count::count, Long::sum));
  }
}
