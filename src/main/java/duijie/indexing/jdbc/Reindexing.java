package duijie.indexing.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Asks running servers to build their indexes anew, from outside. */
public final class Reindexing {

  /** How far they are. */
  public enum State {
    RUNNING,
    DONE,
    /** A server that was asked is not there any more. */
    LOST
  }

  private static final String THERE = "seen_at > now() - interval '2 minutes'";

  private Reindexing() {}

  /**
   * Asks every server that is there.
   *
   * @return the names of the indexes in use; none where no server is there
   */
  public static Set<String> ask(Connection connection) throws SQLException {
    var asked = new HashSet<String>();
    try (var statement = connection.createStatement()) {
      try (var row = statement.executeQuery("select to_regclass('search_index') is not null")) {
        if (!row.next() || !row.getBoolean(1)) {
          return asked;
        }
      }
      try (var row =
          statement.executeQuery(
              "update search_index set rebuild_at = clock_timestamp() where "
                  + THERE
                  + " returning name")) {
        while (row.next()) {
          asked.add(row.getString(1));
        }
      }
    }
    return asked;
  }

  /** What has become of those that were asked: a new index has a new name. */
  public static State state(Connection connection, Set<String> asked) throws SQLException {
    var state = State.DONE;
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select name, " + THERE + " from search_index")) {
      while (row.next()) {
        if (asked.contains(row.getString(1))) {
          if (!row.getBoolean(2)) {
            return State.LOST;
          }
          state = State.RUNNING;
        }
      }
    }
    return state;
  }
}
