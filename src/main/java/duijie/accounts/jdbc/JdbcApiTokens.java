package duijie.accounts.jdbc;

import duijie.accounts.Account;
import duijie.accounts.ApiToken;
import duijie.accounts.ApiTokens;
import duijie.accounts.SecretToken;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table api_token. */
@Singleton
class JdbcApiTokens implements ApiTokens {

  private static final String TOKEN =
      "t.id as token_id, t.account as token_account, t.name as token_name, t.made_at,"
          + " t.expires_at, t.last_used_at, t.revoked_at";

  private static final String OF =
      "select " + TOKEN + " from api_token t where t.account = ? order by t.made_at desc, t.id";

  private static final String FIND =
      "select "
          + TOKEN
          + ","
          + AccountRows.COLUMNS
          + "from api_token t join account a on a.id = t.account"
          + " join organisation o on o.id = a.organisation"
          + " where t.token_hash = ? and a.state = 'ACTIVE'";

  private final JdbcOperations database;

  JdbcApiTokens(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public List<ApiToken> lock(Account.Id account) {
    database.prepareStatement(
        "select 1 from account where id = ? for update",
        statement -> {
          statement.setObject(1, account.value());
          return statement.execute();
        });
    return of(account);
  }

  @Override
  @Transactional
  public List<ApiToken> of(Account.Id account) {
    return database.prepareStatement(
        OF,
        statement -> {
          statement.setObject(1, account.value());
          var found = new ArrayList<ApiToken>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(token(rows));
            }
          }
          return found;
        });
  }

  @Override
  @Transactional
  public void put(ApiToken token, SecretToken secret) {
    Statements.change(
        database,
        "insert into api_token (id, token_hash, account, name, made_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)"
            + " on conflict (id) do update set token_hash = excluded.token_hash"
            + " where api_token.account = excluded.account",
        statement -> {
          statement.setObject(1, token.id().value());
          statement.setString(2, secret.hash());
          statement.setObject(3, token.account().value());
          statement.setString(4, token.name());
          statement.setTimestamp(5, Timestamp.from(token.madeAt()));
          statement.setTimestamp(6, Timestamp.from(token.expiresAt()));
        });
  }

  @Override
  @Transactional
  public Optional<Holder> find(SecretToken secret) {
    return database.prepareStatement(
        FIND,
        statement -> {
          statement.setString(1, secret.hash());
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(new Holder(token(rows), AccountRows.account(rows)))
                : Optional.<Holder>empty();
          }
        });
  }

  @Override
  @Transactional
  public void used(ApiToken.Id id, Instant now) {
    set("last_used_at", id, now);
  }

  @Override
  @Transactional
  public void revoke(ApiToken.Id id, Instant now) {
    set("revoked_at", id, now);
  }

  private void set(String column, ApiToken.Id id, Instant now) {
    Statements.change(
        database,
        "update api_token set " + column + " = ? where id = ?",
        statement -> {
          statement.setTimestamp(1, Timestamp.from(now));
          statement.setObject(2, id.value());
        });
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        new ApiToken.Id(row.getObject("token_id", UUID.class)),
        new Account.Id(row.getObject("token_account", UUID.class)),
        row.getString("token_name"),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
