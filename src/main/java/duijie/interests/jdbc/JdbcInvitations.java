package duijie.interests.jdbc;

import duijie.agencies.Agency;
import duijie.interests.Invitation;
import duijie.interests.Invitations;
import duijie.projects.Project;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invitations in PostgreSQL. */
@Singleton
class JdbcInvitations implements Invitations {

  private final PairTable<Invitation> table;

  JdbcInvitations(JdbcOperations database) {
    this.table =
        new PairTable<>(
            database, "invitation", "words", "invited_by", "invited_at", Invitation::new);
  }

  @Override
  @Transactional
  public Optional<Invitation> find(Project.Id project, Agency.Id agency) {
    return table.find(project, agency);
  }

  @Override
  @Transactional
  public List<Invitation> to(Project.Id project) {
    return table.of(project);
  }

  @Override
  @Transactional
  public List<Invitation> of(Agency.Id agency) {
    return table.of(agency);
  }

  @Override
  @Transactional
  public Map<Project.Id, Integer> count(Collection<Project.Id> projects) {
    return table.count(projects);
  }

  @Override
  @Transactional
  public void add(Invitation invitation) {
    table.add(
        invitation.project(),
        invitation.agency(),
        invitation.id(),
        invitation.words(),
        invitation.by(),
        invitation.at());
  }
}
