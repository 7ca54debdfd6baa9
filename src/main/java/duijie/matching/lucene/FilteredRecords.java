package duijie.matching.lucene;

import duijie.matching.Filter;
import duijie.matching.FilterFields;
import duijie.matching.SearchPage;
import duijie.matching.SearchQuery;
import duijie.shared.InOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records that are filtered often, changed seldom and searched for their text perhaps never, as
 * those of a file are: indexing all texts would take longer than everything else. They are indexed
 * when somebody first asks for a text.
 */
final class FilteredRecords<I, T> implements RecordStore<I, T> {

  private final Function<T, I> idOf;
  private final Function<T, FilterFields> filtered;
  private final Supplier<RecordIndex<I, T>> newIndex;
  private final Map<I, T> records = new LinkedHashMap<>();
  private @Nullable Segment<I> segment;
  private @Nullable RecordIndex<I, T> texts;

  FilteredRecords(
      Function<T, I> idOf,
      Function<T, FilterFields> filtered,
      Supplier<RecordIndex<I, T>> newIndex) {
    this.idOf = idOf;
    this.filtered = filtered;
    this.newIndex = newIndex;
  }

  @Override
  public synchronized void put(Collection<T> changed) {
    changed.forEach(record -> records.put(idOf.apply(record), record));
    segment = null;
    if (texts != null) {
      texts.put(changed);
    }
  }

  @Override
  public synchronized void remove(Collection<I> ids) {
    ids.forEach(records::remove);
    segment = null;
    if (texts != null) {
      texts.remove(ids);
    }
  }

  @Override
  public synchronized void clear() {
    remove(List.copyOf(records.keySet()));
  }

  @Override
  public List<I> passing(Filter filter) {
    try {
      var passing = new ArrayList<I>();
      segment().addPassing(filter, null, passing);
      return passing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<I> nearest(Filter filter, List<String> terms, int limit) {
    return texts().nearest(filter, terms, limit);
  }

  @Override
  public SearchPage<I> search(SearchQuery query) {
    return texts().search(query);
  }

  @Override
  public long count(SearchQuery query) {
    return texts().count(query);
  }

  private synchronized Segment<I> segment() {
    var ready = segment;
    if (ready == null) {
      var builder = new SegmentBuilder<>(records.keySet());
      var fields = InOrder.map(List.copyOf(records.values()), filtered).iterator();
      for (int place = 0; fields.hasNext(); place++) {
        builder.add(place, fields.next());
      }
      ready = builder.build();
      segment = ready;
    }
    return ready;
  }

  private synchronized RecordIndex<I, T> texts() {
    var ready = texts;
    if (ready == null) {
      ready = newIndex.get();
      ready.put(records.values());
      texts = ready;
    }
    return ready;
  }

  @Override
  public synchronized void close() {
    if (texts != null) {
      texts.close();
    }
  }
}
