package duijie.sheets.poi

import static duijie.sheets.Examples.agency
import static duijie.sheets.Examples.project

import duijie.agencies.Agency
import duijie.projects.Project
import duijie.regions.ChinaRegions
import duijie.regions.Region
import duijie.regions.Regions
import duijie.shared.CreditCode
import duijie.shared.EvaluationGrade
import duijie.shared.Money
import duijie.shared.PartialDate
import duijie.sheets.Imported
import duijie.sheets.Problem
import duijie.sheets.WorkbookReader
import duijie.sheets.WorkbookWriter
import duijie.vocabulary.Term
import duijie.vocabulary.Vocabulary
import duijie.vocabulary.yaml.YamlVocabularies
import java.nio.file.Path
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What is written can be read back and is the same. */
class RoundTripSpec extends Specification {

  static final List<String> WORDS = ['普通的文字', '=1+1', '-5%', '@某人', '𠮷村😀', '_x0041_', '<b>&"\'', 'AB-12/3']

  @Shared Regions regions = ChinaRegions.shipped()
  @Shared Vocabulary vocabulary = YamlVocabularies.shipped()
  @Shared WorkbookWriter writer = PoiWorkbooks.writer(regions, vocabulary)
  @Shared WorkbookReader reader = PoiWorkbooks.reader(regions, vocabulary)
  @TempDir Path folder
  Random random = new Random(20261124)

  def "300 generated projects come back as they were"() {
    given:
    def projects = (1..300).collect { generatedProject(it) }
    def file = folder.resolve('projects.xlsx')
    file.toFile().withOutputStream { writer.projects(projects, true, it) }

    when:
    def read = reader.projects(file)
    def problems = beyondGaps(read)
    def differences = componentsThatDiffer(read, projects)

    then: 'nothing was lost but what was unknown before'
    problems == []
    differences == []
    read.extraColumns() == ['备案号']
  }

  def "300 generated agencies come back as they were"() {
    given:
    def agencies = (1..300).collect { generatedAgency(it) }
    def file = folder.resolve('agencies.xlsx')
    file.toFile().withOutputStream { writer.agencies(agencies, true, it) }

    when:
    def read = reader.agencies(file)
    def problems = beyondGaps(read)
    def differences = componentsThatDiffer(read, agencies)

    then:
    problems == []
    differences == []
  }

