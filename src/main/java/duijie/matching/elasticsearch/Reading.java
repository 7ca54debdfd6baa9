package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import duijie.matching.IndexUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions to one index. Of a document its id alone is read, from the values that hits are sorted
 * by: that spares the servers looking into the documents.
 *
 * @param index its name, or another name of it
 */
record Reading(Connection connection, String index) {

  /** How many hits a single answer may hold; servers allow no more unless told to. */
  static final int WINDOW = 10_000;

  static final SortOptions BEST_FIRST =
      SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));

  /** Last in every order: it makes all of them the same each time. */
  static final SortOptions BY_ID =
      SortOptions.of(sort -> sort.field(field -> field.field(Fields.ID).order(SortOrder.Asc)));

  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  private static final int NOT_FOUND = 404;

  /** How long the servers hold a state of the index that nobody asks of. */
  private static final String KEPT = "1m";

  /** The id of the record that was found. */
  static String id(Hit<Void> hit) {
    // A point in time adds a value of its own.
    return hit.sort().reversed().stream()
        .filter(FieldValue::isString)
        .findFirst()
        .orElseThrow()
        .stringValue();
  }

  /** Asks once. */
  SearchResponse<Void> ask(UnaryOperator<SearchRequest.Builder> question) {
    return search(search -> question.apply(search).index(index));
  }

  /** What fits, in this order, at most so many: all of one state of the index. */
  List<Hit<Void>> every(Query query, List<SortOptions> order, long limit) {
    int first = (int) Math.min(WINDOW, limit);
    var hits =
        ask(search -> search.query(query).sort(order).size(first).version(true)).hits().hits();
    // What is the most that one answer may hold might not be all.
    return hits.size() < first || first == limit ? hits : paged(query, order, limit);
  }

  /** How many fit. */
  long count(Query query) {
    return guarded(
            () ->
                connection.ask(
                    Connection.QUESTION,
                    client -> client.count(count -> count.index(index).query(query))))
        .count();
  }

  private List<Hit<Void>> paged(Query query, List<SortOptions> order, long limit) {
    var pointInTime =
        guarded(
                () ->
                    connection.ask(
                        Connection.QUESTION,
                        client ->
                            client.openPointInTime(
                                open -> open.index(index).keepAlive(time -> time.time(KEPT)))))
            .id();
    try {
      var all = new ArrayList<Hit<Void>>();
      int size = WINDOW;
      while (size == WINDOW && all.size() < limit) {
        var after = all.isEmpty() ? null : all.getLast().sort();
        int wanted = (int) Math.min(WINDOW, limit - all.size());
        var page = search(search -> page(search, query, order, pointInTime, after).size(wanted));
        all.addAll(page.hits().hits());
        size = page.hits().hits().size();
      }
      return all;
    } finally {
      release(pointInTime);
    }
  }

  private static SearchRequest.Builder page(
      SearchRequest.Builder search,
      Query query,
      List<SortOptions> order,
      String pointInTime,
      @Nullable List<FieldValue> after) {
    search
        .query(query)
        .sort(order)
        .version(true)
        .pit(pit -> pit.id(pointInTime).keepAlive(time -> time.time(KEPT)));
    return after == null ? search : search.searchAfter(after);
  }

  /** The servers let it go by themselves, too, only later. */
  private void release(String pointInTime) {
    try {
      var unused =
          connection.ask(
              Connection.QUESTION, client -> client.closePointInTime(c -> c.id(pointInTime)));
    } catch (RuntimeException e) {
      LOG.debug("a point in time is left to end by itself", e);
    }
  }

  private SearchResponse<Void> search(UnaryOperator<SearchRequest.Builder> question) {
    var answer =
        guarded(
            () ->
                connection.ask(
                    Connection.QUESTION,
                    client ->
                        client.search(
                            search ->
                                question
                                    .apply(search)
                                    .source(source -> source.fetch(false))
                                    .storedFields("_none_")
                                    .allowPartialSearchResults(false),
                            Void.class)));
    if (answer.timedOut()) {
      throw new IndexUnavailable("the search took too long", null);
    }
    return answer;
  }

  /** An index that is not there yet, or not any more, is asked again later. */
  private <A> A guarded(Supplier<A> question) {
    try {
      return question.get();
    } catch (ElasticsearchException refusal) {
      if (refusal.status() == NOT_FOUND) {
        throw new IndexUnavailable("no index " + index, refusal);
      }
      throw refusal;
    }
  }
}
