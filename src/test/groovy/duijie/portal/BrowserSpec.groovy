package duijie.portal

import duijie.Alongside
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator
import duijie.LongRun
import duijie.agencies.Registering
import duijie.demonstration.DemonstrationPeople
import duijie.imports.Directory
import duijie.server.Options
import duijie.server.Server
import java.nio.file.Files
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import javax.crypto.spec.SecretKeySpec
import org.apache.commons.codec.binary.Base32
import org.openqa.selenium.Keys
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** People at the pages of the real program, filled with the demonstration county. */
@Alongside('the browser')
class BrowserSpec extends Specification {

  private static final String EVERYBODYS_PAGES = '''
      home               /
      projects           /projects
      projects-narrowed  /projects?region=510821&field=eldercare&q=%E5%85%BB%E8%80%81
      projects-none      /projects?q=xyzzy
      agencies           /agencies
      agencies-outside   /agencies?area=outside
      project            /projects/YS-P20
      project-excluded   /projects/YS-P20?show=excluded
      agency             /agencies/YS-A03
      agency-excluded    /agencies/YS-A03?show=excluded
      not-found          /nothing
      refused            /projects?page=two'''

  /** Pages that look different to somebody, or are there for them alone. */
  private static final Map<String, String> MORE_PAGES = [
      anybody: 'sign-in /sign-in\nforgotten-no-mail /password/forgotten\nregister /register',
      jingban: 'project /projects/YS-P20\nproject-excluded /projects/YS-P20?show=excluded\nagency /agencies/YS-A03\nagency-excluded /agencies/YS-A03?show=excluded\noverview /my-projects\nmailbox-no-mail /account/mail\ntodo /todo\ndone /todo/done\nmessages /messages\npassword /account/password\ntokens /account/tokens\nsecond-factor /account/second-factor\ndrafts /drafts\nimport /agencies/import\nimports /agencies/imports\ndrafts-import /drafts/import\ndrafts-imports /drafts/imports\nquestions /questions\nreviews /reviews\nreview /reviews/agencies/YS-A03',
      jigou  : 'own-project /projects/YS-P20\nagency /agencies/YS-A03\nrecommendations /recommendations\nprojects-saving /projects?q=%E5%85%BB%E8%80%81\nsearches /searches\nfollowings /followings\nprofile /agency/profile\nprofile-service /agency/profile/sections/service',
      jigouguan: 'colleagues /colleagues',
      anquan : 'accounts /accounts\nnew-account /accounts/new\nholidays /holidays',
      fuzeren: 'followings /followings',
      zuzhi  : 'todo /todo',
      pingshen: 'messages /messages',
      jiandu : 'done /todo/done',
      shenji : 'audit /audit\naudit-none /audit?who=nobody',
  ]

  @Shared Server server
  @Shared Browser browser

