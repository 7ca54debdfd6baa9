package duijie.accounts.jdbc

import duijie.Alongside
import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.OneTimeCodes
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.accounts.Role
import duijie.accounts.SecondFactors
import duijie.accounts.SecondStep
import duijie.accounts.SecretToken
import duijie.accounts.SignInAttempts
import duijie.accounts.SignIns
import duijie.accounts.SigningIn
import duijie.accounts.SigningIn.Outcome
import duijie.accounts.Throttle
import duijie.database.Database
import duijie.database.TestDatabase
import io.micronaut.context.ApplicationContext
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

@Alongside('long specs')
class SigningInSpec extends Specification {

  static final String PASSWORD = '春天的旺苍河边有三棵树'
  static final String HERE = '192.0.2.7'

  @Shared Database database = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.run(database.properties())
  @Shared Accounts accounts = context.getBean(Accounts)
  @Shared PasswordHashing hashing = context.getBean(PasswordHashing)
  @Shared String hash = hashing.hash(PASSWORD)

  Instant now = Instant.parse('2026-11-24T01:00:00Z')
  Clock clock = new Clock() {
    ZoneId getZone() { ZoneId.of('Asia/Shanghai') }
    Clock withZone(ZoneId zone) { this }
    Instant instant() { now }
  }
  SigningIn signing = new SigningIn(
    accounts, hashing, context.getBean(SignIns), context.getBean(SignInAttempts), new SecondStep(context.getBean(SecondFactors), context.getBean(OneTimeCodes), clock), clock)
  Account officer = People.account(hash: hash)

  def setup() {
    accounts.add(officer)
  }

  def cleanup() {
    TestDatabase.execute(database, 'truncate organisation, account, sign_in, sign_in_attempt, known_device cascade')
  }

  def "an account comes back as it was added, and no name is taken twice"() {
    given:
    def agency = People.account(name: '手拉手', roles: [Role.AGENCY], toChange: true, state: Account.State.DISABLED)

    expect:
    accounts.any()
    accounts.add(agency)
    accounts.find(agency.id()).get() == agency
    accounts.named('手拉手').get() == agency
    accounts.of(officer.organisation().id()) == [officer]
    !accounts.add(People.account(name: '手拉手', displayName: '另一人'))
    accounts.named('手拉手').get() == agency
    accounts.named('nobody').empty
  }

  def "the right password signs in, however the name is typed; the browser is then known"() {
    when:
    def welcome = signing.signIn(' ＪｉｎｇＢａｎ ', PASSWORD, null, HERE) as Outcome.Welcome

    then:
    welcome.account() == officer
    signing.holder(welcome.token()).get() == officer
    signing.holder(SecretToken.random()).empty

    and: 'the next time in the same browser it is known by the same secret, and has a new token'
    def again = signing.signIn('jingban', PASSWORD, welcome.device(), HERE) as Outcome.Welcome
    again.device() == welcome.device()
    again.token() != welcome.token()
  }

  def "nobody learns whether a name exists: #what"() {
    given:
    accounts.add(People.account(name: 'new-one'))
    accounts.add(People.account(name: 'disabled', hash: hash, state: Account.State.DISABLED))

    expect:
    signing.signIn(name, password, null, HERE) == new Outcome.Wrong()

    where:
    what                  | name        | password
    'a wrong password'    | 'jingban'   | PASSWORD + '!'
    'an empty password'   | 'jingban'   | ''
    'nobody of this name' | 'nobody'    | PASSWORD
    'no password yet'     | 'new-one'   | PASSWORD
    'a disabled account'  | 'disabled'  | PASSWORD
    'no name'             | ''          | PASSWORD
    'a name without end'  | 'x' * 5000  | PASSWORD
    'an endless password' | 'jingban'   | 'x' * 1_000_000
  }

  def "five tries a quarter of an hour for a name from strange browsers, whether it exists or not: #name"() {
    given:
    def tries = { (1..it).collect { signing.signIn(name, 'wrong password', null, HERE) } }

    expect:
    tries(7) == [new Outcome.Wrong()] * 5 + [new Outcome.Later()] * 2

    when: 'the window has passed'
    now += Throttle.WINDOW
    then:
    tries(6) == [new Outcome.Wrong()] * 5 + [new Outcome.Later()]

    where:
    name << ['jingban', 'nobody']
  }

