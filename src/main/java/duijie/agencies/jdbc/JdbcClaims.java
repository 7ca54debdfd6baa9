package duijie.agencies.jdbc;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.agencies.Agency;
import duijie.agencies.Claim;
import duijie.agencies.Claims;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table agency_claim. */
@Singleton
class JdbcClaims implements Claims {

  private static final String SELECT =
      """
      select id, number, agency, account, name, certificate, note, reach, state, reason,
          filed_at, decided_at, decided_by
      from agency_claim
      """;

  private final JdbcOperations database;

  JdbcClaims(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Claim> find(Organisation.Id id) {
    return database.prepareStatement(
        SELECT + "where id = ?",
        statement -> {
          statement.setString(1, id.value());
          return all(statement).stream().findFirst();
        });
  }

  @Override
  @Transactional
  public List<Claim> waiting() {
    return database.prepareStatement(
        SELECT + "where state = 'WAITING' order by filed_at, number", JdbcClaims::all);
  }

  @Override
  @Transactional
  public int waitingCount() {
    return database.prepareStatement(
        "select count(*) from agency_claim where state = 'WAITING'",
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
          }
        });
  }

  @Override
  @Transactional
  public void add(Claim claim) {
    database.prepareStatement(
        """
        insert into agency_claim
            (id, number, agency, account, name, certificate, note, reach, state, filed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setString(1, claim.id().value());
          statement.setString(2, claim.number());
          statement.setString(3, claim.agency().value());
          statement.setObject(4, claim.account().value());
          statement.setString(5, claim.name());
          statement.setString(6, claim.certificate());
          statement.setString(7, claim.note());
          statement.setString(8, claim.reach());
          statement.setString(9, claim.state().name());
          statement.setObject(10, Times.column(claim.filedAt()));
          return statement.executeUpdate();
        });
  }

  @Override
  @Transactional
  public boolean decide(Claim decided) {
    return database.prepareStatement(
            """
            update agency_claim set state = ?, reason = ?, decided_at = ?, decided_by = ?
            where id = ? and state = 'WAITING'
            """,
            statement -> {
              statement.setString(1, decided.state().name());
              statement.setString(2, decided.reason());
              statement.setObject(3, Times.column(decided.decidedAt()));
              statement.setString(4, decided.decidedBy());
              statement.setString(5, decided.id().value());
              return statement.executeUpdate();
            })
        == 1;
  }

  private static List<Claim> all(PreparedStatement statement) throws SQLException {
    var claims = new ArrayList<Claim>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        claims.add(claim(rows));
      }
    }
    return claims;
  }

  private static Claim claim(ResultSet row) throws SQLException {
    var filed = Times.instant(row, "filed_at");
    if (filed == null) {
      throw new IllegalStateException("a claim says when it was filed");
    }
    return new Claim(
        new Organisation.Id(row.getString("id")),
        row.getString("number"),
        new Agency.Id(row.getString("agency")),
        new Account.Id(row.getObject("account", UUID.class)),
        row.getString("name"),
        row.getString("certificate"),
        row.getString("note"),
        row.getString("reach"),
        Claim.State.valueOf(row.getString("state")),
        row.getString("reason"),
        filed,
        Times.instant(row, "decided_at"),
        row.getString("decided_by"));
  }
}
