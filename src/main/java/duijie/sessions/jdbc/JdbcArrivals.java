package duijie.sessions.jdbc;

import duijie.sessions.Absences.Party;
import duijie.sessions.Arrival;
import duijie.sessions.Arrivals;
import duijie.sessions.Session;
import duijie.sessions.Side;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The table session_arrival. */
@Singleton
class JdbcArrivals implements Arrivals {

  private final JdbcOperations database;

  JdbcArrivals(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public List<Arrival> of(Session.Id session) {
    return read("where session = ? order by arrived_at, side, party", session.value());
  }

  @Override
  @Transactional
  public Optional<Arrival> find(Session.Id session, Party party) {
    return read(
            "where session = ? and side = ? and party = ?",
            session.value(),
            party.side().name(),
            party.id())
        .stream()
        .findFirst();
  }

  private List<Arrival> read(String which, Object... values) {
    return database.prepareStatement(
        "select * from session_arrival " + which,
        statement -> Statements.list(statement, JdbcArrivals::arrival, values));
  }

  private static Arrival arrival(ResultSet row) throws SQLException {
    return new Arrival(
        new Session.Id(row.getObject("session", UUID.class)),
        new Party(Side.valueOf(row.getString("side")), row.getString("party")),
        Objects.requireNonNull(Statements.instant(row, "arrived_at")),
        Arrival.How.valueOf(row.getString("how")));
  }

  @Override
  @Transactional
  public boolean add(Arrival arrival) {
    return change(
            """
            insert into session_arrival (session, side, party, arrived_at, how)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            arrival.session().value(),
            arrival.party().side().name(),
            arrival.party().id(),
            Objects.requireNonNull(Statements.column(arrival.at())),
            arrival.how().name())
        == 1;
  }

  @Override
  @Transactional
  public boolean remove(Session.Id session, Party party) {
    return change(
            "delete from session_arrival where session = ? and side = ? and party = ?",
            session.value(),
            party.side().name(),
            party.id())
        == 1;
  }

  private int change(String sql, Object... values) {
    return database.prepareStatement(sql, statement -> Statements.change(statement, values));
  }
}
