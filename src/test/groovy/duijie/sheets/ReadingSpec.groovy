package duijie.sheets

import duijie.agencies.Agency.CreditStanding
import duijie.agencies.Agency.InspectionResult
import duijie.agencies.Agency.OrganisationType
import duijie.projects.Project.PricingForm
import duijie.vocabulary.Term
import java.time.LocalDateTime
import spock.lang.Specification

/** What people really type, and what it is understood as. */
class ReadingSpec extends Specification {

  def "who came at #typed came at #time"() {
    expect:
    value(Times.read(content(typed))) == time

    where:
    typed                                || time
    '9:05'                               || '09:05'
    '９：０５'                              || '09:05'
    '9点5分'                               || '09:05'
    '9时半'                                || '09:30'
    '下午2:30'                             || '14:30'
    '2:30 PM'                            || '14:30'
    '2026-12-18 09:05:10'                || '09:05'
    0.378472222                          || '09:05'
    '√'                                  || '已到'
    '是'                                  || '已到'
    1                                    || '已到'
  }

  def "the time #typed is not made out"() {
    expect:
    code(Times.read(content(typed))) == 'unreadable-time'

    where:
    typed << ['一早', '25:00', '9:70', '9', 37]
  }

  def "the amount #typed is #yuan yuan"() {
    expect:
    value(new Amounts(unit, true, false).of(content(typed))).plain() == yuan

    where:
    typed                   | unit   || yuan
    '1200000'               | 1.0    || '1200000'
    '1,200,000'             | 1.0    || '1200000'
    '1,200,000.50元'         | 1.0    || '1200000.5'
    '120万'                  | 1.0    || '1200000'
    '120万元'                 | 1.0    || '1200000'
    '１２０万'                  | 1.0    || '1200000'
    ' 120.5 万元 '            | 1.0    || '1205000'
    '1.2亿'                  | 1.0    || '120000000'
    '￥5000元整'               | 1.0    || '5000'
    '人民币 80 万元'             | 1.0    || '800000'
    '一百二十万元'                | 1.0    || '1200000'
    '壹佰贰拾万元整'               | 1.0    || '1200000'
    '两万'                    | 1.0    || '20000'
    '50w'                   | 1.0    || '500000'
    '不超过120万元'              | 1.0    || '1200000'
    '120万以内'                | 1.0    || '1200000'
    '120万元(含税)'             | 1.0    || '1200000'
    '120'                   | 10000G || '1200000'
    '1200000元'              | 10000G || '1200000'
    '120万'                  | 10000G || '1200000'
    1854000                 | 1.0    || '1854000'
    77.25                   | 10000G || '772500'
  }

  def "the amount #typed is not guessed: #code"() {
    expect:
    code(Amounts.inYuan().of(content(typed))) == code

    where:
    typed       || code
    '约120万'     || 'unreadable-amount'
    '120万左右'    || 'unreadable-amount'
    '100-150万'  || 'unreadable-amount'
    '1,20'      || 'unreadable-amount'
    '一百二'       || 'unreadable-amount'
    '1.85E+06'  || 'unreadable-amount'
    '120万/年'    || 'unreadable-amount'
    '若干'        || 'unreadable-amount'
    '-5000'     || 'out-of-range'
    -5000       || 'out-of-range'
    '9999亿'     || 'out-of-range'
  }

  def "an amount written like yuan under 万元, huge in that unit, is not guessed"() {
    given:
    def reading = new Amounts(10000G, true, true).of(content(typed))

    expect:
    code(reading) == 'ambiguous-unit'
    reading.reasons()[0].sentence().contains("是 360000 元，还是 360000 万元")

    where:
    typed << ['￥360,000', '¥360000', '360,000', '人民币360,000']
  }

  def "the amount #typed under 万元 is plain: #yuan"() {
    expect:
    value(new Amounts(10000G, true, true).of(content(typed))).plain() == yuan

    where:
    typed        || yuan
    '￥36'        || '360000'
    '1,200'      || '12000000'
    '360,000元'   || '360000'
    '￥360,000元'  || '360000'
  }

  def "a grade is quoted as it was typed"() {
    expect:
    new Grades(false).of(content('三级')).doubts()[0].sentence().contains('“三级”')
  }

