package duijie.messages.jdbc;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Runs statements that change rows. */
final class Statements {

  private Statements() {}

  /** Sets the values of a statement. */
  interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Runs the statement with these values and says how many rows it changed. */
  static int change(JdbcOperations database, String sql, Values values) {
    return database.prepareStatement(
        sql,
        statement -> {
          values.set(statement);
          return statement.executeUpdate();
        });
  }

  /** A moment as a value of a statement. */
  static OffsetDateTime column(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
