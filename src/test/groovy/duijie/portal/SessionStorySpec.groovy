package duijie.portal

import duijie.Alongside
import duijie.Camera
import duijie.MovableClock
import duijie.accounts.Accounts
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.database.TestDatabase
import duijie.demonstration.DemonstrationPeople
import duijie.imports.ImportWork
import duijie.matching.Matching
import duijie.portal.web.Site
import duijie.projects.Column
import duijie.projects.Notice
import duijie.projects.Notices
import duijie.projects.Project
import duijie.projects.Projects
import duijie.sessions.Absences.Party
import duijie.sessions.Arrivals
import duijie.sessions.Intents
import duijie.sessions.PlannedMeeting
import duijie.sessions.Plans
import duijie.sessions.Recorder
import duijie.sessions.Session
import duijie.sessions.Side
import duijie.sessions.TalkResults
import duijie.sheets.Examples
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import org.apache.poi.ss.usermodel.Row
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A whole matchmaking session of twelve projects and thirty agencies, played by an organizer, a buyer and an agency in a real browser. */
@Alongside('another browser')
@Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
class SessionStorySpec extends Specification {

  static final BUREAU = People.bureau(id: 'story-bureau', name: '旺苍县民政局（示例）')
  static final BUYER = People.bureau(id: 'story-buyer', name: '旺苍县妇联（示例）')
  static final OWN = People.agency(id: 'A-01', name: '示例机构01')

  @Shared MovableClock clock = new MovableClock()
  @Shared @AutoCleanup ApplicationContext context
  @Shared String base
  @TempDir Path folder
  Browser browser
  Site site
  List<String> wrong = []

  def setupSpec() {
    clock.now = Instant.parse('2026-12-10T01:00:00Z')
    context = ApplicationContext.builder().properties(TestDatabase.properties() + ['micronaut.server.port': -1]).singletons(clock).start()
    base = context.getBean(EmbeddedServer).start().URL
    def projects = (1..12).collect { Examples.project(id: new Project.Id(String.format('P-%02d', it)), name: String.format('示例项目%02d', it), respondBy: LocalDateTime.of(2026, 12, 31, 17, 0)) }
    def agencies = (1..30).collect { Examples.agency(id: new Agency.Id(String.format('A-%02d', it)), name: String.format('示例机构%02d', it), creditCode: null) }
    context.getBean(Projects).saveAll(projects)
    context.getBean(Agencies).saveAll(agencies)
    context.getBean(Matching).putProjects(projects)
    context.getBean(Matching).putAgencies(agencies)
    account('zuzhi', Role.ORGANIZER, BUREAU)
    account('jingban', Role.OFFICER, BUYER)
    account('jigou', Role.AGENCY, OWN)
    projects.each {
      context.getBean(Notices).add(new Notice(new Notice.Id(UUID.randomUUID()), it.id(), 1, Notice.Kind.CALL, BUYER.id(), null, [(Column.NAME): it.name()], [:], '', clock.now))
    }
  }

  def cleanup() {
    browser?.close()
  }

