package duijie.accounts.jdbc;

import duijie.accounts.Account;
import duijie.accounts.Organisation;
import duijie.accounts.Role;
import duijie.regions.Region;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads accounts out of rows. */
final class AccountRows {

  /** All columns that {@link #account} reads, of accounts {@code a} and organisations {@code o}. */
  static final String COLUMNS =
      " a.id, a.sign_in_name, a.display_name, a.roles, a.password_hash, a.password_to_change,"
          + " a.state, o.id as organisation, o.kind, o.name, o.region ";

  static final String SELECT =
      "select" + COLUMNS + "from account a join organisation o on o.id = a.organisation ";

  private AccountRows() {}

  static List<Account> all(PreparedStatement statement) throws SQLException {
    var accounts = new ArrayList<Account>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        accounts.add(account(rows));
      }
    }
    return accounts;
  }

  static Account account(ResultSet row) throws SQLException {
    var roles = (String[]) row.getArray("roles").getArray();
    return new Account(
        new Account.Id(row.getObject("id", UUID.class)),
        row.getString("sign_in_name"),
        row.getString("display_name"),
        organisation(row),
        Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()),
        row.getString("password_hash"),
        row.getBoolean("password_to_change"),
        Account.State.valueOf(row.getString("state")));
  }

  static Organisation organisation(ResultSet row) throws SQLException {
    var region = row.getString("region");
    return new Organisation(
        new Organisation.Id(row.getString("organisation")),
        Organisation.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        region == null ? null : new Region.Code(region));
  }
}
