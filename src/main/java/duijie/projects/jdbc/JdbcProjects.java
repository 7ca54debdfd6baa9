package duijie.projects.jdbc;

import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.shared.jdbc.Batches;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Projects in PostgreSQL. */
@Singleton
class JdbcProjects implements Projects {

  private final ProjectRows rows;

  JdbcProjects(ProjectRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Project> find(Project.Id id) {
    return rows.findById(id.value()).map(ProjectMapping::toProject);
  }

  @Override
  public List<Project> alike(Project.Id id) {
    return findAll(rows.alike(id.value()).stream().map(Project.Id::new).toList());
  }

  @Override
  @Transactional
  public boolean free(Project.Id id) {
    rows.reserve(id.value());
    return rows.findById(id.value()).isEmpty();
  }

  @Override
  @Transactional
  public Optional<Project> lock(Project.Id id) {
    return rows.lock(id.value()).flatMap(rows::findById).map(ProjectMapping::toProject);
  }

  @Override
  public List<Project> findAll(Collection<Project.Id> ids) {
    var wanted = ids.stream().map(Project.Id::value).toList();
    return Batches.inOrder(wanted, rows::findByIdIn, ProjectRow::id).stream()
        .map(ProjectMapping::toProject)
        .toList();
  }

  @Override
  public long count() {
    return rows.count();
  }

  @Override
  public Stream<Project> stream() {
    return Batches.all(rows::findTop1000ByIdGreaterThanOrderById, ProjectRow::id)
        .map(ProjectMapping::toProject);
  }

  @Override
  @Transactional
  public void saveAll(Collection<Project> projects) {
    var last = Batches.lastOfEach(projects.stream().map(ProjectMapping::toRow), ProjectRow::id);
    if (!last.isEmpty()) {
      rows.store(last);
    }
  }
}
