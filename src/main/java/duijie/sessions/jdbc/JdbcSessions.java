package duijie.sessions.jdbc;

import duijie.accounts.Organisation;
import duijie.projects.Project;
import duijie.sessions.Block;
import duijie.sessions.BookingMode;
import duijie.sessions.InvitationRule;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Setup;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables matchmaking_session, session_block and session_project. */
@Singleton
class JdbcSessions implements Sessions {

  private final JdbcOperations database;

  JdbcSessions(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Session> find(Session.Id id) {
    return read("where id = ?", id.value()).stream().findFirst();
  }

  @Override
  @Transactional
  public Optional<Session> lock(Session.Id id) {
    return read("where id = ? for update", id.value()).stream().findFirst();
  }

  @Override
  @Transactional
  public List<Session> findAll(Collection<Session.Id> ids) {
    var wanted = ids.stream().map(Session.Id::value).toArray(UUID[]::new);
    return read("where id = any (?) order by day desc, name, id", (Object) wanted);
  }

  @Override
  @Transactional
  public List<Session> of(Organisation.Id owner) {
    return read("where owner = ? order by day desc, name, id", owner.value());
  }

  @Override
  @Transactional
  public List<Session> listing(Collection<Project.Id> projects) {
    var ids = projects.stream().map(Project.Id::value).toArray(String[]::new);
    return read(
        "where id in (select session from session_project where project = any (?))"
            + " order by day desc, name, id",
        ids);
  }

  private List<Session> read(String which, Object value) {
    return database
        .prepareStatement(
            "select * from matchmaking_session " + which,
            statement -> Statements.list(statement, JdbcSessions::row, value))
        .stream()
        .map(row -> row.session(blocks(row.id())))
        .toList();
  }

  private List<Block> blocks(UUID session) {
    return database.prepareStatement(
        "select name, begins, slots from session_block where session = ? order by number",
        statement ->
            Statements.list(
                statement,
                row ->
                    new Block(
                        row.getString("name"),
                        row.getObject("begins", LocalTime.class),
                        row.getInt("slots")),
                session));
  }

  @Override
  @Transactional
  public boolean add(Session session) {
    boolean added =
        change(
            """
            insert into matchmaking_session (name, place, day, tables, talk_minutes,
              break_minutes, per_project, per_agency, booking, invite_top, invite_minimum,
              newcomers, state, version, id, owner)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """,
            session,
            session.id().value(),
            session.owner().value());
    if (added) {
      store(session.id(), session.setup().blocks());
    }
    return added;
  }

  @Override
  @Transactional
  public boolean replace(Session session) {
    boolean replaced =
        change(
            """
            update matchmaking_session set name = ?, place = ?, day = ?, tables = ?,
              talk_minutes = ?, break_minutes = ?, per_project = ?, per_agency = ?, booking = ?,
              invite_top = ?, invite_minimum = ?, newcomers = ?, state = ?, version = ?
            where id = ? and version = ?
            """,
            session,
            session.id().value(),
            session.version() - 1);
    if (replaced) {
      int unused =
          database.prepareStatement(
              "delete from session_block where session = ?",
              statement -> Statements.change(statement, session.id().value()));
      store(session.id(), session.setup().blocks());
    }
    return replaced;
  }

  /** Changes a row to what the session says, in the order of the columns above, and these. */
  private boolean change(String sql, Session session, Object... further) {
    var setup = session.setup();
    var said =
        Stream.of(
            setup.name(),
            setup.place(),
            setup.day(),
            setup.tables(),
            setup.talkMinutes(),
            setup.breakMinutes(),
            setup.perProject(),
            setup.perAgency(),
            setup.booking().name(),
            setup.rule().top(),
            setup.rule().minimumScore(),
            setup.rule().newcomers(),
            session.state().name(),
            session.version());
    var values = Stream.concat(said, Stream.of(further)).toArray();
    return database.prepareStatement(sql, statement -> Statements.change(statement, values)) == 1;
  }

  private void store(Session.Id session, List<Block> blocks) {
    var rows = new ArrayList<@Nullable Object[]>();
    for (var block : blocks) {
      rows.add(
          new @Nullable Object[] {
            session.value(), rows.size() + 1, block.name(), block.begins(), block.slots()
          });
    }
    changeAll(
        "insert into session_block (session, number, name, begins, slots) values (?, ?, ?, ?, ?)",
        rows);
  }

  @Override
  @Transactional
  public Set<Project.Id> projects(Session.Id session) {
    return new LinkedHashSet<>(
        database.prepareStatement(
            "select project from session_project where session = ? order by project",
            statement ->
                Statements.list(
                    statement, row -> new Project.Id(row.getString(1)), session.value())));
  }

  @Override
  @Transactional
  public void list(Session.Id session, Collection<Project.Id> projects) {
    changeAll(
        "insert into session_project (session, project) values (?, ?) on conflict do nothing",
        rows(session, projects));
  }

  @Override
  @Transactional
  public void unlist(Session.Id session, Collection<Project.Id> projects) {
    changeAll(
        "delete from session_project where session = ? and project = ?", rows(session, projects));
  }

  private static List<@Nullable Object[]> rows(
      Session.Id session, Collection<Project.Id> projects) {
    return projects.stream()
        .map(project -> new @Nullable Object[] {session.value(), project.value()})
        .toList();
  }

  private void changeAll(String sql, List<@Nullable Object[]> rows) {
    database.prepareStatement(
        sql,
        statement -> {
          Statements.changeAll(statement, rows);
          return rows.size();
        });
  }

  /** A session's own row; its blocks have rows of their own. */
  private record SessionRow(
      UUID id, Organisation.Id owner, Setup setup, String state, int version) {

    Session session(List<Block> blocks) {
      return new Session(
          new Session.Id(id), owner, setup.over(blocks), Session.State.valueOf(state), version);
    }
  }

  private static SessionRow row(ResultSet row) throws SQLException {
    return new SessionRow(
        row.getObject("id", UUID.class),
        new Organisation.Id(row.getString("owner")),
        new Setup(
            row.getString("name"),
            row.getString("place"),
            row.getObject("day", LocalDate.class),
            List.of(),
            row.getInt("tables"),
            row.getInt("talk_minutes"),
            row.getInt("break_minutes"),
            row.getInt("per_project"),
            row.getInt("per_agency"),
            BookingMode.valueOf(row.getString("booking")),
            new InvitationRule(
                row.getInt("invite_top"),
                row.getBigDecimal("invite_minimum"),
                row.getInt("newcomers"))),
        row.getString("state"),
        row.getInt("version"));
  }
}
