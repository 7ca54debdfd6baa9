package duijie.sessions.jdbc;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.sessions.MeetingKey;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.Session;
import duijie.shared.jdbc.Statements;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table meeting_number. */
@Singleton
class JdbcMeetingNumbers implements MeetingNumbers {

  private final JdbcOperations database;

  JdbcMeetingNumbers(JdbcOperations database) {
    this.database = database;
  }

  private record Numbered(MeetingKey key, int number) {}

  @Override
  @Transactional
  public Map<MeetingKey, Integer> of(Session.Id session) {
    var numbered =
        database.prepareStatement(
            "select project, agency, number from meeting_number where session = ? order by number",
            statement ->
                Statements.list(
                    statement,
                    row ->
                        new Numbered(
                            new MeetingKey(
                                new Project.Id(row.getString(1)), new Agency.Id(row.getString(2))),
                            row.getInt(3)),
                    session.value()));
    var numbers = new LinkedHashMap<MeetingKey, Integer>();
    numbered.forEach(one -> numbers.put(one.key(), one.number()));
    return numbers;
  }

  @Override
  @Transactional
  public void assign(Session.Id session, Collection<MeetingKey> meetings) {
    var known = of(session);
    int next = known.size() + 1;
    var rows = new ArrayList<@Nullable Object[]>();
    for (var key : meetings) {
      if (!known.containsKey(key)) {
        rows.add(
            new @Nullable Object[] {
              session.value(), key.project().value(), key.agency().value(), next++
            });
      }
    }
    int unused =
        database.prepareStatement(
            "insert into meeting_number (session, project, agency, number) values (?, ?, ?, ?)",
            statement -> {
              Statements.changeAll(statement, rows);
              return rows.size();
            });
  }
}
