package duijie.sessions.jdbc;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.sessions.MeetingRequest;
import duijie.sessions.Requests;
import duijie.sessions.Session;
import duijie.sessions.Side;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The table meeting_request. */
@Singleton
class JdbcRequests implements Requests {

  private final JdbcOperations database;

  JdbcRequests(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<MeetingRequest> find(Session.Id session, Project.Id project, Agency.Id agency) {
    return read(
            "where session = ? and project = ? and agency = ?",
            session.value(),
            project.value(),
            agency.value())
        .stream()
        .findFirst();
  }

  @Override
  @Transactional
  public List<MeetingRequest> of(Session.Id session) {
    return read("where session = ? order by asked_at, project, agency", session.value());
  }

  @Override
  @Transactional
  public List<MeetingRequest> of(Session.Id session, Agency.Id agency) {
    return read(
        "where session = ? and agency = ? order by asked_at, project",
        session.value(),
        agency.value());
  }

  @Override
  @Transactional
  public List<MeetingRequest> about(Session.Id session, Collection<Project.Id> projects) {
    var ids = projects.stream().map(Project.Id::value).toArray(String[]::new);
    return read(
        "where session = ? and project = any (?) order by asked_at, project, agency",
        session.value(),
        ids);
  }

  private List<MeetingRequest> read(String which, Object... values) {
    return database.prepareStatement(
        "select * from meeting_request " + which,
        statement -> Statements.list(statement, JdbcRequests::request, values));
  }

  @Override
  @Transactional
  public void expire(Session.Id session, Instant at) {
    int unused =
        database.prepareStatement(
            "update meeting_request set state = 'EXPIRED', answered_at = ?"
                + " where session = ? and state = 'SENT'",
            statement -> Statements.change(statement, Statements.column(at), session.value()));
  }

  @Override
  @Transactional
  public void put(MeetingRequest request) {
    int unused =
        database.prepareStatement(
            """
            insert into meeting_request (session, project, agency, asked_by, reason, state, answer,
              asked_at, answered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session, project, agency) do update set asked_by = excluded.asked_by,
              reason = excluded.reason, state = excluded.state, answer = excluded.answer,
              asked_at = excluded.asked_at, answered_at = excluded.answered_at
            """,
            statement ->
                Statements.change(
                    statement,
                    request.session().value(),
                    request.project().value(),
                    request.agency().value(),
                    request.by().name(),
                    request.reason(),
                    request.state().name(),
                    request.answer(),
                    Statements.column(request.askedAt()),
                    Statements.column(request.answeredAt())));
  }

  private static MeetingRequest request(ResultSet row) throws SQLException {
    return new MeetingRequest(
        new Session.Id(row.getObject("session", UUID.class)),
        new Project.Id(row.getString("project")),
        new Agency.Id(row.getString("agency")),
        Side.valueOf(row.getString("asked_by")),
        row.getString("reason"),
        MeetingRequest.State.valueOf(row.getString("state")),
        row.getString("answer"),
        Objects.requireNonNull(Statements.instant(row, "asked_at")),
        Statements.instant(row, "answered_at"));
  }
}
