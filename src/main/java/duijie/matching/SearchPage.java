package duijie.matching;

import java.util.List;
import java.util.Map;

/**
 * One page of a list with the counts that its facets show.
 *
 * @param <I> the kind of id
 * @param ids the records of this page in order: by relevance where a text was given, else newest or
 *     by name
 * @param total how many there are on all pages
 * @param someWordsOnly no record had all words that were asked for, so these have some of them,
 *     those with more of them first
 * @param facets for each facet, how many records there would be under each value if it alone were
 *     chosen in that facet, the other facets as they are; most frequent first, then by value
 */
public record SearchPage<I>(
    List<I> ids, long total, boolean someWordsOnly, Map<Facet, List<Count>> facets) {

  public SearchPage {
    ids = List.copyOf(ids);
    facets = Map.copyOf(facets);
  }

  /** What lists can be narrowed by. */
  public enum Facet {
    /** Values are region codes of all levels. */
    REGION,
    /** Values are ids of service fields, wider ones counting what the narrower ones count. */
    FIELD,
    /** Values are enum names of states. */
    STATE,
    /** Values are names of {@link AmountBand}. */
    AMOUNT
  }

  /** How often a value occurs. */
  public record Count(String value, long count) {}
}
