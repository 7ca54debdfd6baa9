package duijie.portal

import duijie.Alongside
import duijie.LongRuns
import duijie.agencies.Column
import duijie.agencies.Profiles
import duijie.agencies.Registering
import duijie.agencies.Section
import duijie.files.Scans
import duijie.server.Options
import duijie.server.Server
import java.nio.file.Files
import java.time.Clock
import java.time.ZoneId
import org.openqa.selenium.By
import org.openqa.selenium.support.ui.Select
import spock.lang.Requires
import spock.lang.Specification

/** An agency comes to the platform and a project finds it, on the real program in a real browser, which shuts nobody out on the way. */
@Alongside('another browser')
@Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
class AgencyStorySpec extends Specification {

  static final String NAME = '旺苍县听雨社会工作服务中心（示例）'
  static final String PROJECT = '大德镇独居老人探访（演示）'

  Server server
  Browser browser
  List<String> wrong = []

  def "an agency registers, is returned, mends, is verified; a project is drafted, objected to, mended, published; the agency is told, asks, and hears of the amendment; scripts: #scripts"() {
    given:
    server = Server.start(new Options(Options.LOOPBACK, 0, Files.createTempDirectory('duijie-story-').resolve('data'), true, null), Clock.system(ZoneId.of('Asia/Shanghai')))
    browser = new Browser(server.address().toString(), scripts)
    browser.wide(1280)
    def code = Registering.code(77)
    def answers = Profiles.complete(code, NAME)

    when: 'it registers, first with mistakes'
    browser.open('/register')
    look('register')
    type([code: '123', name: NAME, reach: '0839-4200000', 'sign-in-name': 'tingyu', 'display-name': '办事员', password: 'short', repeated: 'short'])
    send('.btn-primary') { browser.findAll('.problems').size() == 1 }
    look('register-wrong')
    type([code: code, password: Registering.PASSWORD, repeated: Registering.PASSWORD])
    send('.btn-primary') { browser.title() == '注册成功' }
    look('registered')
    browser.signIn('tingyu', Registering.PASSWORD)

    then:
    browser.findAll('.side-wide a')*.text*.strip().contains('机构资料')

    when: 'it fills in everything'
    browser.open('/agency/profile')
    look('profile')
    Section.values().each { section ->
      browser.click("a[href='/agency/profile/sections/${section.name().toLowerCase()}']") { browser.title() == section.label() }
      if (section == Section.STAFF) {
        send('.btn-primary') { browser.findAll('.problems').size() == 1 }
        look('section-wrong')
      }
      if (section == Section.SERVICE) {
        look('section')
      }
      if (section == Section.ATTACHMENTS) {
        attach()
      }
      answer(answers[section])
      send('#form .btn-primary, .attachments-done .btn-primary') { browser.title() == '机构资料' }
    }
    browser.click("a[href='/agency/profile/check']") { browser.title() == '核对并提交' }
    look('check')
    browser.find('#true').click()
    send('.btn-primary') { browser.title() == '已提交审核' }
    look('submitted')
    def number = browser.text('.number')

    then:
    number ==~ /SL\d{8}-\d{4,}/

    when: 'an officer returns it'
    asOther('jingban')
    browser.open('/reviews')
    look('reviews')
    browser.click('.task-name') { browser.title() == NAME }
    look('review')
    browser.click('a[href$="/revocation"]') { browser.title() == '撤销证照' }
    look('revocation')
    browser.driver.navigate().back()
    Browser.await { browser.title() == NAME }
    browser.find('#reason-staff').sendKeys('专职人数与年检报告不一致，请核对。')
    send("button[value='return']") { browser.title() == '机构审核' }
    asOther('tingyu', Registering.PASSWORD)
    browser.open('/agency/profile')
    look('profile-returned')

    then:
    browser.text('.returned').contains('专职人数与年检报告不一致')

    when: 'it is told, and sees what is to be done'
    browser.open('/todo')
    look('todo')
    def duties = browser.findAll('.task-name')*.text
    browser.open('/messages')
    look('messages')
    browser.click('.link-title') { browser.title().contains('退回') }
    look('message')
    def told = browser.text('.message-text')
    browser.click('.row-deeds .btn-primary') { browser.title() == '机构资料' }

    then:
    duties == ['人员持证']
    told.contains('人员持证：专职人数与年检报告不一致')

    when: 'it mends that'
    browser.click("a[href='/agency/profile/sections/staff']") { browser.title() == '人员持证' }
    answer([(Column.FULL_TIME_STAFF): ['5']])
    send('.btn-primary') { browser.title() == '机构资料' }
    browser.click("a[href='/agency/profile/check']") { browser.title() == '核对并提交' }
    browser.find('#true').click()
    send('.btn-primary') { browser.title() == '已提交审核' }
    asOther('fuzeren')
    browser.open('/reviews')
    browser.click('.task-name') { browser.title() == NAME }
    send("button[value='pass']") { browser.title() == '机构审核' }
    browser.signOut()
    Browser.await {
      browser.open('/agencies?q=' + URLEncoder.encode('听雨', 'UTF-8'))
      browser.findAll('.row-title a')*.text == [NAME]
    }
    browser.click('.row-title a') { browser.title() == NAME }

    then:
    browser.text('.record-facts').contains('5 人')

    when: 'an officer drafts a project with a condition that the law forbids'
    asOther('jingban')
    browser.open('/drafts')
    browser.click('.head-action .btn-primary') { browser.path() ==~ /\/drafts\/[0-9a-f-]{36}/ }
    type([name: PROJECT, region: '四川省/广元市/旺苍县', fields: '养老', need: '为60名独居老人每周探访两次，记录需求。', budget: '15万',
        'term-months': '12', 'respond-by': "$year-12-31 17:00".toString(), qualification: '投标人须成立满三年，并在本县设有办公场所。'])
    send('button[name=submit]') { browser.findAll('.problems').size() == 1 }
    look('draft-objected')

    then: 'the lint objects, and nothing is lost'
    browser.text('.remarks').contains('成立')
    browser.text('.remarks').contains('依据')
    browser.find('#name').getAttribute('value') == PROJECT

    when: 'the officer leaves the page while typing'
    def written = browser.path()
    if (browser.scripts) {
      type([qualification: '依法登记。'])
      browser.open('/drafts')
      Browser.await {
        browser.open(written)
        browser.find('#qualification').getAttribute('value') == '依法登记。'
      }
    }

    then: 'nothing is lost'
    !browser.scripts || browser.findAll('.problems').empty

    when: 'it is mended, and the head publishes it'
    type([qualification: '依法登记，信用良好。'])
    send('button[name=submit]') { browser.text('.done').startsWith('已提交，等负责人审批') }
    def draft = browser.path().replaceAll(/\?.*/, '')
    asOther('fuzeren')
    browser.open('/drafts')
    look('drafts-head')
    browser.open(draft)
    look('draft-deciding')
    assert !browser.find('form[action$=publish] button').displayed: 'one press publishes'
    send('form[action$=publish] button') { browser.text('.done').startsWith('已发布，所有人') }
    look('draft-published')

    and: 'the agency is told, and sees why it matches'
    asOther('tingyu', Registering.PASSWORD)
    browser.open('/messages')
    look('messages')
    openMessage('适合本机构的新项目')
    look('message')
    browser.click('main a[href^="/projects/"]') { browser.text('h1').contains(PROJECT) }
    look('project-told')

    then:
    browser.text('#own').contains('没有不符合的硬性条件')

    when: 'it follows the project and asks'
    def project = browser.path()
    send('.follow button') { browser.text('.follow').contains('已收藏') }
    browser.click('a[href^="/questions/new"]') { browser.path().startsWith('/questions/new') }
    look('ask')
    type([text: '探访的老人名单由谁提供？'])
    send('.btn-primary') { browser.text('.done').startsWith('已提交。答复以后') }
    look('question-asked')
    asOther('jingban')
    browser.open('/questions')
    look('questions')
    browser.click('.row-title a') { !browser.findAll('#answer').isEmpty() }
    look('question-answering')
    type([answer: '名单由各镇提供，签约后移交。'])
    send('.sure button') { browser.text('.done').startsWith('已答复，所有人') }
    browser.signOut()
    browser.open(project)

    then: 'everybody reads the answer'
    browser.text('#questions').contains('名单由各镇提供，签约后移交。')
    !browser.text('main').contains(NAME)

    when: 'the agency finds it among its recommendations and says that it is interested'
    asOther('tingyu', Registering.PASSWORD)
    Browser.await {
      browser.open('/recommendations?q=' + URLEncoder.encode(PROJECT, 'UTF-8'))
      browser.findAll('.recommended .row-title a')*.text.any { it.contains(PROJECT) }
    }
    look('recommendations')
    browser.open(project)
    browser.click('#interest .btn-primary') { browser.path().startsWith('/interests') }
    look('interest')
    type([note: '已有五名社工常驻县城。'])
    send('main form .btn-primary') { !browser.findAll('.done').isEmpty() }
    look('interest-declared')
    browser.open('/projects?q=' + URLEncoder.encode('独居老人', 'UTF-8'))
    look('projects-saving')
    send('.save-search .btn') { browser.path() == '/searches' }
    look('searches')
    asOther('jingban')
    browser.open(project)
    look('project-interests')
    def interested = browser.text('#interests')

    and: 'the buyer invites the first of the ranking'
    browser.find('.match-choice').sendKeys(' ')
    send('#invite .btn-primary') { browser.path().startsWith('/invitations') }
    look('invite')
    type([words: '欢迎来了解。'])
    send('main form .btn-primary') { browser.path().startsWith('/projects/') }
    look('project-invited')
    def ranking = browser.text('#matches')
    browser.open('/my-projects')
    look('overview')

    then:
    interested.contains(NAME) && interested.contains('已有五名社工常驻县城。') && interested.contains('资料已核实')
    ranking.contains('已邀请')
    browser.findAll('.row-item').find { it.text.contains(PROJECT) }.findElement(By.cssSelector('.overview-counts')).text.replaceAll(/\s+/, ' ').contains('意向 1 已邀请 1')

    when: 'the bureau amends the project'
    asOther('jingban')
    browser.open(draft)
    send('form[action$=amend] button') { browser.text('.done').startsWith('已按最近一次公告') }
    type([need: '为80名独居老人每周探访两次，记录需求。', 'amendment-reason': '服务人数核实后有增加'])
    look('amendment')
    send('button[name=submit]') { browser.text('.done').startsWith('已提交，等负责人审批') }
    def amendment = browser.path().replaceAll(/\?.*/, '')
    asOther('fuzeren')
    browser.open(amendment)
    look('amendment-deciding')
    send('form[action$=publish] button') { browser.text('.done').startsWith('已发布，所有人') }
    asOther('tingyu', Registering.PASSWORD)
    browser.open('/followings')
    look('followings')
    browser.open('/messages')
    openMessage('更正公告')
    browser.click('main a[href^="/notices/"]') { browser.title().contains('更正公告') }
    look('notice')

    then: 'the agency is told, and sees the old beside the new'
    browser.text('#changes + *').contains('为60名独居老人')
    browser.text('#changes + *').contains('为80名独居老人')

    when:
    browser.signOut()
    browser.open(project)
    look('project-public')

    then:
    browser.text('main').contains('更正公告')
    wrong == []

    cleanup:
    browser?.close()
    server?.close()

    where:
    // Without scripts the gate tries pages of every kind, in BrowserSpec; here the whole story, where there is time.
    scripts << (LongRuns.WANTED ? [true, false] : [true])
    year = java.time.LocalDate.now().year + 1
  }