  def "a term is quoted as it was typed, its space too, and where none is near some are named"() {
    given:
    def fields = new Terms(new FewTerms(), Term.Kind.SERVICE_FIELD)

    expect:
    fields.of(content('养老服务 星际旅行')).doubts()[0].sentence().contains('“养老服务 星际旅行”')
    fields.of(content('X Y')).reasons()[0].sentence() ==
        '不认识“X Y”。请改成服务领域的标准名称，如“社工站、养老、未成年人保护、禁毒”等；全部名称见导入模板“服务领域”一列的下拉列表。'
  }

  def "an amount far from the usual is taken, and doubted"() {
    expect:
    code(new Amounts(1.0, true, true).of(content(typed))) == 'doubtful-value'

    where:
    typed << ['120', '12000000000', 50]
  }

  def "the count #typed is #count"() {
    expect:
    value(understanding.of(content(typed))) == count

    where:
    typed    | understanding           || count
    '8'      | Counts.people()         || 8
    '8人'     | Counts.people()         || 8
    '８ 名'    | Counts.people()         || 8
    '八位'     | Counts.people()         || 8
    '十二人'    | Counts.people()         || 12
    8.0      | Counts.people()         || 8
    '无'      | Counts.people()         || 0
    '3个'     | Counts.projects()       || 3
    '5年'     | Counts.years()          || 5
    '8人以上'   | Counts.demandedPeople() || 8
    '不少于8名'  | Counts.demandedPeople() || 8
    '≥8'     | Counts.demandedPeople() || 8
    '5年及以上'  | Counts.demandedYears()  || 5
  }

  def "the count #typed is no number: #code"() {
    expect:
    code(Counts.people().of(content(typed))) == code

    where:
    typed      || code
    '-3'       || 'out-of-range'
    -3         || 'out-of-range'
    '9999999'  || 'out-of-range'
    '8.5'      || 'unreadable-number'
    '约20人'     || 'unreadable-number'
    '20余人'     || 'unreadable-number'
    '3-5人'     || 'unreadable-number'
    '若干'       || 'unreadable-number'
  }

  def "the share #typed is #percent percent"() {
    expect:
    value(new Shares().of(typed instanceof Content ? typed : content(typed))) == percent

    where:
    typed                                  || percent
    '30%'                                  || 30G
    '３０％'                                  || 30G
    '30'                                   || 30G
    30                                     || 30G
    '不低于30%'                               || 30G
    '百分之三十'                                || 30G
    '三分之一'                                 || 33.33G
    '一半'                                   || 50G
    new Content.Number(0.3G, true, 1)      || 30G
    new Content.Number(1G, true, 1)        || 100G
    0.3                                    || 30G
    '0.3'                                  || 30G
  }

  def "a bare fraction as a share is doubted, and #typed is not read"() {
    expect:
    code(new Shares().of(content('0.3'))) == 'value-understood'
    code(new Shares().of(content(typed))) == code

    where:
    typed   || code
    '1'     || 'unreadable-share'
    '130%'  || 'out-of-range'
    -1      || 'out-of-range'
    '多数'    || 'unreadable-share'
  }

  def "#typed says #answer"() {
    expect:
    new YesNo().of(typed instanceof Content ? typed : content(typed)) == answer

    where:
    typed                   || answer
    '是'                     || Reading.value(true)
    '√'                     || Reading.value(true)
    '有'                     || Reading.value(true)
    ' 需要 '                  || Reading.value(true)
    'Ｙ'                     || Reading.value(true)
    'YES'                   || Reading.value(true)
    1                       || Reading.value(true)
    new Content.Truth(true) || Reading.value(true)
    '否'                     || Reading.value(false)
    '无'                     || Reading.value(false)
    '不需要'                   || Reading.value(false)
    '×'                     || Reading.value(false)
    0                       || Reading.value(false)
    '不限'                    || Reading.blank()
    '/'                     || Reading.blank()
  }

  def "the grade #typed is #grade"() {
    expect:
    value(new Grades(true).of(content(typed))).label() == grade

    where:
    typed     || grade
    '3A'      || '3A'
    'AAA'     || '3A'
    '三A'      || '3A'
    '３Ａ'      || '3A'
    'aaaaa级'  || '5A'
    '4A级'     || '4A'
    '3A及以上'   || '3A'
    '不低于3A'   || '3A'
    '3'       || '3A'
    3         || '3A'
  }

