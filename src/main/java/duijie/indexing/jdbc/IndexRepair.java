package duijie.indexing.jdbc;

import duijie.indexing.IndexComparison.Difference;
import duijie.indexing.IndexComparison.Found;
import duijie.indexing.IndexComparison.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database knows for the care of a shared index, from outside. */
public final class IndexRepair {

  /** What is indexed. */
  public enum Kind {
    AGENCY("agency"),
    PROJECT("project");

    private final String table;

    Kind(String table) {
      this.table = table;
    }
  }

  /**
   * An index remembers what was taken out of it by hand, with a number of its own that nobody can
   * ask for, and would take what is written with a lower one for older than that.
   */
  private static final int BEYOND_WHAT_IT_REMEMBERS = 1_000;

  private IndexRepair() {}

  /** Whether the database counts revisions already. */
  public static boolean possible(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select to_regclass('record_revision') is not null")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** What there is, and of what there was that it is not any more. */
  public static Map<String, Stored> stored(Connection connection, Kind kind, String index)
      throws SQLException {
    var sql =
        """
        select counted.id, counted.revision, record.id is not null,
               exists (select from index_queue
                        where index_name = ? and kind = counted.kind and id = counted.id)
          from record_revision counted left join %s record on record.id = counted.id
         where counted.kind = ?
        """
            .formatted(kind.table);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, index);
      statement.setString(2, kind.name());
      var stored = new HashMap<String, Stored>();
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          stored.put(
              row.getString(1), new Stored(row.getLong(2), row.getBoolean(3), row.getBoolean(4)));
        }
      }
      return stored;
    }
  }

  /**
   * Has whoever keeps the index write these anew, or take them out of it. Where the index is ahead,
   * as after a backup was restored, the count goes on from there: else it would take the lower
   * number for the older writing.
   */
  public static void queue(Connection connection, Kind kind, String index, List<Found> found)
      throws SQLException {
    boolean committing = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (var count =
            connection.prepareStatement(
                """
                insert into record_revision (kind, id, revision) values (?, ?, ?)
                on conflict (kind, id) do update
                  set revision = greatest(record_revision.revision, excluded.revision) + ?
                """);
        var queue =
            connection.prepareStatement(
                "insert into index_queue (index_name, kind, id) values (?, ?, ?)")) {
      for (var one : found) {
        count.setString(1, kind.name());
        count.setString(2, one.id());
        count.setLong(3, one.indexed());
        count.setInt(4, one.difference() == Difference.MISSING ? BEYOND_WHAT_IT_REMEMBERS : 0);
        count.addBatch();
        queue.setString(1, index);
        queue.setString(2, kind.name());
        queue.setString(3, one.id());
        queue.addBatch();
      }
      int rows = count.executeBatch().length + queue.executeBatch().length;
      if (rows != 2 * found.size()) {
        throw new IllegalStateException("queued " + rows + " rows for " + found.size());
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(committing);
    }
  }
}
