package duijie.projects.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table question. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface QuestionRows extends GenericRepository<QuestionRow, UUID> {

  Optional<QuestionRow> findById(UUID id);

  List<QuestionRow> findByProjectOrderByAskedAt(String project);

  List<QuestionRow> findByAskerOrderByAskedAtDesc(String asker);

  @Query(
      """
      select question.* from question
      where project in (select notice.project from notice where notice.owner = :owner)
      order by answer is not null, asked_at
      """)
  List<QuestionRow> askedOf(String owner);

  /** Adds it unless it is there. */
  @Query(
      """
      insert into question (id, project, asker, asked_by, text, asked_at, version)
      values (:id, :project, :asker, :askedBy, :text, :askedAt, :version)
      on conflict (id) do nothing
      """)
  void add(QuestionRow row);

  /** Lets one transaction at a time decide on this question. */
  @Query("select 1 from pg_advisory_xact_lock(hashtextextended('question ' || :id, 0))")
  int lock(String id);

  /** Stores it over the version before it. */
  @Query(
      """
      update question set answer = :answer, answered_at = :answeredAt,
          corrected_at = :correctedAt, version = :version
      where id = :id and version = :version - 1
      """)
  void replace(QuestionRow row);
}
