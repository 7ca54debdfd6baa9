package duijie.sessions.jdbc

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.projects.Project
import duijie.projects.Projects
import duijie.regions.Region
import duijie.sessions.Absences.Party
import duijie.sessions.Arrival
import duijie.sessions.Arrivals
import duijie.sessions.Examples
import duijie.sessions.Guest
import duijie.sessions.Guests
import duijie.sessions.Intent
import duijie.sessions.Intents
import duijie.sessions.MeetingKey
import duijie.sessions.Place
import duijie.sessions.Plan
import duijie.sessions.PlannedMeeting
import duijie.sessions.Plans
import duijie.sessions.Recorder
import duijie.sessions.ReportWriter
import duijie.sessions.Reporting
import duijie.sessions.Session
import duijie.sessions.SessionReport
import duijie.sessions.Sessions
import duijie.sessions.Side
import duijie.sessions.TalkResult
import duijie.sessions.TalkResults
import duijie.shared.Money
import duijie.sheets.Examples as Records
import duijie.vocabulary.Term
import io.micronaut.context.ApplicationContext
import java.nio.file.Files
import java.nio.file.Path
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import org.apache.poi.xwpf.usermodel.XWPFDocument
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** A session of twelve projects and thirty agencies, made up by a seed, counted by the report and by hand. */
class ReportSpec extends Specification {

