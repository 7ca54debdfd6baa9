package duijie.agencies.web

import duijie.accounts.Accounts
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Answers
import duijie.agencies.Column
import duijie.agencies.Profiles
import duijie.agencies.Registering
import duijie.agencies.Section
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import spock.lang.Shared
import spock.lang.Specification

class ProfilePagesSpec extends Specification {

  static final String PATH = '/agency/profile'

  @Shared Agencies agencies = PortalServer.running().applicationContext.getBean(Agencies)
  static int number = 200

  def "somebody fills in section after section, checks, and submits"() {
    given:
    def code = Registering.code(++number)
    def site = registered(code)

    expect:
    progress(site.page(PATH)) == ['进行中', '待填', '待填', '待填', '不能开始', '待填', '待填', '不能开始']
    site.get(PATH + '/check').statusCode() == 303
    site.get("$PATH/sections/credit").statusCode() == 303

    when:
    def answers = Profiles.complete(code).collect { section, typed -> fill(site, section, typed) }

    then:
    answers*.statusCode().unique() == [303]
    progress(site.page(PATH)).unique() == ['已完成', '待填']

    when:
    def check = site.page(PATH + '/check')
    def unsure = site.submit(PATH + '/check', [:])
    def sure = site.submit(PATH + '/check', [true: 'yes'])
    def receipt = site.page(sure.headers().firstValue('Location').get())

    then:
    ['民办非企业单位', '养老', '四川省/广元市/旺苍县', '3A', '合格', '正常'].every { Site.text(check).contains(it) }
    unsure.statusCode() == 422
    Site.text(unsure.body()).contains('勾选“以上内容属实”')
    receipt =~ /SL20261124-\d{4,}/
    Site.text(site.page(PATH)).contains('正在审核')
    !site.page(PATH).contains("$PATH/sections/")
  }

  def "what is wrong is told at once, leading to the fields, and what was typed stays"() {
    given:
    def site = registered(Registering.code(++number))

    when:
    def answer = fill(site, Section.STAFF, [(Column.FULL_TIME_STAFF): ['<b>七'], (Column.ASSISTANTS): ['2'], (Column.SENIORS): ['-1']])
    def html = answer.body()

    then:
    answer.statusCode() == 422
    (html =~ /<li><a href="#([a-z-]+)">/).collect { it[1] } == ['full-time-staff', 'social-workers', 'seniors']
    Site.unescaped(html).contains('value="<b>七"')
    html.contains('value="2"')
    progress(site.page(PATH))[2] == '待填'
  }

  def "what is not finished can be kept, and gone on with later"() {
    given:
    def site = registered(Registering.code(++number))

    when:
    def answer = fill(site, Section.STAFF, [(Column.FULL_TIME_STAFF): ['大概七个']], [later: 'yes'])

    then:
    answer.statusCode() == 303
    progress(site.page(PATH))[2] == '进行中'
    site.page("$PATH/sections/staff").contains('value="大概七个"')
  }

  def "places of a name are those near the agency's own, and fields stand under what they belong to"() {
    given:
    def code = Registering.code(++number)
    def site = registered(code)
    fill(site, Section.BASIC, Profiles.complete(code)[Section.BASIC])

    when:
    fill(site, Section.SERVICE, [(Column.SERVICE_REGIONS): ['东河镇\n普济镇']], [later: 'yes'])
    def html = site.page("$PATH/sections/service")

    then:
    html.contains('四川省/广元市/旺苍县/东河镇')
    html.contains('四川省/广元市/旺苍县/普济镇')
    (html =~ /<fieldset class="check-group">\s*<legend>/).size() > 5
  }

  def "#text is kept and shown exactly"() {
    given:
    def site = registered(Registering.code(++number))

    when:
    fill(site, Section.EXPERIENCE, [(Column.EXPERIENCE): [text]])
    def html = site.page("$PATH/sections/experience")

    then:
    Site.unescaped((html =~ /(?s)<textarea[^>]*>\n?(.*?)<\/textarea>/)[0][1] as String).strip() == text
    !html.contains('<script>alert')

    where:
    text << RegisterPageSpec.NAUGHTY + ['</textarea><script>alert(1)</script>', "两行\n第二行"]
  }