  def "#typed is no grade"() {
    expect:
    code(new Grades(false).of(content(typed))) == 'unreadable-grade'

    where:
    typed << ['6A', 'AAAAAA', '3AAA', '优秀', 'B', 3.5, '3A及以上']
  }

  def "an agency that writes #typed has no grade to tell"() {
    expect:
    new Grades(false).of(content(typed)) == Reading.blank()

    where:
    typed << ['无', '未评估', '—', '']
  }

  def "the date #typed is #date"() {
    expect:
    value(Dates.partial().of(typed instanceof Content ? typed : content(typed))).toString() == date

    where:
    typed                                                   || date
    '2026-03-01'                                            || '2026-03-01'
    '2026-3-1'                                              || '2026-03-01'
    '2026/3/1'                                              || '2026-03-01'
    '2026.3.1'                                              || '2026-03-01'
    '2026年3月1日'                                             || '2026-03-01'
    '２０２６年３月１日'                                             || '2026-03-01'
    '二〇二六年三月十一日'                                            || '2026-03-11'
    '20260301'                                              || '2026-03-01'
    20260301                                                || '2026-03-01'
    '2026-03-01 00:00:00'                                   || '2026-03-01'
    new Content.Moment(LocalDateTime.of(2026, 3, 1, 0, 0))  || '2026-03-01'
    '2012-02'                                               || '2012-02'
    '2012年2月'                                               || '2012-02'
    '2012.2'                                                || '2012-02'
    '201202'                                                || '2012-02'
    '2012年'                                                 || '2012'
    2012                                                    || '2012'
  }

  def "#typed is no date that we would guess at"() {
    expect:
    code(Dates.partial().of(content(typed))) == 'unreadable-date'

    where:
    typed << ['26/3/1', '3/1/2026', '3月1日', '2026-02-30', '2026-13-01', '0026-03-01', '3026-03-01', '去年', 2012.1, 45352, -1]
  }

  def "a whole date is asked for, so a month alone is not enough"() {
    expect:
    code(Dates.whole().of(content('2026-03'))) == 'unreadable-date'
  }

  def "the deadline #typed is #deadline"() {
    expect:
    value(new Deadlines().of(typed instanceof Content ? typed : content(typed))).toString() == deadline

    where:
    typed                                                   || deadline
    '2026-03-01 17:00'                                      || '2026-03-01T17:00'
    '2026/3/1 17:00:00'                                     || '2026-03-01T17:00'
    '2026-03-01T09:30'                                      || '2026-03-01T09:30'
    '2026年3月1日17时'                                          || '2026-03-01T17:00'
    '2026年3月1日 17时30分'                                      || '2026-03-01T17:30'
    '2026年3月1日下午5点半'                                        || '2026-03-01T17:30'
    '2026年3月1日17：00'                                        || '2026-03-01T17:00'
    '2026-3-1 9:00'                                         || '2026-03-01T09:00'
    '截至2026年3月1日17:00'                                      || '2026-03-01T17:00'
    '2026-03-01 24:00'                                      || '2026-03-01T23:59'
    '2026-03-01'                                            || '2026-03-01T23:59'
    '20260301'                                              || '2026-03-01T23:59'
    new Content.Moment(LocalDateTime.of(2026, 3, 1, 17, 0)) || '2026-03-01T17:00'
    new Content.Moment(LocalDateTime.of(2026, 3, 1, 0, 0))  || '2026-03-01T23:59'
  }

  def "#typed is no deadline"() {
    expect:
    code(new Deadlines().of(content(typed))) == 'unreadable-date'

    where:
    typed << ['2026-03-01 25:00', '2026-02-30 17:00', '17:00', '另行通知', '2026-03']
  }

  def "the term #typed is #months months"() {
    expect:
    value(new Months(1).of(content(typed))) == months

    where:
    typed                       || months
    '12'                        || 12
    12                          || 12
    '12个月'                      || 12
    '十二个月'                      || 12
    '24月'                       || 24
    '1年'                        || 12
    '一年'                        || 12
    '两年'                        || 24
    '一年半'                       || 18
    '1年6个月'                     || 18
    '半年'                        || 6
    '1.5年'                      || 18
    '合同签订后一年'                   || 12
    '2026年1月1日至2026年12月31日'     || 12
    '2026.1.1-2026.6.30'        || 6
    '2026年1月至2026年12月'          || 12
  }

