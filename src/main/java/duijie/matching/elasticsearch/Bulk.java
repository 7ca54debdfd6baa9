package duijie.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import duijie.matching.IndexUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.elasticsearch.client.ResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Writes many documents. What of them the servers can't take for now is sent again, that alone, and
 * each time later.
 *
 * @param index the name under which it is written to: another name of an index, so that a write
 *     that comes after its end makes no new one
 * @param patience how long what is sent at a time may take, with all that is sent again of it
 */
record Bulk(Connection connection, String index, Duration patience) {

  private static final int MOST_DOCUMENTS = 1_000;

  /** Servers take 100 MB at a time, and are glad of less. */
  private static final int MOST_BYTES = 8_000_000;

  private static final int TRIES = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** Less is not worth another try. */
  private static final Duration SHORTEST_TRY = Duration.ofMillis(200);

  private static final int CONFLICT = 409;

  /** What is said of a write to an index that is gone; see {@link ElasticsearchIndex}. */
  private static final Set<String> GONE =
      Set.of("index_not_found_exception", "invalid_index_name_exception");

  Bulk(Connection connection, String index) {
    this(connection, index, Connection.CHANGE);
  }

  /** What is to be done to one document. */
  record Write(String id, long revision, @Nullable IndexedDocument document) {

    private int size() {
      return document == null ? 100 : document.size();
    }

    private BulkOperation operation() {
      return BulkOperation.of(
          operation ->
              document == null
                  ? operation.delete(
                      delete ->
                          delete
                              .id(Fields.documentId(id))
                              .version(revision)
                              .versionType(VersionType.ExternalGte))
                  : operation.index(
                      index ->
                          index
                              .id(Fields.documentId(id))
                              .version(revision)
                              .versionType(VersionType.ExternalGte)
                              .document(document)));
    }
  }

  /** Does all of it; whatever comes later sees it. */
  void write(List<Write> writes) {
    var some = new ArrayList<Write>();
    int size = 0;
    for (var write : writes) {
      some.add(write);
      size += write.size();
      if (some.size() == MOST_DOCUMENTS || size >= MOST_BYTES) {
        insist(some);
        some.clear();
        size = 0;
      }
    }
    insist(some);
    if (!writes.isEmpty()) {
      var unused =
          connection.ask(
              Connection.CHANGE, client -> client.indices().refresh(r -> r.index(index)));
    }
  }

  private void insist(List<Write> writes) {
    long end = System.nanoTime() + patience.toNanos();
    var left = List.copyOf(writes);
    String refused = null;
    for (int tries = 1; !left.isEmpty(); tries++) {
      long pause = FIRST_PAUSE.toNanos() << (tries - 1);
      boolean last = tries == TRIES;
      try {
        var outcome = send(left, Duration.ofNanos(end - System.nanoTime()));
        left = outcome.again();
        refused = refused == null ? outcome.refused() : refused;
      } catch (IndexUnavailable busy) {
        if (last || late(end, pause) || !answered(busy)) {
          throw busy;
        }
      }
      if (!left.isEmpty()) {
        if (last || late(end, pause)) {
          throw new IndexUnavailable(left.size() + " documents were put off again and again", null);
        }
        LockSupport.parkNanos(pause);
      }
    }
    if (refused != null) {
      throw new IllegalStateException("not taken: " + refused);
    }
  }

  /** Whether nothing can come of another try after this pause. */
  private static boolean late(long end, long pause) {
    return end - System.nanoTime() < pause + SHORTEST_TRY.toNanos();
  }

  /** Servers that say "later" are asked again; silent ones had their time. */
  private static boolean answered(IndexUnavailable failure) {
    return failure.getCause() instanceof ElasticsearchException
        || failure.getCause() instanceof ResponseException;
  }

  /**
   * What came of it.
   *
   * @param again those that are to be sent again
   * @param refused why the first was refused that never will be taken; null where none was
   */
  private record Outcome(List<Write> again, @Nullable String refused) {}

  private Outcome send(List<Write> writes, Duration limit) {
    // The servers give up before we do, so that what they still do is told of.
    var theirs = Time.of(time -> time.time(limit.toMillis() * 5 / 6 + "ms"));
    var operations = writes.stream().map(Write::operation).toList();
    var answer =
        connection.ask(
            limit,
            client ->
                client.bulk(
                    bulk ->
                        bulk.index(index)
                            .requireAlias(true)
                            .timeout(theirs)
                            .operations(operations)));
    return answer.errors() ? outcome(writes, answer) : new Outcome(List.of(), null);
  }

  private Outcome outcome(List<Write> writes, BulkResponse answer) {
    var again = new ArrayList<Write>();
    String refused = null;
    for (int i = 0; i < writes.size(); i++) {
      var item = answer.items().get(i);
      var error = item.error();
      if (error == null || item.status() == CONFLICT) {
        continue; // done, or what is there is newer
      }
      if (GONE.contains(String.valueOf(error.type()))) {
        throw new IndexUnavailable("no index " + index, null);
      }
      if (Connection.later(item.status())) {
        again.add(writes.get(i));
      } else if (refused == null) {
        refused = writes.get(i).id() + ": " + error.reason();
      }
    }
    return new Outcome(again, refused);
  }
}
