package duijie.accounts.web

import duijie.Alongside
import duijie.Camera
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator
import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.accounts.Role
import duijie.accounts.SignIns
import duijie.accounts.Throttle
import duijie.audit.AuditEntries
import duijie.demonstration.DemonstrationPeople
import duijie.portal.web.PortalServer
import duijie.portal.web.Program
import duijie.portal.web.Site
import javax.crypto.spec.SecretKeySpec
import org.apache.commons.codec.binary.Base32
import spock.lang.Shared
import spock.lang.Specification

/** The clock stands still here: each account has three codes, those of the half minutes before, now and after. */
@Alongside('long specs')
class SecondFactorPageSpec extends Specification {

  static final String PATH = '/account/second-factor'
  static final String PASSWORD = DemonstrationPeople.PASSWORD
  static final int BEFORE = -1, NOW = 0, AFTER = 1
  static int number

  @Shared Accounts accounts = PortalServer.running().applicationContext.getBean(Accounts)
  @Shared AuditEntries entries = PortalServer.running().applicationContext.getBean(AuditEntries)
  @Shared String hash = PortalServer.running().applicationContext.getBean(PasswordHashing).hash(PASSWORD)

  String name = "erci-${++number}"

  def "a telephone learns the secret from the page, and from then on a code is asked beside the password"() {
    given:
    def site = somebody()

    when:
    def offered = site.submit(PATH, [password: PASSWORD])
    def secret = secret(offered)

    then: 'as an image in the page itself, as text, and nowhere else'
    offered.headers().firstValue('Cache-Control').get() == 'no-store'
    Camera.scanned(offered.body()) == "otpauth://totp/Duijie:$name?secret=$secret&issuer=Duijie"
    !site.page(PATH).contains(secret)

    when:
    def on = site.submit(PATH, [sealed: sealed(offered), code: code(secret, BEFORE)], "$PATH/confirm")

    then:
    on.statusCode() == 200
    recoveryCodes(on).size() == 8
    newest('SWITCH_ON_SECOND_FACTOR').by().who().signInName() == name

    and: 'they are shown this once, and this browser goes on'
    Site.text(site.page(PATH)).contains('还有 8 个恢复码')
    recoveryCodes(on).every { !site.page(PATH).contains(it) }

    when: 'the right password'
    def visitor = PortalServer.site()
    def asked = visitor.submit('/sign-in', [name: name, password: PASSWORD, back: '/projects?page=2'])

    then: 'opens nothing yet'
    asked.statusCode() == 200
    Site.text(asked.body()).contains('请输入验证码')
    !visitor.cookies.containsKey('__Host-duijie')
    visitor.get('/account/password').statusCode() == 303

    when:
    def welcome = visitor.post('/sign-in/code', fields(asked) + [code: " ${full(code(secret, NOW))[0..2]} ${full(code(secret, NOW))[3..5]} ".toString()])

    then: 'the code does, however it is typed'
    welcome.statusCode() == 303
    welcome.headers().firstValue('Location').get() == '/projects?page=2'
    visitor.get('/account/password').statusCode() == 200
  }

  def "a code is taken once, and one that was used for switching on or is older is used up, too"() {
    given:
    def secret = switchedOn(somebody(), NOW)

    expect:
    given(PortalServer.site(), code(secret, NOW)) == 422
    given(PortalServer.site(), code(secret, AFTER)) == 303
    given(PortalServer.site(), code(secret, AFTER)) == 422
    given(PortalServer.site(), code(secret, BEFORE)) == 422
    newest('GIVE_SIGN_IN_CODE').subject().id() == accounts.named(name).get().id().toString()
  }

  def "a recovery code signs in once where the telephone is lost"() {
    given:
    def site = somebody()
    def codes = []
    switchedOn(site, BEFORE, codes)

    expect:
    codes.size() == 8
    given(PortalServer.site(), codes[0].toUpperCase().replace('-', ' ')) == 303
    given(PortalServer.site(), codes[0]) == 422
    newest('SIGN_IN_BY_RECOVERY_CODE').by().who().signInName() == name
    given(PortalServer.site(), codes[1]) == 303
    given(PortalServer.site(), 'aaaa-bbbb-cccc-dddd') == 422
  }

