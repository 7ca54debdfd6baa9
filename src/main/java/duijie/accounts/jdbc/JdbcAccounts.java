package duijie.accounts.jdbc;

import duijie.accounts.Account;
import duijie.accounts.Accounts;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts and their organisations. */
@Singleton
class JdbcAccounts implements Accounts {

  /** One text occurs in a name, whatever signs it has. */
  private static final String FOUND =
      "where position(lower(?) in lower(concat_ws(chr(10), a.sign_in_name, a.display_name, o.name)))"
          + " > 0";

  private final JdbcOperations database;

  JdbcAccounts(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Account> find(Account.Id id) {
    return select("where a.id = ?", id.value()).stream().findFirst();
  }

  @Override
  @Transactional
  public Optional<Account> named(String signInName) {
    return select("where a.sign_in_name = ?", signInName).stream().findFirst();
  }

  @Override
  @Transactional
  public List<Account> of(Organisation.Id organisation) {
    return select("where a.organisation = ? order by a.sign_in_name", organisation.value());
  }

  @Override
  @Transactional
  public List<Account> search(String text, int skip, int limit) {
    return database.prepareStatement(
        AccountRows.SELECT + FOUND + " order by o.name, a.sign_in_name limit ? offset ?",
        statement -> {
          statement.setString(1, text);
          statement.setInt(2, limit);
          statement.setInt(3, skip);
          return AccountRows.all(statement);
        });
  }

  @Override
  @Transactional
  public int count(String text) {
    return database.prepareStatement(
        "select count(*) from account a join organisation o on o.id = a.organisation " + FOUND,
        statement -> {
          statement.setString(1, text);
          try (var rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
          }
        });
  }

  @Override
  @Transactional
  public Optional<Organisation> organisation(Organisation.Id id) {
    return database.prepareStatement(
        "select o.id as organisation, o.kind, o.name, o.region from organisation o where o.id = ?",
        statement -> {
          statement.setString(1, id.value());
          try (var rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(AccountRows.organisation(rows))
                : Optional.<Organisation>empty();
          }
        });
  }

  @Override
  @Transactional
  public List<Organisation> organisations() {
    return database.prepareStatement(
        "select o.id as organisation, o.kind, o.name, o.region from organisation o"
            + " where exists (select from account a where a.organisation = o.id)"
            + " order by array_position(array['BUREAU', 'OPERATOR', 'AGENCY'], o.kind), o.name, o.id",
        statement -> {
          var found = new ArrayList<Organisation>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(AccountRows.organisation(rows));
            }
          }
          return List.copyOf(found);
        });
  }

  @Override
  @Transactional
  public boolean any() {
    return database.prepareStatement(
        "select exists (select from account)",
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
          }
        });
  }

  @Override
  @Transactional
  public void lock() {
    database.prepareStatement(
        "select pg_advisory_xact_lock(hashtextextended('accounts', 0))",
        statement -> statement.execute());
  }

  private List<Account> select(String condition, Object value) {
    return database.prepareStatement(
        AccountRows.SELECT + condition,
        statement -> {
          statement.setObject(1, value);
          return AccountRows.all(statement);
        });
  }

  @Override
  @Transactional
  public boolean add(Account account) {
    var organisation = account.organisation();
    add(organisation);
    return Statements.change(
            database,
            "insert into account (id, sign_in_name, display_name, organisation, roles, password_hash,"
                + " password_to_change, state) values (?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (sign_in_name) do nothing",
            statement -> {
              statement.setObject(1, account.id().value());
              statement.setString(2, account.signInName());
              statement.setString(3, account.displayName());
              statement.setString(4, organisation.id().value());
              var roles = account.roles().stream().map(Enum::name).sorted().toArray();
              statement.setArray(5, statement.getConnection().createArrayOf("text", roles));
              statement.setString(6, account.passwordHash());
              statement.setBoolean(7, account.passwordToChange());
              statement.setString(8, account.state().name());
            })
        == 1;
  }

  @Override
  @Transactional
  public void password(Account.Id id, String hash, boolean toChange) {
    Statements.change(
        database,
        "update account set password_hash = ?, password_to_change = ? where id = ?",
        statement -> {
          statement.setString(1, hash);
          statement.setBoolean(2, toChange);
          statement.setObject(3, id.value());
        });
  }

  @Override
  @Transactional
  public void state(Account.Id id, Account.State state) {
    Statements.change(
        database,
        "update account set state = ? where id = ?",
        statement -> {
          statement.setString(1, state.name());
          statement.setObject(2, id.value());
        });
  }

  @Override
  @Transactional
  public void rename(Organisation.Id id, String name) {
    Statements.change(
        database,
        "update organisation set name = ? where id = ?",
        statement -> {
          statement.setString(1, name);
          statement.setString(2, id.value());
        });
  }

  @Override
  @Transactional
  public void attach(Account.Id id, Organisation organisation) {
    add(organisation);
    Statements.change(
        database,
        "update account set organisation = ? where id = ?",
        statement -> {
          statement.setString(1, organisation.id().value());
          statement.setObject(2, id.value());
        });
  }

  @Override
  @Transactional
  public void roles(Account.Id id, Set<Role> roles) {
    Statements.change(
        database,
        "update account set roles = ? where id = ?",
        statement -> {
          var names = roles.stream().map(Enum::name).sorted().toArray();
          statement.setArray(1, statement.getConnection().createArrayOf("text", names));
          statement.setObject(2, id.value());
        });
  }

  private void add(Organisation organisation) {
    Statements.change(
        database,
        "insert into organisation (id, kind, name, region) values (?, ?, ?, ?)"
            + " on conflict do nothing",
        statement -> {
          statement.setString(1, organisation.id().value());
          statement.setString(2, organisation.kind().name());
          statement.setString(3, organisation.name());
          var region = organisation.region();
          statement.setString(4, region == null ? null : region.value());
        });
  }
}