  def "somebody claims an agency of the list, and has it when the bureau agrees"() {
    given:
    server = Server.start(new Options(Options.LOOPBACK, 0, Files.createTempDirectory('duijie-story-').resolve('data'), true, null), Clock.system(ZoneId.of('Asia/Shanghai')))
    browser = new Browser(server.address().toString())
    browser.wide(1280)
    browser.open('/agencies/YS-A03')
    def code = (browser.text('.record-facts') =~ /\b[0-9A-Z]{18}\b/)[0]

    when:
    browser.open('/register')
    type([code: code, name: '旺苍县夕照红养老服务中心', reach: '0839-4200000', 'sign-in-name': 'renling', 'display-name': '办事员', password: Registering.PASSWORD, repeated: Registering.PASSWORD])
    send('.btn-primary') { browser.findAll('#certificate[aria-invalid]').size() == 1 }
    type([certificate: '川民证字第0103号', note: '本人是中心副主任。', password: Registering.PASSWORD, repeated: Registering.PASSWORD])
    send('.btn-primary') { browser.title() == '认领申请已收到' }
    asOther('renling', Registering.PASSWORD)
    browser.open('/agency/profile')
    look('claim')
    asOther('jingban')
    browser.open('/reviews')
    browser.click('.task-name') { browser.title() == '认领申请' }
    look('claim-review')
    send("button[value='approve']") { browser.title() == '机构审核' }
    asOther('renling', Registering.PASSWORD)
    browser.open('/agency/profile')

    then:
    browser.text('.lead').contains('夕照养老服务中心')

    when: 'they and a colleague change one section'
    browser.open('/agency/profile/sections/experience')
    def mine = browser.driver.windowHandle
    browser.driver.switchTo().newWindow(org.openqa.selenium.WindowType.TAB)
    browser.open('/agency/profile/sections/experience')
    type([experience: '先保存的经验。'])
    send('.btn-primary') { browser.title() == '机构资料' }
    browser.driver.switchTo().window(mine)
    browser.wide(1280)
    type([experience: '后保存的经验。'])
    send('.btn-primary') { browser.findAll('.other').size() == 1 }
    look('overtaken')

    then:
    browser.text('.other').contains('先保存的经验。')
    browser.find('#experience').getAttribute('value') == '后保存的经验。'

    when: 'the head sees what may be done about an agency'
    asOther('fuzeren')
    browser.open('/reviews/agencies/YS-A03')
    look('standing')

    then:
    browser.findAll('#step option')*.text*.strip().containsAll(['暂停', '注销'])
    wrong == []

    cleanup:
    browser?.close()
    server?.close()
  }

