package duijie.sessions.jdbc;

import duijie.sessions.Intent;
import duijie.sessions.IntentNote;
import duijie.sessions.Intents;
import duijie.sessions.MeetingKey;
import duijie.sessions.Recorder;
import duijie.sessions.Session;
import duijie.shared.jdbc.Columns;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables session_intent and session_intent_note. */
@Singleton
class JdbcIntents implements Intents {

  private static final String ONE = "session = ? and project = ? and agency = ?";
  private static final String ALIVE = "state in ('OPEN', 'IN_PROCUREMENT')";

  private final JdbcOperations database;

  JdbcIntents(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Intent> find(Session.Id session, MeetingKey meeting) {
    return read(ONE, "project", key(session, meeting)).stream().findFirst();
  }

  @Override
  @Transactional
  public List<Intent> of(Session.Id session) {
    return read("session = ?", "project, agency", session.value());
  }

  @Override
  @Transactional
  public List<Intent> due(LocalDate from, LocalDate to) {
    return read(
        ALIVE + " and follow_up_by between ? and ?",
        "follow_up_by, session, project, agency",
        from,
        to);
  }

  @Override
  @Transactional
  public List<Intent> heldBetween(LocalDate from, LocalDate to) {
    return read(
        ALIVE + " and session in (select id from matchmaking_session where day between ? and ?)",
        "session, project, agency",
        from,
        to);
  }

  private List<Intent> read(String which, String order, Object... values) {
    return database.prepareStatement(
        "select * from session_intent where %s order by %s".formatted(which, order),
        statement -> Statements.list(statement, JdbcIntents::intent, values));
  }

  @Override
  @Transactional
  public void put(Intent intent) {
    var findings = intent.findings();
    var deal = intent.deal();
    change(
        """
        insert into session_intent (session, project, agency, state, kind, amount, todo, who,
          follow_up_by, contract_number, contract_amount, first_paid_on, accepted_on, opened_at,
          version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (session, project, agency) do update set state = excluded.state,
          kind = excluded.kind, amount = excluded.amount, todo = excluded.todo,
          who = excluded.who, follow_up_by = excluded.follow_up_by,
          contract_number = excluded.contract_number, contract_amount = excluded.contract_amount,
          first_paid_on = excluded.first_paid_on, accepted_on = excluded.accepted_on,
          version = excluded.version
        """,
        intent.session().value(),
        intent.meeting().project().value(),
        intent.meeting().agency().value(),
        intent.state().name(),
        findings.kind().name(),
        Columns.yuan(findings.amount()),
        findings.todo(),
        findings.who(),
        findings.until(),
        deal.number(),
        Columns.yuan(deal.amount()),
        deal.firstPaid(),
        deal.accepted(),
        Statements.column(intent.openedAt()),
        intent.version());
  }

  @Override
  @Transactional
  public void remove(Session.Id session, MeetingKey meeting) {
    change("delete from session_intent where " + ONE, key(session, meeting));
  }

  @Override
  @Transactional
  public List<IntentNote> notes(Session.Id session, MeetingKey meeting) {
    return notes(ONE, key(session, meeting));
  }

  @Override
  @Transactional
  public List<IntentNote> notes(Session.Id session) {
    return notes("session = ?", session.value());
  }

  private List<IntentNote> notes(String which, Object... values) {
    return database.prepareStatement(
        "select * from session_intent_note where %s order by project, agency, number"
            .formatted(which),
        statement -> Statements.list(statement, JdbcIntents::note, values));
  }

  @Override
  @Transactional
  public void add(Session.Id session, IntentNote note) {
    change(
        """
        insert into session_intent_note (session, project, agency, number, noted_at, recorder,
          step, words)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        session.value(),
        note.meeting().project().value(),
        note.meeting().agency().value(),
        note.number(),
        Statements.column(note.at()),
        note.by().name(),
        Columns.name(note.step()),
        note.words());
  }

  private void change(String sql, @Nullable Object... values) {
    int unused = database.prepareStatement(sql, statement -> Statements.change(statement, values));
  }

  private static Object[] key(Session.Id session, MeetingKey meeting) {
    return new Object[] {session.value(), meeting.project().value(), meeting.agency().value()};
  }

  static Intent intent(ResultSet row) throws SQLException {
    return new Intent(
        new Session.Id(row.getObject("session", UUID.class)),
        FindingsColumns.meeting(row),
        Intent.State.valueOf(row.getString("state")),
        FindingsColumns.findings(row),
        new Intent.Deal(
            row.getString("contract_number"),
            Columns.money(row.getBigDecimal("contract_amount")),
            row.getObject("first_paid_on", LocalDate.class),
            row.getObject("accepted_on", LocalDate.class)),
        Objects.requireNonNull(Statements.instant(row, "opened_at")),
        row.getInt("version"));
  }

  private static IntentNote note(ResultSet row) throws SQLException {
    var step = row.getString("step");
    return new IntentNote(
        FindingsColumns.meeting(row),
        row.getInt("number"),
        Objects.requireNonNull(Statements.instant(row, "noted_at")),
        Recorder.valueOf(row.getString("recorder")),
        step == null ? null : Intent.Step.valueOf(step),
        row.getString("words"));
  }
}
