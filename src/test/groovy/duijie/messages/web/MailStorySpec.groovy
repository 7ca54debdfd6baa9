package duijie.messages.web

import duijie.Alongside
import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import duijie.MovableClock
import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.PasswordHashing
import duijie.accounts.PasswordRecovery
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Registering
import duijie.agencies.Registration
import duijie.audit.AuditEntries
import duijie.database.TestDatabase
import duijie.demonstration.DemonstrationPeople
import duijie.messages.MailAddress
import duijie.messages.Mailboxes
import duijie.messages.Messages
import duijie.messages.News
import duijie.messages.Outbox
import duijie.messages.Postman
import duijie.messages.Mailing
import duijie.messages.To
import duijie.messages.smtp.SmtpServers
import duijie.portal.Browser
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** A site that sends mail, and a mail server that takes it. */
@Alongside('another browser')
class MailStorySpec extends Specification {

  static final String NEW_PASSWORD = '米仓山上的新路又平又长'

  @Shared GreenMail green = new GreenMail(new ServerSetup(0, '127.0.0.1', ServerSetup.PROTOCOL_SMTP))
  @Shared MovableClock clock = new MovableClock()
  @Shared @AutoCleanup ApplicationContext context
  @Shared Accounts accounts
  @Shared Postman postman
  @Shared String base

  def setupSpec() {
    green.start()
    context = ApplicationContext.builder().properties(TestDatabase.properties() + ['micronaut.server.port': -1, 'duijie.smtp.host': '127.0.0.1',
        'duijie.smtp.port': green.smtp.port, 'duijie.smtp.security': 'none', 'duijie.mail.from': 'noreply@example.org', 'duijie.site': 'http://localhost/']).singletons(clock).start()
    base = context.getBean(EmbeddedServer).start().URL
    accounts = context.getBean(Accounts)
    postman = new Postman(context.getBean(Outbox), SmtpServers.of(context.getBean(Mailing).settings(), clock), clock)
  }

  def cleanupSpec() {
    green.stop()
  }

  def setup() {
    green.purgeEmailFromAllMailboxes()
    clock.pass(Duration.ofHours(1))
  }

  def "somebody registers an address, confirms it, and gets messages there until they want no more"() {
    given:
    def account = somebody('shouxin')
    def site = signedIn('shouxin')

    when: 'nothing is changed without the password'
    def refused = site.submit('/account/mail', [address: 'shouxin@example.org', wanted: 'true', password: 'wrong'])

    then:
    refused.statusCode() == 422
    boxes().find(account.id()).isEmpty()

    when:
    site.submit('/account/mail', [address: ' ｓｈｏｕｘｉｎ@example.org ', wanted: 'true', password: DemonstrationPeople.PASSWORD])
    def link = link(mails()[0])

    then: 'the link alone changes nothing; a button does, on whatever device'
    Site.text(site.page('/account/mail')).contains('还没有确认')
    new Site(base).page(link).contains('shouxin@example.org')
    !boxes().find(account.id()).get().confirmed()

    when:
    def confirmed = follow(new Site(base), link, [:])

    then:
    confirmed.statusCode() == 200
    boxes().find(account.id()).get().confirmed()
    follow(new Site(base), link, [:], false).statusCode() == 410
    deeds(account).containsAll(['CHANGE_MAILBOX', 'CONFIRM_MAILBOX'])

    when:
    tell(account, 'one', '有人答疑了')

    then:
    mails()*.subject == ['【对接】有人答疑了']

    when:
    site.submit('/account/mail', [address: 'shouxin@example.org', password: DemonstrationPeople.PASSWORD])
    tell(account, 'two', '又有人答疑了')

    then: 'it is in the site alone, and the address is confirmed still'
    mails() == []
    context.getBean(Messages).unread(account.id()) == 2
    boxes().find(account.id()).get().confirmed()
  }