  def "password and code together have five tries from strange browsers, and right passwords forgive none"() {
    given:
    def secret = switchedOn(somebody(), BEFORE)
    def site = PortalServer.site()

    when: 'the password takes one, each code one more'
    def asked = site.submit('/sign-in', [name: name, password: PASSWORD])
    def wrong = (2..Throttle.PER_NAME).collect { site.post('/sign-in/code', fields(asked) + [code: '000000']).statusCode() }
    def late = site.post('/sign-in/code', fields(asked) + [code: code(secret, NOW)])

    then:
    wrong.every { it == 422 }
    late.statusCode() == 429
    late.headers().firstValue('Retry-After').get() == '900'
    site.submit('/sign-in', [name: name, password: PASSWORD]).statusCode() == 429
    !site.cookies.containsKey('__Host-duijie')
  }

  def "a browser that the account is known by has tries of its own"() {
    given:
    def known = somebody()
    def secret = switchedOn(known, BEFORE)
    (1..Throttle.PER_NAME).each { PortalServer.site().submit('/sign-in', [name: name, password: 'wrong-wrong-wrong']) }

    expect:
    given(PortalServer.site(), code(secret, NOW)) == 429

    and:
    known.submit('/account/password', [:], '/sign-out')
    given(known, code(secret, NOW)) == 303
  }

  def "the question for the code is worth nothing in another browser, nor after the password changed"() {
    given:
    def site = somebody()
    def secret = switchedOn(site, BEFORE)
    def one = PortalServer.site()
    def asked = one.submit('/sign-in', [name: name, password: PASSWORD])
    def other = PortalServer.site()
    def token = Site.token(other.page('/sign-in'))

    when:
    def stolen = other.post('/sign-in/code', fields(asked) + [_form: token, code: code(secret, NOW)])

    then:
    stolen.statusCode() == 422
    Site.text(stolen.body()).contains('请重新登录')

    when:
    PortalServer.running().applicationContext.getBean(SignIns).endAll(accounts.named(name).get().id())

    then:
    one.post('/sign-in/code', fields(asked) + [code: code(secret, NOW)]).statusCode() == 422
    one.post('/sign-in/code', [_form: fields(asked)._form, halfway: 'x', code: '1']).statusCode() == 422
  }

