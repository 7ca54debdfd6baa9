package duijie.accounts.web

import duijie.Alongside
import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.api.Budget
import duijie.audit.AuditEntries
import duijie.demonstration.DemonstrationPeople
import duijie.portal.web.PortalServer
import duijie.portal.web.Program
import duijie.portal.web.Site
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

@Alongside('long specs')
class TokensPageSpec extends Specification {

  static final String PATH = '/account/tokens'

  @Shared Accounts accounts = PortalServer.running().applicationContext.getBean(Accounts)
  @Shared AuditEntries entries = PortalServer.running().applicationContext.getBean(AuditEntries)
  static int number

  String name = "lingpai-${++number}"
  Site site

  def setup() {
    def hash = PortalServer.running().applicationContext.getBean(PasswordHashing).hash(DemonstrationPeople.PASSWORD)
    accounts.add(People.account(name: name, hash: hash, organisation: People.bureau(id: "of-$name", name: '某县某局')))
    site = PortalServer.site().signedIn(name)
  }

  def "a token is shown once, and a program acts with it until it is revoked"() {
    when:
    def made = make(name: '财务系统 <b>', days: '90')
    def program = new Program(site.base, secret(made))

    then: 'shown this once'
    made.statusCode() == 200
    made.headers().firstValue('Cache-Control').get() == 'no-store'
    Site.unescaped(made.body()).contains('财务系统 <b>')
    !made.body().contains('财务系统 <b>')
    !site.page(PATH).contains(program.token)
    Site.text(site.page(PATH)).contains('还没有用过')

    and: 'the program is its owner'
    def me = program.get('/api/v1/me')
    me.statusCode() == 200
    Program.json(me).signInName == name
    Program.json(me).roles == ['OFFICER']
    Site.text(site.page(PATH)).contains('最近使用：2026-11-24 10:00')

    when:
    def id = (site.page(PATH) =~ /tokens\/([0-9a-f-]{36})\/revoke/)[0][1]
    def stranger = PortalServer.site(duijie.accounts.Role.OFFICER)

    then: 'nobody else revokes it'
    stranger.submit(PATH, [:], "$PATH/$id/revoke").statusCode() == 404
    program.get('/api/v1/me').statusCode() == 200

    when:
    def revoked = site.submit(PATH, [:], "$PATH/$id/revoke")

    then: 'from then on it is worth nothing'
    revoked.statusCode() == 303
    Program.code(program.get('/api/v1/me')) == 'token-invalid'
    !site.page(PATH).contains('财务系统')

    and: 'both are written down, without the secret'
    def written = entries.newest(new AuditEntries.Filter(name, null, null, 'api-token', id, null, null), null, 9)*.entry()
    written*.deed() == ['REVOKE_API_TOKEN', 'MAKE_API_TOKEN']
    !written*.after()*.json().toString().contains(program.token)
  }

