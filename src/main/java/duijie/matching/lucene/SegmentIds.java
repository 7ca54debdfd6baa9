package duijie.matching.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * The ids of a segment's documents, read once for each segment and kept until it goes: a ranking
 * asks for hundreds of them at a time.
 */
final class SegmentIds<I> {

  private final Function<String, I> idOf;
  private final Map<IndexReader.CacheKey, I[]> bySegment = new ConcurrentHashMap<>();

  SegmentIds(Function<String, I> idOf) {
    this.idOf = idOf;
  }

  /** The ids by document number. */
  I[] of(LeafReader segment) {
    var core = segment.getCoreCacheHelper();
    var known = bySegment.get(core.getKey());
    if (known != null) {
      return known;
    }
    var ids = read(segment);
    if (bySegment.putIfAbsent(core.getKey(), ids) == null) {
      core.addClosedListener(bySegment::remove);
    }
    return ids;
  }

  void clear() {
    bySegment.clear();
  }

  private I[] read(LeafReader segment) {
    try {
      var values = DocValues.getSorted(segment, Documents.ID);
      @SuppressWarnings("unchecked") // filled by idOf alone and never handed out as another type
      var ids = (I[]) new Object[segment.maxDoc()];
      for (int document = values.nextDoc(); document < ids.length; document = values.nextDoc()) {
        ids[document] = idOf.apply(values.lookupOrd(values.ordValue()).utf8ToString());
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