  def "the old address is told when there is another, and links that were sent there are worth nothing"() {
    given:
    def account = confirmed('banjia', 'old@example.org')
    ask('banjia')
    def old = link(mails()[0])

    when:
    signedIn('banjia').submit('/account/mail', [address: 'new@example.org', wanted: 'true', password: DemonstrationPeople.PASSWORD])

    then:
    mails().collectEntries { [it.allRecipients[0].toString(), it.subject] } == ['new@example.org': '【对接】请确认邮箱', 'old@example.org': '【对接】邮箱已经改过']
    new Site(base).get(old).statusCode() == 410
    !boxes().find(account.id()).get().confirmed()
  }

  def "nobody's mailbox is flooded with links, whoever asks for them"() {
    given:
    somebody('fan-1')
    somebody('fan-2')

    when:
    ['fan-1', 'fan-2'].each { name ->
      def site = signedIn(name)
      4.times { site.submit('/account/mail', [address: 'victim@example.org', password: DemonstrationPeople.PASSWORD]) }
    }

    then:
    mails().size() == 5
  }

  def "whoever registers an agency with a mail address is asked to confirm it"() {
    when:
    def outcome = context.getBean(Registration).register(Registering.request(code: Registering.code(700), signInName: 'zhuce', reach: 'zhuce@example.org'), '192.0.2.70', Registering.STRANGER)

    then:
    outcome instanceof Registration.Outcome.Accepted
    mails()*.subject == ['【对接】请确认邮箱']
  }

  def "whoever forgot their password gets a link, once, and their other sign-ins end"() {
    given:
    def account = confirmed('wangji', 'wangji@example.org')
    def elsewhere = signedIn('wangji')
    ask('wangji')
    def letter = mails()[0]
    def link = link(letter)
    def site = new Site(base)

    expect:
    letter.allRecipients*.toString() == ['wangji@example.org']
    site.page(link).contains('wangji')

    when: 'a password that will not do leaves the link as it was'
    def faulty = follow(site, link, [chosen: '12345', repeated: '12345'])
    def different = follow(site, link, [chosen: NEW_PASSWORD, repeated: NEW_PASSWORD + '!'])

    then:
    faulty.statusCode() == 422
    different.statusCode() == 422
    elsewhere.get('/account/password').statusCode() == 200

    when:
    def done = follow(site, link, [chosen: NEW_PASSWORD, repeated: NEW_PASSWORD])

    then:
    done.statusCode() == 200
    elsewhere.get('/account/password').statusCode() == 303
    new Site(base).submit('/sign-in', [name: 'wangji', password: DemonstrationPeople.PASSWORD]).statusCode() == 422
    new Site(base).signedIn('wangji', NEW_PASSWORD)
    site.get(link).statusCode() == 410
    follow(site, link, [chosen: NEW_PASSWORD + '2', repeated: NEW_PASSWORD + '2'], false).statusCode() == 410
    deeds(account).contains('RESET_PASSWORD')
    deeds(account).contains('ASK_FOR_PASSWORD')
  }

  def "who asks is told the same whether somebody has the name or not, and nothing is done meanwhile"() {
    given:
    confirmed('zhenyou', 'zhenyou@example.org')
    somebody('meiyouxiang')
    def site = new Site(base)

    when:
    def answers = ['zhenyou', 'meiyouxiang', 'no-such-name', '<script>'].collect { site.submit('/password/forgotten', [name: it]) }

    then:
    answers*.statusCode().unique() == [200]
    answers*.body().unique().size() == 1
    postman.round() == 0

    when: 'it is seen to afterwards'
    4.times { assert context.getBean(PasswordRecovery).seeToNext() }

    then:
    !context.getBean(PasswordRecovery).seeToNext()
    mails()*.allRecipients*.getAt(0)*.toString() == ['zhenyou@example.org']
  }

