package duijie.messages.jdbc

import duijie.MovableClock
import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.messages.Mail
import duijie.messages.MailAddress
import duijie.messages.MailServer
import duijie.messages.Outbox
import duijie.messages.Postman
import io.micronaut.context.ApplicationContext
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class PostmanSpec extends Specification {

  @Shared MovableClock clock = new MovableClock()
  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context =
      ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties()).singletons(clock).start()
  @Shared Outbox outbox = context.getBean(Outbox)
  @Shared Account person = People.account(name: 'reader')
  Server server = new Server()
  Postman postman = new Postman(outbox, server, clock)

  def setupSpec() {
    context.getBean(Accounts).add(person)
  }

  def cleanup() {
    TestDatabase.execute(owned, 'truncate mail')
  }

  def "what is taken is sent once, and nothing of what it said is kept"() {
    given:
    outbox.add(mail('一'), clock.instant())
    outbox.add(mail('二'), clock.instant())

    expect:
    postman.round() == 2
    postman.round() == 0
    server.taken*.subject() == ['一', '二']
    rows('select text, link from mail where sent_at is not null') == [['', null], ['', null]]
  }

  def "what was taken is not handed over again though nobody could note it"() {
    given: 'a database that fails in the moment after'
    outbox.add(mail('一'), clock.instant())
    boolean fails = true
    def failing = [due : { now -> outbox.due(now) },
                   next: { now, sending -> outbox.next(now) { mail ->
                     def result = sending.apply(mail)
                     if (fails) { throw new IllegalStateException('the database is gone') }
                     result
                   } }] as Outbox
    def postman = new Postman(failing, server, clock)

    when:
    postman.round()

    then:
    thrown(IllegalStateException)
    server.taken.size() == 1
    rows('select sent_at from mail') == [[null]]

    when:
    fails = false
    postman.round()

    then:
    server.taken.size() == 1
    rows('select count(*) from mail where sent_at is not null') == [[1L]]
  }

  def "of several postmen no two take the same mail"() {
    given:
    60.times { outbox.add(mail("$it"), clock.instant()) }
    def pool = Executors.newFixedThreadPool(4)

    when:
    pool.invokeAll((1..4).collect { { -> new Postman(outbox, server, clock).round() } as Callable })*.get()

    then:
    server.taken*.subject().sort() == (0..59).collect { "$it" as String }.sort()

    cleanup:
    pool.shutdownNow()
  }

  def "what is not taken now is tried again later and later, and then given up"() {
    given:
    outbox.add(mail('一'), clock.instant())
    server.answers = { new MailServer.Answer.NotNow('451 later') }
    def waits = []

    when:
    Postman.MOST_ATTEMPTS.times {
      assert postman.round() == 1
      assert postman.round() == 0
      def due = rows('select due_at from mail where given_up_at is null')
      if (due) {
        waits << Duration.between(clock.instant(), due[0][0].toInstant()).toMinutes()
        clock.now = due[0][0].toInstant()
      }
    }

    then:
    waits == [1, 2, 4, 8, 16, 32, 64, 128, 256]
    rows('select attempts, problem, text from mail where given_up_at is not null') == [[10, '451 later', '']]
    postman.round() == 0
  }

  def "what is refused for good is given up at once, and the next one goes"() {
    given:
    outbox.add(mail('一'), clock.instant())
    outbox.add(mail('二'), clock.instant())
    server.answers = { it.subject() == '一' ? new MailServer.Answer.Refused('550 nobody') : null }

    expect:
    postman.round() == 2
    server.taken*.subject() == ['二']
    rows('select problem from mail where given_up_at is not null') == [['550 nobody']]
  }

  def "where nobody is reached nothing is lost, and nothing counts against a mail"() {
    given:
    outbox.add(mail('一'), clock.instant())
    server.reachable = false

    when:
    postman.round()

    then:
    thrown(MailServer.Unreachable)
    rows('select attempts from mail') == [[0]]

    when:
    server.reachable = true

    then:
    postman.round() == 1
    server.taken.size() == 1
  }

  def "a mail that the server stumbles over lets the others go first"() {
    given:
    outbox.add(mail('一'), clock.instant())
    outbox.add(mail('二'), clock.instant())
    server.answers = {
      if (it.subject() == '一') { throw new MailServer.Unreachable(new IOException('closed')) }
      null
    }

    when:
    postman.round()

    then:
    thrown(MailServer.Unreachable)

    when:
    postman.round()

    then:
    server.taken*.subject() == ['二']
  }

  def "what has become useless is not sent"() {
    given:
    outbox.add(mail('一', clock.instant().plusSeconds(60)), clock.instant())
    clock.pass(Duration.ofMinutes(1))

    expect:
    postman.round() == 1
    server.taken.isEmpty()
    rows('select problem, text from mail where given_up_at is not null') == [['expired', '']]
  }

  def "what ended long ago is forgotten, and what waits is not"() {
    given:
    outbox.add(mail('一'), clock.instant())
    postman.round()
    outbox.add(mail('二'), clock.instant())
    clock.pass(Duration.ofDays(2))

    when:
    outbox.forget(clock.instant())

    then:
    rows('select subject from mail') == [['二']]
  }

  private Mail mail(String subject, java.time.Instant expires = null) {
    new Mail(UUID.randomUUID(), person.id(), new MailAddress('reader@example.org'), subject, '正文', '/messages', expires, 0)
  }

  private List<List> rows(String sql) {
    owned.connect().withCloseable { connection ->
      def found = []
      def rows = connection.createStatement().executeQuery(sql)
      while (rows.next()) {
        found << (1..rows.metaData.columnCount).collect { rows.getObject(it) }
      }
      found
    }
  }

  /** A mail server that answers as it is told. */
  static class Server implements MailServer {

    final List<Mail> taken = new CopyOnWriteArrayList<>()
    boolean reachable = true
    Closure<MailServer.Answer> answers = { null }

    @Override
    MailServer.Connection open() throws MailServer.Unreachable {
      if (!reachable) {
        throw new MailServer.Unreachable(new IOException('nobody there'))
      }
      new MailServer.Connection() {
        @Override
        MailServer.Answer send(Mail mail) {
          def answer = answers(mail)
          if (answer == null) {
            taken << mail
          }
          answer ?: new MailServer.Answer.Taken()
        }

        @Override
        void close() {}
      }
    }
  }
}
