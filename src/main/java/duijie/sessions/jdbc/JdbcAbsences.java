package duijie.sessions.jdbc;

import duijie.sessions.Absences;
import duijie.sessions.Session;
import duijie.sessions.Side;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table session_absence. */
@Singleton
class JdbcAbsences implements Absences {

  private final JdbcOperations database;

  JdbcAbsences(JdbcOperations database) {
    this.database = database;
  }

  private record Absence(Party party, int slot) {}

  @Override
  @Transactional
  public Map<Party, Set<Integer>> of(Session.Id session) {
    var absences =
        database.prepareStatement(
            "select side, party, slot from session_absence where session = ? order by 1, 2, 3",
            statement ->
                Statements.list(
                    statement,
                    row ->
                        new Absence(
                            new Party(Side.valueOf(row.getString(1)), row.getString(2)),
                            row.getInt(3)),
                    session.value()));
    var of = new LinkedHashMap<Party, Set<Integer>>();
    for (var absence : absences) {
      of.computeIfAbsent(absence.party(), party -> new TreeSet<>()).add(absence.slot());
    }
    return of;
  }

  @Override
  @Transactional
  public void replace(Session.Id session, Party party, Set<Integer> slots) {
    int unused =
        database.prepareStatement(
            "delete from session_absence where session = ? and side = ? and party = ?",
            statement ->
                Statements.change(statement, session.value(), party.side().name(), party.id()));
    List<@Nullable Object[]> rows =
        slots.stream()
            .map(
                slot ->
                    new @Nullable Object[] {session.value(), party.side().name(), party.id(), slot})
            .toList();
    database.prepareStatement(
        "insert into session_absence (session, side, party, slot) values (?, ?, ?, ?)",
        statement -> {
          Statements.changeAll(statement, rows);
          return rows.size();
        });
  }
}