  def "from the first invitation to the report: a session is prepared, held, and told of"() {
    given:
    browser = new Browser(base)
    browser.wide(1280)
    as('zuzhi')

    when: 'the organizer sets it up, lists twelve projects, and asks thirty agencies by the rule'
    browser.open('/sessions/new')
    [name: '冬季供需对接会', place: '县政务中心三楼', day: '2026-12-18', tables: '12', talk: '8', pause: '2', 'per-project': '8', 'per-agency': '4', top: '30', minimum: '0',
     'block-1-begins': '09:00', 'block-1-slots': '8'].each { field, value -> type(field, value) }
    (2..4).each { n -> ['name', 'begins', 'slots'].each { field -> browser.findAll("[name='block-$n-$field']").each { it.clear() } } }
    browser.click('.form-end .btn-primary') { browser.title() == '冬季供需对接会' }
    def path = browser.path()
    def id = new Session.Id(UUID.fromString(path.split('/').last()))
    browser.open("$path/projects")
    browser.findAll('#candidates ~ form input[name=project]').each { if (!it.selected) { it.click() } }
    browser.click('#candidates ~ form .btn-primary') { browser.text('#content').contains('已保存') }
    step(path, '邀请')
    browser.open("$path/guests")
    browser.findAll('#proposed ~ form input[name=agency]').findAll { it.getAttribute('value') == 'A-30' }.each { it.click() }
    browser.click('#proposed ~ form .btn-primary') { browser.text('#content').contains('已发出邀请') }
    browser.open("$path/guests")
    browser.findAll("#proposed ~ form input[value='A-30']").each { if (!it.selected) { it.click() } }
    browser.find('#proposed ~ form input[name=standby]').click()
    browser.click('#proposed ~ form .btn-primary') { browser.text('#content').contains('已发出邀请') }

    and: 'the agency says that it comes and would like to talk; of those without an account the organizer notes it'
    as('jigou')
    def own = path.replace('/sessions/', '/agency/sessions/')
    browser.open(own)
    browser.click("button[value='coming']") { browser.text('.row-tags').contains('参加') }
    site = new Site(base, '127.0.0.62').signedIn('zuzhi')
    (2..29).each { assert site.submit("$path/guests", [coming: String.format('A-%02d', it)], "$path/guests/answers").statusCode() == 303 }
    as('zuzhi')
    step(path, '约谈')
    as('jigou')
    browser.open(own)
    browser.click(".talk-form .btn") { browser.text('#talks ~ ul').contains('已约，等对方答复') }
    as('jingban')
    browser.open(path.replace('/sessions/', '/buyer/sessions/'))
    browser.click('.talk-form .btn-primary') { browser.text('#talks').contains('双方同意') }

    and: 'the timetable is made and released'
    as('zuzhi')
    step(path, '排桌')
    browser.open("$path/timetable")
    browser.click("button[value='make']") { browser.text('.lead').contains('达到上界的 100.00%') }
    browser.click("button[value='release']") { browser.text('#content').contains('已发布') }
    def made = plan(id)

    then:
    made.placed().size() == 96

    when: 'it is the day: on a telephone, the organizer notes who comes; the agency says it itself'
    clock.now = moment('08:40')
    site = new Site(base, '127.0.0.62').signedIn('zuzhi')
    browser.wide(360)
    as('zuzhi')
    browser.open("$path/hall")
    look('session-hall-before')
    browser.click("[data-party='AGENCY A-02'] form.check-in button") { browser.text("[data-party='AGENCY A-02']").contains('08:40 名单') }
    (1..12).each { come('BUYER', String.format('P-%02d', it)) }
    (4..28).each { come('AGENCY', String.format('A-%02d', it)) }
    come('AGENCY', 'A-30')
    def letters = Camera.scanned(site.page("$path/screen")).split('hall=').last()
    as('jigou')
    browser.open(own)
    look('attending-day')
    type('hall', letters.toLowerCase())
    browser.click(".badge-code .btn") { browser.title() == '冬季供需对接会' && browser.path().startsWith('/check-in/') }
    look('check-in')
    browser.click('.desk-form .btn-primary') { browser.text('#content').contains('已签到 08:40 自助') }

    then:
    arrivals(id).size() == 12 + 1 + 1 + 25 + 1

    when: 'it begins, and the network is away for a minute: what is noted stays, the last state stays, and each is sent once'
    as('zuzhi')
    browser.open("$path/hall")
    browser.click("button[value='begin']") { browser.text('.row-tags').contains('进行') }
    network(false)
    browser.find("[data-party='AGENCY A-29'] form.check-in button").click()
    Browser.await { browser.text("[data-party='AGENCY A-29']").contains('待送') && browser.text('#away').contains('有 1 个签到记在这台设备上') }
    browser.driver.navigate().refresh()
    Browser.await { browser.text('#away').contains('网络断开了') && browser.text("[data-party='AGENCY A-29']").contains('待送') }
    def meanwhile = arrivals(id).size()
    clock.now = moment('08:50')
    network(true)
    Browser.await { arrivals(id).size() == meanwhile + 1 }
    Browser.await { !browser.find('#away').displayed }

    then: 'it is noted when it was, not when it was sent'
    context.getBean(Arrivals).find(id, new Party(Side.AGENCY, 'A-29')).get().at().isBefore(moment('08:45'))

    when: 'the first turn runs: the third agency does not come, and the one that stands by takes its place'
    clock.now = moment('09:01')
    browser.wide(1280)
    browser.open("$path/hall")
    look('session-hall')
    def missed = made.placed().findAll { it.agency().value() == 'A-03' }
    browser.click("[data-party='AGENCY A-03'] details summary") { browser.find("[data-party='AGENCY A-03'] button[value=missing]").displayed }
    browser.click("[data-party='AGENCY A-03'] button[value=missing]") { browser.text('#content').contains('已记为缺席') }
    def after = plan(id)
    browser.open("$path/screen")
    browser.wide(1920, 1080)
    look('session-screen')
    browser.wide(1280)

    then: 'nobody else is moved'
    missed.size() > 0
    after.meetings().findAll { it.key() in missed*.key() }.every { it.state() == PlannedMeeting.State.NO_SHOW }
    after.meetings().findAll { it.state() == PlannedMeeting.State.REFILLED }.size() == missed.size()
    after.placed().any { it.agency().value() == 'A-30' }
    made.placed().findAll { it.agency().value() != 'A-03' }.every { old -> after.placed().any { it.key() == old.key() && it.place() == old.place() } }

    when: 'both sides of a talk say what came of it'
    clock.now = moment('10:25')
    def talk = after.placed().findAll { it.agency().value() == 'A-01' }.first()
    def query = "?project=${talk.project().value()}&agency=A-01"
    as('jigou')
    outcome("$own/outcomes/talk$query", 'AGREED', '30万')
    as('jingban')
    outcome(path.replace('/sessions/', '/buyer/sessions/') + "/outcomes/talk$query", 'AGREED', '300000')

    and: 'the session ends'
    as('zuzhi')
    browser.open("$path/hall")
    browser.click('.hall-clock details summary') { browser.find("button[value='close']").displayed }
    browser.click("button[value='close']") { browser.text('.row-tags').contains('结束') }

    then:
    plan(id).placed().findAll { it.agency().value() != 'A-03' }.every { it.state() in [PlannedMeeting.State.HELD, PlannedMeeting.State.REFILLED] }

    when: 'the workbook that was filled in without a network comes back'
    browser.open("$path/workbook")
    def file = Files.write(folder.resolve('对接表.xlsx'), filledIn(new Site(base, '127.0.0.62').signedIn('zuzhi').bytes("$path/workbook/file").body()))
    upload(file)
    look('session-import')
    browser.click('#confirm .btn-primary') { worked() && browser.text('#content').contains('已导入') }
    def told = browser.text('.import-result')

    then:
    told.contains('新增 11 行')
    results(id).findAll { it.by() == Recorder.ORGANIZER }.size() == 11

    when: 'and once more'
    browser.open("$path/workbook")
    upload(file)

    then:
    browser.text('#content').contains('没有要改的')
    results(id).findAll { it.by() == Recorder.ORGANIZER }.size() == 11

    when: 'what it all came to is told'
    browser.open("$path/report")
    look('session-report')

    then:
    browser.text('#content').contains('30')
    context.getBean(Intents).of(id).size() == 12
    wrong == []
  }

