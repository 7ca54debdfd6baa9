package duijie.matching;

import static duijie.matching.ListQuestion.Having.EVERY_WORD;
import static duijie.matching.ListQuestion.Having.SOME_WORDS;

import duijie.matching.SearchPage.Count;
import duijie.matching.SearchPage.Facet;
import duijie.vocabulary.TextAnalysis;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers without any index, by looking at every record there is: slow, and never out of date.
 *
 * @param all every record, as it is now; the stream is closed
 */
record PlainCandidates<I, T>(
    Supplier<Stream<T>> all,
    Function<T, I> idOf,
    Evaluation.Reader<T> reader,
    TextAnalysis analysis)
    implements Candidates<I, T> {

  /** How many values a facet shows at most: enough for every county of the nation. */
  private static final int VALUES = 4_000;

  /** Longer values are not told apart beyond that, as in every engine. */
  private static final int LONGEST = 1_000;

  private static final Comparator<Count> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);

  private static final Comparator<Place> BEST_FIRST =
      Comparator.comparingInt(Place::points)
          .reversed()
          .thenComparing(Place::order, Arrays::compareUnsigned)
          .thenComparing(Place::id, Arrays::compareUnsigned);

  /**
   * Where a record stands in a list. Texts are compared as engines do, by their bytes.
   *
   * @param value the record's id
   */
  private record Place(int points, byte[] order, byte[] id, Object value) {}

  @Override
  public void put(Collection<T> records) {
    // The records themselves are elsewhere.
  }

  @Override
  public void remove(Collection<I> ids) {
    // The records themselves are elsewhere.
  }

  @Override
  public List<I> passing(Filter filter) {
    var condition = Condition.of(filter);
    try (var records = all.get()) {
      return records
          .filter(record -> new Evaluation<>(record, reader).holds(condition))
          .map(idOf)
          .toList();
    }
  }

  @Override
  public List<I> nearest(Filter filter, List<String> terms, int limit) {
    var near =
        new Condition.AllOf(List.of(Condition.of(filter), ListQuestion.near(terms, analysis)));
    var places = new ArrayList<Place>();
    try (var records = all.get()) {
      records.forEach(
          record -> {
            int points = new Evaluation<>(record, reader).points(near);
            if (points >= 0) {
              places.add(place(record, points, ""));
            }
          });
    }
    return ids(places, 0, limit);
  }

  @Override
  public SearchPage<I> search(SearchQuery query) {
    var asked = analysis.query(query.text());
    var found = found(ListQuestion.of(query, asked, EVERY_WORD));
    boolean someWords = found.places().isEmpty() && asked.wishes().size() > 1;
    if (someWords) {
      found = found(ListQuestion.of(query, asked, SOME_WORDS));
    }
    int total = found.places().size();
    return new SearchPage<>(
        ids(found.places(), query.offset(), query.limit()),
        total,
        someWords && total > 0,
        found.facets());
  }

  @Override
  public long count(SearchQuery query) {
    return search(query).total();
  }

  /** What a list shows, in no order yet. */
  private record Found(List<Place> places, Map<Facet, List<Count>> facets) {}

  private Found found(ListQuestion question) {
    var places = new ArrayList<Place>();
    var counts = new EnumMap<Facet, Map<String, Long>>(Facet.class);
    for (var facet : Facet.values()) {
      counts.put(facet, new HashMap<>());
    }
    try (var records = all.get()) {
      records.forEach(record -> look(record, question, places, counts));
    }
    var facets = new EnumMap<Facet, List<Count>>(Facet.class);
    counts.forEach((facet, counted) -> facets.put(facet, sorted(counted)));
    return new Found(places, facets);
  }

  private void look(
      T record, ListQuestion question, List<Place> places, Map<Facet, Map<String, Long>> counts) {
    var evaluation = new Evaluation<>(record, reader);
    int points = evaluation.points(question.condition());
    if (points < 0) {
      return;
    }
    if (question.chosen().values().stream().allMatch(evaluation::holds)) {
      places.add(place(record, points, reader.order().apply(record)));
    }
    counts.forEach(
        (facet, counted) -> {
          if (question.choicesBut(facet).stream().allMatch(evaluation::holds)) {
            evaluation
                .facets()
                .getOrDefault(facet, Set.of())
                .forEach(value -> counted.merge(value, 1L, Long::sum));
          }
        });
  }

  private static List<Count> sorted(Map<String, Long> counted) {
    return counted.entrySet().stream()
        .map(value -> new Count(value.getKey(), value.getValue()))
        .sorted(MOST_FREQUENT_FIRST)
        .limit(VALUES)
        .toList();
  }

  private Place place(T record, int points, String order) {
    var id = idOf.apply(record);
    var clipped = order.length() <= LONGEST ? order : order.substring(0, LONGEST);
    return new Place(points, bytes(clipped), bytes(id.toString()), id);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @SuppressWarnings("unchecked") // places hold ids of this kind alone
  private List<I> ids(List<Place> places, int offset, int limit) {
    return places.stream()
        .sorted(BEST_FIRST)
        .skip(offset)
        .limit(limit)
        .map(place -> (I) place.value())
        .toList();
  }
}
