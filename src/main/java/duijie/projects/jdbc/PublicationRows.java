package duijie.projects.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table publication. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PublicationRows extends GenericRepository<PublicationRow, UUID> {

  Optional<PublicationRow> findById(UUID id);

  @Query(
      """
      select id, owner, kind, project, reason, affecting, typed, clauses, stage, version, note
      from publication where owner = :owner order by changed_at desc, id
      """)
  List<PublicationRow> ofOwner(String owner);

  @Query("select count(*) from publication where owner = :owner and stage = :stage")
  int count(String owner, String stage);

  @Query(
      """
      select id, owner, kind, project, reason, affecting, typed, clauses, stage, version, note
      from publication where project = :project and stage in ('DRAFT', 'SUBMITTED', 'RETURNED')
      """)
  Optional<PublicationRow> openFor(String project);

  /** Adds it. */
  @Query(
      """
      insert into publication (
          id, owner, kind, project, reason, affecting, typed, clauses, stage, version, note
      ) values (
          :id, :owner, :kind, :project, :reason, :affecting, :typed::json, :clauses::json, :stage,
          :version, :note
      )
      """)
  void add(PublicationRow row);

  /** Lets one transaction at a time decide on what has this key, whether a row has it or not. */
  @Query("select 1 from pg_advisory_xact_lock(hashtextextended('publication ' || :key, 0))")
  int lock(String key);

  /** Stores it over the version before it. */
  @Query(
      """
      update publication set reason = :reason, affecting = :affecting, typed = :typed::json,
          clauses = :clauses::json, stage = :stage, version = :version, note = :note,
          changed_at = now()
      where id = :id and version = :version - 1
      """)
  void replace(PublicationRow row);

  @Query("select nextval('project_number')")
  long nextNumber();
}
