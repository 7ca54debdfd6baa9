package duijie.projects.jdbc;

import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Projects in PostgreSQL. */
@Singleton
class JdbcProjects implements Projects {

  /** How many ids one query asks for; PostgreSQL takes 65,535 parameters at most. */
  private static final int CHUNK = 1000;

  private final ProjectRows rows;

  JdbcProjects(ProjectRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Project> find(Project.Id id) {
    return rows.findById(id.value()).map(ProjectMapping::toProject);
  }

  @Override
  public List<Project> findAll(Collection<Project.Id> ids) {
    var wanted = ids.stream().map(Project.Id::value).distinct().toList();
    var found = new HashMap<String, ProjectRow>();
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      var chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
      rows.findByIdIn(chunk).forEach(row -> found.put(row.id(), row));
    }
    return ids.stream()
        .map(id -> found.get(id.value()))
        .filter(Objects::nonNull)
        .map(ProjectMapping::toProject)
        .toList();
  }

  @Override
  public long count() {
    return rows.count();
  }

  /** Reads a thousand at a time as they are asked for, and keeps no connection in between. */
  @Override
  public Stream<Project> stream() {
    return Stream.iterate(
            rows.findTop1000ByIdGreaterThanOrderById(""),
            page -> !page.isEmpty(),
            page -> rows.findTop1000ByIdGreaterThanOrderById(page.getLast().id()))
        .flatMap(List::stream)
        .map(ProjectMapping::toProject);
  }

  @Override
  @Transactional
  public void saveAll(Collection<Project> projects) {
    var last = new LinkedHashMap<String, ProjectRow>();
    projects.forEach(project -> last.put(project.id().value(), ProjectMapping.toRow(project)));
    if (!last.isEmpty()) {
      rows.store(new ArrayList<>(last.values()));
    }
  }
}
