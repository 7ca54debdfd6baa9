package duijie.matching.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Gathers the ids of all documents that a query finds. */
final class IdCollector<I> extends SimpleCollector {

  private final SegmentIds<I> segmentIds;
  private final List<I> found = new ArrayList<>();
  private I @Nullable [] ids;

  private IdCollector(SegmentIds<I> segmentIds) {
    this.segmentIds = segmentIds;
  }

  static <I> CollectorManager<IdCollector<I>, List<I>> manager(SegmentIds<I> segmentIds) {
    return new CollectorManager<>() {
      @Override
      public IdCollector<I> newCollector() {
        return new IdCollector<>(segmentIds);
      }

      @Override
      public List<I> reduce(Collection<IdCollector<I>> collectors) {
        if (collectors.size() == 1) {
          return collectors.iterator().next().found;
        }
        var all = new ArrayList<I>();
        collectors.forEach(collector -> all.addAll(collector.found));
        return all;
      }
    };
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) {
    ids = segmentIds.of(context.reader());
  }

  @Override
  public void collect(int document) {
    if (ids == null) {
      throw new IllegalStateException("a document before its segment");
    }
    found.add(ids[document]);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