  def "a template that is filled in with its own examples is read without a problem"() {
    given:
    def file = folder.resolve('filled.xlsx')
    def out = new ByteArrayOutputStream()
    writer.template(kind, out)
    def workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))
    def row = workbook.getSheet(kind.sheet()).createRow(1)
    Guide.of(kind, vocabulary).eachWithIndex { guide, i -> row.createCell(i).setCellValue(guide.example()) }
    file.toFile().withOutputStream { workbook.write(it) }

    when:
    def read = kind == WorkbookWriter.Kind.PROJECTS ? reader.projects(file) : reader.agencies(file)

    then:
    read.problems() == []
    read.rows().size() == 1
    read.rows()[0].value().unreadable().isEmpty()

    where:
    kind << WorkbookWriter.Kind.values()
  }

  def "an empty template has no rows, and its own sheets and notes are no problem"() {
    given:
    def file = folder.resolve('empty.xlsx')
    file.toFile().withOutputStream { writer.template(kind, it) }

    when:
    def read = kind == WorkbookWriter.Kind.PROJECTS ? reader.projects(file) : reader.agencies(file)

    then:
    read.rows() == []
    read.problems()*.code() == ['no-rows']

    where:
    kind << WorkbookWriter.Kind.values()
  }

  def "a workbook handed back says the same when it is read again, however often"() {
    given: 'a directory whose sheet has a name of its own, with a bad code and an unknown field'
    def file = folder.resolve('0.xlsx')
    def workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook()
    def sheet = workbook.createSheet('Sheet1')
    ['机构名称', '统一社会信用代码', '登记地区划', '服务领域'].eachWithIndex { h, i -> (sheet.getRow(0) ?: sheet.createRow(0)).createCell(i).setCellValue(h) }
    ['某机构', '91350100M000100Y4Z', '旺苍县', '火星探测'].eachWithIndex { v, i -> (sheet.getRow(1) ?: sheet.createRow(1)).createCell(i).setCellValue(v) }
    file.toFile().withOutputStream { workbook.write(it) }
    def first = reader.agencies(file)

    when:
    def files = (1..3).collect { round ->
      def next = folder.resolve(round + '.xlsx')
      next.toFile().withOutputStream { writer.errors(folder.resolve((round - 1) + '.xlsx'), reader.agencies(folder.resolve((round - 1) + '.xlsx')).problems(), it) }
      next
    }

    then:
    first.problems()*.code().containsAll(['bad-check-digit', 'unknown-field'])
    files.every { next ->
      def again = reader.agencies(next)
      again.rows()*.value() == first.rows()*.value() &&
          again.problems().collect { [it.cell(), it.code(), it.sentence()] } == first.problems().collect { [it.cell(), it.code(), it.sentence()] }
    }
  }

  /** Problems beside those of values that the record itself does not have. */
  private static List<Problem> beyondGaps(Imported<?> read) {
    read.problems().findAll { !(it.code() in ['required-empty', 'unknown-column']) }
  }

  /** The components that differ; whole records would drown them. */
  private static List<String> componentsThatDiffer(Imported<?> read, List<?> written) {
    def found = read.rows().size() == written.size() ? [] : ["${read.rows().size()} rows".toString()]
    [read.rows()*.value(), written].transpose().each { now, then ->
      now.class.recordComponents.findAll { it.accessor.invoke(now) != it.accessor.invoke(then) }
          .each { found << "$it.name: ${it.accessor.invoke(then)} -> ${it.accessor.invoke(now)}".toString() }
    }
    found.take(20)
  }

  private Project generatedProject(int i) {
    def staffing = new Project.Staffing(maybe { random.nextInt(50) }, maybe { random.nextInt(9) }, maybe { new BigDecimal(new BigDecimal(random.nextInt(1000)).movePointLeft(1).stripTrailingZeros().toPlainString()) }, maybe { random.nextInt(20) })
    project(id: new Project.Id('P-' + i), name: "项目$i ${word()}".toString().strip(), buyer: maybe { word() }, region: maybe { region() },
        fields: terms(Term.Kind.SERVICE_FIELD), targetGroups: terms(Term.Kind.TARGET_GROUP), methods: terms(Term.Kind.SERVICE_METHOD),
        need: maybe { text() }, budget: maybe { money() }, annualBudget: null, termMonths: maybe { 1 + random.nextInt(36) },
        regime: maybe { Project.Regime.values()[random.nextInt(3)] }, procurementMethod: maybe { word() },
        pricing: maybe { Project.PricingForm.values()[random.nextInt(6)] }, staffing: consistent(staffing),
        minimumGrade: maybe { EvaluationGrade.ofLevel(1 + random.nextInt(5)) }, demandsAnnualInspection: random.nextBoolean(),
        demandsLocalRegistration: random.nextBoolean(), smallFirmsOnly: random.nextBoolean(),
        publishedOn: maybe { LocalDate.of(2026, 1, 1).plusDays(random.nextInt(200)) },
        respondBy: maybe { LocalDate.of(2026, 9, 1).plusDays(random.nextInt(200)).atTime(random.nextInt(24), random.nextInt(60)) },
        contact: maybe { word() }, phone: maybe { '0839-' + (1000000 + random.nextInt(8999999)) }, source: maybe { word() },
        extra: i % 3 == 0 ? ['备案号': 'A' + i] : [:])
  }

  private Agency generatedAgency(int i) {
    def (low, high) = [money(), money()].sort()
    def (busy, all) = [random.nextInt(9), random.nextInt(9)].sort()
    agency(id: new Agency.Id('row-' + (i + 1)), name: "机构$i ${word()}".toString().strip(), creditCode: maybe { creditCode(i) },
        type: maybe { Agency.OrganisationType.values()[random.nextInt(5)] }, registrar: maybe { word() }, founded: maybe { founded() },
        registeredRegion: maybe { region() }, serviceRegions: (0..random.nextInt(4)).collect { region() } as Set,
        fields: terms(Term.Kind.SERVICE_FIELD), targetGroups: terms(Term.Kind.TARGET_GROUP), methods: terms(Term.Kind.SERVICE_METHOD),
        grade: maybe { EvaluationGrade.ofLevel(1 + random.nextInt(5)) }, gradeValidUntil: maybe { LocalDate.of(2027, 1, 1).plusDays(random.nextInt(900)) },
        inspectionYear: maybe { 2020 + random.nextInt(6) }, inspectionResult: maybe { Agency.InspectionResult.values()[random.nextInt(3)] },
        creditStanding: maybe { Agency.CreditStanding.values()[random.nextInt(3)] }, fullTimeStaff: maybe { 30 + random.nextInt(30) },
        licensed: new Agency.LicensedStaff(maybe { random.nextInt(9) }, maybe { random.nextInt(9) }, maybe { random.nextInt(3) }),
        headYears: maybe { random.nextInt(30) }, currentProjects: maybe { busy }, capacity: maybe { all },
        minimumAmount: maybe { low }, maximumAmount: maybe { high }, profile: maybe { text() }, experience: maybe { text() },
        contact: maybe { word() }, phone: maybe { '1390000' + (1000 + random.nextInt(8999)) }, source: maybe { word() })
  }

  /** No more licensed people than people. */
  private static Project.Staffing consistent(Project.Staffing s) {
    s.headcount() != null && s.licensed() != null && s.licensed() > s.headcount()
        ? new Project.Staffing(s.licensed(), s.headcount(), s.licensedShare(), s.headYears()) : s
  }

  private Object maybe(Closure value) {
    random.nextInt(4) == 0 ? null : value()
  }

  private String word() {
    WORDS[random.nextInt(WORDS.size())]
  }

  /** Only long texts keep their line breaks. */
  private String text() {
    word() + '\n' + word() * 20
  }

  private Money money() {
    Money.of(new BigDecimal(1_000_000 + random.nextInt(100_000_000)).movePointLeft(2).toPlainString())
  }

  private Region.Code region() {
    def code = regions.provinces()[random.nextInt(regions.provinces().size())].code()
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      // 东莞市 and 金门县 have a single child that stands for themselves; a path of names cannot tell them apart.
      def children = regions.children(code).findAll { !(it.code().value() ==~ /\d{4}00|\d{6}000/) }
      if (children.isEmpty()) {
        break
      }
      code = children[random.nextInt(children.size())].code()
    }
    code
  }

  private Set<Term.Id> terms(Term.Kind kind) {
    def all = vocabulary.terms(kind)
    (0..<random.nextInt(4)).collect { all[random.nextInt(all.size())].id() } as Set
  }

  private PartialDate founded() {
    def date = PartialDate.of(LocalDate.of(1990, 1, 1).plusDays(random.nextInt(12000)))
    switch (random.nextInt(3)) {
      case 0: return date
      case 1: return new PartialDate(date.year(), date.month(), null)
      default: return new PartialDate(date.year(), null, null)
    }
  }

  private static CreditCode creditCode(int i) {
    def start = '52510821' + String.format('%09d', i)
    new CreditCode(start + CreditCode.checkDigit(start).get())
  }
}
