package duijie.interests.jdbc;

import duijie.interests.DatabaseClock;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The clock of PostgreSQL. */
@Singleton
class PostgresClock implements DatabaseClock {

  private final JdbcOperations database;

  PostgresClock(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Instant now() {
    return database.prepareStatement(
        "select clock_timestamp()",
        statement -> {
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
          }
        });
  }
}
