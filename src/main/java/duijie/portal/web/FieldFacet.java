package duijie.portal.web;

import duijie.pages.Words;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The service fields to narrow a list by: the wide ones, and the narrower ones of those that are
 * chosen. Records have several fields, so what a further choice adds is asked of the index.
 */
@Singleton
final class FieldFacet {

  private final Vocabulary vocabulary;
  private final Finder finder;

  FieldFacet(Vocabulary vocabulary, Finder finder) {
    this.vocabulary = vocabulary;
    this.finder = finder;
  }

  /**
   * The choices.
   *
   * @param alone how many records there would be under each field if it alone were chosen
   * @param total how many records the list has now
   */
  List<Facet.Choice> choices(ListKind kind, ListQuery query, Map<String, Long> alone, long total) {
    var shown = new ArrayList<Facet.Choice>();
    var terms = vocabulary.terms(Term.Kind.SERVICE_FIELD);
    // Sorting is stable: equally frequent terms keep the order of the vocabulary.
    var mostFrequent =
        Comparator.<Term>comparingLong(term -> -alone.getOrDefault(term.id().value(), 0L));
    for (var root :
        terms.stream().filter(term -> term.parent() == null).sorted(mostFrequent).toList()) {
      add(shown, kind, query, alone, total, root, 0);
      if (query.fields().stream().anyMatch(vocabulary.withDescendants(root.id())::contains)) {
        terms.stream()
            .filter(term -> vocabulary.ancestors(term.id()).contains(root.id()))
            .sorted(mostFrequent)
            .forEach(term -> add(shown, kind, query, alone, total, term, 1));
      }
    }
    return shown;
  }

  private void add(
      List<Facet.Choice> shown,
      ListKind kind,
      ListQuery query,
      Map<String, Long> alone,
      long total,
      Term term,
      int depth) {
    boolean chosen = query.fields().contains(term.id());
    long count = alone.getOrDefault(term.id().value(), 0L);
    if (count > 0 || chosen) {
      var next = clicked(query, term.id());
      shown.add(
          new Facet.Choice(
              "field-" + term.id(),
              term.name(),
              query.fields().isEmpty() || chosen
                  ? Words.count(count)
                  : further(kind, query, next, total),
              next.at(kind.path()),
              chosen,
              depth));
    }
  }

  /** What a click gives: so many more, or where it replaces another choice so many in all. */
  private String further(ListKind kind, ListQuery query, ListQuery next, long total) {
    long then = finder.count(kind, next);
    return next.fields().containsAll(query.fields())
        ? "+" + Words.count(then - total)
        : Words.count(then);
  }

  /**
   * With this field chosen, or not chosen where it was. A field takes the place of those that it
   * lies within and of those within it: beside a wider one it would change nothing.
   */
  ListQuery clicked(ListQuery query, Term.Id field) {
    var fields = new TreeSet<>(query.fields());
    if (!fields.remove(field)) {
      fields.removeAll(vocabulary.ancestors(field));
      fields.removeAll(vocabulary.withDescendants(field));
      fields.add(field);
    }
    return query.withFields(fields);
  }
}