  static final List<String> FIELDS = ['eldercare', 'children', 'school']
  static final List<String> TOWNS = ['510821101', '510821100', '510821']

  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context =
      ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties()).singletons(new duijie.MovableClock()).start()
  @Shared Session session
  @Shared List<Project> projects
  @Shared List<PlannedMeeting> meetings = []
  @Shared Map<MeetingKey, List<TalkResult>> results = [:].withDefault { [] }
  @Shared List<Intent> intents = []
  @Shared SessionReport report

  def setupSpec() {
    context.getBean(Accounts).add(People.account(name: 'zuzhi'))
    def random = new Random(11)
    projects = (1..12).collect { n ->
      Records.project(id: new Project.Id("P-$n"), name: "第${n}个项目𠮷", fields: n == 12 ? [] as Set : FIELDS.findAll { random.nextBoolean() }.collect { new Term.Id(it) } as Set,
          region: n == 11 ? null : new Region.Code(TOWNS[n % 3]))
    }
    context.getBean(Projects).saveAll(projects)
    def agencies = (1..30).collect { new Agency.Id("A-$it") }
    context.getBean(Agencies).saveAll(agencies.collect { Records.agency(id: it, creditCode: null) })
    session = Examples.session(state: Session.State.CLOSED, setup: Examples.setup(name: '旺苍县社会工作服务供需对接会（=1+1）'))
    context.getBean(Sessions).add(session)
    context.getBean(Sessions).list(session.id(), projects*.id())
    def standings = Guest.Standing.values()
    context.getBean(Guests).add(agencies.withIndex().collect { agency, n -> Examples.guest(session: session.id(), agency: agency, standing: standings[n % 4]) })
    def states = [PlannedMeeting.State.SCHEDULED, PlannedMeeting.State.HELD, PlannedMeeting.State.HELD, PlannedMeeting.State.NO_SHOW, PlannedMeeting.State.REFILLED, PlannedMeeting.State.UNSCHEDULED, PlannedMeeting.State.CANCELLED]
    projects.eachWithIndex { project, p ->
      (0..<8).each { slot ->
        def state = states[random.nextInt(states.size())]
        def placed = state.standing()
        meetings << new PlannedMeeting(project.id(), agencies[(p + slot * 13) % 30], 80.0, placed ? new Place(slot + 1, p + 1) : null, state, false, placed ? null : '桌位已满')
      }
    }
    context.getBean(Plans).put(new Plan(session.id(), meetings, 9000.0, 1))
    def kinds = TalkResult.Kind.values()
    meetings.findAll { it.place() != null }.each { meeting ->
      Recorder.values().findAll { random.nextInt(3) == 0 }.each { by ->
        def kind = kinds[random.nextInt(5)]
        def result = new TalkResult(session.id(), meeting.key(), by, Examples.findings(kind: kind, amount: kind.intended() && random.nextBoolean() ? "${random.nextInt(900000)}.${10 + random.nextInt(89)}" : null), Examples.NOW, 1)
        results[meeting.key()] << result
        context.getBean(TalkResults).put(result)
      }
    }
    def intentStates = Intent.State.values()
    results.findAll { key, said -> TalkResults.standing(said)[key].counts()?.kind()?.intended() }.each { key, said ->
      def state = intentStates[random.nextInt(4)]
      def deal = state == Intent.State.CONVERTED && random.nextBoolean() ? new Intent.Deal('合-1', Money.of("${random.nextInt(500000)}.05"), null, null) : Intent.Deal.NONE
      def intent = new Intent(session.id(), key, state, TalkResults.standing(said)[key].counts(), deal, Examples.NOW, 1)
      intents << intent
      context.getBean(Intents).put(intent)
    }
    agencies.take(9).each { context.getBean(Arrivals).add(new Arrival(session.id(), new Party(Side.AGENCY, it.value()), Examples.NOW, Arrival.How.LIST)) }
    report = context.getBean(Reporting).of(session)
  }

  def "who was asked, who answered and who came; where nobody kept a list it is said to be unknown"() {
    expect:
    report.people() == new SessionReport.People(30, 14, 7, 7, 9, null)
    report.people().coming() == (0..<30).count { it % 4 == 2 }
    report.people().declined() == (0..<30).count { it % 4 == 3 }
    report.sentences()[0].with { it.contains('列入洽谈的项目12个，签到未填') && it.contains('签到9家') }
  }

  def "talks add up, of all and of each field and town"() {
    expect:
    ([report.total()] + report.fields() + report.towns()).every { line ->
      def talks = line.talks()
      def of = meetings.findAll { counted(line, it.project()) }
      def due = of.findAll { it.state().name() in ['SCHEDULED', 'HELD', 'REFILLED', 'NO_SHOW'] }
      talks.planned() + talks.refilled() == due.size() &&
          talks.refilled() == of.count { it.state().name() == 'REFILLED' } &&
          talks.held() == of.count { it.state().name() in ['HELD', 'REFILLED'] } &&
          talks.missed() == of.count { it.state().name() == 'NO_SHOW' } &&
          talks.unknown() == of.count { it.state().name() == 'SCHEDULED' } &&
          talks.kinds().values().sum(0) + talks.disputed() + talks.unrecorded() == due.size() - talks.missed() &&
          talks.unrecorded() == due.count { !results.containsKey(it.key()) && it.state().name() != 'NO_SHOW' } &&
          line.agencies() == due*.agency().unique().size()
    }
    report.outcomes()*.talks().sum() == report.total().talks().with { it.held() + it.unknown() }
  }

  def "amounts are exact to the fen, and what is not known is counted as such"() {
    expect:
    ([report.total()] + report.fields() + report.towns()).every { line ->
      def of = intents.findAll { counted(line, it.meeting().project()) }
      def cents = { List<Money> amounts -> amounts.collect { (it.yuan() * 100).toBigIntegerExact() }.sum(0G) }
      def signed = of.findAll { it.state() == Intent.State.CONVERTED }
      line.intents().all() == of.size() &&
          (line.intents().amount() * 100).toBigIntegerExact() == cents(of*.findings()*.amount().findAll()) &&
          line.intents().unknown() == of.count { it.findings().amount() == null } &&
          (line.intents().signed() * 100).toBigIntegerExact() == cents(signed*.deal()*.amount().findAll()) &&
          line.intents().signedUnknown() == signed.count { it.deal().amount() == null }
    }
    report.outcomes()*.amount().findAll().sum() == report.total().intents().amount()
    intents.size() > 5
  }

  def "projects without a field or a place are lines of their own, and towns add up to all"() {
    expect:
    report.fields().last().with { it.name() == '未填' && it.projects() >= 1 }
    report.towns().last().with { it.name() == '未填' && it.projects() == 1 }
    report.towns()*.projects().sum() == 12
    report.towns()*.intents()*.amount().sum() == report.total().intents().amount()
  }

  def "the workbook says the same, in real numbers"() {
    given:
    def file = written('report.xlsx') { context.getBean(ReportWriter).workbook(report, it) }
    def workbook = new XSSFWorkbook(Files.newInputStream(file))

    expect:
    (0..<workbook.numberOfSheets).collect { workbook.getSheetName(it) } == ['概况', '洽谈统计', '意向统计']
    def facts = workbook.getSheet('概况').collectEntries { [it.getCell(0).stringCellValue, it.getCell(1)] }
    facts['对接会'].stringCellValue == '旺苍县社会工作服务供需对接会（=1+1）'
    facts['已谈(场)'].numericCellValue == report.total().talks().held() as double
    facts['签到项目(个)'].stringCellValue == '未填'
    facts['意向金额(元)'].numericCellValue == report.total().intents().amount().doubleValue()
    def total = workbook.getSheet('意向统计').getRow(1)
    total.getCell(0).stringCellValue == '合计'
    total.getCell(4).numericCellValue == report.total().intents().all() as double
    workbook.getSheet('洽谈统计').lastRowNum == 1 + report.fields().size() + report.towns().size()

    cleanup:
    workbook.close()
  }

  def "the document has a title, sentences, and tables whose headers are repeated, in fonts named for Chinese"() {
    given:
    def file = written('report.docx') { context.getBean(ReportWriter).document(report, it) }
    def document = new XWPFDocument(Files.newInputStream(file))

    expect:
    document.paragraphs[0].text == '关于旺苍县社会工作服务供需对接会（=1+1）的情况报告'
    document.paragraphs*.text.containsAll(report.sentences())
    document.tables.size() == 4
    document.tables.every { it.getRow(0).repeatHeader && it.rows.every { row -> row.cantSplitRow } }
    document.paragraphs*.runs.flatten().every { it.getFontFamily(org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange.eastAsia) }
    document.tables[2].rows.last().tableCells*.text[7] == SessionReport.grouped(report.total().intents().amount())

    cleanup:
    document.close()
  }

  /** Whether a project belongs to a line, found out anew. */
  private boolean counted(SessionReport.Line line, Project.Id id) {
    def project = projects.find { it.id() == id }
    def regions = context.getBean(duijie.regions.Regions)
    def vocabulary = context.getBean(duijie.vocabulary.Vocabulary)
    if (line.is(report.total())) {
      return true
    }
    if (report.fields().any { it.is(line) }) {
      return line.name() == '未填' ? project.fields().empty : line.name() in project.fields().collect { vocabulary.find(it).get().name() }
    }
    line.name() == '未填' ? project.region() == null : project.region() != null && line.name() == regions.pathName(project.region())
  }

  private static Path written(String name, Closure<Void> write) {
    def folder = Files.createDirectories(Path.of(System.getProperty('project.dir', '.'), 'target', 'reports-of-specs'))
    def file = folder.resolve(name)
    Files.newOutputStream(file).withCloseable { write(it) }
    file
  }
}
