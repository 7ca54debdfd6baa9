package duijie.projects.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  /** Stores it over the version before it, and says how many rows that was: one or none. */
  @Query(
      """
      update question set answer = :answer, answered_at = :answeredAt,
          corrected_at = :correctedAt, version = :version
      where id = :id and version = :version - 1
      """)
  int replace(
      UUID id,
      @Nullable String answer,
      @Nullable Instant answeredAt,
      @Nullable Instant correctedAt,
      int version);
}