  def "a form that waits for signing in comes through both steps, and through a wrong code"() {
    given:
    def site = somebody()
    def secret = switchedOn(site, BEFORE)
    def token = Site.token(site.page('/account/password'))
    PortalServer.running().applicationContext.getBean(SignIns).endAll(accounts.named(name).get().id())
    def late = site.post('/account/password', [password: PASSWORD, chosen: '新的 密码 " 一句话', repeated: '新的 密码 " 一句话', _form: token])

    when:
    def asked = site.post('/sign-in', fields(late) + [name: name, password: PASSWORD])
    def again = site.post('/sign-in/code', fields(asked) + [code: '000000'])
    def back = site.post('/sign-in/code', fields(again) + [code: code(secret, NOW)])

    then:
    [asked, again, back]*.statusCode() == [200, 422, 200]
    Site.text(back.body()).contains('已登录，请继续提交')
    (back.body() =~ /name="(password|chosen|repeated)" value="([^"]*)"/).collect { Site.unescaped(it[2] as String) } == [PASSWORD, '新的 密码 " 一句话', '新的 密码 " 一句话']
  }

  def "switching on takes the password, and a code of the secret that was offered to this account"() {
    given:
    def site = somebody()
    def offered = site.submit(PATH, [password: PASSWORD])
    def another = somebody('-b').submit(PATH, [password: PASSWORD])

    expect:
    site.submit(PATH, [password: 'wrong-wrong-wrong']).statusCode() == 422
    site.submit(PATH, [sealed: sealed(offered), code: '000000'], "$PATH/confirm").statusCode() == 422
    site.submit(PATH, [sealed: sealed(another), code: code(secret(another), NOW)], "$PATH/confirm").statusCode() == 422
    site.submit(PATH, [sealed: 'GEZDGNBVGY3TQOJQ', code: '000000'], "$PATH/confirm").statusCode() == 422
    site.signedIn(name)
  }

  def "sent twice it is on once, and the recovery codes shown last are those that hold"() {
    given:
    def site = somebody()
    def offered = site.submit(PATH, [password: PASSWORD])

    when:
    def answers = (1..2).collect { site.submit(PATH, [sealed: sealed(offered), code: code(secret(offered), BEFORE)], "$PATH/confirm") }

    then:
    answers*.statusCode() == [200, 200]
    count('SWITCH_ON_SECOND_FACTOR') == 1
    given(PortalServer.site(), recoveryCodes(answers[0])[0]) == 422
    given(PortalServer.site(), recoveryCodes(answers[1])[0]) == 303
  }

  def "switching on ends the sign-ins of other browsers"() {
    given:
    def site = somebody()
    def other = site.signedIn(name)

    when:
    switchedOn(site, NOW)

    then:
    site.get(PATH).statusCode() == 200
    other.get(PATH).statusCode() == 303
  }

  def "it goes off, and recovery codes are replaced, by password and code alone"() {
    given:
    def site = somebody()
    def codes = []
    def secret = switchedOn(site, BEFORE, codes)

    expect: 'nothing without both'
    site.submit(PATH, [password: PASSWORD, code: '000000', deed: 'off'], "$PATH/change").statusCode() == 422
    site.submit(PATH, [password: 'wrong-wrong-wrong', code: code(secret, NOW), deed: 'off'], "$PATH/change").statusCode() == 422

    when:
    def fresh = recoveryCodes(site.submit(PATH, [password: PASSWORD, code: code(secret, NOW), deed: 'codes'], "$PATH/change"))

    then:
    fresh.size() == 8
    fresh.disjoint(codes)
    given(PortalServer.site(), codes[0]) == 422
    newest('RENEW_RECOVERY_CODES').by().who().signInName() == name

    when: 'a form that asks for nothing that there is'
    def neither = site.submit(PATH, [password: PASSWORD, code: fresh[1], deed: 'everything'], "$PATH/change")

    then: 'changes nothing'
    neither.statusCode() == 422
    count('RENEW_RECOVERY_CODES') == 1

    when:
    def off = site.submit(PATH, [password: PASSWORD, code: fresh[0], deed: 'off'], "$PATH/change")

    then:
    off.statusCode() == 303
    Site.text(site.page(PATH)).contains('两步登录已关闭')
    !Site.text(site.page(PATH)).contains('两步登录已关闭')
    newest('SWITCH_OFF_SECOND_FACTOR').by().who().signInName() == name
    site.signedIn(name)
  }

  def "who guesses codes with somebody's open browser and password is stopped"() {
    given:
    def site = somebody()
    def secret = switchedOn(site, BEFORE)

    when:
    (1..Throttle.PER_NAME).each { site.submit(PATH, [password: PASSWORD, code: '000000', deed: 'off'], "$PATH/change") }
    def answer = site.submit(PATH, [password: PASSWORD, code: code(secret, NOW), deed: 'off'], "$PATH/change")

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains('尝试的次数太多')
    Site.text(site.page(PATH)).contains('已开启')
  }

  def "#who takes it off for somebody who lost their telephone, and that person is told"() {
    given:
    def agency = People.agency(id: 'second-factor-agency', name: '某社工服务中心')
    def site = somebody('', [roles: [Role.AGENCY], organisation: agency])
    switchedOn(site, BEFORE)
    def administrator = role == Role.AGENCY_ADMINISTRATOR ? PortalServer.site(role, 'erci-guan', agency) : PortalServer.site(role)
    def id = accounts.named(name).get().id()

    when:
    def list = Site.text(administrator.page(path + (role == Role.AGENCY_ADMINISTRATOR ? '' : "?q=$name")))
    def answer = administrator.submit(path, [:], "$path/$id/second-factor")

    then:
    list.contains('取消两步登录')
    answer.statusCode() == 303
    newest('TAKE_OFF_SECOND_FACTOR').subject().id() == id.toString()
    def visitor = PortalServer.site().signedIn(name)
    Site.text(visitor.page('/messages')).contains('管理员取消了您的两步登录')

    and: 'not off oneself, and once is enough'
    def own = accounts.named(administrator.name).get().id()
    administrator.submit(path, [:], "$path/$own/second-factor").statusCode() == 404
    administrator.submit(path, [:], "$path/$id/second-factor").statusCode() == 303
    count('TAKE_OFF_SECOND_FACTOR') == 1

    where:
    who                           | role                        | path
    'the security administrator'  | Role.SECURITY_ADMINISTRATOR | '/accounts'
    'an agency’s administrator'   | Role.AGENCY_ADMINISTRATOR   | '/colleagues'
  }

  def "programs are asked for no code"() {
    given:
    def site = somebody()
    def made = site.submit('/account/tokens', [key: UUID.randomUUID(), name: '程序', days: '30'])
    def program = new Program(site.base, (made.body() =~ /<code class="given">([^<]+)</)[0][1] as String)

    when:
    switchedOn(site, BEFORE)

    then:
    program.get('/api/v1/me').statusCode() == 200
  }

  private Site somebody(String more = '', Map given = [:]) {
    def full = name + more
    accounts.add(People.account([name: full, hash: hash, organisation: People.bureau(id: "of-$full", name: '某县某局')] + given))
    PortalServer.site().signedIn(full)
  }

  /** Switches it on and tells the secret. */
  private static String switchedOn(Site site, int step, List<String> codes = []) {
    def offered = site.submit(PATH, [password: PASSWORD])
    def on = site.submit(PATH, [sealed: sealed(offered), code: code(secret(offered), step)], "$PATH/confirm")
    assert on.statusCode() == 200
    codes.addAll(recoveryCodes(on))
    secret(offered)
  }

  /** Signs in with password and this code and tells how that went. */
  private int given(Site site, String code) {
    def asked = site.submit('/sign-in', [name: name, password: PASSWORD])
    asked.statusCode() == 200 ? site.post('/sign-in/code', fields(asked) + [code: code]).statusCode() : asked.statusCode()
  }

  private static Map<String, String> fields(answer) {
    def own = answer.body().split('<form ').find { it.contains('action="/sign-in') }
    (own =~ /<input type="hidden" name="([^"]+)" value="([^"]*)"/).collect { [it[1], Site.unescaped(it[2] as String)] }.collectEntries()
  }

  private static String sealed(answer) {
    (answer.body() =~ /name="sealed" value="([^"]+)"/)[0][1]
  }

  private static String secret(answer) {
    ((answer.body() =~ /<code class="given">([A-Z2-7 ]+)</)[0][1] as String).replace(' ', '')
  }

  private static List<String> recoveryCodes(answer) {
    (answer.body() =~ /<li><code class="given">([^<]+)</).collect { it[1] as String }
  }

  private static String code(String secret, int step) {
    def generator = new TimeBasedOneTimePasswordGenerator()
    generator.generateOneTimePasswordString(new SecretKeySpec(new Base32().decode(secret), generator.algorithm), PortalServer.CLOCK.instant().plusSeconds(30 * step))
  }

  private static String full(String digits) {
    digits.codePoints().toArray().collect { Character.toString(it + 0xfee0) }.join('')
  }

  private newest(String deed) {
    entries.newest(new AuditEntries.Filter(null, deed, null, null, null, null, null), null, 1).first().entry()
  }

  /** How often this was done to the account. */
  private int count(String deed) {
    entries.newest(new AuditEntries.Filter(null, deed, null, 'account', accounts.named(name).get().id().toString(), null, null), null, 100).size()
  }
}
