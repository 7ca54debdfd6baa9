package duijie.accounts.web

import duijie.accounts.Account
import duijie.accounts.AccountAdministration
import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.audit.Actor
import duijie.audit.AuditEntries
import duijie.audit.Caller
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

class AccountsPageSpec extends Specification {

  @Shared Accounts accounts = PortalServer.running().applicationContext.getBean(Accounts)
  @Shared AuditEntries entries = PortalServer.running().applicationContext.getBean(AuditEntries)
  @Shared Site site = PortalServer.site(Role.SECURITY_ADMINISTRATOR, 'guanli', People.bureau(id: 'guanli-of', name: '管理单位'))

  def "a new account gets a password that holds for the first sign-in alone"() {
    when:
    def answer = site.submit('/accounts/new', [name: ' Xin-Ren ', display: '新来的', organisation: '', 'new-organisation': '县残联', 'new-kind': 'BUREAU', 'new-region': '四川省/广元市/旺苍县', roles: ['OFFICER', 'HEAD']])
    def password = (answer.body() =~ /<code class="given">([^<]+)</)[0][1] as String

    then:
    answer.statusCode() == 200
    password ==~ /[a-z2-9]{4}(-[a-z2-9]{4}){3}/
    with(accounts.named('xin-ren').get()) {
      displayName() == '新来的'
      organisation().name() == '县残联'
      organisation().region().value() == '510821'
      roles() == [Role.OFFICER, Role.HEAD] as Set
      passwordToChange()
    }

    and: 'it lets them in, and to nothing before they chose their own'
    PortalServer.site().signedIn('xin-ren', password).get('/').headers().firstValue('Location').get() == '/account/password'

    and: 'it is written down, without the password'
    def entry = newest('ADD_ACCOUNT').entry()
    entry.by().who().signInName() == 'guanli'
    entry.subject().id() == accounts.named('xin-ren').get().id().toString()
    entry.after().json().contains('县残联')
    !entry.after().json().contains(password)
    !entry.after().json().toLowerCase().contains('hash')
  }

  def "everything that is wrong with an account is told at once, and nothing typed is lost"() {
    when:
    def answer = site.submit('/accounts/new', [name: '有 空格', display: '', organisation: '', 'new-organisation': '', 'new-kind': 'OPERATOR'])

    then:
    answer.statusCode() == 422
    def text = Site.text(answer.body())
    ['登录名最多 60 个字，中间不能有空格', '请填写姓名', '请选择单位', '请至少选择一个角色'].every { text.contains(it) }
    answer.body().contains('value="有 空格"')
    answer.body().contains('<option value="OPERATOR" selected')
    ['name', 'display', 'organisation', 'roles'].every { answer.body().contains("href=\"#$it\"") && answer.body().contains("id=\"$it\"") }
  }

  def "#what is refused: #sentence"() {
    given:
    somebody('zhanyong')

    when:
    def answer = site.submit('/accounts/new', [name: 'bukeyi', display: '某人', organisation: '', 'new-organisation': '某局', 'new-region': '旺苍县', roles: ['OFFICER']] + given)

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains(sentence)
    accounts.named('bukeyi').isEmpty()

    where:
    what                              | given                             || sentence
    'a name that is taken'            | [name: 'ＺＨＡＮＹＯＮＧ']          || '已经有人用了'
    'an agency user of a bureau'      | [roles: ['AGENCY']]               || '社工机构的账号只能是'
    'an organisation that is not'     | [organisation: 'no-such']         || '请选择单位'
    'a very long name'                | [display: '长' * 61]              || '最多 60 个字'
    'a name that nobody sees'         | [name: '\u200b\u3164']            || '请填写登录名'
    'a person whom nobody sees'       | [display: '\u202e\u202c']         || '请填写姓名'
    'an office that nobody sees'      | ['new-organisation': '\u2800']    || '请选择单位'
    'an office that is nowhere'       | ['new-region': '']                || '请填写新单位所在的区划'
    'an office in no place there is'  | ['new-region': '亚特兰蒂斯']        || '请填写新单位所在的区划'
  }

  def "the names that people have are shown exactly and do no harm"() {
    given:
    def names = ["<script>alert(1)</script>", "=cmd|' /C calc'!A0", '\u202Egnp.exe', '𠮷䶮㛃🙂', '１２３']

    when:
    names.eachWithIndex { name, i ->
      assert site.submit('/accounts/new', [name: "naughty-$i", display: name, organisation: 'guanli-of', roles: ['OFFICER']]).statusCode() == 200
    }
    def html = site.page('/accounts?q=naughty-')

    then:
    names.every { Site.unescaped(html).contains("<bdi>$it</bdi>") }
    !html.contains('<script>alert')
  }

