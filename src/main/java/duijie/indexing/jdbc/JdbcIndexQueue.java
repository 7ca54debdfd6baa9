package duijie.indexing.jdbc;

import duijie.indexing.IndexQueue;
import duijie.matching.IndexUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue in its table. */
@Singleton
class JdbcIndexQueue implements IndexQueue {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcIndexQueue.class);

  private final TransactionOperations<Connection> transactions;
  private final QueueRows rows;
  private final JdbcOperations database;

  JdbcIndexQueue(
      TransactionOperations<Connection> transactions, QueueRows rows, JdbcOperations database) {
    this.transactions = transactions;
    this.rows = rows;
    this.database = database;
  }

  @Override
  public void open(String index) {
    transactions.executeWrite(status -> rows.add(index));
    // Whoever began before that does not know of the index, and may commit after the records are
    // read: all of them have to have ended first.
    rows.awaitEarlierWriters();
    transactions.executeWrite(status -> rows.queueEverything(index));
  }

  @Override
  public void close(String index) {
    transactions.executeWrite(status -> rows.remove(index));
  }

  @Override
  public Wish keep(String index) {
    return transactions.executeWrite(status -> rows.keep(index));
  }

  @Override
  public int take(String index, First first, int limit, Work work) {
    var round = new Round(work);
    try {
      return transactions.executeWrite(
          status -> round.index(rows.claim(index, first, limit), index));
    } catch (RuntimeException failure) {
      if (!round.workFailed || failure instanceof IndexUnavailable) {
        throw failure; // the fault of the database or the engine and not that of any change
      }
      int count = round.changes.size();
      return count == 1
          ? alone(round.changes.getFirst(), failure)
          : inHalves(index, first, count, work);
    }
  }

  /** Of many one alone may be the cause: it is found by halving, and does not spoil the others. */
  private int inHalves(String index, First first, int count, Work work) {
    int half = count / 2;
    return take(index, first, half, work) + take(index, first, count - half, work);
  }

  private int alone(Change change, RuntimeException failure) {
    LOG.error(
        "{} {} cannot be indexed: {}",
        change.kind(),
        change.id(),
        failure.toString(),
        change.attempts() == 0 ? failure : null);
    int postponed = transactions.executeWrite(status -> rows.postpone(change, failure.toString()));
    return postponed;
  }

  @Override
  @Transactional
  public Waiting waiting(String index) {
    return database.prepareStatement(
        """
        select count(*), count(*) filter (where attempts > 0),
               coalesce(extract(epoch from clock_timestamp()
                   - min(queued_at) filter (where attempts = 0)), 0)
          from index_queue where index_name = ?
        """,
        statement -> {
          statement.setString(1, index);
          try (var row = statement.executeQuery()) {
            row.next();
            return new Waiting(
                row.getLong(1),
                row.getLong(2),
                Duration.ofMillis(Math.max(0, Math.round(row.getDouble(3) * 1000))));
          }
        });
  }

  @Override
  public boolean reserve(String index, String server) {
    return transactions.executeWrite(status -> rows.reserve(index, server)) > 0;
  }

  @Override
  public void release(String index, String server) {
    transactions.executeWrite(status -> rows.release(index, server));
  }

  /** One try: it remembers what it was about when its transaction has been taken back. */
  private final class Round {

    private final Work work;
    private List<Change> changes = List.of();
    private boolean workFailed;

    Round(Work work) {
      this.work = work;
    }

    int index(List<Change> claimed, String index) {
      changes = claimed;
      if (!claimed.isEmpty()) {
        rows.lock(index);
        workFailed = true;
        work.index(Change.agencies(claimed), Change.projects(claimed));
        workFailed = false;
      }
      return claimed.size();
    }
  }
}
