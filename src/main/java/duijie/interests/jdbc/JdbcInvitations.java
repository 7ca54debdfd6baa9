package duijie.interests.jdbc;

import duijie.accounts.Account;
import duijie.agencies.Agency;
import duijie.interests.Invitation;
import duijie.interests.Invitations;
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

/** Invitations in PostgreSQL. */
@Singleton
class JdbcInvitations implements Invitations {

  private static final String READ =
      "select project, agency, id, words, invited_by, invited_at from invitation";

  private final JdbcOperations database;

  JdbcInvitations(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Invitation> find(Project.Id project, Agency.Id agency) {
    return Pairs.list(
            database,
            READ + " where project = ? and agency = ?",
            JdbcInvitations::read,
            project.value(),
            agency.value())
        .stream()
        .findFirst();
  }

  @Override
  @Transactional
  public List<Invitation> to(Project.Id project) {
    return Pairs.list(
        database,
        READ + " where project = ? order by invited_at, agency",
        JdbcInvitations::read,
        project.value());
  }

  @Override
  @Transactional
  public List<Invitation> of(Agency.Id agency) {
    return Pairs.list(
        database,
        READ + " where agency = ? order by invited_at desc, project",
        JdbcInvitations::read,
        agency.value());
  }

  @Override
  @Transactional
  public Map<Project.Id, Integer> count(Collection<Project.Id> projects) {
    return Pairs.count(database, "invitation", projects);
  }

  @Override
  @Transactional
  public void add(Invitation invitation) {
    Pairs.change(
        database,
        "insert into invitation (project, agency, id, words, invited_by, invited_at) values (?, ?, ?, ?, ?, ?)",
        invitation.project().value(),
        invitation.agency().value(),
        invitation.id(),
        invitation.words(),
        invitation.by().value(),
        Pairs.column(invitation.at()));
  }

  private static Invitation read(ResultSet row) throws SQLException {
    return new Invitation(
        new Project.Id(row.getString(1)),
        new Agency.Id(row.getString(2)),
        row.getObject(3, UUID.class),
        row.getString(4),
        new Account.Id(row.getObject(5, UUID.class)),
        Pairs.instant(row, 6));
  }
}
