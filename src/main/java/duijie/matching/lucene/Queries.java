package duijie.matching.lucene;

import duijie.matching.Filter;
import duijie.matching.IndexField;
import duijie.matching.SearchPage.Facet;
import duijie.matching.SearchQuery;
import duijie.vocabulary.TextAnalysis;
import duijie.vocabulary.TextQuery;
import java.util.Comparator;
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

/** Filters and list queries in Lucene's terms. */
final class Queries {

  /** How many terms of a long text are asked for. */
  private static final int TERMS = 400;

  /** How many times as much a term counts in a name as elsewhere. */
  private static final int NAME_COUNTS = 4;

  /** How many wishes are counted where not all can be fulfilled. */
  private static final int WISHES = 60;

  /**
   * What a fulfilled wish counts where not all can be: more than all points together, and few
   * enough that the engine's numbers hold every sum exactly.
   */
  private static final int FULFILLED = 1 << 18;

  private final TextAnalysis analysis;

  Queries(TextAnalysis analysis) {
    this.analysis = analysis;
  }

  static Query filtering(Filter filter) {
    if (filter.clauses().isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    var all = new BooleanQuery.Builder();
    filter.clauses().forEach(clause -> all.add(oneOf(clause.anyOf()), Occur.FILTER));
    return all.build();
  }

  /** Finds what has at least one of the terms, by the engine's own relevance. */
  Query nearest(Filter filter, List<String> terms) {
    var any = new BooleanQuery.Builder();
    terms.stream()
        .distinct()
        .sorted(Comparator.comparingDouble(analysis::weight).reversed())
        .limit(TERMS)
        .forEach(term -> any.add(has(Documents.TEXT, term), Occur.SHOULD));
    if (filter.clauses().isEmpty()) {
      return any.build();
    }
    return new BooleanQuery.Builder()
        .add(any.build(), Occur.MUST)
        .add(filtering(filter), Occur.FILTER)
        .build();
  }

  /** How much of what was asked for a record must have. */
  enum Having {
    EVERY_WORD,
    SOME_WORDS
  }

  /**
   * Finds what fulfils the wishes and has one of the chosen values of each facet. The score counts
   * the points of what a record has, more in a name; unlike the engine's own it does not change
   * with what else is in the index. With {@link Having#SOME_WORDS} one more wish fulfilled counts
   * more than all points.
   */
  DrillDownQuery listing(SearchQuery query, TextQuery asked, Having having) {
    var narrowed = new DrillDownQuery(Documents.FACETS, base(query, having(asked, having)));
    if (query.region() != null) {
      narrowed.add(Facet.REGION.name(), query.region().value());
    }
    query.fields().forEach(field -> narrowed.add(Facet.FIELD.name(), field.value()));
    query.states().forEach(state -> narrowed.add(Facet.STATE.name(), state));
    query.bands().forEach(band -> narrowed.add(Facet.AMOUNT.name(), band.name()));
    return narrowed;
  }

  private static Query base(SearchQuery query, Query having) {
    if (query.outside() == null && query.openAt() == null) {
      return having;
    }
    var base = new BooleanQuery.Builder().add(having, Occur.MUST);
    if (query.outside() != null) {
      var maybeWithin =
          new Filter.Test.HasAny(IndexField.REGION, IndexField.maybeWithin(query.outside()));
      base.add(queryOf(maybeWithin), Occur.MUST_NOT);
    }
    if (query.openAt() != null) {
      base.add(queryOf(IndexField.openAt(query.openAt())), Occur.FILTER);
    }
    return base.build();
  }

  private static Query having(TextQuery asked, Having having) {
    if (asked.wishes().isEmpty()) {
      return new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE);
    }
    var fulfilled = new BooleanQuery.Builder();
    var ordered = new BooleanQuery.Builder();
    for (var wish : asked.wishes().stream().limit(WISHES).toList()) {
      if (having == Having.EVERY_WORD) {
        fulfilled.add(anyOf(wish), Occur.MUST);
      } else {
        fulfilled.add(counting(anyOf(wish), FULFILLED), Occur.SHOULD);
        ordered.add(anyOf(wish), Occur.SHOULD);
      }
      wish.anyOf().forEach(phrase -> addName(ordered, phrase));
    }
    ordered.add(fulfilled.build(), Occur.MUST);
    ordered.add(
        counting(allOf(Documents.TEXT, asked.asTyped()), asked.asTyped().points()), Occur.SHOULD);
    addName(ordered, asked.asTyped());
    return ordered.build();
  }

  private static void addName(BooleanQuery.Builder ordered, TextQuery.Phrase phrase) {
    int points = phrase.points() * (NAME_COUNTS - 1);
    ordered.add(counting(allOf(Documents.NAME, phrase), points), Occur.SHOULD);
  }

  private static Query anyOf(TextQuery.Wish wish) {
    var any = new BooleanQuery.Builder();
    for (var phrase : wish.anyOf()) {
      any.add(counting(allOf(Documents.TEXT, phrase), phrase.points()), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query allOf(String field, TextQuery.Phrase phrase) {
    var all = new BooleanQuery.Builder();
    phrase.terms().stream().limit(TERMS).forEach(term -> all.add(has(field, term), Occur.FILTER));
    return all.build();
  }

  private static Query counting(Query query, int weight) {
    return new BoostQuery(new ConstantScoreQuery(query), weight);
  }

  private static TermQuery has(String field, String term) {
    return new TermQuery(new Term(field, Documents.clip(term)));
  }

  private static Query oneOf(List<Filter.Test> tests) {
    var queries = tests.stream().map(Queries::queryOf).toList();
    if (queries.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private static Query queryOf(Filter.Test test) {
    return switch (test) {
      case Filter.Test.HasAny(var field, var values) ->
          new TermInSetQuery(Documents.filter(field), values.stream().map(BytesRef::new).toList());
      case Filter.Test.Between(var field, var from, var to) ->
          LongField.newRangeQuery(Documents.filter(field), from, to);
    };
  }
}
