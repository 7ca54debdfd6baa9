package duijie.interests.jdbc;

import duijie.agencies.Agency;
import duijie.interests.Interest;
import duijie.interests.Interests;
import duijie.projects.Project;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Interests in PostgreSQL. */
@Singleton
class JdbcInterests implements Interests {

  private final PairTable<Interest> table;

  JdbcInterests(JdbcOperations database) {
    this.table =
        new PairTable<>(database, "interest", "note", "declared_by", "declared_at", Interest::new);
  }

  @Override
  @Transactional
  public Optional<Interest> find(Project.Id project, Agency.Id agency) {
    return table.find(project, agency);
  }

  @Override
  @Transactional
  public List<Interest> in(Project.Id project) {
    return table.of(project);
  }

  @Override
  @Transactional
  public List<Interest> of(Agency.Id agency) {
    return table.of(agency);
  }

  @Override
  @Transactional
  public Map<Project.Id, Integer> count(Collection<Project.Id> projects) {
    return table.count(projects);
  }

  @Override
  @Transactional
  public void add(Interest interest) {
    table.add(
        interest.project(),
        interest.agency(),
        interest.id(),
        interest.note(),
        interest.by(),
        interest.at());
  }

  @Override
  @Transactional
  public void remove(Interest interest) {
    table.remove(interest.id());
  }
}
