package duijie.projects.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table notice. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NoticeRows extends GenericRepository<NoticeRow, UUID> {

  Optional<NoticeRow> findById(UUID id);

  Optional<NoticeRow> findByPublication(UUID publication);

  List<NoticeRow> findByProjectOrderByNumber(String project);

  @Query("select distinct project from notice where owner = :owner order by project")
  List<String> projectsOf(String owner);

  /** The first notice of each of these projects. */
  @Query(
      """
      select id, project, number, kind, owner, publication, typed, clauses, reason, published_at
      from notice where project in (:projects) and number = 1
      """)
  List<NoticeRow> first(Collection<String> projects);

  @Query(
      """
      insert into notice (
          id, project, number, kind, owner, publication, typed, clauses, reason, published_at
      ) values (
          :id, :project, :number, :kind, :owner, :publication, :typed::json, :clauses::json, :reason,
          :publishedAt
      )
      """)
  void add(NoticeRow row);
}