  def "a disabled account is out at once, and an enabled one may come back"() {
    given:
    def account = somebody('chuqu')
    def visitor = PortalServer.site().signedIn('chuqu')

    when:
    def done = site.submit('/accounts', [state: 'DISABLED'], "/accounts/${account.id()}/state")

    then: 'that is said once'
    Site.text(site.page(done.headers().firstValue('Location').get())).contains('账号已停用')
    !Site.text(site.page('/accounts')).contains('账号已停用')

    and:
    visitor.get('/account/password').statusCode() == 303
    PortalServer.site().submit('/sign-in', [name: 'chuqu', password: duijie.demonstration.DemonstrationPeople.PASSWORD]).statusCode() == 422
    with(newest('DISABLE_ACCOUNT').entry()) {
      before().json().contains('ACTIVE')
      after().json().contains('DISABLED')
    }

    when:
    site.submit('/accounts', [state: 'ACTIVE'], "/accounts/${account.id()}/state")

    then:
    PortalServer.site().signedIn('chuqu').get('/account/password').statusCode() == 200
  }

  def "of two administrators who shut each other out at the same moment one remains"() {
    given:
    def administration = PortalServer.running().applicationContext.getBean(AccountAdministration)
    def two = ['zijiren1', 'zijiren2'].collect { somebody(it) }
    def threads = Executors.newFixedThreadPool(2)

    expect:
    (1..10).every {
      two.each { accounts.state(it.id(), Account.State.ACTIVE) }
      def gate = new CyclicBarrier(2)
      [two, two.reverse()].collect { self, other ->
        def by = new Caller(new Actor(self.id().value(), self.signInName(), ['SECURITY_ADMINISTRATOR'] as Set, 'x'), '127.0.0.1', 'spec')
        threads.submit {
          gate.await()
          administration.set(other.id(), Account.State.DISABLED, by)
        }
      }*.get()
      two.collect { accounts.find(it.id()).get().state() }.sort() == [Account.State.ACTIVE, Account.State.DISABLED]
    }

    cleanup:
    threads.shutdownNow()
  }

  def "whoever forgot their password gets a new one, and the old one is worth nothing"() {
    given:
    def account = somebody('wangle')
    def visitor = PortalServer.site().signedIn('wangle')

    when:
    def answer = site.submit('/accounts', [:], "/accounts/${account.id()}/password")
    def password = (answer.body() =~ /<code class="given">([^<]+)</)[0][1] as String

    then:
    visitor.get('/account/password').statusCode() == 303
    PortalServer.site().submit('/sign-in', [name: 'wangle', password: duijie.demonstration.DemonstrationPeople.PASSWORD]).statusCode() == 422
    PortalServer.site().signedIn('wangle', password)
  }

  def "nobody shuts their own account, and no account that is not there is changed"() {
    given:
    def own = accounts.named('guanli').get()

    expect:
    site.submit('/accounts', [state: 'DISABLED'], "/accounts/${own.id()}/state").statusCode() == 404
    accounts.named('guanli').get().state() == Account.State.ACTIVE
    site.submit('/accounts', [state: 'DISABLED'], "/accounts/${UUID.randomUUID()}/state").statusCode() == 404
    site.submit('/accounts', [:], '/accounts/not-an-id/password').statusCode() == 404
    site.submit('/accounts', [state: 'NONSENSE'], "/accounts/${somebody('buguan').id()}/state").statusCode() == 404
  }

  def "accounts are found by any of their names, whatever signs are in it"() {
    given:
    somebody('zhaodao%1', displayName: '张_找到')

    expect:
    Site.text(site.page("/accounts?q=${duijie.pages.Addresses.encode(text)}")).contains('张_找到') == found

    where:
    text       || found
    '张_找'     || true
    'ZHAODAO%' || true
    '张找'      || false
    '%'        || true
    '张_\0找'   || true
  }

  private Account somebody(Map given = [:], String name) {
    if (accounts.named(name).isEmpty()) {
      def hash = PortalServer.running().applicationContext.getBean(duijie.accounts.PasswordHashing).hash(duijie.demonstration.DemonstrationPeople.PASSWORD)
      accounts.add(People.account([name: name, hash: hash, organisation: People.bureau(id: "of-$name", name: '某县某局')] + given))
    }
    accounts.named(name).get()
  }

  private AuditEntries.Written newest(String deed) {
    entries.newest(new AuditEntries.Filter(null, deed, null, null, null, null, null), null, 1).first()
  }
}
