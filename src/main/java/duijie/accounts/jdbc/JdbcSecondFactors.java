package duijie.accounts.jdbc;

import duijie.accounts.Account;
import duijie.accounts.SecondFactors;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tables second_factor and recovery_code. */
@Singleton
class JdbcSecondFactors implements SecondFactors {

  private final JdbcOperations database;

  JdbcSecondFactors(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Factor> find(Account.Id account) {
    return database.prepareStatement(
        "select secret, since from second_factor where account = ?",
        statement -> {
          statement.setObject(1, account.value());
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Factor(rows.getString("secret"), rows.getTimestamp("since").toInstant()))
                : Optional.<Factor>empty();
          }
        });
  }

  @Override
  @Transactional
  public Optional<Factor> lock(Account.Id account) {
    boolean unused =
        database.prepareStatement(
            "select 1 from account where id = ? for update",
            statement -> {
              statement.setObject(1, account.value());
              return statement.execute();
            });
    return find(account);
  }

  @Override
  @Transactional
  public Set<Account.Id> among(Collection<Account.Id> accounts) {
    return database.prepareStatement(
        "select account from second_factor where account = any (?)",
        statement -> {
          var ids = accounts.stream().map(Account.Id::value).toArray(UUID[]::new);
          statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids));
          var found = new HashSet<Account.Id>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(new Account.Id(rows.getObject("account", UUID.class)));
            }
          }
          return found;
        });
  }

  @Override
  @Transactional
  public void put(Account.Id account, Factor factor, long step) {
    Statements.change(
        database,
        "insert into second_factor (account, secret, since, last_step) values (?, ?, ?, ?)",
        statement -> {
          statement.setObject(1, account.value());
          statement.setString(2, factor.secret());
          statement.setTimestamp(3, Timestamp.from(factor.since()));
          statement.setLong(4, step);
        });
  }

  @Override
  @Transactional
  public boolean use(Account.Id account, long step) {
    return Statements.change(
            database,
            "update second_factor set last_step = ? where account = ? and last_step < ?",
            statement -> {
              statement.setLong(1, step);
              statement.setObject(2, account.value());
              statement.setLong(3, step);
            })
        == 1;
  }

  @Override
  @Transactional
  public void remove(Account.Id account) {
    Statements.change(
        database,
        "delete from second_factor where account = ?",
        statement -> statement.setObject(1, account.value()));
  }

  @Override
  @Transactional
  public void recoveryCodes(Account.Id account, List<String> hashes) {
    Statements.change(
        database,
        "delete from recovery_code where account = ?",
        statement -> statement.setObject(1, account.value()));
    Statements.change(
        database,
        "insert into recovery_code (account, code_hash) select ?, unnest(?)",
        statement -> {
          statement.setObject(1, account.value());
          statement.setArray(
              2, statement.getConnection().createArrayOf("text", hashes.toArray(String[]::new)));
        });
  }

  @Override
  @Transactional
  public boolean useRecoveryCode(Account.Id account, String hash) {
    return Statements.change(
            database,
            "delete from recovery_code where account = ? and code_hash = ?",
            statement -> {
              statement.setObject(1, account.value());
              statement.setString(2, hash);
            })
        == 1;
  }

  @Override
  @Transactional
  public int recoveryCodesLeft(Account.Id account) {
    return database.prepareStatement(
        "select count(*) from recovery_code where account = ?",
        statement -> {
          statement.setObject(1, account.value());
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }
}
