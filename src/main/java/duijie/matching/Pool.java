package duijie.matching;

import duijie.shared.InOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The agencies, or the projects, that were put in, with what the rules read of them kept ready.
 *
 * @param facts reads records as the book in force does
 * @param known what was read, by id
 * @param index finds them
 */
record Pool<I, T, F>(Kind<I, T, F> kind, Facts facts, Map<I, F> known, Candidates<I, T> index) {

  static <I, T, F> Pool<I, T, F> empty(Kind<I, T, F> kind, Facts facts, Candidates<I, T> index) {
    return new Pool<>(kind, facts, new ConcurrentHashMap<>(), index);
  }

  /** The same records read anew; the index is as it was. */
  Pool<I, T, F> readBy(Facts other) {
    var pool = empty(kind, other, index);
    known.forEach((id, old) -> pool.known.put(id, pool.read(kind.record().apply(old))));
    return pool;
  }

  void put(List<T> records) {
    InOrder.map(records, this::read).forEach(facts -> known.put(id(facts), facts));
    index.put(records);
  }

  void remove(Collection<I> ids) {
    index.remove(ids);
    ids.forEach(known::remove);
  }

  /** What the rules read of a record, whether it was put in or not. */
  F factsOf(T record) {
    var ready = known.get(kind.id().apply(record));
    return ready != null && kind.record().apply(ready).equals(record) ? ready : read(record);
  }

  Collection<F> all() {
    return known.values();
  }

  List<F> passing(Filter filter) {
    var ids = index.passing(filter);
    var passing = new ArrayList<F>(ids.size());
    for (var id : ids) {
      var facts = find(id);
      if (facts != null) {
        passing.add(facts);
      }
    }
    return passing;
  }

  @Nullable F find(I id) {
    return known.get(id);
  }

  T record(F facts) {
    return kind.record().apply(facts);
  }

  I id(F facts) {
    return kind.id().apply(record(facts));
  }

  private F read(T record) {
    return kind.read().apply(facts, record);
  }
}
