package duijie.matching;

import java.util.Collection;
import java.util.List;

/**
 * The agencies, or the projects, in the search index. A change is seen by every call that begins
 * after the call that made it returned.
 *
 * @param <I> their ids
 * @param <T> the records
 */
public interface Candidates<I, T> {

  /** Puts these in, replacing those of the same ids. */
  void put(Collection<T> records);

  /** Takes these out; unknown ids are nothing. */
  void remove(Collection<I> ids);

  /** All that satisfy every clause, none missing, in no particular order. */
  List<I> passing(Filter filter);

  /**
   * Those among the passing whose text is nearest to these terms, at most {@code limit}, nearest
   * first and then by id: for use past the cap only.
   */
  List<I> nearest(Filter filter, List<String> terms, int limit);

  /** One page of the site's list. */
  SearchPage<I> search(SearchQuery query);

  /** How many the list has on all pages. */
  long count(SearchQuery query);
}
