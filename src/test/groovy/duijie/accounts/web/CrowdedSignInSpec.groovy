package duijie.accounts.web

import duijie.Alongside
import duijie.LongRun
import duijie.accounts.Accounts
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.accounts.Throttle
import duijie.demonstration.DemonstrationPeople
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Shared
import spock.lang.Specification

/** Many at the door at once: people who belong there, and somebody who guesses. */
@Alongside('long specs')
class CrowdedSignInSpec extends Specification {

  @Shared Accounts accounts = PortalServer.running().applicationContext.getBean(Accounts)
  @Shared String hash = PortalServer.running().applicationContext.getBean(PasswordHashing).hash(DemonstrationPeople.PASSWORD)

  def "fifty sign in at once from one office, and other pages answer meanwhile"() {
    expect:
    crowd('crowd', 50)
  }

  @LongRun
  def "two hundred sign in at once from one office, and other pages answer meanwhile"() {
    expect:
    crowd('throng', 200)
  }

  private boolean crowd(String name, int size) {
    (1..size).each { accounts.add(People.account(name: "$name-$it", hash: hash)) }
    def doors = (1..size).collect { PortalServer.site() }
    def tokens = doors.collect { Site.token(it.get('/sign-in').body()) }
    def together = new CountDownLatch(1)
    def waiting = new AtomicInteger(size)
    def threads = Executors.newCachedThreadPool()
    def reader = PortalServer.site()
    def signingIn = (1..size).collect { n ->
      threads.submit({
        together.await()
        def answer = doors[n - 1].post('/sign-in', [name: "$name-$n", password: DemonstrationPeople.PASSWORD, _form: tokens[n - 1]])
        waiting.decrementAndGet()
        answer.statusCode()
      } as Callable<Integer>)
    }
    together.countDown()
    def read = []
    while (waiting.get() > 0) {
      read << ['/', '/projects', '/agencies', '/projects/P-001'].collect { reader.get(it).statusCode() }
    }
    threads.shutdown()
    println "while $size signed in, ${read.size() * 4} pages were read"

    // All of them are in, and whoever read pages meanwhile had every one.
    assert signingIn*.get().countBy { it } == [303: size]
    assert read.size() >= 5
    assert read.flatten().every { it == 200 }
    // The address is not held against the next of them.
    PortalServer.site().signedIn("$name-1")
    true
  }

  def "four hundred wrong passwords get five looked at, and shut nobody out of their own browser"() {
    expect:
    guess('guessed', 400, '127.0.0.66')
  }

  @LongRun
  def "ten thousand wrong passwords get five looked at, and shut nobody out of their own browser"() {
    expect:
    guess('guessed-long', 10_000, '127.0.0.67')
  }

  /** @param address where somebody else guesses; what is held against it is held against nobody else */
  private boolean guess(String name, int tries, String address) {
    accounts.add(People.account(name: name, hash: hash))
    def own = PortalServer.site().signedIn(name)
    def device = own.cookies['__Host-device']
    def threads = Executors.newFixedThreadPool(8)
    def answers = (1..8).collect { n ->
      threads.submit({
        def rival = new Site(PortalServer.site().base, address)
        def token = Site.token(rival.get('/sign-in').body())
        (1..tries.intdiv(8)).collect { rival.post('/sign-in', [name: name, password: "wrong-$n-$it-wrong".toString(), _form: token]).statusCode() }
      } as Callable<List<Integer>>)
    }*.get().flatten().countBy { it }
    threads.shutdown()
    assert answers == [422: Throttle.PER_NAME, 429: tries - Throttle.PER_NAME]

    def known = PortalServer.site()
    known.cookies['__Host-device'] = device
    assert known.submit('/sign-in', [name: name, password: DemonstrationPeople.PASSWORD]).statusCode() == 303
    true
  }
}