  def "a link works half an hour, and not for an account that is shut, nor after the password was changed otherwise: #what"() {
    given:
    def account = confirmed(name, "$name@example.org")
    ask(name)
    def link = link(mails()[0])

    expect:
    new Site(base).get(link).statusCode() == 200

    when:
    change(this, account)

    then:
    new Site(base).get(link).statusCode() == 410
    follow(new Site(base), link, [chosen: NEW_PASSWORD, repeated: NEW_PASSWORD], false).statusCode() == 410

    where:
    what        | name     | change
    'late'      | 'wan-1'  | { spec, whose -> spec.clock.pass(Duration.ofMinutes(30)) }
    'shut'      | 'wan-2'  | { spec, whose -> spec.accounts.state(whose.id(), Account.State.DISABLED) }
    'changed'   | 'wan-3'  | { spec, whose -> assert spec.context.getBean(duijie.accounts.Passwords).choose(whose, '另一个特别好记的长密码', Registering.STRANGER) == [] }
    'given'     | 'wan-4'  | { spec, whose -> spec.context.getBean(duijie.accounts.Passwords).give(whose.id(), Registering.STRANGER) }
  }

  def "a rival who tries wrong passwords keeps nobody from a new one, nor from signing in with it"() {
    given:
    confirmed('duishou', 'duishou@example.org')
    def rival = new Site(base)
    8.times { rival.submit('/sign-in', [name: 'duishou', password: "wrong-$it"]) }
    def site = new Site(base)

    expect:
    site.submit('/sign-in', [name: 'duishou', password: DemonstrationPeople.PASSWORD]).statusCode() == 429

    when:
    ask('duishou', site)
    follow(site, link(mails()[0]), [chosen: NEW_PASSWORD, repeated: NEW_PASSWORD])

    then:
    site.submit('/sign-in', [name: 'duishou', password: NEW_PASSWORD]).statusCode() == 303
    rival.submit('/sign-in', [name: 'duishou', password: 'wrong']).statusCode() == 429
  }

  def "one may not ask without end, for a name that somebody has or for another"() {
    given:
    confirmed('chongfu', 'chongfu@example.org')

    expect:
    ['chongfu', 'no-one-has-this'].every { name ->
      (1..5).collect { new Site(base).submit('/password/forgotten', [name: name]).statusCode() } == [200, 200, 200, 429, 429]
    }
  }

  def "of two who follow a link at once one chooses the password"() {
    given:
    confirmed('lianci', 'lianci@example.org')
    ask('lianci')
    def link = link(mails()[0])
    def pool = Executors.newFixedThreadPool(4)
    def sites = (1..4).collect { new Site(base) }
    def tokens = sites.collect { Site.token(it.page(link)) }

    when:
    def answers = pool.invokeAll((0..3).collect { i ->
      { -> sites[i].post('/password/new', [_form: tokens[i], token: link.split('=')[1], chosen: NEW_PASSWORD + i, repeated: NEW_PASSWORD + i]).statusCode() } as Callable
    })*.get()

    then:
    answers.count(200) == 1
    answers.count(410) == 3

    cleanup:
    pool.shutdownNow()
  }

