package duijie.imports.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.audit.AuditEntries
import duijie.audit.Caller
import duijie.imports.ImportWork
import duijie.portal.Browser
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.projects.Project
import duijie.projects.Projects
import duijie.sessions.Arrival
import duijie.sessions.Arrivals
import duijie.sessions.Block
import duijie.sessions.Examples as Sessions0
import duijie.sessions.Guest
import duijie.sessions.Guests
import duijie.sessions.Intents
import duijie.sessions.MeetingNumbers
import duijie.sessions.Place
import duijie.sessions.Plan
import duijie.sessions.PlannedMeeting
import duijie.sessions.Plans
import duijie.sessions.Recorder
import duijie.sessions.Recording
import duijie.sessions.Release
import duijie.sessions.Session
import duijie.sessions.Sessions
import duijie.sessions.TalkResult
import duijie.sessions.TalkResults
import duijie.shared.Money
import duijie.sheets.Examples
import duijie.sheets.poi.LibreOffice
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import org.apache.poi.ss.usermodel.Row
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** An organizer takes the workbook of a session along, and brings its sheets back filled in. */
class SessionWorkbookSpec extends Specification {

  static final BUREAU = People.bureau(id: 'workbook-bureau', name: '办会的民政局')
  static final NAUGHTY = '=cmd|补\u202E材料<b>𠮷😀'

  @Shared context = PortalServer.running().applicationContext
  @Shared TalkResults results = context.getBean(TalkResults)
  @Shared Arrivals arrivals = context.getBean(Arrivals)
  @Shared ImportWork work = context.getBean(ImportWork)
  @Shared Site organizer = PortalServer.site(Role.ORGANIZER, 'workbook-organizer', BUREAU)
  @Shared @TempDir Path folder
  @Shared Session session
  @Shared String path

  def setupSpec() {
    context.getBean(Projects).saveAll((1..2).collect { Examples.project(id: new Project.Id("WORKBOOK-$it"), name: "带走的项目$it", buyer: "第${it}民政办") })
    context.getBean(Agencies).saveAll((1..2).collect { Examples.agency(id: new Agency.Id("workbook-agency-$it"), name: "带走的机构$it", creditCode: null, phone: '0839-5550001') })
  }

  def setup() {
    session = begun(Session.State.LIVE)
    path = "/sessions/$session.id"
  }

  def "the whole workbook is taken along with all nine sheets, each sheet alone too, and by nobody else"() {
    when:
    def answer = organizer.bytes("$path/workbook/file")
    def book = open(answer.body())

    then:
    answer.headers().firstValue('Content-Disposition').get().contains('%E5%AF%B9%E6%8E%A5%E8%A1%A8-2026-11-20.xlsx')
    book*.sheetName == ['对接总表', '桌次时刻表', '机构行程单', '签到表', '意向台账', '跟踪台账', '统计汇总', '项目发布表', '机构名录']
    book.getSheet('意向台账').getRow(0).collect { it.stringCellValue }.take(10) == ['对接编号', '项目', '机构', '洽谈结果', '意向金额(元)', '待补事项', '责任人', '跟进期限', '项目方签字', '机构签字']
    cells(book, '对接总表', 1).take(7) == ['上午场', '09:30–09:38', '1', 'WORKBOOK-1', '带走的项目1', '第1民政办', '带走的机构1']
    cells(book, '机构名录', 1).contains('0839-5550001')
    open(organizer.bytes("$path/workbook/file?sheet=arrivals").body())*.sheetName == ['签到表']
    open(organizer.bytes("$path/workbook/file?sheet=outcomes").body())*.sheetName == ['意向台账']

    and:
    Site.text(organizer.page(path)).contains('对接工作簿')
    PortalServer.site(Role.ORGANIZER, 'workbook-elsewhere', People.bureau(id: 'workbook-elsewhere', name: '别处的民政局')).get("$path/workbook").statusCode() == 404
  }

