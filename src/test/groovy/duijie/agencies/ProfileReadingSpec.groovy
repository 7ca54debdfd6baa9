package duijie.agencies

import duijie.agencies.Agency.CreditStanding
import duijie.regions.ChinaRegions
import duijie.sheets.Examples
import duijie.matching.cel.CelRuleBooks
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification

class ProfileReadingSpec extends Specification {

  static final List<String> NAUGHTY = ['<script>alert(1)</script>', "=cmd|' /C calc'!A0", '名称\u202E翻转', '𠮷野䶮㛃', '长' * 40, '１２３４５', '😀👩‍👧‍👦', 'A=B=C', "两行\n和\t制表"]

  static final TODAY = LocalDate.of(2026, 9, 1)

  @Shared def regions = ChinaRegions.shipped()
  @Shared ProfileReading reading = new ProfileReading(regions, CelRuleBooks.ruleBooks(regions).shipped().vocabulary())
  @Shared ProfileFacts facts = new ProfileFacts(reading, regions)

  def "the facts of an agency, filled in and read again, are the same facts"() {
    expect:
    facts.applied(agency, facts.answers(agency)) == agency

    where:
    agency << [Examples.agency(phone: '0839-4211111', unreadable: [] as Set), Examples.agency(NAUGHTY.collectEntries { ['profile', it] }),
        Examples.agency(creditCode: null, type: null, registrar: null, founded: null, registeredRegion: null, serviceRegions: [] as Set, fields: [] as Set,
          targetGroups: [] as Set, methods: [] as Set, grade: null, gradeValidUntil: null, inspectionYear: null, inspectionResult: null, creditStanding: null, fullTimeStaff: null,
          licensed: Agency.LicensedStaff.UNKNOWN, headYears: null, currentProjects: null, capacity: null, minimumAmount: null, maximumAmount: null, profile: null,
          experience: null, contact: null, phone: null)]
  }

  def "#name stays as it was typed"() {
    expect:
    facts.applied(Examples.agency(), new Answers([(Column.NAME): [name], (Column.PROFILE): [name]])).with { it.name() == name && it.profile() == name }

    where:
    name << NAUGHTY
  }

  def "#column typed as #typed is #value"() {
    expect:
    facts.answers(facts.applied(Examples.agency(), new Answers([(column): [typed]]))).all(column) == [value]

    where:
    column                   | typed                     || value
    Column.FOUNDED           | '2015年6月1日'               || '2015-06-01'
    Column.FOUNDED           | '２０１５．６'                  || '2015-06'
    Column.FOUNDED           | '2015'                    || '2015'
    Column.GRADE_VALID_UNTIL | '2028/12/31'              || '2028-12-31'
    Column.FULL_TIME_STAFF   | '１，２００人'                  || '1200'
    Column.MINIMUM_AMOUNT    | '30万'                     || '300000'
    Column.MINIMUM_AMOUNT    | '12,345.60元' || '12345.6'
    Column.REGISTERED_REGION | '510821'                  || '四川省/广元市/旺苍县'
    Column.SERVICE_REGIONS   | '旺苍县；四川省/广元市'           || '四川省/广元市\n四川省/广元市/旺苍县'
    Column.CREDIT_CODE       | '5310 0000 5000 1979 5a'  || '53100000500019795A'
  }

  def "#typed is no #column"() {
    given:
    def section = Section.values().find { it.columns().contains(column) }

    expect:
    reading.faults(section, new Answers([(column): [typed]]), TODAY).any { it.column() == column && !it.sentence().startsWith('请填写“') && !it.sentence().startsWith('填了') }

    where:
    column                   | typed
    Column.FOUNDED           | '2015-02-30'
    Column.GRADE_VALID_UNTIL | '2028-12'
    Column.FULL_TIME_STAFF   | '很多'
    Column.FULL_TIME_STAFF   | '-1'
    Column.MINIMUM_AMOUNT    | '0.001'
    Column.TYPE              | 'NONSENSE'
    Column.FIELDS            | 'nonsense'
    Column.FIELDS            | 'elderly'
    Column.REGISTERED_REGION | '亚特兰蒂斯'
    Column.CREDIT_CODE       | '53100000500019795B'
    Column.PHONE             | '打不通'
    Column.PHONE             | '1380013'
    Column.PHONE             | '138001380001'
    Column.PHONE             | '12'
    Column.FOUNDED           | '2026-09-02'
    Column.FOUNDED           | '2027'
    Column.INSPECTION_YEAR   | '2030'
    Column.HEAD_YEARS        | '80'
    Column.NAME              | '测'
    Column.NAME              | '长' * 101
    Column.PROFILE           | '长' * 2001
  }

  def "#typed is a number to call"() {
    expect:
    RegistrationRules.phone(typed)

    where:
    typed << ['13800000000', '139 0000 0000', '+86 139-0000-0000', '0839-4211111', '(0839) 4211111', '010-62345678', '4211111', '0839-4211111-802', '400-800-1234', '+852 2345 6789']
  }

  def "what does not go together is told"() {
    expect:
    reading.faults(Section.CREDENTIALS, new Answers([(Column.GRADE): ['THREE_A'], (Column.GRADE_VALID_UNTIL): ['2014-12-31'], (Column.FOUNDED): ['2015']]), TODAY)*.column() == [Column.GRADE_VALID_UNTIL]
    reading.faults(Section.BASIC, new Answers([(Column.FOUNDED): ['2026-09-01']]), TODAY).every { it.column() != Column.FOUNDED }
    reading.faults(Section.SERVICE, new Answers([(Column.MINIMUM_AMOUNT): ['5万'], (Column.MAXIMUM_AMOUNT): ['40000']]), TODAY)*.column().contains(Column.MAXIMUM_AMOUNT)
    reading.faults(Section.CREDENTIALS, new Answers([(Column.GRADE): ['THREE_A']]), TODAY)*.column() == [Column.GRADE_VALID_UNTIL]
    reading.faults(Section.CREDENTIALS, Answers.NONE, TODAY) == []
    reading.faults(Section.CREDIT, Answers.NONE, TODAY)*.column() == [Column.CREDIT_STANDING]
    reading.faults(Section.CREDIT, new Answers([(Column.CREDIT_STANDING): [CreditStanding.NORMAL.name()]]), TODAY) == []
  }

  def "every question of the profile is in one section, and what sections ask is complete"() {
    expect:
    Section.values()*.columns().flatten().countBy { it }.every { it.value == 1 }
    (Column.values() as Set) - (Section.values()*.columns().flatten() as Set) == [Column.SOURCE] as Set
  }
}
