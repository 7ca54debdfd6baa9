package duijie.accounts.jdbc;

import duijie.accounts.Account;
import duijie.accounts.MailedTokens;
import duijie.accounts.SecretToken;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The table mailed_token. */
@Singleton
class JdbcMailedTokens implements MailedTokens {

  private static final String VALID = "token_hash = ? and purpose = ? and expires_at > ?";

  private final JdbcOperations database;

  JdbcMailedTokens(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public void issue(
      SecretToken token, Purpose purpose, Account.Id account, String address, Instant expires) {
    Statements.change(
        database,
        "insert into mailed_token (token_hash, purpose, account, address, expires_at)"
            + " values (?, ?, ?, ?, ?)",
        statement -> {
          statement.setString(1, token.hash());
          statement.setString(2, purpose.name());
          statement.setObject(3, account.value());
          statement.setString(4, address);
          statement.setTimestamp(5, Timestamp.from(expires));
        });
  }

  @Override
  @Transactional
  public Optional<Holder> find(SecretToken token, Purpose purpose, Instant now) {
    return holder("select account, address from mailed_token where " + VALID, token, purpose, now);
  }

  @Override
  @Transactional
  public Optional<Holder> use(SecretToken token, Purpose purpose, Instant now) {
    return holder(
        "delete from mailed_token where " + VALID + " returning account, address",
        token,
        purpose,
        now);
  }

  private Optional<Holder> holder(String sql, SecretToken token, Purpose purpose, Instant now) {
    return database.prepareStatement(
        sql,
        statement -> {
          statement.setString(1, token.hash());
          statement.setString(2, purpose.name());
          statement.setTimestamp(3, Timestamp.from(now));
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Holder(
                        new Account.Id(rows.getObject("account", UUID.class)),
                        rows.getString("address")))
                : Optional.<Holder>empty();
          }
        });
  }

  @Override
  @Transactional
  public void forget(Account.Id account, Purpose purpose) {
    Statements.change(
        database,
        "delete from mailed_token where account = ? and purpose = ?",
        statement -> {
          statement.setObject(1, account.value());
          statement.setString(2, purpose.name());
        });
  }

  @Override
  @Transactional
  public void forgetExpired(Instant now) {
    Statements.change(
        database,
        "delete from mailed_token where expires_at <= ?",
        statement -> statement.setTimestamp(1, Timestamp.from(now)));
  }
}
