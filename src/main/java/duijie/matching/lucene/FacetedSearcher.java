package duijie.matching.lucene;

import duijie.matching.SearchPage.Count;
import duijie.matching.SearchPage.Facet;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** One state of the index, with what counting facets on it needs. */
final class FacetedSearcher extends IndexSearcher {

  /** How many values a facet shows at most: enough for every county of the nation. */
  private static final int VALUES = 4_000;

  private static final Comparator<Count> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);

  private static final Sort ORDER =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Documents.ORDER, SortField.Type.STRING),
          new SortField(Documents.ID, SortField.Type.STRING));

  private @Nullable SortedSetDocValuesReaderState state;

  FacetedSearcher(IndexReader reader) {
    super(reader);
  }

  /**
   * What a list shows.
   *
   * @param hits the first of them in order
   */
  record Found(ScoreDoc[] hits, long total, Map<Facet, List<Count>> facets) {}

  /** How many records there are. */
  int count() {
    return getIndexReader().numDocs();
  }

  /** The first {@code last} records that the query finds, and the facets of all of them. */
  Found search(DrillDownQuery query, int last) throws IOException {
    if (count() == 0) {
      return new Found(new ScoreDoc[0], 0, none());
    }
    var result =
        new DrillSideways(this, Documents.FACETS, state())
            .search(query, null, null, Math.max(1, last), ORDER, false);
    return new Found(result.hits.scoreDocs, result.hits.totalHits.value(), counts(result.facets));
  }

  private static Map<Facet, List<Count>> none() {
    var none = new EnumMap<Facet, List<Count>>(Facet.class);
    for (var facet : Facet.values()) {
      none.put(facet, List.of());
    }
    return none;
  }

  private static Map<Facet, List<Count>> counts(Facets counted) throws IOException {
    var counts = none();
    for (var facet : Facet.values()) {
      var children = counted.getAllChildren(facet.name());
      if (children != null) {
        counts.put(
            facet,
            Arrays.stream(children.labelValues)
                .map(child -> new Count(child.label, child.value.longValue()))
                .sorted(MOST_FREQUENT_FIRST)
                .limit(VALUES)
                .toList());
      }
    }
    return counts;
  }

  /** Maps the segments' facet values to common numbers: made by the first list that needs it. */
  private synchronized SortedSetDocValuesReaderState state() throws IOException {
    if (state == null) {
      state = new DefaultSortedSetDocValuesReaderState(getIndexReader(), Documents.FACETS);
    }
    return state;
  }
}
