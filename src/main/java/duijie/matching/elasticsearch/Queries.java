package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import duijie.matching.Condition;
import duijie.matching.Filter;
import java.util.Collection;
import java.util.List;

/** Conditions in Elasticsearch's terms. */
final class Queries {

  private Queries() {}

  /** Finds what has it; the score is what a record counts. */
  static Query counting(Condition condition) {
    return condition.counts() ? queryOf(condition) : constant(queryOf(condition), 1);
  }

  /** Finds what has it; the score means nothing. */
  static Query queryOf(Condition condition) {
    return switch (condition) {
      case Condition.Has(var place, var term) ->
          Query.of(
              query -> query.term(has -> has.field(Fields.place(place)).value(Fields.clip(term))));
      case Condition.Passes(var test) -> queryOf(test);
      case Condition.Under(var facet, var values) -> anyOf(Fields.facet(facet), values);
      case Condition.AllOf(var parts) -> allOf(parts);
      case Condition.AnyOf(var parts) -> anyOf(parts);
      case Condition.Preferring(var required, var welcome) -> {
        var query = required(required).minimumShouldMatch("0");
        welcome.forEach(part -> query.should(counting(part)));
        yield query.build()._toQuery();
      }
      case Condition.Without(var required, var unwanted) ->
          required(required).mustNot(queryOf(unwanted)).build()._toQuery();
      case Condition.Counting(var counted, var points) -> constant(queryOf(counted), points);
    };
  }

  private static Query constant(Query query, int points) {
    return Query.of(q -> q.constantScore(constant -> constant.filter(query).boost((float) points)));
  }

  private static Query allOf(List<Condition> parts) {
    if (parts.isEmpty()) {
      return Query.of(query -> query.matchAll(all -> all));
    }
    var all = new BoolQuery.Builder();
    parts.forEach(part -> require(all, part));
    return all.build()._toQuery();
  }

  private static Query anyOf(List<Condition> parts) {
    if (parts.isEmpty()) {
      return Query.of(query -> query.matchNone(none -> none));
    }
    if (parts.size() == 1) {
      return queryOf(parts.getFirst());
    }
    var any = new BoolQuery.Builder().minimumShouldMatch("1");
    parts.forEach(part -> any.should(queryOf(part)));
    return any.build()._toQuery();
  }

  private static BoolQuery.Builder required(Condition condition) {
    var query = new BoolQuery.Builder();
    require(query, condition);
    return query;
  }

  private static void require(BoolQuery.Builder query, Condition condition) {
    if (condition.counts()) {
      query.must(queryOf(condition));
    } else {
      query.filter(queryOf(condition));
    }
  }

  private static Query queryOf(Filter.Test test) {
    return switch (test) {
      case Filter.Test.HasAny(var field, var values) -> anyOf(Fields.filter(field), values);
      case Filter.Test.Between(var field, var from, var to) ->
          Query.of(
              query ->
                  query.range(
                      range ->
                          range.term(
                              bounds ->
                                  bounds
                                      .field(Fields.filter(field))
                                      .gte(Long.toString(from))
                                      .lte(Long.toString(to)))));
    };
  }

  private static Query anyOf(String field, Collection<String> values) {
    var asked = values.stream().map(value -> FieldValue.of(Fields.clip(value))).toList();
    return Query.of(query -> query.terms(terms -> terms.field(field).terms(t -> t.value(asked))));
  }
}
