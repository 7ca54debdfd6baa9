package duijie.interests.jdbc;

import duijie.interests.DatabaseClock;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;

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
    return Pairs.list(database, "select clock_timestamp()", row -> Pairs.instant(row, 1))
        .getFirst();
  }
}
