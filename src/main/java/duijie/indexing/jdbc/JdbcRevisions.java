package duijie.indexing.jdbc;

import duijie.agencies.Agency;
import duijie.indexing.Revisions;
import duijie.projects.Project;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The revisions in their table, which triggers count. */
@Singleton
class JdbcRevisions implements Revisions {

  private final JdbcOperations database;

  JdbcRevisions(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Map<Agency.Id, Long> ofAgencies(Collection<Agency.Id> ids) {
    return of(Change.Kind.AGENCY, ids, Agency.Id::new);
  }

  @Override
  @Transactional
  public Map<Project.Id, Long> ofProjects(Collection<Project.Id> ids) {
    return of(Change.Kind.PROJECT, ids, Project.Id::new);
  }

  private <I> Map<I, Long> of(Change.Kind kind, Collection<I> ids, Function<String, I> idFrom) {
    return database.prepareStatement(
        "select id, revision from record_revision where kind = ? and id = any (?)",
        statement -> {
          statement.setString(1, kind.name());
          statement.setArray(
              2,
              statement
                  .getConnection()
                  .createArrayOf("text", ids.stream().map(Object::toString).toArray()));
          var revisions = new HashMap<I, Long>();
          ids.forEach(id -> revisions.put(id, 0L));
          try (var row = statement.executeQuery()) {
            while (row.next()) {
              revisions.put(idFrom.apply(row.getString(1)), row.getLong(2));
            }
          }
          return revisions;
        });
  }
}
