package duijie.indexing.jdbc;

import duijie.indexing.IndexQueue.First;
import duijie.indexing.IndexQueue.Wish;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements on the tables search_index, index_queue and index_building. */
@Singleton
class QueueRows {

  /** Indexes not heard of for so long are nobody's. */
  private static final String FORGOTTEN_AFTER = "interval '10 minutes'";

  private static final long POLL_MILLIS = 10;

  /** Whoever leaves a transaction open for so long is at fault. */
  private static final int LONGEST_WAIT_SECONDS = 600;

  private final JdbcOperations database;

  QueueRows(JdbcOperations database) {
    this.database = database;
  }

  /** Sets the values of a statement. */
  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  @Transactional
  int add(String index) {
    return change(
        "insert into search_index (name) values (?)", statement -> statement.setString(1, index));
  }

  /** Returns once every transaction that was changing records when it was called has ended. */
  void awaitEarlierWriters() {
    var earlier = writers();
    for (long waited = 0; !Collections.disjoint(earlier, writers()); waited += POLL_MILLIS) {
      if (waited > LONGEST_WAIT_SECONDS * 1000L) {
        throw new IllegalStateException(
            "records have been changed by one transaction for " + LONGEST_WAIT_SECONDS + " s");
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  /** Whoever has changed something holds such a lock on its table until the transaction ends. */
  @Transactional
  Set<String> writers() {
    return database.prepareStatement(
        """
        select virtualtransaction from pg_locks
         where locktype = 'relation' and granted
           and database = (select oid from pg_database where datname = current_database())
           and relation in ('agency'::regclass, 'project'::regclass)
           and mode in ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock',
                        'AccessExclusiveLock')
        """,
        statement -> {
          var writers = new HashSet<String>();
          try (var row = statement.executeQuery()) {
            while (row.next()) {
              writers.add(row.getString(1));
            }
          }
          return writers;
        });
  }

  @Transactional
  int queueEverything(String index) {
    return change(
        "insert into index_queue (index_name, kind, id)"
            + " select ?, 'AGENCY', id from agency union all select ?, 'PROJECT', id from project",
        statement -> {
          statement.setString(1, index);
          statement.setString(2, index);
        });
  }

  @Transactional
  int remove(String index) {
    int removed =
        change(
            "delete from search_index where name = ?", statement -> statement.setString(1, index));
    return removed + sweep();
  }

  /** Deletes what is queued for indexes that are gone: nobody will ever take it. */
  private int sweep() {
    return change(
        "delete from index_queue where index_name not in (select name from search_index)",
        statement -> {});
  }

  @Transactional
  Wish keep(String index) {
    boolean seen =
        change(
                "update search_index set seen_at = now()"
                    + " where name = ? and seen_at < now() - interval '30 seconds'",
                statement -> statement.setString(1, index))
            > 0;
    if (seen) {
      int unused =
          change(
                  "delete from search_index where seen_at < now() - " + FORGOTTEN_AFTER,
                  statement -> {})
              + sweep();
    }
    return database.prepareStatement(
        "select rebuild_at is not null from search_index where name = ?",
        statement -> {
          statement.setString(1, index);
          try (var row = statement.executeQuery()) {
            if (!row.next()) {
              return Wish.FORGOTTEN;
            }
            return row.getBoolean(1) ? Wish.REBUILD : Wish.NOTHING;
          }
        });
  }

  /**
   * Takes rows that are due out of the table, for this transaction: those that another one has
   * taken are passed over, and come back should it fail.
   */
  @Transactional
  List<Change> claim(String index, First first, int limit) {
    var order = first == First.OLDEST ? "asc" : "desc";
    return database.prepareStatement(
        """
        delete from index_queue where number = any (array(
          select number from index_queue
           where index_name = ? and due_at <= clock_timestamp()
           order by due_at %1$s, number %1$s limit ? for update skip locked))
        returning number, kind, id, attempts
        """
            .formatted(order),
        statement -> {
          statement.setString(1, index);
          statement.setInt(2, limit);
          var changes = new ArrayList<Change>();
          try (var row = statement.executeQuery()) {
            while (row.next()) {
              changes.add(
                  new Change(
                      row.getLong("number"),
                      Change.Kind.valueOf(row.getString("kind")),
                      row.getString("id"),
                      row.getInt("attempts")));
            }
          }
          return changes;
        });
  }

  /**
   * Waits until no other transaction works on the index. What is read of the records after that is
   * not older than what any of them has read.
   */
  @Transactional
  void lock(String index) {
    boolean unused =
        database.prepareStatement(
            "select pg_advisory_xact_lock(hashtextextended('duijie index ' || ?, 0))",
            statement -> {
              statement.setString(1, index);
              return statement.execute();
            });
  }

  /** Tries it again later: in 1, 2, 4 … seconds, at most a minute. */
  @Transactional
  int postpone(Change change, String problem) {
    return change(
        "update index_queue set attempts = attempts + 1, problem = ?,"
            + " due_at = clock_timestamp() + least(60, power(2, least(attempts, 6)))"
            + " * interval '1 second' where number = ?",
        statement -> {
          statement.setString(1, problem.replace('\0', '\ufffd'));
          statement.setLong(2, change.number());
        });
  }

  @Transactional
  int reserve(String index, String server) {
    return change(
        """
        insert into index_building (name, holder, until_at)
          values (?, ?, clock_timestamp() + interval '2 minutes')
        on conflict (name) do update set holder = excluded.holder, until_at = excluded.until_at
          where index_building.holder = excluded.holder
             or index_building.until_at < clock_timestamp()
        """,
        statement -> {
          statement.setString(1, index);
          statement.setString(2, server);
        });
  }

  @Transactional
  int release(String index, String server) {
    return change(
        "delete from index_building where name = ? and holder = ?",
        statement -> {
          statement.setString(1, index);
          statement.setString(2, server);
        });
  }

  private int change(String sql, Values values) {
    return database.prepareStatement(
        sql,
        statement -> {
          values.set(statement);
          return statement.executeUpdate();
        });
  }
}
