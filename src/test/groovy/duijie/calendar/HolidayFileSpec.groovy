package duijie.calendar

import duijie.calendar.yaml.YamlHolidays
import duijie.shared.Checked
import java.time.LocalDate
import spock.lang.Specification

/** A year's schedule as an administrator writes it. */
class HolidayFileSpec extends Specification {

  static final String YEAR_2024 = '''\
- year: 2024
  source: 国办发明电〔2023〕7号
  statutory-days: 11
  off: [2024-01-01, 2024-02-10至2024-02-17, 2024-04-04至2024-04-06, 2024-05-01至2024-05-05, 2024-06-10, 2024-09-15至2024-09-17, 2024-10-01至2024-10-07]
  working: [2024-02-04, 2024-02-18, 2024-04-07, 2024-04-28, 2024-05-11, 2024-09-14, 2024-09-29, 2024-10-12]
'''

  def "a year as it was published is taken"() {
    when:
    def schedules = read(YEAR_2024) as Checked.Sound

    then:
    schedules.content()*.year() == [2024]
    schedules.content().first().source() == '国办发明电〔2023〕7号'
    schedules.content().first().off().size() == 1 + 8 + 3 + 5 + 1 + 3 + 7
    schedules.content().first().makeUp().contains(LocalDate.of(2024, 10, 12))
  }

  def "#what is told where it stands"(String what, String old, String fresh, String place) {
    when:
    def errors = (read(YEAR_2024.replace(old, fresh)) as Checked.Faulty).errors()

    then:
    errors.collect { "${it.place()} ${it.code()}" as String } == [place]

    where:
    what                          | old                      | fresh                     || place
    'a forgotten make-up day'     | ', 2024-10-12]'          | ']'                       || 'h.yml:3:19 days-do-not-balance'
    'a mistyped day off'          | '2024-06-10,'            | '2024-06-09,'             || 'h.yml:3:19 days-do-not-balance'
    'a day that does not exist'   | '2024-06-10,'            | '2024-06-31,'             || 'h.yml:4:90 bad-date'
    'a last day before the first' | '2024-02-10至2024-02-17'  | '2024-02-17至2024-02-10'   || 'h.yml:4:21 bad-range'
    'a broken last day'           | '2024-02-10至2024-02-17'  | '2024-02-10至2024-02-3'    || 'h.yml:4:32 bad-date'
    'a day of another year'       | '2024-06-10,'            | '2025-06-10,'             || 'h.yml:4:90 not-of-the-year'
    'a day twice'                 | '2024-01-01,'            | '2024-01-01, 2024-01-01,' || 'h.yml:4:21 repeated-day'
    'a made-up Monday'            | '2024-02-04,'            | '2024-02-05,'             || 'h.yml:5:13 not-a-weekend'
    'a year that is none'         | 'year: 2024'             | 'year: 24'                || 'h.yml:1:9 bad-number'
    'no source'                   | '  source: 国办发明电〔2023〕7号\n' | ''                        || 'h.yml:1:3 missing-key'
  }

  def "a year cannot be written twice"() {
    expect:
    (read(YEAR_2024 * 2) as Checked.Faulty).errors()*.code() == ['repeated-year']
  }

  private static Checked read(String text) {
    YamlHolidays.read('h.yml', text.getBytes('UTF-8'))
  }
}
