package duijie.server;

import duijie.regions.Region;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;

/** What the database knows of itself: the one row of the table data_folder. */
@Singleton
class FolderRecord {

  private final JdbcOperations database;

  FolderRecord(JdbcOperations database) {
    this.database = database;
  }

  /** Writes the row when the database is opened for the first time. */
  @Transactional
  void open(boolean demonstration, Region.Code home) {
    database.prepareStatement(
        "insert into data_folder (demonstration, home_county) values (?, ?) on conflict do nothing",
        statement -> {
          statement.setBoolean(1, demonstration);
          statement.setString(2, home.value());
          return statement.executeUpdate();
        });
  }

  /** Whether the database was made for demonstration data; false before it was ever opened. */
  @Transactional
  boolean demonstration() {
    return database.prepareStatement(
        "select demonstration from data_folder",
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
          }
        });
  }

  /** The day that the demonstration data is relative to; empty until a fill is complete. */
  @Transactional
  Optional<LocalDate> filledOn() {
    return database.prepareStatement(
        "select filled_on from data_folder where filled_on is not null",
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(rows.getDate(1).toLocalDate())
                : Optional.<LocalDate>empty();
          }
        });
  }

  /** Notes that the fill is complete; to be called in the transaction that stores the data. */
  @Transactional
  void filled(LocalDate day) {
    database.prepareStatement(
        "update data_folder set filled_on = ?, filled_at = now()",
        statement -> {
          statement.setDate(1, Date.valueOf(day));
          return statement.executeUpdate();
        });
  }
}
