package duijie.interests.jdbc;

import duijie.accounts.Account;
import duijie.agencies.Agency;
import duijie.projects.Project;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A table that keeps one row for a project and an agency: what one said to the other, who said it
 * and when. Asked within a transaction.
 *
 * @param name of the table
 * @param words the column of what was said
 * @param by the column of who said it
 * @param at the column of when
 * @param maker makes something of a row
 */
record PairTable<T>(
    JdbcOperations database, String name, String words, String by, String at, Maker<T> maker) {

  /** Makes something of a row. */
  interface Maker<T> {
    T of(Project.Id project, Agency.Id agency, UUID id, String words, Account.Id by, Instant at);
  }

  Optional<T> find(Project.Id project, Agency.Id agency) {
    return list("where project = ? and agency = ?", project.value(), agency.value()).stream()
        .findFirst();
  }

  /** Those of a project, the first said first. */
  List<T> of(Project.Id project) {
    return list("where project = ? order by " + at + ", agency", project.value());
  }

  /** Those of an agency, the last said first. */
  List<T> of(Agency.Id agency) {
    return list("where agency = ? order by " + at + " desc, project", agency.value());
  }

  /** How many each of these projects has that has any. */
  Map<Project.Id, Integer> count(Collection<Project.Id> projects) {
    var counts = new HashMap<Project.Id, Integer>();
    return database.prepareStatement(
        "select project, count(*) from " + name + " where project = any (?) group by project",
        statement -> {
          var ids = projects.stream().map(Project.Id::value).toArray(String[]::new);
          statement.setArray(1, statement.getConnection().createArrayOf("text", ids));
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              counts.put(new Project.Id(rows.getString(1)), rows.getInt(2));
            }
          }
          return counts;
        });
  }

  void add(
      Project.Id project, Agency.Id agency, UUID id, String said, Account.Id who, Instant when) {
    change(
        "insert into %s (project, agency, id, %s, %s, %s) values (?, ?, ?, ?, ?, ?)"
            .formatted(name, words, by, at),
        project.value(),
        agency.value(),
        id,
        said,
        who.value(),
        when.atOffset(ZoneOffset.UTC));
  }

  void remove(UUID id) {
    change("delete from " + name + " where id = ?", id);
  }

  private List<T> list(String which, Object... values) {
    return database.prepareStatement(
        "select project, agency, id, %s, %s, %s from %s ".formatted(words, by, at, name) + which,
        statement -> {
          set(statement, values);
          var found = new ArrayList<T>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              found.add(made(rows));
            }
          }
          return found;
        });
  }

  private T made(ResultSet row) throws SQLException {
    return maker.of(
        new Project.Id(row.getString(1)),
        new Agency.Id(row.getString(2)),
        row.getObject(3, UUID.class),
        row.getString(4),
        new Account.Id(row.getObject(5, UUID.class)),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }

  private void change(String sql, Object... values) {
    database.prepareStatement(
        sql,
        statement -> {
          set(statement, values);
          return statement.executeUpdate();
        });
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
