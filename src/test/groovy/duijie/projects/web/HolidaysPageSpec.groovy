package duijie.projects.web

import duijie.accounts.Role
import duijie.audit.AuditEntries
import duijie.calendar.Calendars
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification

class HolidaysPageSpec extends Specification {

  /** Not the true days of that year: nobody has published them. */
  static final GOOD = '''
- year: 2199
  source: 示例：2199年放假安排
  statutory-days: 3
  off:
    - 2199-01-01至2199-01-03
    - 2199-05-01
  working: [2199-01-05]
'''

  @Shared Site administrator = PortalServer.site(Role.SECURITY_ADMINISTRATOR)
  @Shared Calendars calendars = PortalServer.running().applicationContext.getBean(Calendars)
  @Shared AuditEntries trail = PortalServer.running().applicationContext.getBean(AuditEntries)

  def "the years that ship with the product are shown, spans as one"() {
    when:
    def text = Site.text(administrator.page('/holidays'))

    then:
    text.contains('2026-10-01 至 2026-10-07')
    text.contains('2026-10-10')
    text.contains('国办发明电〔2025〕7号')
  }

  def "everything that is wrong is told at its line, and nothing is loaded"() {
    when:
    def answer = administrator.submit('/holidays', [text: text])

    then:
    answer.statusCode() == 422
    sentences.every { Site.text(answer.body()).contains(it) }
    text.isBlank() || Site.unescaped(answer.body()).contains(text.strip().readLines()[0])
    calendars.schedules()*.year().max() < 2199

    where:
    text                                                                        || sentences
    GOOD.replace('2199-05-01', '2199-02-30').replace('3\n', '4\n')              || ['第 6 行']
    GOOD.replace('statutory-days: 3', 'statutory-days: 4')                      || ['第 ']
    '<script>alert(1)</script>'                                                 || ['第 1 行']
    '   '                                                                       || ['请填写要载入的年份']
  }

  def "a year is typed in as it stands in the notice, and what is wrong is told at its field"() {
    given:
    def typed = [year: '2198', source: '示例："2198年"放假安排', 'statutory-days': '4', off: '2198-01-01至2198-01-03\n2198-05-01\n2198-05-02', working: '2198-01-06']

    when:
    def wrong = administrator.submit('/holidays', typed + [off: typed.off + '\n- 2198-02-30', 'statutory-days': 'drei'])

    then:
    wrong.statusCode() == 422
    ['href="#off"', 'href="#statutory-days"', '示例：&#34;2198年&#34;放假安排'].every { wrong.body().contains(it) }
    calendars.schedules()*.year().every { it != 2198 }

    when:
    def answer = administrator.submit('/holidays', typed)

    then:
    answer.statusCode() == 303
    calendars.schedules().find { it.year() == 2198 }.with { it.source() == '示例："2198年"放假安排' && it.makeUp()*.toString() == ['2198-01-06'] }
  }

  def "a year is loaded once, counts at once, and is written down"() {
    when:
    def answers = (1..2).collect { administrator.submit('/holidays', [text: GOOD]).statusCode() }

    then:
    answers == [303, 303]
    calendars.schedules().find { it.year() == 2199 }.off().contains(LocalDate.parse('2199-01-02'))
    trail.newest(new AuditEntries.Filter(null, 'LOAD_HOLIDAYS', null, null, null, null, null), null, 50).count { it.entry().after().toString().contains('2199') } == 1
    Site.text(administrator.page('/holidays')).contains('2199-01-01 至 2199-01-03')
  }
}
