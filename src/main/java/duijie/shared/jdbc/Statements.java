package duijie.shared.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What statements written by hand have in common. */
public final class Statements {

  private Statements() {}

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something of each row that a prepared query with these parameters finds. */
  public static <T> List<T> list(
      PreparedStatement statement, Reader<T> reader, @Nullable Object... values)
      throws SQLException {
    set(statement, values);
    var found = new ArrayList<T>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  /** How many rows a prepared change with these parameters changed. */
  public static int change(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    set(statement, values);
    return statement.executeUpdate();
  }

  /** Does the same change once for each of these rows of parameters. */
  public static void changeAll(PreparedStatement statement, Collection<@Nullable Object[]> rows)
      throws SQLException {
    for (var values : rows) {
      set(statement, values);
      statement.addBatch();
    }
    int[] unused = statement.executeBatch();
  }

  /** An instant as a parameter; null for none. */
  public static @Nullable OffsetDateTime column(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** The instant in a column; null for none. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
