package duijie.sessions.jdbc;

import duijie.accounts.Account;
import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.sessions.MeetingKey;
import duijie.sessions.Place;
import duijie.sessions.Plan;
import duijie.sessions.PlannedMeeting;
import duijie.sessions.Plans;
import duijie.sessions.Release;
import duijie.sessions.Session;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables session_plan, meeting, session_release and session_seat. */
@Singleton
class JdbcPlans implements Plans {

  private final JdbcOperations database;

  JdbcPlans(JdbcOperations database) {
    this.database = database;
  }

  private record Head(BigDecimal upperBound, int revision) {}

  @Override
  @Transactional
  public Optional<Plan> find(Session.Id session) {
    var heads =
        database.prepareStatement(
            "select upper_bound, revision from session_plan where session = ?",
            statement ->
                Statements.list(
                    statement,
                    row -> new Head(row.getBigDecimal(1), row.getInt(2)),
                    session.value()));
    return heads.stream()
        .findFirst()
        .map(head -> new Plan(session, meetings(session), head.upperBound(), head.revision()));
  }

  private List<PlannedMeeting> meetings(Session.Id session) {
    return database.prepareStatement(
        "select * from meeting where session = ? order by project, agency",
        statement -> Statements.list(statement, JdbcPlans::meeting, session.value()));
  }

  @Override
  @Transactional
  public boolean put(Plan plan) {
    var session = plan.session().value();
    int stored =
        plan.revision() == 1
            ? change(
                "insert into session_plan (session, upper_bound, revision) values (?, ?, 1)"
                    + " on conflict do nothing",
                session,
                plan.upperBound())
            : change(
                "update session_plan set upper_bound = ?, revision = ?"
                    + " where session = ? and revision = ?",
                plan.upperBound(),
                plan.revision(),
                session,
                plan.revision() - 1);
    if (stored == 0) {
      return false;
    }
    int unusedRows = change("delete from meeting where session = ?", session);
    changeAll(
        """
        insert into meeting
          (session, project, agency, worth, slot, table_number, state, locked, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        plan.meetings().stream().map(meeting -> row(session, meeting)).toList());
    // Now, and not at the end of the transaction: whoever stores has to know.
    int unusedCheck = change("set constraints all immediate");
    return true;
  }

  private static @Nullable Object[] row(UUID session, PlannedMeeting meeting) {
    var place = meeting.place();
    return new @Nullable Object[] {
      session,
      meeting.project().value(),
      meeting.agency().value(),
      meeting.worth(),
      place == null ? null : place.slot(),
      place == null ? null : place.table(),
      meeting.state().name(),
      meeting.locked(),
      meeting.reason()
    };
  }

  private static PlannedMeeting meeting(ResultSet row) throws SQLException {
    var slot = row.getObject("slot", Integer.class);
    return new PlannedMeeting(
        new Project.Id(row.getString("project")),
        new Agency.Id(row.getString("agency")),
        row.getBigDecimal("worth"),
        slot == null ? null : new Place(slot, row.getInt("table_number")),
        PlannedMeeting.State.valueOf(row.getString("state")),
        row.getBoolean("locked"),
        row.getString("reason"));
  }

  @Override
  @Transactional
  public void held(Session.Id session, MeetingKey meeting) {
    int unused =
        change(
            "update meeting set state = 'HELD' where session = ? and project = ? and agency = ?"
                + " and slot is not null and state in ('SCHEDULED', 'NO_SHOW')",
            session.value(),
            meeting.project().value(),
            meeting.agency().value());
  }

  private record Seat(int number, Release.Seat seat) {}

  @Override
  @Transactional
  public List<Release> releases(Session.Id session) {
    var seats =
        database.prepareStatement(
            "select * from session_seat where session = ? order by number, slot, table_number",
            statement -> Statements.list(statement, JdbcPlans::seat, session.value()));
    return database.prepareStatement(
        "select * from session_release where session = ? order by number",
        statement ->
            Statements.list(
                statement,
                row -> {
                  int number = row.getInt("number");
                  return new Release(
                      session,
                      number,
                      Objects.requireNonNull(Statements.instant(row, "released_at")),
                      new Account.Id(row.getObject("released_by", UUID.class)),
                      seats.stream()
                          .filter(seat -> seat.number() == number)
                          .map(Seat::seat)
                          .toList());
                },
                session.value()));
  }

  private static Seat seat(ResultSet row) throws SQLException {
    return new Seat(
        row.getInt("number"),
        new Release.Seat(
            new Project.Id(row.getString("project")),
            new Agency.Id(row.getString("agency")),
            new Place(row.getInt("slot"), row.getInt("table_number"))));
  }

  @Override
  @Transactional
  public void release(Release release) {
    var session = release.session().value();
    int unused =
        change(
            "insert into session_release (session, number, released_at, released_by)"
                + " values (?, ?, ?, ?)",
            session,
            release.number(),
            Statements.column(release.at()),
            release.by().value());
    changeAll(
        """
        insert into session_seat (session, number, project, agency, slot, table_number)
        values (?, ?, ?, ?, ?, ?)
        """,
        release.seats().stream()
            .map(
                seat ->
                    new @Nullable Object[] {
                      session,
                      release.number(),
                      seat.project().value(),
                      seat.agency().value(),
                      seat.place().slot(),
                      seat.place().table()
                    })
            .toList());
  }

  private int change(String sql, @Nullable Object... values) {
    return database.prepareStatement(sql, statement -> Statements.change(statement, values));
  }

  private void changeAll(String sql, List<@Nullable Object[]> rows) {
    int unused =
        database.prepareStatement(
            sql,
            statement -> {
              Statements.changeAll(statement, rows);
              return rows.size();
            });
  }
}
