package duijie.sessions

import duijie.sessions.SetupReading.Read
import java.time.LocalDate
import java.time.LocalTime
import spock.lang.Specification

class SetupReadingSpec extends Specification {

  static final TODAY = LocalDate.of(2026, 11, 24)
  static final Map<String, String> GOOD = [name: '供需对接会', place: '县政务中心三楼', day: '2026-12-18', tables: '20', talk: '8', pause: '2', 'per-project': '8', 'per-agency': '6',
      booking: 'HYBRID', top: '10', minimum: '60', newcomers: '1', 'block-1-name': '上午场', 'block-1-begins': '09:30', 'block-1-slots': '8',
      'block-2-begins': '１４：００', 'block-2-slots': '４']

  def "what was typed becomes a day of turns"() {
    when:
    def setup = (SetupReading.read(GOOD, TODAY) as Read.Understood).setup()

    then:
    setup.day() == LocalDate.of(2026, 12, 18)
    setup.blocks() == [new Block('上午场', LocalTime.of(9, 30), 8), new Block('第2场', LocalTime.of(14, 0), 4)]
    setup.rule() == new InvitationRule(10, 60.0, 1)
    setup.slots().size() == 12
    setup.slots()*.number() == (1..12)
    setup.slots()[0].time() == '09:30–09:38'
    setup.slots()[7].time() == '10:40–10:48'
    setup.slots()[8].with { it.block() == '第2场' && it.time() == '14:00–14:08' }
  }

  def "#typed for #field is refused"() {
    when:
    def read = SetupReading.read(GOOD + [(field): typed], TODAY)

    then:
    (read as Read.Faulty).faults()*.field() == [field]

    where:
    field            | typed
    'name'           | ''
    'name'           | '长' * 101
    'place'          | ' '
    'day'            | '2026-11-23'
    'day'            | '十二月'
    'tables'         | '0'
    'tables'         | '1001'
    'tables'         | '二十'
    'talk'           | '0'
    'pause'          | '-1'
    'per-project'    | '0'
    'booking'        | 'NONSENSE'
    'top'            | '0'
    'minimum'        | '101'
    'minimum'        | '60.123'
    'newcomers'      | ''
    'block-1-begins' | '25:00'
    'block-1-slots'  | '0'
    'block-2-begins' | '10:00'
    'block-2-begins' | '23:50'
    'block-1-slots'  | '57'
  }

  def "everything that is wrong is told at once"() {
    expect:
    (SetupReading.read([:], TODAY) as Read.Faulty).faults()*.field() == ['name', 'place', 'day', 'talk', 'pause', 'block-1-begins', 'tables', 'per-project', 'per-agency', 'booking', 'top', 'minimum', 'newcomers']
  }

  def "a day begins when the last turn before it is over, to the minute"() {
    expect: 'eight talks of eight minutes with two between end at 10:48'
    SetupReading.read(GOOD + ['block-2-begins': '10:48'], TODAY) instanceof Read.Understood
    SetupReading.read(GOOD + ['block-2-begins': '10:47'], TODAY) instanceof Read.Faulty
  }
}
