package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import duijie.matching.Condition;
import duijie.matching.ListQuestion;
import duijie.matching.SearchPage.Count;
import duijie.matching.SearchPage.Facet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The question to a list, asked of the servers. */
record Listing(Reading reading, ListQuestion question) {

  private static final String VALUES = "values";

  /** How many values a facet shows at most: enough for every county of the nation. */
  private static final int SHOWN = 4_000;

  /** More than there are divisions down to the towns: what each part of an index counts. */
  private static final int COUNTED = 60_000;

  private static final Comparator<Count> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);

  private static final List<SortOptions> ORDER =
      List.of(
          Reading.BEST_FIRST,
          SortOptions.of(sort -> sort.field(f -> f.field(Fields.ORDER).order(SortOrder.Asc))),
          Reading.BY_ID);

  /**
   * What a list shows.
   *
   * @param ids of the page
   */
  record Found(List<String> ids, long total, Map<Facet, List<Count>> facets) {}

  Found page(int offset, int limit) {
    boolean near = (long) offset + limit <= Reading.WINDOW;
    var query = Queries.counting(question.condition());
    var chosen = Queries.queryOf(new Condition.AllOf(List.copyOf(question.chosen().values())));
    var aggregations = aggregations();
    var answer =
        reading.ask(
            search ->
                search
                    .query(query)
                    .postFilter(chosen)
                    .aggregations(aggregations)
                    .trackTotalHits(total -> total.enabled(true))
                    .sort(ORDER)
                    .from(near ? offset : 0)
                    .size(near ? limit : 0));
    var total = Objects.requireNonNull(answer.hits().total()).value();
    var ids =
        near ? answer.hits().hits().stream().map(Reading::id).toList() : far(offset, limit, total);
    return new Found(ids, total, counts(answer.aggregations()));
  }

  /** Beyond what a single answer may hold: from page to page until there. */
  private List<String> far(int offset, int limit, long total) {
    if (offset >= total) {
      return List.of();
    }
    return reading
        .every(Queries.counting(question.narrowed()), ORDER, (long) offset + limit)
        .stream()
        .skip(offset)
        .map(Reading::id)
        .toList();
  }

  private Map<String, Aggregation> aggregations() {
    var aggregations = new LinkedHashMap<String, Aggregation>();
    for (var facet : Facet.values()) {
      Query others = Queries.queryOf(new Condition.AllOf(question.choicesBut(facet)));
      aggregations.put(
          facet.name(),
          Aggregation.of(
              aggregation ->
                  aggregation
                      .filter(others)
                      .aggregations(
                          VALUES,
                          values ->
                              values.terms(
                                  terms ->
                                      terms
                                          .field(Fields.facet(facet))
                                          .size(SHOWN)
                                          .shardSize(COUNTED)))));
    }
    return aggregations;
  }

  private static Map<Facet, List<Count>> counts(Map<String, Aggregate> answered) {
    var counts = new EnumMap<Facet, List<Count>>(Facet.class);
    for (var facet : Facet.values()) {
      var filtered = Objects.requireNonNull(answered.get(facet.name())).filter();
      var values = Objects.requireNonNull(filtered.aggregations().get(VALUES));
      counts.put(
          facet,
          values.sterms().buckets().array().stream()
              .map(bucket -> new Count(bucket.key().stringValue(), bucket.docCount()))
              .sorted(MOST_FREQUENT_FIRST)
              .toList());
    }
    return counts;
  }

  long count() {
    return reading.count(Queries.queryOf(question.narrowed()));
  }
}
