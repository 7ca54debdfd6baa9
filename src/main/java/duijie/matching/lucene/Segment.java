package duijie.matching.lucene;

import duijie.matching.Filter;
import duijie.matching.Filter.Test.Between;
import duijie.matching.Filter.Test.HasAny;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What filters read of a segment of the index, taken out of it once: a ranking filters by a dozen
 * clauses, and looking each of them up in the index would cost more than the ranking.
 *
 * @param ids the records' ids by document number
 * @param keywords the documents that have a keyword, by field and keyword
 * @param numbers the numbers of a field by document number
 */
record Segment<I>(
    I[] ids, Map<String, Map<String, DocIdSet>> keywords, Map<String, long[]> numbers) {

  private static final Comparator<Filter.Clause> KEYWORDS_FIRST =
      Comparator.comparing(
          clause -> clause.anyOf().stream().anyMatch(test -> test instanceof Between));

  /**
   * Adds the ids of the records that satisfy all clauses.
   *
   * @param live the documents that are not deleted, or null where none is
   */
  void addPassing(Filter filter, @Nullable Bits live, List<I> to) throws IOException {
    if (ids.length == 0) {
      return;
    }
    var documents = passing(filter);
    for (int document = next(documents, 0);
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = next(documents, document + 1)) {
      if (live == null || live.get(document)) {
        to.add(ids[document]);
      }
    }
  }

  /** The documents that satisfy all clauses, deleted ones included. */
  private FixedBitSet passing(Filter filter) throws IOException {
    var passing = new FixedBitSet(ids.length);
    passing.set(0, ids.length);
    for (var clause : filter.clauses().stream().sorted(KEYWORDS_FIRST).toList()) {
      narrow(passing, clause.anyOf());
    }
    return passing;
  }

  private void narrow(FixedBitSet passing, List<Filter.Test> anyOf) throws IOException {
    var having = new FixedBitSet(ids.length);
    for (var test : anyOf) {
      if (test instanceof HasAny(var field, var values)) {
        add(having, keywords.getOrDefault(field, Map.of()), values);
      }
    }
    for (var test : anyOf) {
      if (test instanceof Between between) {
        add(having, between, passing);
      }
    }
    passing.and(having);
  }

  private static void add(FixedBitSet having, Map<String, DocIdSet> field, Iterable<String> values)
      throws IOException {
    for (var value : values) {
      var documents = field.get(value);
      if (documents != null) {
        having.or(documents.iterator());
      }
    }
  }

  /** Adds those of the documents that still pass whose number is within the bounds. */
  private void add(FixedBitSet having, Between between, FixedBitSet passing) {
    long[] values = numbers.get(between.field());
    if (values == null) {
      return;
    }
    for (int document = next(passing, 0);
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = next(passing, document + 1)) {
      long value = values[document];
      if (value >= between.from() && value <= between.to()) {
        having.set(document);
      }
    }
  }

  /** The first of the set from this document on, or {@link DocIdSetIterator#NO_MORE_DOCS}. */
  private static int next(FixedBitSet set, int from) {
    return from < set.length() ? set.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
  }
}
