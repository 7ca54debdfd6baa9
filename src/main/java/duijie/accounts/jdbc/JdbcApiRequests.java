package duijie.accounts.jdbc;

import duijie.accounts.Account;
import duijie.accounts.ApiRequests;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** The table api_request. */
@Singleton
class JdbcApiRequests implements ApiRequests {

  private final JdbcOperations database;

  JdbcApiRequests(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Known note(Account.Id account, String key, String fingerprint) {
    int added =
        Statements.change(
            database,
            "insert into api_request (account, key, fingerprint) values (?, ?, ?)"
                + " on conflict (account, key) do nothing",
            statement -> {
              statement.setObject(1, account.value());
              statement.setString(2, key);
              statement.setString(3, fingerprint);
            });
    return added == 1
        ? Known.NEW
        : before(account, key).equals(fingerprint) ? Known.SAME : Known.OTHER;
  }

  private String before(Account.Id account, String key) {
    return database.prepareStatement(
        "select fingerprint from api_request where account = ? and key = ?",
        statement -> {
          statement.setObject(1, account.value());
          statement.setString(2, key);
          try (var rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
          }
        });
  }
}