  def "filled in offline it comes back: previewed, stored once, and the same file again changes nothing"() {
    given:
    def file = filled(download()) { book ->
      row(book, '意向台账', 'DJ-001').with { put(it, 3, '达成意向'); put(it, 4, 120000.5d); put(it, 5, NAUGHTY); put(it, 6, '王科长'); put(it, 7, '2026年12月31日') }
      row(book, '意向台账', 'DJ-002').with { put(it, 3, '只交流') }
      put(row(book, '签到表', '第1民政办', 2), 6, '９：０５')
      put(row(book, '签到表', '带走的机构2', 2), 6, '√')
    }

    when:
    def preview = previewed(file)
    def page = organizer.page(preview)

    then: 'what would change, per row'
    Site.text(page).with { it.contains('待确认') && it.contains('新增 4') && it.contains('没有变化 4') && it.contains('确认导入 4 行') }
    Site.unescaped(page).with { it.contains(NAUGHTY) && it.contains('DJ-001　带走的项目1 — 带走的机构1') && it.contains('签到表 第 2 行') }
    results.of(session.id()) == []

    when:
    confirm(preview)

    then: 'once, in one transaction, written down, and as the organizer recorded it'
    Site.text(organizer.page(preview)).contains('已导入：新增 4 行')
    results.of(session.id()).collect { [it.by(), it.kind(), it.amount(), it.todo(), it.who(), it.until(), it.version()] } == [
        [Recorder.ORGANIZER, TalkResult.Kind.AGREED, Money.of('120000.5'), NAUGHTY, '王科长', LocalDate.of(2026, 12, 31), 1],
        [Recorder.ORGANIZER, TalkResult.Kind.KNOWLEDGE_ONLY, null, '', '', null, 1]]
    context.getBean(Intents).of(session.id())*.findings()*.amount() == [Money.of('120000.5')]
    arrivals.of(session.id()).collect { [it.party().id(), it.at().toString(), it.how()] } as Set ==
        [['WORKBOOK-1', '2026-11-20T01:05:00Z', Arrival.How.SHEET], ['workbook-agency-2', '2026-11-20T01:30:00Z', Arrival.How.SHEET]] as Set
    deeds().count('RECORD_OUTCOME') == 2
    deeds().count('CHECK_IN') == 2

    when:
    def again = previewed(file)

    then:
    Site.text(organizer.page(again)).with { it.contains('已完成') && it.contains('没有要改的') }
    results.of(session.id())*.version() == [1, 1]
    deeds().count('RECORD_OUTCOME') == 2

    and: 'exported anew and left as it is it changes nothing either'
    Site.text(organizer.page(previewed(organizer.bytes("$path/workbook/file").body()))).contains('没有要改的')
  }

  @Requires(value = { LibreOffice.PRESENT }, reason = 'no LibreOffice (soffice) on the PATH')
  def "a workbook that LibreOffice saved comes back as well"() {
    given:
    def saved = LibreOffice.saved(folder, filled(download()) { book ->
      row(book, '意向台账', 'DJ-001').with { put(it, 3, '洽商'); put(it, 4, 300000d); put(it, 5, NAUGHTY) }
      put(row(book, '签到表', '第1民政办', 2), 6, 9.5d / 24)
    })

    when:
    def preview = previewed(saved)

    then:
    Site.text(organizer.page(preview)).with { it.contains('新增 2') && it.contains('没有变化 6') && !it.contains('不导入 1') }

    when:
    confirm(preview)

    then:
    results.of(session.id()).collect { [it.kind(), it.amount(), it.todo()] } == [[TalkResult.Kind.NEGOTIATING, Money.of('300000'), NAUGHTY]]
    arrivals.of(session.id())*.at()*.toString() == ['2026-11-20T01:30:00Z']
  }

  def "what somebody else changed since the export is shown beside what the sheet says, and the organizer chooses"() {
    given: 'two talks are recorded after the sheet was made, and filled in otherwise on the sheet'
    def sheet = download()
    record(1, TalkResult.Kind.FUTURE)
    record(2, TalkResult.Kind.FUTURE)
    record(3, TalkResult.Kind.AGREED)
    def preview = previewed(filled(sheet) { book ->
      ['DJ-001', 'DJ-002'].each { put(row(book, '意向台账', it), 3, '洽商') }
      put(row(book, '意向台账', 'DJ-003'), 3, '达成意向')
    })

    when:
    def page = organizer.page("$preview?show=conflicting")

    then: 'who agrees is in no conflict'
    Site.text(page).with { it.contains('有冲突 2') && it.contains('储备') && it.contains('洽商') && it.contains('导出以后平台上改过') && it.contains('保留平台上的') }

    when: 'of one the sheet is chosen'
    def chosen = organizer.post("$preview/choice", [_form: Site.token(page), sheet: '意向台账', row: '2', page: '1', take: 'sheet'])

    then:
    chosen.statusCode() == 303
    Site.text(organizer.page("$preview?show=conflicting")).with { it.contains('现在的选择： 改成表里的') || it.contains('现在的选择：改成表里的') }

    when:
    confirm(preview)

    then:
    results.of(session.id()).findAll { it.by() == Recorder.ORGANIZER }*.kind() == [TalkResult.Kind.NEGOTIATING]
    Site.text(organizer.page(preview)).contains('有冲突（改成表里的 1 行） 2 行')
    organizer.post("$preview/choice", [_form: Site.token(organizer.page(path)), sheet: '意向台账', row: '2', take: 'stored']).statusCode() == 409
  }

