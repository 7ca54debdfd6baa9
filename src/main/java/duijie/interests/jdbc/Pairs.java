package duijie.interests.jdbc;

import duijie.projects.Project;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements on tables that keep one row for a project and an agency. */
final class Pairs {

  private Pairs() {}

  /** Makes something of a row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(JdbcOperations database, String sql, Reader<T> reader, Object... values) {
    return database.prepareStatement(
        sql,
        statement -> {
          set(statement, values);
          var found = new ArrayList<T>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(reader.read(rows));
            }
          }
          return found;
        });
  }

  static int change(JdbcOperations database, String sql, Object... values) {
    return database.prepareStatement(
        sql,
        statement -> {
          set(statement, values);
          return statement.executeUpdate();
        });
  }

  /** How many rows of a table each of these projects has. */
  static Map<Project.Id, Integer> count(
      JdbcOperations database, String table, Collection<Project.Id> projects) {
    var counts = new HashMap<Project.Id, Integer>();
    return database.prepareStatement(
        "select project, count(*) from " + table + " where project = any (?) group by project",
        statement -> {
          var ids = projects.stream().map(Project.Id::value).toArray(String[]::new);
          statement.setArray(1, statement.getConnection().createArrayOf("text", ids));
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              counts.put(new Project.Id(rows.getString(1)), rows.getInt(2));
            }
          }
          return counts;
        });
  }

  static OffsetDateTime column(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
