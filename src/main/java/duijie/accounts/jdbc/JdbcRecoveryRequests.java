package duijie.accounts.jdbc;

import duijie.accounts.RecoveryRequests;
import duijie.audit.Caller;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.Optional;

/** The table forgotten_password. */
@Singleton
class JdbcRecoveryRequests implements RecoveryRequests {

  private static final String TAKE =
      """
      delete from forgotten_password
        where number = (
          select number from forgotten_password order by number limit 1 for update skip locked)
        returning name, address, user_agent, asked_at
      """;

  private final JdbcOperations database;

  JdbcRecoveryRequests(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public void add(Request request) {
    Statements.change(
        database,
        "insert into forgotten_password (name, address, user_agent, asked_at) values (?, ?, ?, ?)",
        statement -> {
          var address = request.from().address();
          statement.setString(1, request.signInName());
          statement.setString(2, address == null ? "" : address);
          statement.setString(3, request.from().userAgent());
          statement.setTimestamp(4, Timestamp.from(request.at()));
        });
  }

  @Override
  @Transactional
  public Optional<Request> take() {
    return database.prepareStatement(
        TAKE,
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Request(
                        rows.getString("name"),
                        new Caller(null, rows.getString("address"), rows.getString("user_agent")),
                        rows.getTimestamp("asked_at").toInstant()))
                : Optional.<Request>empty();
          }
        });
  }
}
