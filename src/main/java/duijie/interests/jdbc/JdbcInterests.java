package duijie.interests.jdbc;

import duijie.accounts.Account;
import duijie.agencies.Agency;
import duijie.interests.Interest;
import duijie.interests.Interests;
import duijie.projects.Project;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Interests in PostgreSQL. */
@Singleton
class JdbcInterests implements Interests {

  private static final String READ =
      "select project, agency, id, note, declared_by, declared_at from interest";

  private final JdbcOperations database;

  JdbcInterests(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Interest> find(Project.Id project, Agency.Id agency) {
    return Pairs.list(
            database,
            READ + " where project = ? and agency = ?",
            JdbcInterests::read,
            project.value(),
            agency.value())
        .stream()
        .findFirst();
  }

  @Override
  @Transactional
  public List<Interest> in(Project.Id project) {
    return Pairs.list(
        database,
        READ + " where project = ? order by declared_at, agency",
        JdbcInterests::read,
        project.value());
  }

  @Override
  @Transactional
  public List<Interest> of(Agency.Id agency) {
    return Pairs.list(
        database,
        READ + " where agency = ? order by declared_at desc, project",
        JdbcInterests::read,
        agency.value());
  }

  @Override
  @Transactional
  public Map<Project.Id, Integer> count(Collection<Project.Id> projects) {
    return Pairs.count(database, "interest", projects);
  }

  @Override
  @Transactional
  public void add(Interest interest) {
    Pairs.change(
        database,
        "insert into interest (project, agency, id, note, declared_by, declared_at) values (?, ?, ?, ?, ?, ?)",
        interest.project().value(),
        interest.agency().value(),
        interest.id(),
        interest.note(),
        interest.by().value(),
        Pairs.column(interest.at()));
  }

  @Override
  @Transactional
  public void remove(Interest interest) {
    Pairs.change(database, "delete from interest where id = ?", interest.id());
  }

  private static Interest read(ResultSet row) throws SQLException {
    return new Interest(
        new Project.Id(row.getString(1)),
        new Agency.Id(row.getString(2)),
        row.getObject(3, UUID.class),
        row.getString(4),
        new Account.Id(row.getObject(5, UUID.class)),
        Pairs.instant(row, 6));
  }
}
