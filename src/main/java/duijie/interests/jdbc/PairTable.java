package duijie.interests.jdbc;

import duijie.accounts.Account;
import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    var ids = projects.stream().map(Project.Id::value).toArray(String[]::new);
    return database.prepareStatement(
        "select project, count(*) from " + name + " where project = any (?) group by project",
        statement ->
            Statements.list(
                    statement,
                    row -> Map.entry(new Project.Id(row.getString(1)), row.getInt(2)),
                    (Object) ids)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
        Statements.column(when));
  }

  void remove(UUID id) {
    change("delete from " + name + " where id = ?", id);
  }

  private List<T> list(String which, Object... values) {
    return database.prepareStatement(
        "select project, agency, id, %s, %s, %s from %s ".formatted(words, by, at, name) + which,
        statement -> Statements.list(statement, this::made, values));
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

  private void change(String sql, @Nullable Object... values) {
    int unused = database.prepareStatement(sql, statement -> Statements.change(statement, values));
  }
}
