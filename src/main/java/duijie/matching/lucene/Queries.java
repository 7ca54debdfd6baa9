package duijie.matching.lucene;

import duijie.matching.Condition;
import duijie.matching.Filter;
import duijie.matching.ListQuestion;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Conditions in Lucene's terms. */
final class Queries {

  private Queries() {}

  /** A list's question: a record's score is what it counts. */
  static DrillDownQuery listing(ListQuestion question) {
    var narrowed = new DrillDownQuery(Documents.FACETS, counting(question.condition()));
    question
        .chosen()
        .forEach(
            (facet, choice) -> choice.values().forEach(value -> narrowed.add(facet.name(), value)));
    return narrowed;
  }

  /** Finds what has it; the score is what a record counts. */
  static Query counting(Condition condition) {
    return condition.counts() ? queryOf(condition) : new ConstantScoreQuery(queryOf(condition));
  }

  private static Query queryOf(Condition condition) {
    return switch (condition) {
      case Condition.Has(var place, var term) ->
          new TermQuery(new Term(field(place), Documents.clip(term)));
      case Condition.Passes(var test) -> queryOf(test);
      case Condition.Under(var facet, var values) -> {
        var any = new DrillDownQuery(Documents.FACETS);
        values.forEach(value -> any.add(facet.name(), value));
        yield any;
      }
      case Condition.AllOf(var parts) -> allOf(parts);
      case Condition.AnyOf(var parts) -> anyOf(parts);
      case Condition.Preferring(var required, var welcome) -> {
        var query = required(required);
        welcome.forEach(part -> query.add(counting(part), Occur.SHOULD));
        yield query.build();
      }
      case Condition.Without(var required, var unwanted) ->
          required(required).add(queryOf(unwanted), Occur.MUST_NOT).build();
      case Condition.Counting(var counted, var points) ->
          new BoostQuery(new ConstantScoreQuery(queryOf(counted)), points);
    };
  }

  private static Query allOf(List<Condition> parts) {
    if (parts.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    var all = new BooleanQuery.Builder();
    parts.forEach(part -> require(all, part));
    return all.build();
  }

  private static Query anyOf(List<Condition> parts) {
    if (parts.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    if (parts.size() == 1) {
      return queryOf(parts.getFirst());
    }
    var any = new BooleanQuery.Builder();
    parts.forEach(part -> any.add(queryOf(part), Occur.SHOULD));
    return any.build();
  }

  private static BooleanQuery.Builder required(Condition condition) {
    var query = new BooleanQuery.Builder();
    require(query, condition);
    return query;
  }

  private static void require(BooleanQuery.Builder query, Condition condition) {
    query.add(queryOf(condition), condition.counts() ? Occur.MUST : Occur.FILTER);
  }

  private static Query queryOf(Filter.Test test) {
    return switch (test) {
      case Filter.Test.HasAny(var field, var values) ->
          new TermInSetQuery(Documents.filter(field), values.stream().map(BytesRef::new).toList());
      case Filter.Test.Between(var field, var from, var to) ->
          LongField.newRangeQuery(Documents.filter(field), from, to);
    };
  }

  private static String field(Condition.Place place) {
    return switch (place) {
      case NAME -> Documents.NAME;
      case TEXT -> Documents.TEXT;
    };
  }
}
