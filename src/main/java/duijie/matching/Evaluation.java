package duijie.matching;

import duijie.matching.Filter.Test.Between;
import duijie.matching.Filter.Test.HasAny;
import duijie.matching.SearchPage.Facet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether one record has what a condition wants, found out from the record alone. What costs time
 * to find out, such as the terms of its text, is looked for once it is asked for.
 */
final class Evaluation<T> {

  /** What a condition counts that does not hold. */
  private static final int NOT_HELD = -1;

  private final T record;
  private final Reader<T> reader;
  private @Nullable FilterFields fields;
  private @Nullable Map<Facet, Set<String>> facets;
  private @Nullable Set<String> name;
  private @Nullable Set<String> text;

  Evaluation(T record, Reader<T> reader) {
    this.record = record;
    this.reader = reader;
  }

  /** What is found out of records of one kind. */
  record Reader<T>(
      Function<T, FilterFields> fields,
      Function<T, Map<Facet, Set<String>>> facets,
      Function<T, String> order,
      Function<T, IndexedRecord> indexed) {}

  T record() {
    return record;
  }

  boolean holds(Condition condition) {
    return points(condition) >= 0;
  }

  /** What the record counts; negative where the condition does not hold. */
  int points(Condition condition) {
    return switch (condition) {
      case Condition.Has(var place, var term) -> held(terms(place).contains(term));
      case Condition.Passes(var test) -> held(passes(test));
      case Condition.Under(var facet, var values) ->
          held(!Collections.disjoint(facets().getOrDefault(facet, Set.of()), values));
      case Condition.AllOf(var parts) -> allOf(parts);
      case Condition.AnyOf(var parts) -> anyOf(parts);
      case Condition.Preferring(var required, var welcome) -> {
        int points = points(required);
        yield points < 0 ? NOT_HELD : points + Math.max(0, anyOf(welcome));
      }
      case Condition.Without(var required, var unwanted) -> {
        int points = points(required);
        yield points < 0 || holds(unwanted) ? NOT_HELD : points;
      }
      case Condition.Counting(var counted, var points) -> holds(counted) ? points : NOT_HELD;
    };
  }

  /** The values of each facet. */
  Map<Facet, Set<String>> facets() {
    var known = facets;
    if (known == null) {
      known = reader.facets().apply(record);
      facets = known;
    }
    return known;
  }

  private int allOf(List<Condition> parts) {
    int sum = 0;
    for (var part : parts) {
      int points = points(part);
      if (points < 0) {
        return NOT_HELD;
      }
      sum += points;
    }
    return sum;
  }

  private int anyOf(List<Condition> parts) {
    int sum = NOT_HELD;
    for (var part : parts) {
      int points = points(part);
      if (points >= 0) {
        sum = Math.max(0, sum) + points;
      }
    }
    return sum;
  }

  private static int held(boolean holds) {
    return holds ? 0 : NOT_HELD;
  }

  private boolean passes(Filter.Test test) {
    return switch (test) {
      case HasAny(var field, var values) ->
          !Collections.disjoint(fields().keywords().getOrDefault(field, Set.of()), values);
      case Between(var field, var from, var to) -> {
        var number = fields().numbers().get(field);
        yield number != null && number >= from && number <= to;
      }
    };
  }

  private FilterFields fields() {
    var known = fields;
    if (known == null) {
      known = reader.fields().apply(record);
      fields = known;
    }
    return known;
  }

  private Set<String> terms(Condition.Place place) {
    var knownName = name;
    var knownText = text;
    if (knownName == null || knownText == null) {
      var indexed = reader.indexed().apply(record);
      knownName = new HashSet<>(indexed.nameTerms());
      knownText = new HashSet<>(indexed.terms());
      name = knownName;
      text = knownText;
    }
    return place == Condition.Place.NAME ? knownName : knownText;
  }
}
