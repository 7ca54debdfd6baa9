package duijie.messages.jdbc

import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.Organisation
import duijie.accounts.People
import duijie.accounts.Role
import duijie.database.TestDatabase
import duijie.messages.Message
import duijie.messages.Messages
import duijie.messages.Messenger
import duijie.messages.News
import io.micronaut.context.ApplicationContext
import io.micronaut.data.jdbc.runtime.JdbcOperations
import io.micronaut.transaction.TransactionOperations
import io.micronaut.transaction.TransactionDefinition
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class MessengerSpec extends Specification {

  static final Clock CLOCK = Clock.fixed(Instant.parse('2026-11-24T02:00:00Z'), ZoneId.of('Asia/Shanghai'))

  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.builder().properties(TestDatabase.properties()).singletons(CLOCK).start()
  @Shared Accounts accounts = context.getBean(Accounts)
  @Shared Messages messages = context.getBean(Messages)
  @Shared Messenger messenger = context.getBean(Messenger)
  @Shared TransactionOperations transactions = context.getBean(TransactionOperations)

  /** Two bureaus and an agency, each with an officer or agency user of its own name. */
  @Shared Map<String, Account> people = [
      officer : [People.bureau(id: 'b-1'), [Role.OFFICER]],
      head    : [People.bureau(id: 'b-1'), [Role.HEAD, Role.OFFICER]],
      other   : [People.bureau(id: 'b-2'), [Role.HEAD]],
      agency  : [People.agency(id: 'a-1'), [Role.AGENCY]],
      second  : [People.agency(id: 'a-1'), [Role.AGENCY]],
      shut    : [People.agency(id: 'a-1'), [Role.AGENCY], Account.State.DISABLED],
  ].collectEntries { name, is ->
    def account = People.account(name: name, organisation: is[0] as Organisation, roles: is[1], state: is[2] ?: Account.State.ACTIVE)
    accounts.add(account)
    [name, account]
  }

  def "#whom are told, and nobody else"() {
    when:
    within { tell(messenger, news(about: whom)) }

    then:
    people.findAll { name, account -> of(account).any { it.news().about() == whom } }.keySet() == told as Set

    where:
    whom                             | tell                                                           || told
    'one person'                     | { m, n -> m.tell(people.officer.id(), n) }                      || ['officer']
    'those of an organisation'       | { m, n -> m.tell(people.agency.organisation().id(), n) }        || ['agency', 'second']
    'those of a role'                | { m, n -> m.tell(Role.HEAD, n) }                                || ['head', 'other']
    'those of a role in one bureau'  | { m, n -> m.tell(Role.OFFICER, people.head.organisation().id(), n) } || ['officer', 'head']
    'whoever has a shut account'     | { m, n -> m.tell(people.shut.id(), n) }                         || []
  }

  def "what is told is kept exactly"() {
    given:
    def told = news(about: 'exactly', subject: '𠮷䶮㛃🙂 \u202Egnp.exe', text: "第一行\n=cmd|' /C calc'!A0\n<script>alert(1)</script>")

    when:
    within { messenger.tell(people.officer.id(), told) }

    then:
    with(of(people.officer).find { it.news().about() == 'exactly' }) {
      news() == told
      toldAt() == CLOCK.instant()
      unread()
    }
  }

  def "nobody is told of what was not committed"() {
    when:
    within {
      messenger.tell(people.officer.id(), news(about: 'undone'))
      throw new IllegalStateException('it went wrong')
    }

    then:
    thrown(IllegalStateException)
    !of(people.officer).any { it.news().about() == 'undone' }
  }

  def "nobody can be told outside a transaction"() {
    when:
    messenger.tell(people.officer.id(), news(about: 'alone'))

    then:
    thrown(Exception)
    !of(people.officer).any { it.news().about() == 'alone' }
  }

  def "however many try to tell the same at once, each is told once, and none of them fails"() {
    given:
    def pool = Executors.newFixedThreadPool(6)
    def about = 'the same'

    when:
    pool.invokeAll((1..24).collect { i ->
      { -> within { messenger.tell(i % 2 ? Role.HEAD : Role.OFFICER, news(about: about)) } } as Callable
    })*.get()

    then:
    [people.officer, people.head, people.other].every { account -> of(account).count { it.news().about() == about } == 1 }

    cleanup:
    pool.shutdownNow()
  }

  def "those come first that were not opened, then the newest, of one kind if wanted"() {
    given:
    def person = somebody()
    within {
      ['1', '2', '3', '4'].each { messenger.tell(person.id(), news(about: it, subject: it, kind: it == '3' ? News.Kind.QUESTION : News.Kind.REVIEW)) }
    }
    messages.read(person.id(), of(person).find { it.news().about() == '4' }.id(), CLOCK.instant())

    expect:
    of(person)*.news()*.about() == ['3', '2', '1', '4']
    messages.of(person.id(), null, 1, 2)*.news()*.about() == ['2', '1']
    messages.of(person.id(), News.Kind.QUESTION, 0, 10)*.news()*.about() == ['3']
    [messages.count(person.id(), null), messages.count(person.id(), News.Kind.QUESTION), messages.unread(person.id())] == [4, 1, 3]
  }

  def "the time of the first reading stays, and nobody reads for another"() {
    given:
    def person = somebody()
    within { messenger.tell(person.id(), news(about: 'once')) }
    def message = of(person).first()

    when:
    messages.read(people.officer.id(), message.id(), CLOCK.instant())
    messages.readAll(people.officer.id(), CLOCK.instant())

    then:
    messages.find(people.officer.id(), message.id()).isEmpty()
    messages.find(person.id(), message.id()).get().unread()

    when:
    messages.read(person.id(), message.id(), CLOCK.instant())
    messages.read(person.id(), message.id(), CLOCK.instant().plusSeconds(60))

    then:
    messages.find(person.id(), message.id()).get().readAt() == CLOCK.instant()
  }

  def "whoever has seen all has not seen what came later"() {
    given:
    def person = somebody()
    within { messenger.tell(person.id(), news(about: 'seen')) }

    expect:
    messages.readAll(person.id(), CLOCK.instant().minusSeconds(1))
    messages.unread(person.id()) == 1

    when:
    messages.readAll(person.id(), CLOCK.instant())

    then:
    messages.unread(person.id()) == 0
  }

  private Account somebody() {
    def account = People.account(name: UUID.randomUUID().toString(), organisation: People.bureau(id: 'b-3'), roles: [Role.ORGANIZER])
    accounts.add(account)
    account
  }

  private List<Message> of(Account account) {
    messages.of(account.id(), null, 0, 100)
  }

  private static News news(Map given) {
    new News((given.kind ?: News.Kind.REVIEW) as News.Kind, given.about as String, (given.subject ?: '标题') as String, (given.text ?: '') as String, '/messages')
  }

  private def within(Closure<?> work) {
    transactions.execute(TransactionDefinition.DEFAULT) { work() }
  }
}
