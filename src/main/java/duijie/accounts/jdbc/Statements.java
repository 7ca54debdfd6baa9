package duijie.accounts.jdbc;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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
}
