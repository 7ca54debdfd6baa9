package duijie.calendar

import static duijie.calendar.ProcurementMethod.*

import duijie.calendar.StatutoryPeriod.Step
import duijie.calendar.yaml.YamlHolidays
import duijie.calendar.yaml.YamlPeriods
import duijie.shared.Checked
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import spock.lang.Shared
import spock.lang.Specification

/** The deadlines that the statutory periods allow. */
class DeadlinesSpec extends Specification {

  @Shared Deadlines deadlines = new Deadlines(YamlPeriods.shipped(), WorkingCalendar.of(YamlHolidays.shipped()))

  def "#method published on #published: #earliest, chosen #workingDay, because of #reasons"(ProcurementMethod method, String published, String earliest, String workingDay, List<String> reasons) {
    when:
    def answer = deadlines.earliest(method, LocalDate.parse(published)) as EarliestDeadline.Known

    then:
    answer.day() == LocalDate.parse(earliest)
    answer.workingDay() == new Answer.Known(LocalDate.parse(workingDay))
    answer.reasons()*.period()*.id() == reasons

    where:
    method                   | published    || earliest     | workingDay   | reasons
    OPEN_TENDER              | '2026-11-24' || '2026-12-14' | '2026-12-14' | ['tender-notice', 'tender-file', 'tender-response']
    INVITED_TENDER           | '2026-11-20' || '2026-12-10' | '2026-12-10' | ['tender-notice', 'tender-file', 'tender-response']
    OPEN_TENDER              | '2026-11-22' || '2026-12-12' | '2026-12-14' | ['tender-notice', 'tender-file', 'tender-response']
    COMPETITIVE_CONSULTATION | '2026-11-24' || '2026-12-04' | '2026-12-04' | ['consultation-file', 'consultation-response']
    // Ten days are over on 13 February, but the file is to be had on five working days.
    COMPETITIVE_CONSULTATION | '2026-02-13' || '2026-02-27' | '2026-02-27' | ['consultation-file', 'consultation-response']
    COMPETITIVE_CONSULTATION | '2025-09-28' || '2025-10-11' | '2025-10-11' | ['consultation-file', 'consultation-response']
  }

  def "each reason says its article and how it was counted"() {
    expect:
    (deadlines.earliest(OPEN_TENDER, LocalDate.of(2026, 11, 24)) as EarliestDeadline.Known).reasons().last().sentence() ==
        '自招标文件开始发出之日起至投标人提交投标文件截止之日止，不得少于20日（政府采购法第三十五条）：2026-11-24起算（当日不计），最早2026-12-14截止。'
  }

  def "where working days reach into a year that is not published, only a lower bound is given"() {
    when:
    def answer = deadlines.earliest(OPEN_TENDER, LocalDate.of(2026, 12, 28)) as EarliestDeadline.Unpublished

    then:
    answer.year() == 2027
    answer.notBefore() == LocalDate.of(2027, 1, 17)
    answer.reasons()[0].sentence().contains('要数到2027年，该年的放假安排尚未载入')
  }

  def "where only the last day falls into such a year, the day is certain but not whether it is worked"() {
    when:
    def answer = deadlines.earliest(OPEN_TENDER, LocalDate.of(2026, 12, 18)) as EarliestDeadline.Known

    then:
    answer.day() == LocalDate.of(2027, 1, 7)
    answer.workingDay() == new Answer.Unpublished(2027)
  }

  def "no period is made up: #why"(String why, ProcurementMethod method, String published) {
    expect:
    deadlines.earliest(method, LocalDate.parse(published)) instanceof EarliestDeadline.NoPeriod

    where:
    why                             | method                   | published
    'none is known for the method'  | SINGLE_SOURCE            | '2026-11-24'
    'the rule is not in force yet'  | COMPETITIVE_CONSULTATION | '2014-12-30'
  }

  def "a #method changed at #amended with the deadline #deadline: until #notBefore, chosen #chosen"(ProcurementMethod method, String amended, String deadline, String notBefore, String chosen) {
    when:
    def extension = deadlines.amended(method, Instant.parse(amended), LocalDateTime.parse(deadline))

    then:
    notBefore == null ? extension instanceof Extension.NotNeeded
        : extension.notBefore() == LocalDateTime.parse(notBefore) &&
          extension.onWorkingDay() == new Answer.Known(LocalDateTime.parse(chosen))

    where:
    method                   | amended                | deadline           || notBefore          | chosen
    OPEN_TENDER              | '2026-11-24T02:00:00Z' | '2026-12-09T09:30' || null               | null
    OPEN_TENDER              | '2026-11-24T02:00:00Z' | '2026-12-08T09:30' || '2026-12-09T09:30' | '2026-12-09T09:30'
    // It is the 25th already in Shanghai.
    OPEN_TENDER              | '2026-11-24T16:00:00Z' | '2026-12-09T09:30' || '2026-12-10T09:30' | '2026-12-10T09:30'
    OPEN_TENDER              | '2026-11-21T02:00:00Z' | '2026-12-01T09:30' || '2026-12-06T09:30' | '2026-12-07T09:30'
    COMPETITIVE_CONSULTATION | '2026-11-24T02:00:00Z' | '2026-11-29T10:00' || null               | null
    COMPETITIVE_CONSULTATION | '2026-11-24T02:00:00Z' | '2026-11-27T10:00' || '2026-11-29T10:00' | '2026-11-30T10:00'
  }

