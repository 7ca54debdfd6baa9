package duijie.matching;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An agency or a project as every search engine indexes it, so that all of them filter and find
 * alike.
 *
 * @param id the record's id
 * @param filter what it is filtered by
 * @param facets the values of each facet, wider ones included
 * @param nameTerms the terms and marks of its name, which count more in a list's order
 * @param terms the terms and marks of everything that a list is searched by, the name included,
 *     terms with repetitions
 * @param order what lists without a text are ordered by first, ascending; ids break ties
 */
public record IndexedRecord(
    String id,
    FilterFields filter,
    Map<SearchPage.Facet, Set<String>> facets,
    List<String> nameTerms,
    List<String> terms,
    String order) {

  public IndexedRecord {
    facets = Map.copyOf(facets);
    nameTerms = List.copyOf(nameTerms);
    terms = List.copyOf(terms);
  }
}
