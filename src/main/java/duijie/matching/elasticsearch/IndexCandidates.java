package duijie.matching.elasticsearch;

import static duijie.matching.ListQuestion.Having.EVERY_WORD;
import static duijie.matching.ListQuestion.Having.SOME_WORDS;

import duijie.matching.Candidates;
import duijie.matching.Condition;
import duijie.matching.Condition.AllOf;
import duijie.matching.Filter;
import duijie.matching.ListQuestion;
import duijie.matching.SearchPage;
import duijie.matching.SearchQuery;
import duijie.vocabulary.TextAnalysis;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The agencies, or the projects, of an index. They are put in and taken out elsewhere. */
record IndexCandidates<I, T>(Reading reading, Function<String, I> idOf, TextAnalysis analysis)
    implements Candidates<I, T> {

  @Override
  public void put(Collection<T> records) {
    // The shared index is written to by whoever keeps it.
  }

  @Override
  public void remove(Collection<I> ids) {
    // The shared index is written to by whoever keeps it.
  }

  @Override
  public List<I> passing(Filter filter) {
    var query = Queries.queryOf(Condition.of(filter));
    return ids(
        reading.every(query, List.of(Reading.BY_ID), Long.MAX_VALUE).stream()
            .map(Reading::id)
            .toList());
  }

  @Override
  public List<I> nearest(Filter filter, List<String> terms, int limit) {
    var near = new AllOf(List.of(ListQuestion.near(terms, analysis), Condition.of(filter)));
    var order = List.of(Reading.BEST_FIRST, Reading.BY_ID);
    return ids(
        reading.every(Queries.counting(near), order, limit).stream().map(Reading::id).toList());
  }

  @Override
  public SearchPage<I> search(SearchQuery query) {
    var asked = analysis.query(query.text());
    var found =
        new Listing(reading, ListQuestion.of(query, asked, EVERY_WORD))
            .page(query.offset(), query.limit());
    boolean someWords = found.total() == 0 && asked.wishes().size() > 1;
    if (someWords) {
      found =
          new Listing(reading, ListQuestion.of(query, asked, SOME_WORDS))
              .page(query.offset(), query.limit());
    }
    return new SearchPage<>(
        ids(found.ids()), found.total(), someWords && found.total() > 0, found.facets());
  }

  @Override
  public long count(SearchQuery query) {
    var asked = analysis.query(query.text());
    long every = new Listing(reading, ListQuestion.of(query, asked, EVERY_WORD)).count();
    return every == 0 && asked.wishes().size() > 1
        ? new Listing(reading, ListQuestion.of(query, asked, SOME_WORDS)).count()
        : every;
  }

  private List<I> ids(List<String> found) {
    return found.stream().map(idOf).toList();
  }
}
