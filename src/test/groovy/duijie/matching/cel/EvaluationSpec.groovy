package duijie.matching.cel

import duijie.agencies.Agency
import duijie.agencies.Agency.LicensedStaff
import duijie.matching.Verdict
import duijie.shared.EvaluationGrade
import duijie.shared.Money
import duijie.vocabulary.Term
import java.nio.file.Path
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What a book says of pairs. */
class EvaluationSpec extends Specification {

  static final LocalDate AS_OF = LocalDate.of(2026, 9, 1)

  @TempDir
  Path folder

  @Shared
  def records = new Records()

  def "a rule that reads what is not filled in gives unknown, and says so"() {
    given:
    def book = new BookFolder('eligibility.yml': """\
- {id: bare, name: 等级, verdict: agency.grade >= 3, sentence: 等级。}
- {id: careful, name: 名称, verdict: "agency.name != ''", sentence: "机构为{agency.name}，等级{agency.grade}。"}
""", 'examples.yml': '- {rule: bare, agency: {评估等级: 3A}, expect: pass}', folder).book()

    when:
    def assessment = assess(book)

    then:
    assessment.findings()*.verdict() == [Verdict.UNKNOWN, Verdict.PASS]
    assessment.findings()*.sentence() == ['“等级”无法判断：资料未填写，请核实。', '机构为示例社会工作服务中心，等级（未填写）。']
    assessment.unknown() == ['bare', 'grade']
  }

  def "a criterion of #grade A that gives #value #outcome"(int grade, String value, String outcome, Double expected, String sentence) {
    given:
    def book = new BookFolder(folder)
    book.replace('scoring.yml', 'ramp(agency.grade, 0, 5)', value)
    def loaded = book.book()

    when:
    def factor = assess(loaded, agency: [grade: EvaluationGrade.ofLevel(grade)]).factors().first()

    then:
    factor.value() == expected
    factor.sentence() == sentence
    factor.points() == (expected == null ? 0 : expected * 100)

    where:
    grade | value                                   | outcome          || expected | sentence
    5     | 'ramp(agency.grade, 0, 5)'              | 'counts in full' || 1.0d     | '等级。'
    2     | 'ramp(agency.grade, 0, 5)'              | 'counts in part' || 0.4d     | '等级。'
    5     | 'double(agency.grade)'                  | 'is unknown'     || null     | '“等级”无法判断：结果不在0到1之间，请核实。'
    5     | '0.0 / (double(agency.grade) - 5.0)'    | 'is unknown'     || null     | '“等级”无法判断：结果不在0到1之间，请核实。'
    5     | '1 / (agency.grade - 5)'                | 'is unknown'     || null     | '“等级”无法判断：除数为零，请核实。'
  }

  def "one sentence for all verdicts, or one for each"() {
    given:
    def book = new BookFolder('eligibility.yml': '''\
- id: one
  name: 一
  verdict: has(agency.type)
  sentence: "用{{花括号}}：{has(agency.type) ? agency.type : '没有'}"
- id: each
  name: 各
  verdict: "has(agency.type) ? agency.type == '企业' : unknown"
  sentence: {pass: 是。, fail: 不是。, unknown: 不知。}
  remedy: {fail: 改。, unknown: 补。}
  caution: {when: project.smallFirmsOnly, sentence: 注意。}
''', 'examples.yml': '- {rule: one, expect: fail}', folder).book()

    expect:
    said(book, null, false) == [['用{花括号}：没有', null, null], ['不知。', '补。', null]]
    said(book, Agency.OrganisationType.FOUNDATION, true) == [['用{花括号}：基金会', null, null], ['不是。', '改。', null]]
    said(book, Agency.OrganisationType.ENTERPRISE, false) == [['用{花括号}：企业', null, null], ['是。', null, null]]
    said(book, Agency.OrganisationType.ENTERPRISE, true) == [['用{花括号}：企业', null, null], ['是。', null, '注意。']]
  }