  @Requires(value = { System.getenv('CI') == 'true' }, reason = 'only CI must have Chromium')
  def "CI looks at the pages with Chromium"() {
    expect:
    Browser.PRESENT
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "from the home page to a match and its agency, and back with everything as it was"() {
    given:
    start()
    browser.wide(1280)
    browser.signIn('jingban')
    browser.open('/')

    when: 'an officer searches from the home page'
    browser.find('#q').sendKeys('养老', Keys.ENTER)
    Browser.await { browser.path().startsWith('/projects?') }
    def all = count()

    then:
    browser.title() == '采购项目'
    browser.find('#q').getAttribute('value') == '养老'

    when: 'keeps to the own county and to projects that are being matched'
    browser.click('#area-inside') { count() < all }
    browser.click('#state-MATCHING') { browser.findAll('#state-MATCHING.chosen').size() == 1 && browser.path().contains('state=MATCHING') }
    def list = browser.path()
    def found = count()

    then: 'the address tells the same'
    list.contains('region=510821')
    list.contains('state=MATCHING')
    found > 0

    when: 'opens the first of them'
    def name = browser.text('.row-title a')
    browser.click('.row-title a') { browser.path().startsWith('/projects/') }

    then:
    browser.title() == name

    when: 'and the best match'
    def agency = browser.text('.match-name bdi')
    browser.click('#match-1 > summary') { browser.find('#match-1 .match-body').displayed }

    then: 'it tells where its score comes from'
    browser.findAll('#match-1 .factor-name').size() >= 10
    browser.findAll('#match-1 .factor-sentence').every { !it.text.isBlank() }
    sum(browser.findAll('#match-1 .factor-points')*.text) == new BigDecimal((browser.text('#match-1 .score') =~ /[\d.]+/)[0])

    when:
    browser.click('#match-1 .match-open a') { browser.path().startsWith('/agencies/') }

    then:
    browser.title() == agency
    browser.text('#matches-title') == '有哪些项目适合'

    when: 'goes back twice'
    browser.driver.navigate().back()
    Browser.await { browser.title() == name }
    browser.driver.navigate().back()
    Browser.await { browser.title() == '采购项目' }

    then:
    browser.path() == list
    count() == found
    browser.find('#q').getAttribute('value') == '养老'
    browser.findAll('#state-MATCHING.chosen').size() == 1
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "everything works where scripts do not run"() {
    given:
    start()
    def plain = new Browser(server.address().toString(), false)
    plain.wide(1280)
    plain.signIn('fuzeren')

    when: 'search, narrow, open, unfold'
    plain.open('/projects')
    plain.find('#q').sendKeys('社工站', Keys.ENTER)
    Browser.await { plain.path().contains('q=') }
    plain.click('#area-inside') { plain.path().contains('region=510821') }
    plain.click('.row-title a') { plain.path().startsWith('/projects/') }
    plain.click('#match-1 > summary') { plain.find('#match-1 .match-body').displayed }
    def factors = plain.findAll('#match-1 .factor-sentence').size()
    plain.click('#tab-excluded') { plain.path().contains('show=excluded') }

    then:
    factors >= 10
    plain.findAll('.excluded .lack-failed').size() > 0

    cleanup:
    plain?.close()
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "the keyboard alone is enough"() {
    given:
    start()
    browser.wide(1280)
    browser.signIn('jingban')
    browser.open('/projects')

    when: 'the first stop skips the menu'
    browser.tabTo('.skip')
    browser.press(Keys.ENTER)
    Browser.await { browser.driver.executeScript("return document.activeElement.id === 'content'") }
    browser.tabTo('.row-title a')
    browser.press(Keys.ENTER)
    Browser.await { browser.path().startsWith('/projects/') }
    browser.tabTo('#match-1 > summary')
    browser.press(Keys.ENTER)

    then:
    Browser.await { browser.find('#match-1 .match-body').displayed }

    when:
    browser.tabTo('#match-1 .match-open a')
    browser.press(Keys.ENTER)

    then:
    Browser.await { browser.path().startsWith('/agencies/') }
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "no page scrolls sideways or shuts anyone out, whoever looks: #who"() {
    given:
    start()
    def wrong = []
    browser.signOut()
    if (who != 'anybody') {
      browser.signIn(who)
    }

    when:
    pages(who).each { name, path ->
      browser.open(path)
      browser.driver.executeScript("document.querySelectorAll('.match, .sure').forEach((part, i) => { part.open = i === 0 })")
      wrong += browser.look(name)
    }

    then:
    wrong == []

    where:
    who << MORE_PAGES.keySet()
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "an officer imports a directory, closes the browser in between, and finishes in another"() {
    given:
    start()
    def wrong = []
    def look = { Browser at, String picture -> wrong += at.look(picture) }
    def known = ['YS-A03', 'YS-A05'].collect { id ->
      browser.open("/agencies/$id")
      ['机构名称': browser.title(), '统一社会信用代码': (browser.text('.record-facts') =~ /\b[0-9A-Z]{18}\b/)[0], '登记地区划': '', '服务领域': '', '专职人数': '31']
    }
    def rows = (1..500).collect { i ->
      Directory.agency(Registering.code(7000 + i), i % 50 ? [:] : i % 100 ? ['机构名称': ''] : ['成立日期': '很久以前'])
    }
    def file = Directory.file(Files.createTempDirectory('duijie-import-'), Directory.of(rows + known), '2026年机构名录.xlsx')
    def first = new Browser(server.address().toString())
    first.wide(1280)
    first.signIn('jingban')
    first.open('/agencies/import')

    when: 'nothing chosen, then the file'
    first.click('.btn-primary') { first.findAll('.problems').size() == 1 }
    look(first, 'import-nothing')
    first.find('#file').sendKeys(file.toString())
    first.click('.btn-primary') { first.path().startsWith('/agencies/imports/') }
    def page = first.path()

    then: 'it is read without anybody waiting'
    first.close()

    when:
    browser.signOut()
    browser.wide(1280)
    browser.signIn('jingban')
    browser.open('/agencies/imports')
    browser.click("a[href='$page']") { browser.path() == page }
    Browser.await { browser.text('#state').contains('待确认') }
    look(browser, 'import-preview')
    browser.click('#show-changed') { browser.findAll('.import-before').size() > 0 }
    look(browser, 'import-changed')
    browser.click('#show-kept') { browser.findAll('.import-before').size() > 0 }
    look(browser, 'import-kept')
    browser.click('#show-problems') { browser.findAll('.import-issue').size() > 0 }
    look(browser, 'import-problems')

    then:
    browser.text('#show-new').contains('495')
    browser.text('#show-changed').contains('1')
    browser.text('#show-refused').contains('5')

    when:
    browser.click('#confirm .btn-primary') { browser.text('#state').contains('已完成') }
    look(browser, 'import-done')

    then: 'everybody finds one of them within two seconds'
    Browser.await {
      browser.open('/agencies?q=' + URLEncoder.encode('第0007003号', 'UTF-8'))
      browser.findAll('.row-title a')*.text.contains('第0007003号社会工作服务中心')
    }
    wrong == []

    when: 'projects become drafts, packages of one procurement beside each other'
    def project = ['项目编号': 'W-2027-01/2', '项目名称': '三江镇留守儿童陪伴', '购买主体': '旺苍县民政局', '区划': '四川省/广元市/旺苍县/三江镇', '服务领域': '留守儿童', '需求概况': '为40名留守儿童每周陪伴两次。', '预算金额(元)': '9万', '服务期限(月)': '12', '资格条件': '投标人须成立满三年。']
    def projects = Directory.file(Files.createTempDirectory('duijie-import-'), Directory.of([project, project + ['项目编号': 'W-2027-01/1', '项目名称': '三江镇社工站', '服务领域': '社工站', '资格条件': '依法登记。']], '项目发布表'), '2027年购买计划.xlsx')
    browser.open('/drafts/import')
    browser.find('#file').sendKeys(projects.toString())
    browser.click('.btn-primary') { browser.path().startsWith('/drafts/imports/') }
    Browser.await { browser.text('#state').contains('待确认') }
    look(browser, 'drafts-preview')
    browser.click('#confirm .btn-primary') { browser.text('#state').contains('已完成') }
    browser.open('/drafts')
    look(browser, 'drafts-packages')
    browser.click('.row-title a') { browser.path().startsWith('/drafts/') }
    look(browser, 'draft-package')

    then:
    browser.text('.notice').contains('同一次采购的其他包')
    wrong == []

    cleanup:
    first?.close()
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "an organizer sets up a session and asks agencies to it; a buyer asks for a talk, and the agency agrees"() {
    given:
    start()
    def wrong = []
    def look = { String picture -> wrong += browser.look(picture) }
    def as = { String who -> browser.signOut(); browser.signIn(who) }
    browser.wide(1280)
    as('zuzhi')
    browser.open('/sessions')
    look('sessions-none')

    when: 'the organizer says when and where'
    browser.open('/sessions/new')
    look('session-setup')
    browser.find('#name').sendKeys('冬季供需对接会')
    browser.find('#place').sendKeys('县政务中心三楼会议室')
    browser.click('.form-end .btn-primary') { browser.title() == '冬季供需对接会' }
    def session = browser.path()

    and: 'chooses all projects that look for an agency, and asks agencies by the rule'
    browser.open("$session/projects")
    browser.findAll('#candidates ~ form input[name=project]').each { if (!it.selected) { it.click() } }
    browser.click('#candidates ~ form .btn-primary') { browser.text('#content').contains('已保存') }
    look('session-projects')
    browser.open(session)
    browser.click("form[action\$='/steps'] .btn-primary") { browser.text('.row-tags').contains('邀请') }
    browser.open("$session/guests")
    look('session-guests-proposed')
    browser.click('#proposed ~ form .btn-primary') { browser.text('#content').contains('已发出邀请') }
    if (browser.findAll("#guests ~ form a[href\$='YS-A03']").empty) {
      browser.open("$session/guests?q=夕照")
      browser.find('#others ~ form input[name=agency]').click()
      browser.click('#others ~ form .form-end .btn') { browser.text('#content').contains('已发出邀请') }
    }
    look('session-guests')

    and: 'the agency says that it comes'
    as('jigou')
    browser.open('/agency/sessions')
    look('sessions-asked')
    browser.click('.row-title a') { browser.title() == '冬季供需对接会' }
    browser.find('#note').sendKeys('来两个人')
    browser.click("button[value='coming']") { browser.text('.row-tags').contains('参加') }

    and: 'booking is opened, and the buyer asks'
    as('zuzhi')
    browser.open(session)
    browser.click("form[action\$='/steps'] .btn-primary") { browser.text('.row-tags').contains('约谈') }
    look('session')
    as('jingban')
    browser.open('/buyer/sessions')
    browser.click('.row-title a') { browser.title() == '冬季供需对接会' }
    browser.find(".talk-form input[name='words']").sendKeys('离得近，先谈谈')
    browser.click('.talk-form .btn') { browser.text('#talks').contains('已约，等对方答复') }
    look('buyer-session')

    and: 'the agency agrees'
    as('jigou')
    browser.open(session.replace('/sessions/', '/agency/sessions/'))
    look('attending')
    browser.click('.talk-form .btn-primary') { browser.text('#talks ~ ul').contains('双方同意') }
    as('zuzhi')
    browser.open("$session/talks")
    look('session-talks')

    then:
    browser.text('#content').contains('同意 1 个')

    when: 'the organizer has the timetable made, and looks where a meeting could be moved'
    browser.open(session)
    browser.click("form[action\$='/steps'] .btn-primary") { browser.text('.row-tags').contains('排桌') }
    browser.open("$session/timetable")
    browser.click("button[value='make']") { browser.text('.lead').contains('达到上界的 100.00%') }
    look('session-timetable')
    browser.click('.cell-deeds a') { browser.findAll('.cell-conflict').size() > 0 }
    look('session-timetable-moving')
    browser.click('.cell-here') { browser.text('#content').contains('已保存') }
    browser.click("button[value='release']") { browser.text('#content').contains('已发布，并通知了行程有变的各方') }

    and: 'the agency reads when and where'
    as('jigou')
    browser.open(session.replace('/sessions/', '/agency/sessions/'))
    look('attending-itinerary')

    then:
    browser.text('#itinerary').contains('行程')
    wrong == []
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "somebody switches the second step on, signs in with it by keyboard alone, and switches it off"() {
    given:
    start()
    def wrong = []
    def look = { String picture -> wrong += browser.look(picture) }
    browser.signOut()
    browser.signIn('pingshen')
    browser.open('/account/second-factor')

    when:
    browser.find('#password').sendKeys(DemonstrationPeople.PASSWORD, Keys.ENTER)
    Browser.await { browser.find('img.qr').displayed }
    def secret = browser.text('.given').replace(' ', '')
    look('second-factor-offer')

    then: 'the page may show the picture that stands in it'
    browser.driver.executeScript("return document.querySelector('img.qr').naturalWidth") > 0

    when:
    browser.find('#code').sendKeys(code(secret, 0), Keys.ENTER)
    Browser.await { browser.findAll('.recovery-codes .given').size() == 8 }
    def recovery = browser.findAll('.recovery-codes .given')*.text
    look('second-factor-recovery')
    browser.open('/account/second-factor')
    look('second-factor-on')
    browser.signOut()
    browser.open('/sign-in?back=/projects')
    browser.find('#name').sendKeys('pingshen')
    browser.find('#password').sendKeys(DemonstrationPeople.PASSWORD, Keys.ENTER)
    Browser.await { browser.title() == '请输入验证码' }
    look('sign-in-code')
    browser.find('#code').sendKeys('000000', Keys.ENTER)
    Browser.await { browser.find('#problem').displayed }
    look('sign-in-code-wrong')
    browser.find('#code').sendKeys(code(secret, 1), Keys.ENTER)
    Browser.await { browser.path() == '/projects' }

    then:
    wrong == []

    when:
    browser.open('/account/second-factor')
    browser.find('#password').sendKeys(DemonstrationPeople.PASSWORD)
    browser.find('#code').sendKeys(recovery.first())
    browser.click('button[value=off]') { browser.findAll('#code').empty }

    then:
    browser.find('#password').displayed
  }

  /** What a telephone shows, so many half minutes from now. */
  private static String code(String secret, int later) {
    def generator = new TimeBasedOneTimePasswordGenerator()
    generator.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), generator.algorithm), Instant.now().plusSeconds(30 * later))
  }

  @LongRun
  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "an officer watches ten thousand rows being read and imported"() {
    given:
    start()
    def seen = [] as Set<String>
    def file = Directory.file(Files.createTempDirectory('duijie-import-'), Directory.of((1..10_000).collect { Directory.agency(Registering.code(200_000 + it)) }), '全省机构名录.xlsx')
    browser.wide(1280)
    browser.signOut()
    browser.signIn('jingban')
    browser.open('/agencies/import')
    browser.find('#file').sendKeys(file.toString())
    browser.click('.btn-primary') { browser.path().startsWith('/agencies/imports/') }

    when:
    until('待确认', seen)

    then:
    browser.text('#show-new').contains('10,000')

    when:
    browser.find('#confirm .btn-primary').click()
    until('已完成', seen)

    then: 'how far it was could be seen'
    seen.any { it =~ /导入中\s+正在导入。 [\d,]+ \/ 10,000 行/ }
  }

  private void until(String state, Set<String> seen) {
    def end = System.nanoTime() + 120_000_000_000L
    def text = ''
    while (!text.contains(state) && System.nanoTime() < end) {
      try {
        text = browser.text('#state')
        seen << text
      } catch (org.openqa.selenium.WebDriverException replaced) {
        // the page is being replaced
      }
      sleep(100)
    }
    assert text.contains(state)
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "what somebody read while signed in is not to be had with back once they have signed out"() {
    given:
    start()
    browser.wide(1280)
    browser.signOut()
    browser.signIn('jingban')
    browser.open('/reviews')

    when: 'they go on and come back'
    browser.open('/drafts')
    browser.driver.navigate().back()

    then:
    Browser.await { browser.find('h1').displayed && browser.title() == '机构审核' }

    when:
    browser.click('.side-person .link-button') { browser.path() == '/' }
    browser.driver.navigate().back()

    then:
    Browser.await { browser.path().startsWith('/sign-in?back=') }
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "on a phone the menu folds away and opens"() {
    given:
    start()
    browser.wide(360)
    browser.open('/projects')

    expect:
    browser.findAll('.side-wide a').every { !it.displayed }

    when:
    browser.click('.side-narrow summary') { browser.find('.side-narrow nav').displayed }

    then:
    browser.findAll('.side-narrow a')*.text*.strip() .containsAll(['首页', '采购项目', '社工机构'])
  }

  def cleanupSpec() {
    browser?.close()
    if (server != null) {
      server.close()
    }
  }

  /** The names and addresses of the pages to look at as somebody. */
  private static List<List<String>> pages(String who) {
    def lines = (who == 'anybody' ? EVERYBODYS_PAGES : 'home /').readLines() + MORE_PAGES[who].readLines()
    lines.findAll { !it.isBlank() }*.strip()*.split(/\s+/)*.toList().collect { name, path -> [who == 'anybody' ? name : "$who-$name".toString(), path] }
  }

  /** Only when the first feature needs it: where all are skipped, nothing is started. */
  private void start() {
    if (server == null) {
      def folder = Files.createTempDirectory('duijie-browser-').resolve('data')
      server = Server.start(new Options(Options.LOOPBACK, 0, folder, true, null), Clock.system(ZoneId.of('Asia/Shanghai')))
      browser = new Browser(server.address().toString())
    }
  }

  private int count() {
    browser.text('.list-status strong').replace(',', '') as int
  }

  private static BigDecimal sum(List<String> points) {
    points.collect { it.startsWith('未知') ? 0.0 : new BigDecimal((it =~ /^[\d.]+/)[0] as String) }.sum() as BigDecimal
  }
}
