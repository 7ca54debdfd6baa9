package duijie.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The role as which the application works. The tables belong to another, who migrates them: what is
 * only ever added to cannot be changed by the application, whatever it is made to say.
 *
 * @param name of the role
 * @param password with which it signs in
 */
record ApplicationRole(String name, String password) {

  /** Tables that rows are only added to. */
  private static final List<String> ADDED_TO = List.of("audit_entry");

  /** Tables that are only read. */
  private static final List<String> READ = List.of("audit_head");

  /** Makes the role, or gives it its password anew. */
  void makeIn(Database owned) throws SQLException {
    try (var connection = owned.connect();
        var statement = connection.createStatement()) {
      boolean there;
      try (var rows =
          statement.executeQuery("select from pg_roles where rolname = " + literal(name))) {
        there = rows.next();
      }
      statement.execute(
          (there ? "alter" : "create")
              + " role "
              + identifier(name)
              + " login nosuperuser nocreatedb nocreaterole nobypassrls password "
              + literal(password));
    }
  }

  /** Lets the role do with the tables of today's version what it may, and nothing else. */
  void grantIn(Database owned) throws SQLException {
    try (var connection = owned.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      grant(connection, statement);
      connection.commit();
    }
  }

  private void grant(Connection connection, Statement statement) throws SQLException {
    var schema = identifier(connection.getSchema());
    var role = identifier(name);
    statement.execute("grant usage on schema " + schema + " to " + role);
    statement.execute(
        "grant select, insert, update, delete on all tables in schema " + schema + " to " + role);
    statement.execute("grant usage on all sequences in schema " + schema + " to " + role);
    for (var table : ADDED_TO) {
      statement.execute("revoke update, delete, truncate on " + table + " from " + role);
    }
    for (var table : READ) {
      statement.execute("revoke insert, update, delete, truncate on " + table + " from " + role);
    }
    statement.execute("revoke all on flyway_schema_history from " + role);
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
