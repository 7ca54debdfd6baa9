package duijie.sessions.ical

import biweekly.Biweekly
import duijie.sessions.CalendarFile.Appointment
import java.time.Instant
import spock.lang.Specification

class ICalendarFileSpec extends Specification {

  static final AT = Instant.parse('2026-12-10T01:02:03Z')
  static final BEGINS = Instant.parse('2026-12-18T01:30:00Z')

  def "a calendar reads what was written, whatever it is called"() {
    when:
    def bytes = new ICalendarFile().write('冬季对接会', [appointment('a@duijie', true, title), appointment('b@duijie', false, '取消的')])
    def text = new String(bytes, 'UTF-8')
    def read = Biweekly.parse(text).first()

    then:
    read.events*.uid*.value == ['a@duijie', 'b@duijie']
    read.events[0].with { [summary.value.replace('\r\n', '\n'), location.value, sequence.value, dateStart.value.toInstant(), dateEnd.value.toInstant()] } == [title.replace('\r\n', '\n'), '县政务中心 5 号桌', 3, BEGINS, BEGINS.plusSeconds(480)]
    read.events.every { it.attendees.empty }
    read.events*.status.collect { it.cancelled } == [false, true]

    and: 'lines are as long as they may be, end as they must, and no letter is torn apart'
    text.contains('DTSTART:20261218T013000Z\r\n')
    text.contains('METHOD:PUBLISH')
    !text.replace('\r\n', '').contains('\n')
    text.split('\r\n').every { it.getBytes('UTF-8').length <= 75 }
    !text.contains('\uFFFD')

    where:
    title << ['洽谈：社区养老项目 — 阳光社工', '长' * 200, '𠮷' * 60, 'x\r\nATTENDEE:mailto:a@b.c;,\\', '笑😀\u202Efdp']
  }

  def "the same talks make the same file"() {
    expect:
    (1..2).collect { new ICalendarFile().write('对接会', [appointment('a@duijie', true, '洽谈')]) }.with { it[0] == it[1] }
  }

  private static Appointment appointment(String uid, boolean stands, String title) {
    new Appointment(uid, 3, AT, BEGINS, BEGINS.plusSeconds(480), title, '县政务中心 5 号桌', 'DJ-001', stands)
  }
}
