package duijie.matching.lucene;

import duijie.matching.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.RoaringDocIdSet;

/** What was taken out of the index's segments, each kept until its segment goes. */
final class Segments<I> {

  /** A keyword of more than one in so many documents is kept as one bit a document. */
  static final int DENSE = 32;

  private final Function<String, I> idOf;
  private final Map<IndexReader.CacheKey, Segment<I>> known = new ConcurrentHashMap<>();

  Segments(Function<String, I> idOf) {
    this.idOf = idOf;
  }

  /** The records that satisfy all clauses, segment by segment. */
  List<I> passing(IndexReader index, Filter filter) throws IOException {
    var passing = new ArrayList<I>();
    for (var leaf : index.leaves()) {
      of(leaf.reader()).addPassing(filter, leaf.reader().getLiveDocs(), passing);
    }
    return passing;
  }

  /** What the segment holds. */
  Segment<I> of(LeafReader reader) throws IOException {
    var core = reader.getCoreCacheHelper();
    var ready = known.get(core.getKey());
    if (ready != null) {
      return ready;
    }
    var segment = read(reader);
    if (known.putIfAbsent(core.getKey(), segment) == null) {
      core.addClosedListener(known::remove);
    }
    return segment;
  }

  void clear() {
    known.clear();
  }

  private Segment<I> read(LeafReader reader) throws IOException {
    var keywords = new HashMap<String, Map<String, DocIdSet>>();
    var numbers = new HashMap<String, long[]>();
    for (var field : reader.getFieldInfos()) {
      if (!Documents.isFilter(field.name)) {
        continue;
      }
      if (field.getPointDimensionCount() > 0) {
        numbers.put(Documents.unfilter(field.name), numbers(reader, field.name));
      } else {
        keywords.put(Documents.unfilter(field.name), keywords(reader, field.name));
      }
    }
    return new Segment<>(ids(reader), keywords, numbers);
  }

  private I[] ids(LeafReader reader) throws IOException {
    var values = DocValues.getSorted(reader, Documents.ID);
    @SuppressWarnings("unchecked") // filled by idOf alone and never handed out as another type
    var ids = (I[]) new Object[reader.maxDoc()];
    for (int document = values.nextDoc(); document < ids.length; document = values.nextDoc()) {
      ids[document] = idOf.apply(values.lookupOrd(values.ordValue()).utf8ToString());
    }
    return ids;
  }

  private static long[] numbers(LeafReader reader, String field) throws IOException {
    var values = DocValues.getSortedNumeric(reader, field);
    var numbers = new long[reader.maxDoc()];
    for (int document = values.nextDoc(); document < numbers.length; document = values.nextDoc()) {
      numbers[document] = values.nextValue();
    }
    return numbers;
  }

  private static Map<String, DocIdSet> keywords(LeafReader reader, String field)
      throws IOException {
    var keywords = new HashMap<String, DocIdSet>();
    var all = reader.terms(field);
    if (all == null) {
      return keywords;
    }
    var terms = all.iterator();
    for (var term = terms.next(); term != null; term = terms.next()) {
      var documents = terms.postings(null, PostingsEnum.NONE);
      keywords.put(term.utf8ToString(), set(documents, terms.docFreq(), reader.maxDoc()));
    }
    return keywords;
  }

  private static DocIdSet set(DocIdSetIterator documents, int count, int size) throws IOException {
    if (count > size / DENSE) {
      var bits = new FixedBitSet(size);
      bits.or(documents);
      return new BitDocIdSet(bits, count);
    }
    return new RoaringDocIdSet.Builder(size).add(documents).build();
  }
}
