package duijie.calendar.jdbc

import duijie.calendar.Answer
import duijie.calendar.Calendars
import duijie.calendar.HolidaySchedule
import duijie.calendar.HolidaySchedules
import duijie.database.Database
import duijie.database.TestDatabase
import io.micronaut.context.ApplicationContext
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Years that an administrator loads. */
class LoadedSchedulesSpec extends Specification {

  @Shared Database database = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.run(database.properties())
  @Shared HolidaySchedules loaded = context.getBean(HolidaySchedules)
  @Shared Calendars calendars = context.getBean(Calendars)

  static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1)
  static final HolidaySchedule NEXT = new HolidaySchedule(
      2027, '通知', [LocalDate.of(2026, 12, 31), NEW_YEAR] as Set, [LocalDate.of(2027, 1, 3)] as Set)

  def cleanup() {
    TestDatabase.execute(database, 'truncate holiday_schedule')
  }

  def "a loaded year counts from then on, and comes back as it was loaded"() {
    expect:
    calendars.schedules()*.year() == [2025, 2026]
    calendars.current().isWorkingDay(NEW_YEAR) == new Answer.Unpublished(2027)

    when:
    loaded.put(NEXT)

    then:
    loaded.all() == [NEXT]
    calendars.schedules()*.year() == [2025, 2026, 2027]
    calendars.current().isWorkingDay(NEW_YEAR) == new Answer.Known(false)
    calendars.current().isWorkingDay(LocalDate.of(2027, 1, 3)) == new Answer.Known(true)
    calendars.current().isWorkingDay(LocalDate.of(2026, 12, 31)) == new Answer.Known(false)
  }

  def "a year that the product brings along can be corrected, and corrected again"() {
    given:
    def day = LocalDate.of(2026, 11, 25)

    when:
    loaded.put(new HolidaySchedule(2026, '更正', [day] as Set, [] as Set))
    then:
    calendars.current().isWorkingDay(day) == new Answer.Known(false)

    when:
    loaded.put(new HolidaySchedule(2026, '再更正', [] as Set, [] as Set))
    then:
    calendars.current().isWorkingDay(day) == new Answer.Known(true)
    loaded.all()*.source() == ['再更正']
  }

  def "every column is described"() {
    expect:
    database.connect().withCloseable {
      def rows = it.createStatement().executeQuery('''select count(*) from information_schema.columns
          where table_name = 'holiday_schedule' and col_description('holiday_schedule'::regclass, ordinal_position) is null''')
      rows.next()
      rows.getInt(1) == 0
    }
  }
}
