package duijie.sessions.jdbc;

import duijie.sessions.MeetingKey;
import duijie.sessions.Recorder;
import duijie.sessions.Session;
import duijie.sessions.TalkResult;
import duijie.sessions.TalkResults;
import duijie.shared.jdbc.Columns;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The table talk_result. */
@Singleton
class JdbcTalkResults implements TalkResults {

  private final JdbcOperations database;

  JdbcTalkResults(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public List<TalkResult> of(Session.Id session) {
    return read("session = ?", session.value());
  }

  @Override
  @Transactional
  public List<TalkResult> of(Session.Id session, MeetingKey meeting) {
    return read(
        "session = ? and project = ? and agency = ?",
        session.value(),
        meeting.project().value(),
        meeting.agency().value());
  }

  private List<TalkResult> read(String which, Object... values) {
    return database.prepareStatement(
        "select * from talk_result where " + which + " order by project, agency, recorder",
        statement -> Statements.list(statement, JdbcTalkResults::result, values));
  }

  @Override
  @Transactional
  public void put(TalkResult result) {
    int unused =
        database.prepareStatement(
            """
            insert into talk_result (session, project, agency, recorder, kind, amount, todo, who,
              follow_up_by, recorded_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session, project, agency, recorder) do update set kind = excluded.kind,
              amount = excluded.amount, todo = excluded.todo, who = excluded.who,
              follow_up_by = excluded.follow_up_by, recorded_at = excluded.recorded_at,
              version = excluded.version
            """,
            statement ->
                Statements.change(
                    statement,
                    result.session().value(),
                    result.meeting().project().value(),
                    result.meeting().agency().value(),
                    result.by().name(),
                    result.kind().name(),
                    Columns.yuan(result.amount()),
                    result.todo(),
                    result.who(),
                    result.until(),
                    Statements.column(result.at()),
                    result.version()));
  }

  private static TalkResult result(ResultSet row) throws SQLException {
    return new TalkResult(
        new Session.Id(row.getObject("session", UUID.class)),
        FindingsColumns.meeting(row),
        Recorder.valueOf(row.getString("recorder")),
        FindingsColumns.findings(row),
        Objects.requireNonNull(Statements.instant(row, "recorded_at")),
        row.getInt("version"));
  }
}
