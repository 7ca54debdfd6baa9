package duijie.matching.lucene;

import duijie.matching.FilterFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.RoaringDocIdSet;

/** Makes a segment of records that no index has seen. */
final class SegmentBuilder<I> {

  private final Map<String, Map<String, List<Integer>>> keywords = new HashMap<>();
  private final Map<String, long[]> numbers = new HashMap<>();
  private final List<I> ids;

  /**
   * @param ids of all the records that will be added
   */
  SegmentBuilder(Collection<I> ids) {
    this.ids = List.copyOf(ids);
  }

  /** Adds the record of the id at this place; places come in order. */
  void add(int place, FilterFields record) {
    record
        .keywords()
        .forEach(
            (field, values) -> {
              var documents = keywords.computeIfAbsent(field, f -> new HashMap<>());
              values.forEach(
                  value -> documents.computeIfAbsent(value, v -> new ArrayList<>()).add(place));
            });
    record
        .numbers()
        .forEach(
            (field, number) ->
                numbers.computeIfAbsent(field, f -> new long[ids.size()])[place] = number);
  }

  Segment<I> build() {
    var sets = new HashMap<String, Map<String, DocIdSet>>();
    keywords.forEach(
        (field, values) -> {
          var ofField = new HashMap<String, DocIdSet>();
          values.forEach((value, documents) -> ofField.put(value, set(documents)));
          sets.put(field, ofField);
        });
    @SuppressWarnings("unchecked") // filled with ids alone and never handed out as another type
    var array = (I[]) ids.toArray();
    return new Segment<>(array, sets, numbers);
  }

  private DocIdSet set(List<Integer> documents) {
    if (documents.size() > ids.size() / Segments.DENSE) {
      var bits = new FixedBitSet(ids.size());
      documents.forEach(bits::set);
      return new BitDocIdSet(bits, documents.size());
    }
    var set = new RoaringDocIdSet.Builder(ids.size());
    documents.forEach(set::add);
    return set.build();
  }
}
