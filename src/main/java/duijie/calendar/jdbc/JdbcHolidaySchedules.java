package duijie.calendar.jdbc;

import duijie.calendar.HolidaySchedule;
import duijie.calendar.HolidaySchedules;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table holiday_schedule. */
@Singleton
class JdbcHolidaySchedules implements HolidaySchedules {

  private final JdbcOperations database;

  JdbcHolidaySchedules(JdbcOperations database) {
    this.database = database;
  }

  @Override
  @Transactional
  public List<HolidaySchedule> all() {
    return database.prepareStatement(
        "select year, source, off, make_up from holiday_schedule order by year",
        statement -> {
          var schedules = new ArrayList<HolidaySchedule>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              schedules.add(schedule(rows));
            }
          }
          return schedules;
        });
  }

  @Override
  @Transactional
  public void put(HolidaySchedule schedule) {
    database.prepareStatement(
        """
        insert into holiday_schedule (year, source, off, make_up) values (?, ?, ?, ?)
        on conflict (year) do update set
            version = holiday_schedule.version + 1, stored_at = now(),
            source = excluded.source, off = excluded.off, make_up = excluded.make_up
        """,
        statement -> {
          statement.setInt(1, schedule.year());
          statement.setString(2, schedule.source());
          setDays(statement, 3, schedule.off());
          setDays(statement, 4, schedule.makeUp());
          return statement.executeUpdate();
        });
  }

  private static HolidaySchedule schedule(ResultSet row) throws SQLException {
    return new HolidaySchedule(
        row.getInt("year"), row.getString("source"), days(row, "off"), days(row, "make_up"));
  }

  private static Set<LocalDate> days(ResultSet row, String column) throws SQLException {
    var days = (java.sql.Date[]) row.getArray(column).getArray();
    return Arrays.stream(days).map(java.sql.Date::toLocalDate).collect(Collectors.toSet());
  }

  private static void setDays(PreparedStatement statement, int index, Collection<LocalDate> days)
      throws SQLException {
    var texts = days.stream().map(LocalDate::toString).toArray(String[]::new);
    statement.setArray(index, statement.getConnection().createArrayOf("date", texts));
  }
}
