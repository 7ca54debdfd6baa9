package duijie.portal.jdbc;

import duijie.accounts.Account;
import duijie.portal.SavedSearch;
import duijie.portal.SavedSearches;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saved searches in PostgreSQL. */
@Singleton
class JdbcSavedSearches implements SavedSearches {

  private static final String READ = "select id, account, name, query from saved_search";

  private final JdbcOperations database;

  JdbcSavedSearches(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<SavedSearch> find(SavedSearch.Id id) {
    return list(READ + " where id = ?", id.value()).stream().findFirst();
  }

  @Override
  @Transactional
  public List<SavedSearch> of(Account.Id owner) {
    return list(READ + " where account = ? order by saved_at desc, id", owner.value());
  }

  @Override
  @Transactional
  public List<SavedSearch> all() {
    return list(READ + " order by account, id");
  }

  @Override
  @Transactional
  public void hold(Account.Id owner) {
    database.prepareStatement(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        statement -> {
          statement.setString(1, "saved search " + owner);
          return statement.execute();
        });
  }

  @Override
  @Transactional
  public void add(SavedSearch search) {
    change(
        "insert into saved_search (id, account, name, query) values (?, ?, ?, ?)",
        search.id().value(),
        search.owner().value(),
        search.name(),
        search.query());
  }

  @Override
  @Transactional
  public void rename(SavedSearch.Id id, String name) {
    change("update saved_search set name = ? where id = ?", name, id.value());
  }

  @Override
  @Transactional
  public void remove(SavedSearch.Id id) {
    change("delete from saved_search where id = ?", id.value());
  }

  private List<SavedSearch> list(String sql, Object... values) {
    return database.prepareStatement(
        sql,
        statement -> {
          set(statement, values);
          var found = new ArrayList<SavedSearch>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(
                  new SavedSearch(
                      new SavedSearch.Id(rows.getObject(1, UUID.class)),
                      new Account.Id(rows.getObject(2, UUID.class)),
                      rows.getString(3),
                      rows.getString(4)));
            }
          }
          return found;
        });
  }

  private void change(String sql, Object... values) {
    database.prepareStatement(
        sql,
        statement -> {
          set(statement, values);
          return statement.executeUpdate();
        });
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