  def "values are written as people write them: #expression"(String expression, String written) {
    given:
    def book = new BookFolder(folder)
    book.replace('eligibility.yml', 'sentence: 有等级。', "sentence: \"值{${expression}}\"")

    when:
    def finding = assess(book.book(), agency: [grade: EvaluationGrade.THREE_A, gradeValidUntil: LocalDate.of(2027, 3, 9)],
        project: [budget: Money.of('1854000'), annualBudget: Money.of('5000.50')]).findings().first()

    then:
    finding.sentence() == '值' + written

    where:
    expression                       || written
    'agency.grade'                   || '3'
    'project.budget'                 || '1854000'
    'project.annualBudget'           || '5000.5'
    'yuan(project.budget)'           || '185.4万元'
    'yuan(project.annualBudget)'     || '5000.5元'
    'yuan(120000000.0)'              || '1.2亿元'
    'percent(0.355)'                 || '36%'
    '10.0 / 3.0'                     || '3.33'
    'agency.gradeValidUntil'         || '2027年3月9日'
    'addMonths(agency.gradeValidUntil, 3)'    || '2027年6月9日'
    'addMonths(agency.gradeValidUntil, -13)'  || '2026年2月9日'
    'addMonths(addMonths(asOf, -1), 7)'       || '2027年3月1日'
    'addMonths(agency.gradeValidUntil, 1200)' || '2127年3月9日'
    'addMonths(agency.gradeValidUntil, 1201)' || '（未填写）'
    'addMonths(agency.gradeValidUntil, -9223372036854775807 - 1)' || '（未填写）'
    "phrase('到', agency.gradeValidUntil, '止')" || '到2027年3月9日止'
    'agency.gradeValidUntil >= asOf' || '是'
    "phrase('有', agency.grade, 'A')" || '有3A'
    "regionName('510821100')"        || '四川省广元市旺苍县东河镇'
    "regionName('110101')"           || '北京市东城区'
    "regionName('469002')"           || '海南省琼海市'
  }

  def "months end where the month ends: #from and #months is #to"(LocalDate from, int months, String to) {
    given:
    def book = new BookFolder(folder)
    book.replace('eligibility.yml', 'sentence: 有等级。', "sentence: \"值{addMonths(agency.gradeValidUntil, ${months})}\"")

    expect:
    assess(book.book(), agency: [grade: EvaluationGrade.THREE_A, gradeValidUntil: from]).findings().first().sentence() == '值' + to

    where:
    from                       | months || to
    LocalDate.of(2026, 8, 31)  | 6      || '2027年2月28日'
    LocalDate.of(2027, 11, 30) | 3      || '2028年2月29日'
    LocalDate.of(2028, 2, 29)  | 12     || '2029年2月28日'
    LocalDate.of(2026, 12, 31) | 0      || '2026年12月31日'
  }

  def "the score is the exact sum of the points, the potential adds what is unknown"() {
    given:
    def book = BookFolder.BOOKS.shipped()

    when:
    def assessment = assess(book, project: [fields: [new Term.Id('eldercare')] as Set],
        agency: [fields: [new Term.Id('meal-service')] as Set, capacity: 5, currentProjects: 4])

    then:
    assessment.factors().findAll { !it.unknown() }.collectEntries { [it.rule(), it.points()] } == ['field-fit': 17.50, 'capacity': 1.33]
    assessment.score() == 18.83
    assessment.potential() == 18.83 + 100 - 25 - 4
    assessment.ruleBook() == book.version()
    assessment.asOf() == AS_OF
  }

  def "what passes with a doubt is flagged"() {
    when:
    def assessment = assess(BookFolder.BOOKS.shipped(), project: [demandsAnnualInspection: true],
        agency: [inspectionYear: 2025, inspectionResult: Agency.InspectionResult.BASICALLY_PASSED])

    then:
    assessment.toVerify().contains('机构2025年度年检结论为“基本合格”，请了解整改情况。')
  }

  def "failures are the failed findings of the full assessment"() {
    given:
    def book = BookFolder.BOOKS.shipped()
    def project = book.facts().of(records.project(staffing: new duijie.projects.Project.Staffing(9, 7, null, null)))
    def agency = book.facts().of(records.agency(fullTimeStaff: 3, licensed: new LicensedStaff(1, 1, 0), capacity: 0))

    expect:
    book.failures(project, agency, AS_OF) == book.assess(project, agency, AS_OF).failed()
    book.failures(project, agency, AS_OF)*.rule() == ['licensed-staff', 'headcount', 'free-capacity']
    book.failures(project, agency, AS_OF)*.remedy() == ['再增加5名持证社工。', '再增加6名专职社工。', '在手项目结束，或机构增加可承接项目数。']
  }

  private assess(Map records = [:], book) {
    book.assess(book.facts().of(this.records.project(records.project ?: [:])), book.facts().of(this.records.agency(records.agency ?: [:])), AS_OF)
  }

  private List said(book, Agency.OrganisationType type, boolean smallFirms) {
    assess(book, agency: [type: type], project: [smallFirmsOnly: smallFirms]).findings().collect { [it.sentence(), it.remedy(), it.caution()] }
  }
}
