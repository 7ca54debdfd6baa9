package duijie.calendar

import duijie.calendar.Answer.Known
import duijie.calendar.Answer.Unpublished
import duijie.calendar.yaml.YamlHolidays
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification

class WorkingCalendarSpec extends Specification {

  @Shared WorkingCalendar calendar = WorkingCalendar.of(YamlHolidays.shipped())

  def "#day is #what"(String day, String what, boolean works) {
    expect:
    calendar.isWorkingDay(LocalDate.parse(day)) == new Known(works)

    where:
    day          | what                              || works
    '2025-01-01' | 'New Year'                        || false
    '2025-01-02' | 'a Thursday'                      || true
    '2025-01-26' | 'a Sunday worked for 春节'          || true
    '2025-01-27' | 'the Monday before 春节'            || true
    '2025-01-28' | 'the eve of 春节'                   || false
    '2025-02-04' | 'the last day of 春节'              || false
    '2025-02-05' | 'the day after 春节'                || true
    '2025-02-08' | 'a Saturday worked for 春节'        || true
    '2025-02-09' | 'a Sunday'                        || false
    '2025-04-27' | 'a Sunday worked for 劳动节'         || true
    '2025-10-08' | 'the last day of 国庆节'             || false
    '2025-10-11' | 'a Saturday worked for 国庆节'       || true
    '2025-12-31' | 'the last day of a known year'    || true
    '2026-01-02' | 'a Friday off for New Year'       || false
    '2026-01-04' | 'a Sunday worked for New Year'    || true
    '2026-02-23' | 'the last day of 春节'              || false
    '2026-02-28' | 'a Saturday worked for 春节'        || true
    '2026-06-19' | '端午节'                            || false
    '2026-09-20' | 'a Sunday worked for 国庆节'         || true
    '2026-10-10' | 'a Saturday worked for 国庆节'       || true
    '2026-12-31' | 'the last day that is known'      || true
  }

  def "each year has 248 working days, as thirteen statutory days off make it"() {
    expect:
    calendar.workingDaysBetween(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)) == new Known(248)
    calendar.workingDaysBetween(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)) == new Known(248)
  }

  def "#count working days after #from are #reached"(String from, int count, String reached) {
    given:
    def day = LocalDate.parse(from)

    expect:
    calendar.plusWorkingDays(day, count) == new Known(LocalDate.parse(reached))
    count == 0 || calendar.workingDaysBetween(day, LocalDate.parse(reached)) == new Known(count)

    where:
    from         | count || reached
    '2026-11-24' | 0     || '2026-11-24'
    '2026-11-24' | 1     || '2026-11-25'
    '2026-11-27' | 1     || '2026-11-30'
    '2026-11-28' | 1     || '2026-11-30'
    '2026-02-11' | 3     || '2026-02-14'
    '2026-02-13' | 2     || '2026-02-24'
    '2025-09-26' | 5     || '2025-10-10'
    '2025-12-30' | 2     || '2026-01-04'
    '2026-12-30' | 1     || '2026-12-31'
  }

  def "beyond the last year that was published nothing is guessed, and the year is named"() {
    expect:
    calendar.isWorkingDay(LocalDate.of(2027, 1, 1)) == new Unpublished(2027)
    calendar.isWorkingDay(LocalDate.of(2024, 12, 31)) == new Unpublished(2024)
    calendar.plusWorkingDays(LocalDate.of(2026, 12, 30), 2) == new Unpublished(2027)
    calendar.plusWorkingDays(LocalDate.of(2030, 6, 1), 1) == new Unpublished(2030)
    calendar.workingDaysBetween(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)) == new Unpublished(2027)
    calendar.workingDayFrom(LocalDate.of(2027, 1, 1)) == new Unpublished(2027)
  }

  def "a year between two known ones is missed as well"() {
    given:
    def gap = WorkingCalendar.of(YamlHolidays.shipped().findAll { it.year() != 2026 } + new HolidaySchedule(2027, '通知', [] as Set, [] as Set))

    expect:
    gap.plusWorkingDays(LocalDate.of(2025, 12, 31), 1) == new Unpublished(2026)
    gap.plusWorkingDays(LocalDate.of(2027, 1, 1), 1) == new Known(LocalDate.of(2027, 1, 4))
  }

  def "New Year's days off may begin in the December before"() {
    given: 'the notice on 2023 gave the Saturday; one on 2027 might give a Thursday and take a Sunday for it'
    def next = new HolidaySchedule(2027, '通知', [LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)] as Set, [LocalDate.of(2026, 12, 27)] as Set)
    def both = WorkingCalendar.of(YamlHolidays.shipped() + next)

    expect:
    both.isWorkingDay(LocalDate.of(2026, 12, 27)) == new Known(true)
    both.isWorkingDay(LocalDate.of(2026, 12, 31)) == new Known(false)
    calendar.isWorkingDay(LocalDate.of(2026, 12, 31)) == new Known(true)
  }

  def "what makes no sense is refused: #what"(String what, Closure deed) {
    when:
    deed(calendar)

    then:
    thrown(IllegalArgumentException)

    where:
    what                     | deed
    'minus one working day'  | { it.plusWorkingDays(LocalDate.of(2026, 1, 5), -1) }
    'counting backwards'     | { it.workingDaysBetween(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 4)) }
    'a year twice'           | { WorkingCalendar.of(YamlHolidays.shipped() * 2) }
    'a made-up Monday'       | { new HolidaySchedule(2026, '通知', [] as Set, [LocalDate.of(2026, 1, 5)] as Set) }
    'a day of another year'  | { new HolidaySchedule(2026, '通知', [LocalDate.of(2027, 1, 1)] as Set, [] as Set) }
    'worked and off at once' | { new HolidaySchedule(2026, '通知', [LocalDate.of(2026, 1, 4)] as Set, [LocalDate.of(2026, 1, 4)] as Set) }
  }
}
