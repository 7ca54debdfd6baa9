package duijie.imports.jdbc;

import duijie.imports.Import;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements about the table sheet_import, in the transaction at hand. */
@Singleton
class ImportTable {

  private final JdbcOperations database;
  private final ImportRows rows;

  ImportTable(JdbcOperations database, ImportRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** Sets the values of a statement. */
  interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** The imports that a clause chooses and puts in order. */
  List<Import> all(String clause, Values values) {
    return database.prepareStatement(
        "select " + ImportRows.COLUMNS + " from sheet_import " + clause,
        statement -> {
          values.set(statement);
          var found = new ArrayList<Import>();
          try (var row = statement.executeQuery()) {
            while (row.next()) {
              found.add(rows.read(row));
            }
          }
          return List.copyOf(found);
        });
  }

  /** How many imports there are of which a condition holds. */
  int count(String condition, Values values) {
    return database.prepareStatement(
        "select count(*) from sheet_import where " + condition,
        statement -> {
          values.set(statement);
          try (var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  /** Changes something; answers how many rows. */
  int change(String sql, Values values) {
    return database.prepareStatement(
        sql,
        statement -> {
          values.set(statement);
          return statement.executeUpdate();
        });
  }
}
