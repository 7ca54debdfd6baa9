package duijie.audit.jdbc;

import duijie.audit.ChainCheck;
import duijie.audit.ChainCheck.Anchor;
import duijie.audit.Link;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail of a database link by link. */
public final class AuditChains {

  /** So many rows are in memory at a time. */
  private static final int FETCH = 500;

  /** All columns as the texts that are hashed. */
  private static final String LINKS =
      """
      select number, algorithm, encode(previous_hash, 'hex') as previous_hash,
             encode(hash, 'hex') as hash, roles,
             array[algorithm, number::text,
                   to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                   account::text, sign_in_name, cardinality(roles)::text] as until_roles,
             array[organisation, deed, outcome, record_kind, record_id, address, user_agent,
                   before::text, after::text, encode(previous_hash, 'hex')] as after_roles
        from audit_entry order by number
      """;

  private AuditChains() {}

  /** Whether the database has a trail at all: an older version of the product kept none. */
  public static boolean exists(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select to_regclass('audit_entry') is not null")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * Goes through the whole trail as it stands at one moment; what is written meanwhile does not
   * disturb. Memory does not grow with the trail.
   *
   * @param progress is told the number of each row
   * @return the end of the trail
   */
  public static Anchor check(Connection connection, ChainCheck check, LongConsumer progress)
      throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (var rows = statement.executeQuery(LINKS)) {
        while (rows.next()) {
          var link = link(rows);
          check.accept(link);
          progress.accept(link.number());
        }
      }
      return check.finish(head(connection));
    } finally {
      connection.rollback();
    }
  }

  private static Link link(ResultSet row) throws SQLException {
    var content = new ArrayList<@Nullable String>();
    for (var part : new String[] {"until_roles", "roles", "after_roles"}) {
      var array = row.getArray(part);
      if (array != null) {
        content.addAll(Arrays.asList((String[]) array.getArray()));
      }
    }
    return new Link(
        row.getLong("number"),
        row.getString("algorithm"),
        content,
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static @Nullable Anchor head(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select entries, encode(hash, 'hex') as hash from audit_head")) {
      return row.next() ? new Anchor(row.getLong(1), String.valueOf(row.getString(2))) : null;
    }
  }
}
