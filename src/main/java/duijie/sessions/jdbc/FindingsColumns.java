package duijie.sessions.jdbc;

import duijie.agencies.Agency;
import duijie.projects.Project;
import duijie.sessions.Findings;
import duijie.sessions.MeetingKey;
import duijie.sessions.TalkResult;
import duijie.shared.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The columns that say of which talk something is and what came of it. */
final class FindingsColumns {

  private FindingsColumns() {}

  static MeetingKey meeting(ResultSet row) throws SQLException {
    return new MeetingKey(
        new Project.Id(row.getString("project")), new Agency.Id(row.getString("agency")));
  }

  static Findings findings(ResultSet row) throws SQLException {
    return new Findings(
        TalkResult.Kind.valueOf(row.getString("kind")),
        Columns.money(row.getBigDecimal("amount")),
        row.getString("todo"),
        row.getString("who"),
        row.getObject("follow_up_by", LocalDate.class));
  }
}