  def "the term #typed is not read"() {
    expect:
    code(new Months(1).of(content(typed))) in ['unreadable-term', 'out-of-range']

    where:
    typed << ['长期', '0', '-12', '600个月', '90天', '1.3年', '2026年1月1日至2025年1月1日']
  }

  def "#typed is what the sheet calls #meaning"() {
    expect:
    value(choice.of(content(typed))) == meaning

    where:
    typed          | choice                    || meaning
    '民非'           | Choices.ORGANISATION_TYPE || OrganisationType.PRIVATE_NON_ENTERPRISE
    '社会服务机构'       | Choices.ORGANISATION_TYPE || OrganisationType.PRIVATE_NON_ENTERPRISE
    '公司'           | Choices.ORGANISATION_TYPE || OrganisationType.ENTERPRISE
    '社团'           | Choices.ORGANISATION_TYPE || OrganisationType.ASSOCIATION
    ' 基本 合格'       | Choices.INSPECTION        || InspectionResult.BASICALLY_PASSED
    '异常名录'         | Choices.CREDIT_STANDING   || CreditStanding.ABNORMAL
    '总价包干'         | Choices.PRICING           || PricingForm.FIXED_TOTAL
  }

  def "a content that is not to choose from names what is"() {
    given:
    def reading = Choices.INSPECTION.of(content('未年检'))

    expect:
    code(reading) == 'unreadable-choice'
    reading.reasons()[0].sentence().contains('合格、基本合格、不合格')
  }

  def "the credit code #typed is read"() {
    expect:
    value(new CreditCodes().of(content(typed))).value() == '53100000500019795A'

    where:
    typed << ['53100000500019795A', ' 53100000500019795a ', '５３１００００05000１９795A', '5310 0000 5000 1979 5A', '53-100000-500019795-A']
  }

  def "the credit code #typed is not: #code, #hint"() {
    given:
    def reading = new CreditCodes().of(content(typed))

    expect:
    code(reading) == code
    reading.reasons()[0].sentence().contains(hint)

    where:
    typed                 || code                     | hint
    '91350100M000100Y4Z'  || 'bad-check-digit'        | '应为 3'
    '91350100M000100Y44'  || 'bad-check-digit'        | '应为 3'
    '5310000050001979'    || 'unreadable-credit-code' | '16 位'
    '5310OOOO500019795A'  || 'unreadable-credit-code' | '“O”'
    '5.31E+17'            || 'digits-lost'            | '文本'
    531000005000197950    || 'digits-lost'            | '文本'
  }

  def "a list may be separated in any usual way"() {
    expect:
    Lists.split(typed) == ['养老', '禁毒', '社工站']

    where:
    typed << ['养老、禁毒、社工站', '养老；禁毒;社工站', '养老，禁毒, 社工站', '养老\n禁毒\n社工站', '养老、、禁毒、社工站、', '养老、禁毒、禁毒、社工站']
  }

  def "free text keeps what was typed, without the space around it"() {
    expect:
    value(new Texts(lines).of(content(typed))) == text

    where:
    typed                       | lines || text
    '　旺苍县民政局 '                 | false || '旺苍县民政局'
    '旺苍县\n民政局'                 | false || '旺苍县民政局'
    'Room 1\nFloor 2'           | false || 'Room 1 Floor 2'
    '一、目标\r\n二、内容'             | true  || '一、目标\n二、内容'
    13912345678                 | false || '13912345678'
    1.39E+10                    | false || '13900000000'
  }

  def "a number format of zeros belongs to what is shown"() {
    expect:
    new Content.Number(7G, false, 3).shown() == '007'
  }

  private static Content content(Object typed) {
    typed instanceof CharSequence ? new Content.Text(typed as String) : Content.Number.of(typed as BigDecimal)
  }

  private static Object value(Reading reading) {
    assert reading instanceof Reading.Value: reading
    reading.value()
  }

  private static String code(Reading reading) {
    switch (reading) {
      case Reading.Value: return reading.doubts()*.code()*.code().join(' ')
      case Reading.Unreadable: return reading.reasons()*.code()*.code().join(' ')
      default: return 'blank'
    }
  }
}
