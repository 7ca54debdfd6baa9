package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import duijie.matching.Condition;
import duijie.matching.SharedIndex.Store;
import duijie.shared.InOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes to one index of a generation. */
record IndexStore<I, T>(Connection connection, String index, IndexedKind<I, T> kind)
    implements Store<I, T> {

  private static final Query EVERYTHING = Queries.queryOf(Condition.EVERYTHING);

  @Override
  public void write(Map<I, Long> revisions, Collection<T> records) {
    var gone = new HashMap<>(revisions);
    records.forEach(record -> gone.remove(kind.idOf().apply(record)));
    var writes =
        new ArrayList<>(
            InOrder.map(List.copyOf(records), record -> write(revisions, record)).toList());
    gone.forEach((id, revision) -> writes.add(new Bulk.Write(id.toString(), revision, null)));
    new Bulk(connection, index).write(writes);
  }

  private Bulk.Write write(Map<I, Long> revisions, T record) {
    var id = kind.idOf().apply(record);
    long revision = Objects.requireNonNull(revisions.get(id), "a record without a revision");
    return new Bulk.Write(
        id.toString(), revision, new IndexedDocument(kind.indexed().apply(record)));
  }

  @Override
  public Map<I, Long> revisions() {
    var revisions = new HashMap<I, Long>();
    for (var hit :
        new Reading(connection, index).every(EVERYTHING, List.of(Reading.BY_ID), Long.MAX_VALUE)) {
      revisions.put(
          kind.idFrom().apply(Reading.id(hit)), Objects.requireNonNull(hit.version(), "version"));
    }
    return revisions;
  }
}