  def "what cannot be taken is named with its cell, and what to do: #what"() {
    given:
    def preview = previewed(filled(download(), change))

    expect:
    Site.text(organizer.page("$preview?show=$show")).contains(words)
    results.of(session.id()) == []

    where:
    what                   | show       | change                                                                                        || words
    'an unreadable date'   | 'refused'  | { put(row(it, '意向台账', 'DJ-001').tap { r -> put(r, 3, '洽商') }, 7, '下周') }                || '跟进期限（H2）填的是“下周”'
    'an unknown outcome'   | 'refused'  | { put(row(it, '意向台账', 'DJ-001'), 3, '还行') }                                              || '洽谈结果（D2）填的是“还行”'
    'an unreadable amount' | 'refused'  | { put(row(it, '意向台账', 'DJ-001').tap { r -> put(r, 3, '洽商') }, 4, '大概三十万') }          || '意向金额(元)（E2）'
    'no outcome'           | 'refused'  | { put(row(it, '意向台账', 'DJ-001'), 5, '补材料') }                                            || '洽谈结果（D2）：请选择洽谈结果'
    'an unknown number'    | 'refused'  | { put(row(it, '意向台账', 'DJ-001'), 0, 'DJ-999') }                                            || '没有这个编号的洽谈'
    'a number of another'  | 'refused'  | { put(row(it, '意向台账', 'DJ-001'), 0, 'DJ-002') }                                            || '而这一行导出时是“DJ-001”'
    'an unreadable time'   | 'refused'  | { put(row(it, '签到表', '第1民政办', 2), 6, '一早') }                                          || '签到时间（G2）填的是“一早”'
    'somebody not asked'   | 'refused'  | { def r = it.getSheet('签到表').createRow(20); put(r, 2, '路过的机构'); put(r, 6, '√') }        || '“路过的机构”不在应到名单上'
  }

  def "a cell that was emptied takes nothing away, and says so"() {
    given:
    record(1, TalkResult.Kind.FUTURE)
    def preview = previewed(filled(download()) { book ->
      put(row(book, '意向台账', 'DJ-001'), 3, '')
      put(row(book, '意向台账', 'DJ-002'), 3, '洽商')
    })

    when:
    confirm(preview)

    then:
    Site.text(organizer.page("$preview?show=unchanged")).contains('洽谈结果（D2）清空了，平台上的“储备”不变')
    results.of(session.id()).collect { it.kind() } as Set == [TalkResult.Kind.FUTURE, TalkResult.Kind.NEGOTIATING] as Set
  }

  def "a file that is none of this session gets a sentence: #what"() {
    given:
    def preview = previewed(content.call(this) as byte[])

    expect:
    Site.text(organizer.page("$preview?show=refused") + organizer.page(preview)).contains(words)

    where:
    what                | content                                                                                             || words
    'no workbook'       | { 'x,y'.bytes }                                                                                     || '有错误'
    'another workbook'  | { duijie.imports.Directory.of([duijie.imports.Directory.AGENCY]) }                                  || '文件里没有“签到表”'
    'another session'   | { it.filled(it.organizer.bytes("/sessions/${it.begun(Session.State.LIVE).id()}/workbook/file").body()) { b -> put(row(b, '意向台账', 'DJ-001'), 3, '洽商') } } || '另一场对接会'
  }