  /** Opens the first unread message with these words in its subject. */
  private void openMessage(String words) {
    def action = browser.findAll('main .row-title button').find { it.text.contains(words) }.findElement(By.xpath('ancestor::form')).getDomAttribute('action')
    browser.click("main form[action='$action'] button") { !browser.findAll('article .btn-primary').isEmpty() }
  }

  private void asOther(String name, String password = null) {
    browser.signOut()
    password ? browser.signIn(name, password) : browser.signIn(name)
  }

  private void type(Map<String, String> fields) {
    fields.each { id, text ->
      def field = browser.find("#$id")
      field.clear()
      field.sendKeys(text)
    }
  }

  private void attach() {
    def file = Files.write(Files.createTempDirectory('scan').resolve('登记证书.pdf'), Scans.PDF)
    look('attachments')
    new Select(browser.find('#kind')).selectByValue('REGISTRATION')
    type(['valid-until': '2030-05-31'])
    browser.find('#file').sendKeys(file.toString())
    send('form[enctype] .btn') { browser.findAll('.credentials li').size() == 1 }
    look('attachments-one')
    Files.delete(file)
  }

  private void answer(Map<Column, List<String>> answers) {
    answers.each { column, values ->
      def id = column.name().toLowerCase().replace('_', '-')
      def field = browser.find("#$id")
      if (field.tagName == 'fieldset') {
        values.each { field.findElement(By.cssSelector("input[value='$it']")).with { box -> if (!box.selected) { box.click() } } }
      } else if (field.tagName == 'select') {
        new Select(field).selectByValue(values[0])
      } else {
        field.clear()
        field.sendKeys(values[0])
      }
    }
  }

  /** Presses the button; where it is folded away beneath what will happen, unfolds that first. */
  private void send(String css, Closure<Boolean> until) {
    browser.findAll(css).take(1).collectMany { it.findElements(By.xpath('ancestor::details[@class="sure" and not(@open)]/summary')) }.each {
      browser.driver.executeScript("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", it)
      it.click()
    }
    browser.click(css, until)
  }

  private void look(String name) {
    if (browser.scripts) {
      wrong += browser.look("story-$name")
    }
  }
}
