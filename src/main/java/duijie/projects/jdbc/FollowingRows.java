package duijie.projects.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** The table following. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FollowingRows extends GenericRepository<FollowingRow, FollowingRow.Key> {

  @Query("select project from following where account = :account order by since desc, project")
  List<String> projects(UUID account);

  @Query("select account from following where project = :project order by since, account")
  List<UUID> accounts(String project);

  @Query(
      "insert into following (account, project) values (:account, :project) on conflict do nothing")
  void add(UUID account, String project);

  @Query("delete from following where account = :account and project = :project")
  void remove(UUID account, String project);
}