  def "a double click makes one token, and the last secret that was shown holds"() {
    given:
    def html = site.page(PATH)
    def fields = [key: (html =~ /name="key" value="([^"]+)"/)[0][1], _form: Site.token(html), name: '按了两下', days: '30']
    def threads = Executors.newFixedThreadPool(3)

    when:
    def answers = (1..3).collect { threads.submit({ site.post(PATH, fields) } as Callable) }*.get()
    def holding = answers.collect { new Program(site.base, secret(it)).get('/api/v1/me').statusCode() }

    then:
    holding.sort() == [200, 401, 401]
    (site.page(PATH) =~ /\/revoke"/).size() == 1
    entries.newest(new AuditEntries.Filter(name, 'MAKE_API_TOKEN', null, null, null, null, null), null, 9).size() == 1

    cleanup:
    threads.shutdownNow()
  }

  def "everything that is wrong with a token is told at once"() {
    when:
    def answer = make(name: ' ', days: '7')

    then:
    answer.statusCode() == 422
    ['请写明这个令牌给哪个程序用', '请选择有效期'].every { Site.text(answer.body()).contains(it) }
  }

  def "nobody holds more than twenty tokens"() {
    when:
    20.times { assert make(name: "第${it}个", days: '30').statusCode() == 200 }

    then:
    def answer = make(name: '再来一个', days: '30')
    answer.statusCode() == 422
    Site.text(answer.body()).contains('已经有 20 个')
  }

  def "what a browser keeps counts for nothing with programs"() {
    expect: 'signed in, and yet nobody'
    site.get(PATH).statusCode() == 200
    Program.code(site.get('/api/v1/me')) == 'not-signed-in'
    site.get('/api/v1/me').headers().firstValue('WWW-Authenticate').get() == 'Bearer'
  }

  def "a page is not opened by a token"() {
    given:
    def program = new Program(site.base, secret(make(name: '只用接口', days: '30')))

    expect:
    program.get('/drafts').headers().firstValue('Location').get().startsWith('/sign-in')
  }

  def "a token that is none is told so: #shown"() {
    given:
    def program = new Program(site.base)

    when:
    def answer = program.get('/api/v1/me', [Authorization: shown])

    then:
    answer.statusCode() == 401
    Program.code(answer) == 'token-invalid'
    answer.headers().firstValue('WWW-Authenticate').get() == 'Bearer error="invalid_token"'
    answer.headers().firstValue('Cache-Control').get() == 'no-store'

    where:
    shown << ['Bearer x', 'Bearer duijie_' + 'A' * 43, 'Basic YTpi', 'Bearer', 'duijie_' + 'A' * 43]
  }

  def "whoever's account is disabled, or whose password somebody else gave, has no programs either"() {
    given:
    def program = new Program(site.base, secret(make(name: '某程序', days: '30')))
    def id = accounts.named(name).get().id()

    when:
    accounts.password(id, 'given-by-somebody', true)

    then:
    Program.code(program.get('/api/v1/me')) == 'password-to-change'

    when:
    accounts.state(id, Account.State.DISABLED)

    then:
    Program.code(program.get('/api/v1/me')) == 'token-invalid'
  }

  def "a token ends for good when #what"() {
    given:
    def program = new Program(site.base, secret(make(name: '要结束的', days: '30')))
    def id = accounts.named(name).get().id()
    def administrator = PortalServer.site(duijie.accounts.Role.SECURITY_ADMINISTRATOR)

    when:
    def answer = what == 'the password is changed' ? site.submit('/account/password', [password: DemonstrationPeople.PASSWORD, chosen: '一句好记的长长的话呀', repeated: '一句好记的长长的话呀'])
        : what == 'the account is disabled' ? administrator.submit('/accounts', [state: 'DISABLED'], "/accounts/$id/state")
        : administrator.submit('/accounts', [:], "/accounts/$id/password")

    then:
    answer.statusCode() in [200, 303]
    Program.code(program.get('/api/v1/me')) == 'token-invalid'
    entries.newest(new AuditEntries.Filter(null, 'REVOKE_API_TOKEN', null, null, null, null, null), null, 1).first().entry().by().who().signInName() == (own ? name : administrator.name)

    when: 'the account is open, and its password its own'
    accounts.state(id, Account.State.ACTIVE)
    accounts.password(id, accounts.find(id).get().passwordHash(), false)

    then:
    Program.code(program.get('/api/v1/me')) == 'token-invalid'

    where:
    what                                    | own
    'the password is changed'               | true
    'somebody gives the account a password' | false
    'the account is disabled'               | false
  }

  def "signing out leaves tokens as they are"() {
    given:
    def program = new Program(site.base, secret(make(name: '照常', days: '30')))

    when:
    site.submit(PATH, [:], '/sign-out-everywhere')

    then:
    program.get('/api/v1/me').statusCode() == 200
  }

  def "who asks too much is told when to come again"() {
    given:
    def program = new Program(site.base, secret(make(name: '急性子', days: '30')))
    def budget = PortalServer.running().applicationContext.getBean(Budget)
    (Budget.PER_MINUTE - 1).times { budget.spend(accounts.named(name).get().id().toString()) }

    expect:
    program.get('/api/v1/me').statusCode() == 200
    def answer = program.get('/api/v1/me')
    answer.statusCode() == 429
    Program.code(answer) == 'too-many-requests'
    (answer.headers().firstValue('Retry-After').get() as int) in 1..60
  }

  def "what programs get wrong is told in their form: #method #path"() {
    given:
    def program = new Program(site.base, secret(make(name: '出错的', days: '30')))

    when:
    def answer = program.send(method, path, body)

    then:
    answer.statusCode() == status
    Program.code(answer) == code

    where:
    method   | path           | body || status | code
    'GET'    | '/api/nothing' | null || 404    | 'not-found'
    'GET'    | '/api'         | null || 404    | 'not-found'
    'DELETE' | '/api/v1/me'   | null || 405    | 'method-not-allowed'
    'POST'   | '/api/v1/me'   | '{}' || 405    | 'method-not-allowed'
  }

  private java.net.http.HttpResponse<String> make(Map<String, String> fields) {
    def html = site.page(PATH)
    site.post(PATH, fields + [key: (html =~ /name="key" value="([^"]+)"/)[0][1], _form: Site.token(html)])
  }

  private static String secret(java.net.http.HttpResponse<String> page) {
    (page.body() =~ /<code class="given">(duijie_[^<]+)<\/code>/)[0][1]
  }
}
