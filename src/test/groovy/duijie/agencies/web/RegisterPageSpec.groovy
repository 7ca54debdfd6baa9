package duijie.agencies.web

import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Claims
import duijie.accounts.Accounts
import duijie.agencies.Registering
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.shared.CreditCode
import duijie.sheets.Examples
import spock.lang.Shared
import spock.lang.Specification

class RegisterPageSpec extends Specification {

  static final List<String> NAUGHTY = ['<script>alert(1)</script>', "=cmd|' /C calc'!A0", '名称\u202E翻转', '𠮷野䶮㛃', '长' * 40, '１２３４５', '😀👩‍👧‍👦', '"><b>引号\'']

  @Shared Agencies agencies = PortalServer.running().applicationContext.getBean(Agencies)
  @Shared Accounts accounts = PortalServer.running().applicationContext.getBean(Accounts)
  Site site = PortalServer.site()

  def "somebody registers, sees a number, and can sign in"() {
    when:
    def answer = register(code: Registering.code(101), 'sign-in-name': 'Chunfeng', name: '春风社会工作服务中心')
    def page = site.page(answer.headers().firstValue('Location').get())

    then:
    answer.statusCode() == 303
    Site.text(page).contains('注册成功')
    page =~ /SL20261124-\d{4,}/
    site.signedIn('chunfeng', Registering.PASSWORD).page('/').contains('春风社会工作服务中心')
  }

  def "what is wrong is told at once, each leading to its field, and what was typed stays"() {
    when:
    def answer = register(code: '123', name: '𠮷<b>', 'sign-in-name': 'a b', password: 'short', repeated: 'other', reach: '')
    def html = answer.body()

    then:
    answer.statusCode() == 422
    (html =~ /<li><a href="#([a-z-]+)">/).collect { it[1] }.unique() == ['code', 'reach', 'sign-in-name', 'password', 'repeated']
    ['code', 'reach', 'sign-in-name', 'password', 'repeated'].every { html =~ /id="$it" [^>]*aria-invalid="true"/ }
    html.contains('value="123"')
    Site.unescaped(html).contains('value="𠮷<b>"')
    html.contains('value="a b"')
    !html.contains('value="short"')
  }

  def "the form that was refused makes one registration when it is mended and sent twice"() {
    given:
    def refused = register(code: Registering.code(102), name: '', 'sign-in-name': 'liangci').body()
    def key = (refused =~ /name="key" value="([^"]+)"/)[0][1]
    def mended = fields(code: Registering.code(102), name: '两次社工', 'sign-in-name': 'liangci') + [key: key, _form: Site.token(refused)]

    when:
    def answers = (1..2).collect { site.post('/register', mended) }

    then:
    answers*.statusCode() == [303, 303]
    answers*.headers()*.firstValue('Location')*.get().unique().size() == 1
    agencies.of(new CreditCode(Registering.code(102))).size() == 1
  }

  def "#name is stored and shown exactly"() {
    when:
    def answer = register(code: Registering.code(110 + number), name: name, 'sign-in-name': "naughty$number", 'display-name': name)
    def page = site.page(answer.headers().firstValue('Location').get())

    then:
    agencies.of(new CreditCode(Registering.code(110 + number)))*.name() == [name]
    accounts.named("naughty$number".toString()).get().displayName() == name
    Site.unescaped(page).contains("<bdi>$name</bdi>")
    !page.contains('<script>alert') && !page.contains('<b>引号')

    where:
    name << NAUGHTY
    number = NAUGHTY.indexOf(name)
  }

  def "a name of which nobody sees anything is none"() {
    when:
    def answer = register(code: Registering.code(140), name: '\u200b\u2060', 'sign-in-name': 'kanbujian', 'display-name': '\u3164\u202e')

    then:
    answer.statusCode() == 422
    (answer.body() =~ /<li><a href="#([a-z-]+)">/).collect { it[1] }.unique() == ['name', 'display-name']
    agencies.of(new CreditCode(Registering.code(140))).empty
  }

  def "an agency of the list is claimed"() {
    given:
    def known = Examples.agency(id: new Agency.Id('claimed/1 一'), name: '名录里的机构', creditCode: new CreditCode(Registering.code(130)))
    agencies.saveAll([known])

    when:
    def asked = register(code: Registering.code(130), 'sign-in-name': 'renling')
    def answer = register(code: Registering.code(130), 'sign-in-name': 'renling', certificate: '川民证字0130号')

    then:
    asked.statusCode() == 422
    asked.body().contains('href="#certificate"')
    Site.text(asked.body()).contains('“名录里的机构”已经在平台的名录里')
    Site.text(site.page(answer.headers().firstValue('Location').get())).contains('认领申请已收到')
    PortalServer.running().applicationContext.getBean(Claims).waiting().any { it.agency() == known.id() }
  }

  def "whoever asks for a receipt that there is not is led to where one registers"() {
    expect:
    site.get("/register/done$query").headers().firstValue('Location').get() == '/register'

    where:
    query << ['', '?key=', '?key=nonsense', "?key=${UUID.randomUUID()}"]
  }

  def "the menu offers it to whoever has not signed in"() {
    expect:
    site.page('/').contains('href="/register"')
    !PortalServer.site(duijie.accounts.Role.OFFICER).page('/').contains('href="/register"')
  }

  private register(Map changes) {
    site.submit('/register', fields(changes) + [key: UUID.randomUUID()])
  }

  private static Map fields(Map changes) {
    [code: Registering.code(100), name: '示例社工', reach: '0839-4200000', 'sign-in-name': 'shili', 'display-name': '办事员甲',
     password: Registering.PASSWORD, repeated: Registering.PASSWORD, certificate: '', note: ''] + changes
  }
}