  def "a rival who tries wrong passwords shuts nobody out of a browser that is known"() {
    given:
    def device = (signing.signIn('jingban', PASSWORD, null, HERE) as Outcome.Welcome).device()

    when:
    10.times { signing.signIn('jingban', 'wrong password', null, '198.51.100.9') }
    then:
    signing.signIn('jingban', PASSWORD, null, HERE) == new Outcome.Later()
    signing.signIn('jingban', PASSWORD, SecretToken.random(), HERE) == new Outcome.Later()
    signing.signIn('jingban', PASSWORD, device, HERE) instanceof Outcome.Welcome

    and: 'a stolen browser has five tries as well'
    (1..6).collect { signing.signIn('jingban', 'wrong password', device, HERE) } ==
      [new Outcome.Wrong()] * 5 + [new Outcome.Later()]
  }

  def "somebody else's browser is a strange one"() {
    given:
    accounts.add(People.account(name: 'other', hash: hash))
    def device = (signing.signIn('other', PASSWORD, null, HERE) as Outcome.Welcome).device()

    expect:
    (1..6).collect { signing.signIn('jingban', 'wrong password', device, HERE) }.last() == new Outcome.Later()
  }

  def "a success clears what was counted before it"() {
    expect:
    4.times { assert signing.signIn('jingban', 'wrong password', null, HERE) == new Outcome.Wrong() }
    signing.signIn('jingban', PASSWORD, null, HERE) instanceof Outcome.Welcome
    signing.signIn('jingban', 'wrong password', null, HERE) == new Outcome.Wrong()
  }

  def "of many tries at once five are looked at"() {
    given:
    def threads = Executors.newFixedThreadPool(8)

    when:
    def outcomes = threads.invokeAll((1..40).collect {
      { -> signing.signIn('jingban', 'wrong password', null, HERE) } as Callable<Outcome>
    })*.get()
    then:
    outcomes.count(new Outcome.Wrong()) == 5
    outcomes.count(new Outcome.Later()) == 35

    cleanup:
    threads.shutdownNow()
  }

  def "half an hour of nothing, or half a day in all, ends a sign-in"() {
    given:
    def token = (signing.signIn('jingban', PASSWORD, null, HERE) as Outcome.Welcome).token()

    expect: 'as long as something is asked for now and then'
    (1..24).each {
      now += Duration.ofMinutes(29)
      assert signing.holder(token).present
    }

    when: 'twelve hours are over'
    now += Duration.ofMinutes(29)
    then:
    signing.holder(token).empty

    when:
    def idle = (signing.signIn('jingban', PASSWORD, null, HERE) as Outcome.Welcome).token()
    now += SigningIn.IDLE
    then:
    signing.holder(idle).empty
    signing.holder(idle).empty
  }

  def "signing out ends one sign-in, signing out everywhere ends all, and so does disabling"() {
    given:
    def tokens = (1..4).collect { (signing.signIn('jingban', PASSWORD, null, HERE) as Outcome.Welcome).token() }

    when:
    signing.signOut(tokens[0])
    then:
    tokens.collect { signing.holder(it).present } == [false, true, true, true]

    when:
    accounts.state(officer.id(), Account.State.DISABLED)
    then:
    tokens.every { signing.holder(it).empty }

    when:
    accounts.state(officer.id(), Account.State.ACTIVE)
    signing.signOutEverywhere(officer.id())
    then:
    tokens.every { signing.holder(it).empty }
  }

  def "a new password replaces the old one"() {
    when:
    accounts.password(officer.id(), hashing.hash('又一个足够长的密码'), true)

    then:
    signing.signIn('jingban', PASSWORD, null, HERE) == new Outcome.Wrong()
    def welcome = signing.signIn('jingban', '又一个足够长的密码', null, HERE) as Outcome.Welcome
    welcome.account().passwordToChange()
  }

  def "the database holds no secret that a browser holds"() {
    given:
    def welcome = signing.signIn('jingban', PASSWORD, null, HERE) as Outcome.Welcome

    expect:
    def all = ['account', 'sign_in', 'sign_in_attempt', 'known_device'].collect { table ->
      database.connect().withCloseable {
        def rows = it.createStatement().executeQuery("select t::text from $table t" as String)
        def texts = []
        while (rows.next()) {
          texts << rows.getString(1)
        }
        texts
      }
    }.flatten().join('\n')
    all.contains(welcome.token().hash())
    !all.contains(welcome.token().value())
    !all.contains(welcome.device().value())
    !all.contains(PASSWORD)
  }
}
