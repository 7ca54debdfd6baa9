package duijie.matching.lucene;

import duijie.matching.Filter;
import duijie.matching.IndexField;
import duijie.matching.SearchPage.Facet;
import duijie.matching.SearchQuery;
import duijie.vocabulary.TextAnalysis;
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

  /** Steps of a term's weight in a list's order: whole numbers add up alike in every order. */
  private static final int STEPS = 8;

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

  /**
   * Finds what has all terms of the text and one of the chosen values of each facet. The score
   * counts the terms by their weights, more in a name; unlike the engine's own it does not change
   * with what else is in the index.
   */
  DrillDownQuery listing(SearchQuery query) {
    var narrowed = new DrillDownQuery(Documents.FACETS, base(query));
    if (query.region() != null) {
      narrowed.add(Facet.REGION.name(), query.region().value());
    }
    query.fields().forEach(field -> narrowed.add(Facet.FIELD.name(), field.value()));
    query.states().forEach(state -> narrowed.add(Facet.STATE.name(), state));
    query.bands().forEach(band -> narrowed.add(Facet.AMOUNT.name(), band.name()));
    return narrowed;
  }

  private Query base(SearchQuery query) {
    var having = having(query.text());
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

  private Query having(String text) {
    var terms = analysis.queryTerms(text).stream().distinct().limit(TERMS).toList();
    if (terms.isEmpty()) {
      return new ConstantScoreQuery(MatchAllDocsQuery.INSTANCE);
    }
    var all = new BooleanQuery.Builder();
    for (var term : terms) {
      int weight = (int) Math.max(1, Math.round(STEPS * analysis.weight(term)));
      all.add(counting(has(Documents.TEXT, term), weight), Occur.MUST);
      all.add(counting(has(Documents.NAME, term), weight * (NAME_COUNTS - 1)), Occur.SHOULD);
    }
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