  def "what changed between preview and confirmation is shown again before anything is stored"() {
    given:
    def preview = previewed(filled(download()) { put(row(it, '意向台账', 'DJ-001'), 3, '洽商') })
    record(1, TalkResult.Kind.FUTURE)

    when:
    confirm(preview)

    then:
    Site.text(organizer.page(preview)).with { it.contains('待确认') && it.contains('有冲突 1') }
    results.of(session.id())*.by() == [Recorder.BUYER]
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "the pages can be read by everybody, on a phone too"() {
    given:
    def browser = new Browser(PortalServer.running().URL.toString())
    def wrong = []
    def sheet = download()
    record(1, TalkResult.Kind.FUTURE)
    def preview = previewed(filled(sheet) { book ->
      row(book, '意向台账', 'DJ-001').with { put(it, 3, '洽商'); put(it, 4, 300000d) }
      row(book, '意向台账', 'DJ-002').with { put(it, 3, '达成意向'); put(it, 7, '下周') }
      put(row(book, '签到表', '第1民政办', 2), 6, '9:05')
    })

    when:
    browser.signIn('workbook-organizer')
    ['workbook': "$path/workbook", 'workbook-new': preview, 'workbook-conflict': "$preview?show=conflicting", 'workbook-refused': "$preview?show=refused", 'workbook-imports': "$path/workbook/imports"].each { name, page ->
      browser.open(page as String)
      wrong += browser.look(name)
    }

    then:
    wrong == []

    cleanup:
    browser.close()
  }

  private byte[] download() {
    organizer.bytes("$path/workbook/file").body()
  }

  static byte[] filled(byte[] file, Closure change) {
    def book = open(file)
    change.call(book)
    def out = new ByteArrayOutputStream()
    book.write(out)
    out.toByteArray()
  }

  static XSSFWorkbook open(byte[] file) {
    new XSSFWorkbook(new ByteArrayInputStream(file))
  }

  static Row row(XSSFWorkbook book, String sheet, String key, int column = 0) {
    book.getSheet(sheet).find { it.getCell(column)?.toString() == key } as Row
  }

  static void put(Row row, int column, Object value) {
    def style = row.getCell(column)?.cellStyle
    def cell = row.createCell(column)
    cell.cellStyle = style
    value == '' ? cell.setBlank() : cell.setCellValue(value)
  }

  private static List<String> cells(XSSFWorkbook book, String sheet, int row) {
    def formatter = new org.apache.poi.ss.usermodel.DataFormatter()
    book.getSheet(sheet).getRow(row).collect { formatter.formatCellValue(it) }
  }

  /** Uploads it and has it read; the address of the preview. */
  private String previewed(byte[] file) {
    def form = organizer.page("$path/workbook")
    def answer = organizer.upload("$path/workbook", [_form: Site.token(form), fresh: UUID.randomUUID().toString()], '填好的表.xlsx', file)
    assert answer.statusCode() == 303
    while (work.next()) {}
    answer.headers().firstValue('Location').get()
  }

  private void confirm(String preview) {
    def page = organizer.page(preview)
    def version = (page =~ /name="version" value="(\d+)"/)[0][1]
    assert organizer.post("$preview/confirm", [_form: Site.token(page), version: version]).statusCode() == 303
    while (work.next()) {}
  }

  private void record(int talk, TalkResult.Kind kind) {
    def (project, agency) = [[1, 1], [2, 2], [1, 2], [2, 1]][talk - 1]
    def done = context.getBean(Recording).record(session.id(), Sessions0.key("WORKBOOK-$project".toString(), "workbook-agency-$agency".toString()), Recorder.BUYER, 0,
        Sessions0.findings(kind: kind), Caller.program('spec'))
    assert done instanceof Recording.Outcome.Done
  }

  /** Two projects and two agencies, each with each. */
  Session begun(Session.State state) {
    def setup = Sessions0.setup(day: LocalDate.of(2026, 11, 20), name: '秋季供需对接会', blocks: [new Block('上午场', LocalTime.of(9, 30), 8)])
    def begun = Sessions0.session(state: state, owner: BUREAU.id(), setup: setup)
    context.getBean(Sessions).add(begun)
    context.getBean(Sessions).list(begun.id(), (1..2).collect { new Project.Id("WORKBOOK-$it") })
    context.getBean(Guests).add((1..2).collect { Sessions0.guest(session: begun.id(), agency: new Agency.Id("workbook-agency-$it"), standing: Guest.Standing.COMING) })
    def meetings = [[1, 1], [2, 2], [1, 2], [2, 1]].withIndex().collect { pair, n ->
      new PlannedMeeting(new Project.Id("WORKBOOK-${pair[0]}"), new Agency.Id("workbook-agency-${pair[1]}"), 80.0, new Place(n.intdiv(2) + 1, pair[0]), PlannedMeeting.State.SCHEDULED, false, null)
    }
    def plan = new Plan(begun.id(), meetings, 320.0, 1)
    context.getBean(Plans).put(plan)
    context.getBean(Plans).release(new Release(begun.id(), 1, Instant.parse('2026-11-18T02:00:00Z'), context.getBean(Accounts).named('workbook-organizer').get().id(), plan.seats()))
    context.getBean(MeetingNumbers).assign(begun.id(), meetings*.key())
    begun
  }

  private List<String> deeds() {
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(null, null, null, 'session', session.id().toString(), null, null), null, 50)*.entry()*.deed()
  }
}
