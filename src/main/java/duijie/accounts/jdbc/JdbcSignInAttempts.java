package duijie.accounts.jdbc;

import duijie.accounts.Account;
import duijie.accounts.SecretToken;
import duijie.accounts.SignInAttempts;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Tries to sign in, and known browsers. */
@Singleton
class JdbcSignInAttempts implements SignInAttempts {

  private final JdbcOperations database;

  JdbcSignInAttempts(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public boolean admit(String key, int most, Instant since, Instant now) {
    // One after the other: of tries at the same time none may miss the others.
    boolean unused =
        database.prepareStatement(
            "select pg_advisory_xact_lock(hashtextextended(?, 0))",
            statement -> {
              statement.setString(1, key);
              return statement.execute();
            });
    return Statements.change(
            database,
            "with old as (delete from sign_in_attempt where key = ? and made <= ?)"
                + " insert into sign_in_attempt (key, made) select ?, ?"
                + " where (select count(*) from sign_in_attempt where key = ? and made > ?) < ?",
            statement -> {
              statement.setString(1, key);
              statement.setTimestamp(2, Timestamp.from(since));
              statement.setString(3, key);
              statement.setTimestamp(4, Timestamp.from(now));
              statement.setString(5, key);
              statement.setTimestamp(6, Timestamp.from(since));
              statement.setInt(7, most);
            })
        == 1;
  }

  @Override
  @Transactional
  public void forget(String key) {
    Statements.change(
        database,
        "delete from sign_in_attempt where key = ?",
        statement -> {
          statement.setString(1, key);
        });
  }

  @Override
  @Transactional
  public void takeBack(String key) {
    Statements.change(
        database,
        "delete from sign_in_attempt where ctid = (select ctid from sign_in_attempt"
            + " where key = ? order by made desc limit 1 for update skip locked)",
        statement -> {
          statement.setString(1, key);
        });
  }

  @Override
  @Transactional
  public void remember(SecretToken device, Account.Id account, Instant now) {
    Statements.change(
        database,
        "insert into known_device (token_hash, account, last_used) values (?, ?, ?)"
            + " on conflict (token_hash, account) do update set last_used = excluded.last_used",
        statement -> {
          statement.setString(1, device.hash());
          statement.setObject(2, account.value());
          statement.setTimestamp(3, Timestamp.from(now));
        });
  }

  @Override
  @Transactional
  public Optional<Account.Id> known(SecretToken device, Account.Id account) {
    return database.prepareStatement(
        "select from known_device where token_hash = ? and account = ?",
        statement -> {
          statement.setString(1, device.hash());
          statement.setObject(2, account.value());
          try (var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(account) : Optional.<Account.Id>empty();
          }
        });
  }
}