  def "the service itself takes the mail round, and answers who forgot their password"() {
    given:
    confirmed('zidong', 'zidong@example.org')
    def end = context.getBean(duijie.server.MailRound).start()

    when:
    new Site(base).submit('/password/forgotten', [name: 'zidong'])

    then:
    green.waitForIncomingEmail(10_000, 1)
    green.receivedMessages[0].subject == '【对接】换新密码'

    cleanup:
    end?.run()
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "the pages that lead to a new password and to mail shut nobody out"() {
    given:
    def account = confirmed('liulan', 'liulan@example.org')
    ask('liulan')
    def browser = new Browser(base.replace('127.0.0.1', 'localhost'))
    def wrong = []
    def look = { String name -> wrong.addAll(browser.look("mail-$name")) }

    when: 'a new password'
    browser.open('/password/forgotten')
    look('forgotten')
    browser.find('#name').sendKeys('liulan')
    browser.click('main .btn-primary') { browser.findAll('#name').isEmpty() }
    look('forgotten-asked')
    browser.open(link(mails()[0]))
    look('new-password')
    ['chosen', 'repeated'].each { browser.find("#$it").sendKeys('short') }
    browser.click('main .btn-primary') { browser.findAll('.problems').size() == 1 }
    look('new-password-wrong')
    ['chosen', 'repeated'].each { browser.find("#$it").sendKeys(NEW_PASSWORD) }
    browser.click('main .btn-primary') { browser.title() == '密码已换好' }
    look('new-password-done')

    and: 'another address'
    browser.signIn('liulan', NEW_PASSWORD)
    browser.open('/account/mail')
    look('mailbox')
    browser.find('#address').clear()
    browser.find('#address').sendKeys('liulan-2@example.org')
    browser.find('#password').sendKeys('wrong')
    browser.click('main .btn-primary') { browser.findAll('.problems').size() == 1 }
    look('mailbox-wrong')
    browser.find('#password').sendKeys(NEW_PASSWORD)
    browser.click('main .btn-primary') { browser.text('.done').startsWith('已保存') }
    look('mailbox-saved')
    browser.open(link(mails().find { it.subject.contains('请确认') }))
    look('confirm-mail')
    browser.click('main .btn-primary') { browser.title() == '邮箱已确认' }

    then:
    wrong == []
    boxes().find(account.id()).get().confirmed()

    cleanup:
    browser?.close()
  }

  def "where the site sends no mail it says whom to ask, and keeps none for later"() {
    given:
    def site = PortalServer.site(Role.ORGANIZER, 'wuxin', People.bureau(id: 'messages-bureau'))
    def without = PortalServer.running().applicationContext
    def person = without.getBean(Accounts).named('wuxin').get()

    when:
    site.submit('/account/mail', [address: 'wuxin@example.org', wanted: 'true', password: DemonstrationPeople.PASSWORD])
    without.getBean(Messages).tell(new To.Person(person.id()), new News(News.Kind.QUESTION, 'x', '有人答疑', '', null), without.getBean(Mailing).on(), clock.instant())

    then:
    !PortalServer.site().page('/password/forgotten').contains('action="/password/forgotten"')
    Site.text(PortalServer.site().page('/password/forgotten')).contains('请联系本单位的账号管理员')
    !without.getBean(Outbox).due(clock.instant().plusSeconds(86_400 * 365))
  }

  def "what is no mail address is refused: #typed"() {
    expect:
    MailAddress.of(typed).isEmpty()

    where:
    typed << ['', 'nobody', 'a@b', 'a b@example.org', 'a@example.org\r\nBcc: x@example.org', '"a"@example.org', 'a@example.org,b@example.org', '张三@example.org',
              'a@-example.org', '.a@example.org', 'a' * 120 + '@example.org', '<a@example.org>']
  }

  private Account somebody(String name) {
    def account = People.account(name: name, organisation: People.bureau(id: "of-$name"), hash: context.getBean(PasswordHashing).hash(DemonstrationPeople.PASSWORD))
    accounts.add(account)
    account
  }

  private Account confirmed(String name, String address) {
    def account = somebody(name)
    boxes().give(account.id(), new MailAddress(address), true)
    boxes().confirm(account.id(), new MailAddress(address), clock.instant())
    account
  }

  private Mailboxes boxes() {
    context.getBean(Mailboxes)
  }

  private Site signedIn(String name) {
    new Site(base).signedIn(name)
  }

  private void tell(Account account, String about, String subject) {
    context.getBean(Messages).tell(new To.Person(account.id()), new News(News.Kind.QUESTION, about, subject, '正文', '/messages'), true, clock.instant())
  }

  private void ask(String name, Site site = new Site(base)) {
    assert site.submit('/password/forgotten', [name: name]).statusCode() == 200
    while (context.getBean(PasswordRecovery).seeToNext()) {
      // there may be more
    }
  }

  /** Takes the mail round and says what came. */
  private List mails() {
    green.purgeEmailFromAllMailboxes()
    postman.round()
    green.receivedMessages as List
  }

  private static String link(letter) {
    ((letter.content as String) =~ /http:\/\/localhost(\/\S+)/)[0][1]
  }

  /** Opens a link and sends the form that it shows, or one as it would be shown. */
  private def follow(Site site, String link, Map fields, boolean shown = true) {
    def (path, token) = [link.split(/\?/)[0], link.split('=')[1]]
    site.submit(shown ? link : '/sign-in', fields + [token: token], path)
  }

  private List<String> deeds(Account account) {
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(null, null, null, 'account', account.id().toString(), null, null), null, 50)*.entry()*.deed()
  }
}