  def "a change after the deadline is too late, and where no period is known none is asked for"() {
    expect:
    deadlines.amended(OPEN_TENDER, Instant.parse('2026-12-08T01:30:00Z'), LocalDateTime.parse('2026-12-08T09:30')) instanceof Extension.TooLate
    deadlines.amended(SINGLE_SOURCE, Instant.parse('2026-11-24T02:00:00Z'), LocalDateTime.parse('2026-12-08T09:30')) instanceof Extension.NoPeriod
  }

  def "a period of working days for changes is not guessed either"() {
    given:
    def text = '- {id: a, step: 采购文件更正, at-least: 3个工作日, text: 至少3个工作日前, source: 某办法, valid-from: 2020-01-01, verified: false}'
    def own = new Deadlines((YamlPeriods.read(text.getBytes('UTF-8')) as Checked.Sound).content(), WorkingCalendar.of(YamlHolidays.shipped()))

    expect:
    own.amended(PRICE_INQUIRY, Instant.parse('2026-12-30T02:00:00Z'), LocalDateTime.parse('2027-01-05T09:30')).year() == 2027
    own.amended(PRICE_INQUIRY, Instant.parse('2026-12-25T02:00:00Z'), LocalDateTime.parse('2026-12-30T09:30')) instanceof Extension.NotNeeded
  }

  def "'#written' is read as #method"(String written, ProcurementMethod method) {
    expect:
    ProcurementMethod.read(written).orElse(null) == method

    where:
    written                  || method
    '公开招标'                   || OPEN_TENDER
    '竞争性磋商'                  || COMPETITIVE_CONSULTATION
    '磋商'                     || COMPETITIVE_CONSULTATION
    '竞争性谈判方式'                || COMPETITIVE_NEGOTIATION
    '询价采购'                   || PRICE_INQUIRY
    '单一来源'                   || SINGLE_SOURCE
    '比选'                     || null
    '公开采购(综合评分法)'            || null
    '公开招标或竞争性磋商'             || null
    ''                       || null
  }

  def "the periods that ship are those of the law, and say whether they were verified: #id"(String id, String method, String step, String length, boolean verified) {
    given:
    def period = YamlPeriods.shipped().all().find { it.id() == id }

    expect:
    period.step().label() == step
    (period.methods().empty ? '' : period.methods()*.label().sort().join('、')) == method
    "${period.length()}${period.unit().label()}" == length
    period.verified() == verified
    period.source()

    where:
    id                       | method      | step       | length    | verified
    'intention'              | ''          | '采购意向公开'   | '30日'     | false
    'prequalification-file'  | ''          | '资格预审文件提供' | '5个工作日'  | true
    'single-source-notice'   | '单一来源采购'    | '单一来源公示'   | '5个工作日'  | true
    'tender-notice'          | '公开招标、邀请招标' | '采购公告'     | '5个工作日'  | false
    'tender-file'            | '公开招标、邀请招标' | '采购文件提供'   | '5个工作日'  | true
    'tender-response'        | '公开招标、邀请招标' | '响应文件编制'   | '20日'     | true
    'tender-amendment'       | '公开招标、邀请招标' | '采购文件更正'   | '15日'     | true
    'consultation-file'      | '竞争性磋商'     | '采购文件提供'   | '5个工作日'  | false
    'consultation-response'  | '竞争性磋商'     | '响应文件编制'   | '10日'     | false
    'consultation-amendment' | '竞争性磋商'     | '采购文件更正'   | '5日'      | false
    'result-notice'          | ''          | '结果公告'     | '1个工作日'  | false
  }

  def "all mistakes of a file of periods are told at once"() {
    given:
    def text = '''\
- id: a
  step: 响应文件编辑
  methods: [公开招标, 比选]
  at-least: 二十日
  text: 不少于
  source: 某法
  valid-from: 2020-02-30
  verified: 是
- id: a
  step: 采购公告
  at-least: 5个工作日
  text: 不少于
  valid-from: 2020-01-01
  valid-until: 2019-01-01
  verified: true
'''

    when:
    def errors = (YamlPeriods.read(text.getBytes('UTF-8')) as Checked.Faulty).errors()

    then:
    errors.collect { "${it.place()} ${it.code()}" as String } == [
        'periods.yml:2:9 unknown-name', 'periods.yml:3:19 unknown-name', 'periods.yml:4:13 bad-length', 'periods.yml:7:15 bad-date',
        'periods.yml:8:13 yes-or-no', 'periods.yml:9:3 missing-key', 'periods.yml:9:7 duplicate-id', 'periods.yml:14:16 bad-validity']
    errors.first().sentence() == '没有“响应文件编辑”，是不是“响应文件编制”？'
  }
}
