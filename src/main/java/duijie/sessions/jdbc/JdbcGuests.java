package duijie.sessions.jdbc;

import duijie.agencies.Agency;
import duijie.sessions.Guest;
import duijie.sessions.Guests;
import duijie.sessions.Session;
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
import org.jspecify.annotations.Nullable;

/** The table session_guest. */
@Singleton
class JdbcGuests implements Guests {

  private final JdbcOperations database;

  JdbcGuests(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public Optional<Guest> find(Session.Id session, Agency.Id agency) {
    return read("where session = ? and agency = ?", session.value(), agency.value()).stream()
        .findFirst();
  }

  @Override
  @Transactional
  public List<Guest> of(Session.Id session) {
    return read("where session = ? order by number", session.value());
  }

  @Override
  @Transactional
  public List<Guest> of(Agency.Id agency) {
    return read("where agency = ? order by invited_at desc, session", agency.value());
  }

  private List<Guest> read(String which, Object... values) {
    return database.prepareStatement(
        "select * from session_guest " + which,
        statement -> Statements.list(statement, JdbcGuests::guest, values));
  }

  @Override
  @Transactional
  public void add(Collection<Guest> guests) {
    changeAll(
        """
        insert into session_guest
          (session, agency, origin, standing, note, invited_at, reminded_at, answered_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (session, agency) do nothing
        """,
        guests.stream()
            .map(
                guest ->
                    new @Nullable Object[] {
                      guest.session().value(),
                      guest.agency().value(),
                      guest.origin().name(),
                      guest.standing().name(),
                      guest.note(),
                      Statements.column(guest.invitedAt()),
                      Statements.column(guest.remindedAt()),
                      Statements.column(guest.answeredAt())
                    })
            .toList());
  }

  @Override
  @Transactional
  public void replace(Guest guest) {
    int unused =
        database.prepareStatement(
            """
            update session_guest set standing = ?, note = ?, answered_at = ?
            where session = ? and agency = ?
            """,
            statement ->
                Statements.change(
                    statement,
                    guest.standing().name(),
                    guest.note(),
                    Statements.column(guest.answeredAt()),
                    guest.session().value(),
                    guest.agency().value()));
  }

  @Override
  @Transactional
  public void reminded(Session.Id session, Collection<Agency.Id> agencies, Instant at) {
    changeAll(
        "update session_guest set reminded_at = ? where session = ? and agency = ?",
        agencies.stream()
            .map(
                agency ->
                    new @Nullable Object[] {Statements.column(at), session.value(), agency.value()})
            .toList());
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

  private static Guest guest(ResultSet row) throws SQLException {
    return new Guest(
        new Session.Id(row.getObject("session", UUID.class)),
        new Agency.Id(row.getString("agency")),
        Guest.Origin.valueOf(row.getString("origin")),
        Guest.Standing.valueOf(row.getString("standing")),
        row.getString("note"),
        Objects.requireNonNull(Statements.instant(row, "invited_at")),
        Statements.instant(row, "reminded_at"),
        Statements.instant(row, "answered_at"));
  }
}
