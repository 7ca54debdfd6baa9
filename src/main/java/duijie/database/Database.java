package duijie.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A PostgreSQL to connect to.
 *
 * @param url JDBC address
 */
public record Database(String url, String user, String password) {

  /** What a server must have on so that a committed transaction survives a crash. */
  private static final String DURABILITY =
      "select name, setting from pg_settings"
          + " where name in ('fsync', 'synchronous_commit', 'full_page_writes')";

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /**
   * Makes sure that what is committed stays.
   *
   * @throws CannotStart when the server runs without one of its durability settings
   */
  public void requireDurability() {
    try (var connection = connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(DURABILITY)) {
      var settings = new TreeMap<String, String>();
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getString(2));
      }
      if (settings.size() != 3
          || settings.containsValue("off")
          || settings.containsValue("local")) {
        throw new CannotStart(
            "database-not-durable",
            "数据库的持久化设置没有全部打开（" + settings + "），断电可能丢失数据，因此不启动。",
            "The database does not have all its durability settings on ("
                + settings
                + "); a power cut could lose data, so it is not used.");
      }
    } catch (SQLException e) {
      throw unreachable(e);
    }
  }

  /**
   * Brings the tables to this version of the product.
   *
   * @throws CannotStart when they are not what an earlier version left
   */
  public void migrate() {
    try {
      Flyway.configure()
          .dataSource(url, user, password)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new CannotStart(
          "database-not-migrated",
          "数据库的表结构无法升级到本版本：" + e.getMessage(),
          "The tables cannot be brought to this version: " + e.getMessage(),
          e);
    }
  }

  /**
   * Gives a role that exists already the rights of the application on the tables; to be called
   * after each migration.
   *
   * @return the same database as that role sees it
   */
  public Database as(String role, String itsPassword) {
    var application = new ApplicationRole(role, itsPassword);
    try {
      application.grantIn(this);
      var seen = new Database(url, role, itsPassword);
      seen.connect().close();
      return seen;
    } catch (SQLException e) {
      throw new CannotStart(
          "database-role-unusable",
          "数据库角色 " + role + " 不能使用：" + e.getMessage(),
          "The database role " + role + " cannot be used: " + e.getMessage(),
          e);
    }
  }

  /** What Micronaut calls these settings. */
  public Map<String, Object> properties() {
    return Map.of(
        "datasources.default.url", url,
        "datasources.default.username", user,
        "datasources.default.password", password);
  }

  /** Leaves the password out. */
  @Override
  public String toString() {
    return "Database[" + url + "]";
  }

  private static CannotStart unreachable(SQLException e) {
    return new CannotStart(
        "database-unreachable",
        "连接不上数据库：" + e.getMessage(),
        "The database cannot be reached: " + e.getMessage(),
        e);
  }
}