  def "two people of an agency change a section at once: the second sees both and loses nothing"() {
    given:
    def one = registered(Registering.code(++number))
    def account = PortalServer.running().applicationContext.getBean(Accounts).named("gerenwu$number".toString()).get()
    def other = PortalServer.site(Role.AGENCY, "tongshi$number", account.organisation())
    def seen = other.page("$PATH/sections/experience")
    fill(one, Section.EXPERIENCE, [(Column.EXPERIENCE): ['先保存的']])

    when:
    def answer = other.post("$PATH/sections/experience", [experience: '后保存的', version: version(seen), _form: Site.token(seen)])
    def html = answer.body()

    then:
    answer.statusCode() == 409
    html.contains('后保存的</textarea>')
    Site.text(html).contains('别人保存的是： 先保存的') || Site.text(html).contains('别人保存的是：先保存的')

    when: 'they look, and decide'
    def again = other.post("$PATH/sections/experience", [experience: '先保存的，后保存的', version: version(html), _form: Site.token(html)])

    then:
    again.statusCode() == 303
    one.page("$PATH/sections/experience").contains('先保存的，后保存的</textarea>')
  }

  def "a section that was filled in for so long that the sign-in ran out is kept and sent again"() {
    given:
    def site = registered(Registering.code(++number))
    def path = "$PATH/sections/experience".toString()
    def html = site.page(path)
    def name = "gerenwu$number".toString()
    site.cookies.remove('__Host-duijie')

    when:
    def asked = site.post(path, [experience: '写了一个小时的经验', version: version(html), _form: Site.token(site.get('/sign-in').body())])
    def resumed = site.post('/sign-in', kept(asked.body()) + [name: name, password: Registering.PASSWORD])
    def stored = site.post(path, kept(resumed.body()))

    then:
    asked.statusCode() == 401
    stored.statusCode() == 303
    site.page(path).contains('写了一个小时的经验</textarea>')
  }

  def "whoever claims an agency sees how far that is, and nothing of the agency"() {
    given:
    def known = duijie.sheets.Examples.agency(id: new Agency.Id("known-${++number}"), name: '被认领的机构', creditCode: new duijie.shared.CreditCode(Registering.code(number)))
    agencies.saveAll([known])
    def site = registered(Registering.code(number), [certificate: '川民证字第9号'])

    expect:
    Site.text(site.page(PATH)).contains('民政部门正在核对')
    [PATH + '/check', PATH + '/sections/basic', PATH + '/submitted'].every { !site.page(it).contains(known.registrar()) }
  }

  def "what is typed is kept by itself, and the form goes on from there"() {
    given:
    def site = registered(Registering.code(++number))
    def path = "$PATH/sections/experience".toString()
    def html = site.page(path)

    when:
    def kept = site.post(path + '/autosave', [experience: '写到一半 <b>𠮷', version: version(html), _form: Site.token(html)])

    then:
    kept.statusCode() == 200
    Site.text(kept.body()).contains('已自动保存')
    Site.unescaped(site.page(path)).contains('写到一半 <b>𠮷</textarea>')
    progress(site.page(PATH))[5] == '进行中'

    when: 'it is gone on with, and another window with what it had before'
    def done = site.post(path, [experience: '写完了', version: version(kept.body()), _form: Site.token(html)])
    def other = site.post(path + '/autosave', [experience: '另一个窗口', version: version(html), _form: Site.token(html)])

    then:
    done.statusCode() == 303
    Site.text(other.body()).contains('没有自动保存：别人刚保存过')
    version(other.body()) == version(html)
    site.page(path).contains('写完了</textarea>')
  }

  def "a section that there is not is a page that there is not"() {
    expect:
    registered(Registering.code(++number)).get("$PATH/sections/nonsense").statusCode() == 404
  }

  private static Site registered(String code, Map more = [:]) {
    def name = "gerenwu$number".toString()
    def answer = PortalServer.site().submit('/register', [key: UUID.randomUUID(), code: code, name: '旺苍县新芽社会工作服务中心', reach: '0839-4200000', 'sign-in-name': name,
        'display-name': '办事员', password: Registering.PASSWORD, repeated: Registering.PASSWORD] + more)
    assert answer.statusCode() == 303
    PortalServer.site().signedIn(name, Registering.PASSWORD)
  }

  private static fill(Site site, Section section, Map<Column, List<String>> typed, Map more = [:]) {
    def path = "$PATH/sections/${section.name().toLowerCase()}".toString()
    def html = site.page(path)
    def fields = typed.collectEntries { column, values -> [Fields.id(column), values] }
    site.post(path, fields + [version: version(html), _form: Site.token(html)] + more)
  }

  /** What a page keeps hidden of a form. */
  private static Map<String, String> kept(String html) {
    def main = html.substring(html.indexOf('<main'))
    (main =~ /<input type="hidden" name="([^"]+)" value="([^"]*)">/).collect { [it[1], Site.unescaped(it[2] as String)] }.collectEntries()
  }

  private static String version(String html) {
    (html =~ /name="version" value="(\d+)"/)[0][1]
  }

  private static List<String> progress(String html) {
    (html =~ /class="progress-mark [a-z-]+">(.*?)</).collect { it[1] as String }
  }
}
