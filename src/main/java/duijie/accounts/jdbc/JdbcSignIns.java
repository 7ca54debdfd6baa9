package duijie.accounts.jdbc;

import duijie.accounts.Account;
import duijie.accounts.SecretToken;
import duijie.accounts.SignIns;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in where. */
@Singleton
class JdbcSignIns implements SignIns {

  private static final String FIND =
      "select s.since, s.last_seen,"
          + AccountRows.COLUMNS
          + "from sign_in s join account a on a.id = s.account"
          + " join organisation o on o.id = a.organisation"
          + " where s.token_hash = ? and a.state = 'ACTIVE'";

  private static final String HALFWAY =
      AccountRows.SELECT
          + "join halfway_sign_in h on h.account = a.id"
          + " where h.token_hash = ? and h.device_hash = ? and h.since > ? and a.state = 'ACTIVE'";

  private final JdbcOperations database;

  JdbcSignIns(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public void begin(SecretToken token, Account.Id account, Instant now, String address) {
    Statements.change(
        database,
        "insert into sign_in (token_hash, account, since, last_seen, address)"
            + " values (?, ?, ?, ?, ?)",
        statement -> {
          statement.setString(1, token.hash());
          statement.setObject(2, account.value());
          statement.setTimestamp(3, Timestamp.from(now));
          statement.setTimestamp(4, Timestamp.from(now));
          statement.setString(5, address);
        });
  }

  @Override
  @Transactional
  public Optional<SignIn> find(SecretToken token) {
    return database.prepareStatement(
        FIND,
        statement -> {
          statement.setString(1, token.hash());
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new SignIn(
                        AccountRows.account(rows),
                        rows.getTimestamp("since").toInstant(),
                        rows.getTimestamp("last_seen").toInstant()))
                : Optional.<SignIn>empty();
          }
        });
  }

  @Override
  @Transactional
  public void seen(SecretToken token, Instant now) {
    Statements.change(
        database,
        "update sign_in set last_seen = greatest(last_seen, ?) where token_hash = ?",
        statement -> {
          statement.setTimestamp(1, Timestamp.from(now));
          statement.setString(2, token.hash());
        });
  }

  @Override
  @Transactional
  public void end(SecretToken token) {
    Statements.change(
        database,
        "delete from sign_in where token_hash = ?",
        statement -> statement.setString(1, token.hash()));
  }

  @Override
  @Transactional
  public void beginHalfway(
      SecretToken token, @Nullable SecretToken device, Account.Id account, Instant now) {
    Statements.change(
        database,
        "insert into halfway_sign_in (token_hash, device_hash, account, since)"
            + " values (?, ?, ?, ?)",
        statement -> {
          statement.setString(1, token.hash());
          statement.setString(2, hash(device));
          statement.setObject(3, account.value());
          statement.setTimestamp(4, Timestamp.from(now));
        });
  }

  @Override
  @Transactional
  public Optional<Account> halfway(SecretToken token, @Nullable SecretToken device, Instant since) {
    return database.prepareStatement(
        HALFWAY,
        statement -> {
          statement.setString(1, token.hash());
          statement.setString(2, hash(device));
          statement.setTimestamp(3, Timestamp.from(since));
          return AccountRows.all(statement).stream().findFirst();
        });
  }

  private static String hash(@Nullable SecretToken device) {
    return device == null ? "" : device.hash();
  }

  @Override
  @Transactional
  public void endHalfway(SecretToken token) {
    Statements.change(
        database,
        "delete from halfway_sign_in where token_hash = ?",
        statement -> statement.setString(1, token.hash()));
  }

  @Override
  @Transactional
  public void endAll(Account.Id account) {
    Statements.change(
        database,
        "delete from halfway_sign_in where account = ?",
        statement -> statement.setObject(1, account.value()));
    Statements.change(
        database,
        "delete from sign_in where account = ?",
        statement -> statement.setObject(1, account.value()));
  }

  @Override
  @Transactional
  public void forget(Instant lastSeenBefore, Instant begunBefore) {
    Statements.change(
        database,
        "delete from sign_in where last_seen < ? or since < ?",
        statement -> {
          statement.setTimestamp(1, Timestamp.from(lastSeenBefore));
          statement.setTimestamp(2, Timestamp.from(begunBefore));
        });
    Statements.change(
        database,
        "delete from halfway_sign_in where since < ?",
        statement -> statement.setTimestamp(1, Timestamp.from(lastSeenBefore)));
  }
}