  /** Eleven lines of 意向台账 with 洽商 and an amount, as somebody writes them at the door. */
  private static byte[] filledIn(byte[] workbook) {
    def book = new XSSFWorkbook(new ByteArrayInputStream(workbook))
    def lines = book.getSheet('意向台账').findAll { it.getCell(0)?.toString() ==~ /DJ-\d+/ && !it.getCell(3)?.toString() && it.getCell(2).toString() != '示例机构01' }
    lines.take(11).eachWithIndex { line, i ->
      line.getCell(3, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue('洽商')
      line.getCell(4, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(100000d + 1000 * i)
    }
    def out = new ByteArrayOutputStream()
    book.write(out)
    out.toByteArray()
  }

  private void upload(Path file) {
    browser.find('#file').sendKeys(file.toString())
    browser.driver.executeScript("document.querySelector('#file').form.requestSubmit()")
    Browser.await { worked() && browser.path() ==~ /.*\/workbook\/imports\/[0-9a-f-]{36}.*/ && (browser.text('#content').contains('待确认') || browser.text('#content').contains('已完成')) }
  }

  /** What the running program does beside its pages: it reads and stores what was uploaded. */
  private boolean worked() {
    while (context.getBean(ImportWork).next()) {}
    true
  }

  private List results(Session.Id id) {
    context.getBean(TalkResults).of(id)
  }

  private void outcome(String page, String kind, String amount) {
    browser.open(page)
    browser.click("input[name=kind][value=$kind]") { true }
    type('amount', amount)
    type('who', '示例跟进人')
    type('until', '2027-01-15')
    browser.click('form .btn-primary') { browser.text('#content').contains('已保存') || browser.path().endsWith('/outcomes') }
  }

  private void look(String picture) {
    wrong += browser.look(picture)
  }

  private void step(String path, String state) {
    browser.open(path)
    browser.click("form[action\$='/steps'] .btn-primary") { browser.text('.row-tags').contains(state) }
  }

  private void as(String who) {
    browser.signOut()
    browser.signIn(who)
  }

  private void type(String field, String value) {
    def input = browser.find("[name='$field']")
    if (input.getAttribute('type') == 'date') {
      browser.driver.executeScript('arguments[0].value = arguments[1]', input, value)
    } else {
      input.clear()
      input.sendKeys(value)
    }
  }

  private void come(String side, String party) {
    assert site.submit("/sessions/${browser.path().split('/')[2]}/hall", [side: side, party: party], "/sessions/${browser.path().split('/')[2]}/arrivals").statusCode() == 303
  }

  private void network(boolean there) {
    browser.driver.executeCdpCommand('Network.enable', [:])
    browser.driver.executeCdpCommand('Network.emulateNetworkConditions', [offline: !there, latency: 0, downloadThroughput: -1, uploadThroughput: -1])
  }

  private List arrivals(Session.Id id) {
    context.getBean(Arrivals).of(id)
  }

  private plan(Session.Id id) {
    context.getBean(Plans).find(id).get()
  }

  private static Instant moment(String time) {
    LocalDate.of(2026, 12, 18).atTime(LocalTime.parse(time)).atZone(new MovableClock().zone).toInstant()
  }

  private void account(String name, Role role, organisation) {
    context.getBean(Accounts).add(People.account(name: name, roles: People.with(role), organisation: organisation, hash: context.getBean(PasswordHashing).hash(DemonstrationPeople.PASSWORD)))
  }
}
