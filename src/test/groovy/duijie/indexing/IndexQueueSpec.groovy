package duijie.indexing

import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.indexing.IndexQueue.First
import duijie.indexing.IndexQueue.Wish
import duijie.matching.Sample
import duijie.projects.Projects
import io.micronaut.context.ApplicationContext
import io.micronaut.transaction.TransactionOperations
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class IndexQueueSpec extends Specification {

  @Shared Database owned = TestDatabase.fresh()
  @Shared Database application = TestDatabase.asApplication(owned)
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.run(application.properties())
  @Shared IndexQueue queue = context.getBean(IndexQueue)
  @Shared Agencies agencies = context.getBean(Agencies)
  @Shared Projects projects = context.getBean(Projects)
  @Shared TransactionOperations transactions = context.getBean(TransactionOperations)

  def cleanup() {
    TestDatabase.execute(owned, 'truncate agency, project, index_queue, search_index cascade')
  }

  def "a new index gets everything that there is, and from then on what changes"() {
    given:
    save('A-1', 'A-2')
    projects.saveAll([Sample.project(id: 'P-1')])

    when:
    queue.open('one')
    then:
    taken('one') == [['A-1', 'A-2'], ['P-1']]
    taken('one') == [[], []]

    when:
    save('A-2')
    TestDatabase.execute(owned, "update agency set name = '改名' where id = 'A-1'")
    TestDatabase.execute(application, "delete from project where id = 'P-1'")
    then:
    taken('one') == [['A-1', 'A-2'], ['P-1']]
  }

  def "each index has its own part, and one that is closed leaves nothing behind"() {
    given:
    ['one', 'two'].each { queue.open(it) }
    save('A-1')

    expect:
    taken('one') == [['A-1'], []]
    taken('two') == [['A-1'], []]

    when:
    save('A-2')
    queue.close('two')
    then:
    taken('one') == [['A-2'], []]
    rows() == 0

    when: 'nobody indexes any more'
    queue.close('one')
    save('A-3')
    then:
    rows() == 0
  }

  def "a change that is taken back is never queued"() {
    given:
    queue.open('one')

    when:
    transactions.executeWrite {
      save('A-1')
      throw new IllegalStateException('taken back')
    }

    then:
    thrown(IllegalStateException)
    taken('one') == [[], []]
  }

  def "a record that changed often is indexed once"() {
    given:
    queue.open('one')
    20.times { save('A-1') }

    when:
    def works = []
    def count = queue.take('one', First.OLDEST, 1000, { a, p -> works << a*.value() })

    then:
    count == 20
    works == [['A-1']]
    rows() == 0
  }

  def "a change whose transaction began before the index, and ended after, is not lost"() {
    given:
    def written = new CountDownLatch(1)
    def mayCommit = new CountDownLatch(1)
    def threads = Executors.newFixedThreadPool(2)
    def writer = threads.submit({
      transactions.executeWrite {
        save('A-1')
        written.countDown()
        mayCommit.await(20, TimeUnit.SECONDS)
      }
    } as Callable<Boolean>)
    assert written.await(20, TimeUnit.SECONDS)

    when: 'an index opens meanwhile, and somebody else writes, waiting for nobody'
    def opened = threads.submit({ queue.open('one') } as Runnable)
    Thread.sleep(300)
    save('A-2')
    then:
    !opened.done

    when:
    mayCommit.countDown()
    writer.get(20, TimeUnit.SECONDS)
    opened.get(20, TimeUnit.SECONDS)
    then:
    taken('one') == [['A-1', 'A-2'], []]

    cleanup:
    threads.shutdownNow()
  }

  def "a later commit of an earlier change is not passed over"() {
    given: 'a transaction that queued first and commits last'
    queue.open('one')
    def written = new CountDownLatch(1)
    def mayCommit = new CountDownLatch(1)
    def thread = Executors.newSingleThreadExecutor()
    def slow = thread.submit({
      transactions.executeWrite {
        save('A-slow')
        written.countDown()
        mayCommit.await(20, TimeUnit.SECONDS)
      }
    } as Callable<Boolean>)
    assert written.await(20, TimeUnit.SECONDS)

    when:
    save('A-fast')
    then:
    taken('one') == [['A-fast'], []]

    when:
    mayCommit.countDown()
    slow.get(20, TimeUnit.SECONDS)
    then:
    taken('one') == [['A-slow'], []]

    cleanup:
    thread.shutdownNow()
  }

  def "what a worker took that dies before it has indexed comes back"() {
    given:
    queue.open('one')
    save('A-1')

    when: 'its connection goes in the middle'
    queue.take('one', First.OLDEST, 10, { a, p ->
      TestDatabase.execute(owned, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'")
    })

    then:
    thrown(Exception)
    taken('one') == [['A-1'], []]
  }

  def "one that cannot be indexed keeps no other back, is tried again later, and is told of"() {
    given:
    queue.open('one')
    save(*(1..50).collect { "A-$it" as String })
    def indexed = [] as Set
    def poison = { a, p ->
      if (a.any { it.value() == 'A-17' }) {
        throw new IllegalStateException('unreadable')
      }
      indexed.addAll(a*.value())
    } as IndexQueue.Work

    when:
    def count = queue.take('one', First.OLDEST, 1000, poison)
    then:
    count == 50
    indexed.size() == 49
    with(queue.waiting('one')) {
      waiting() == 1
      failing() == 1
      oldest().zero
    }

    and: 'not at once, and each time later'
    queue.take('one', First.OLDEST, 1000, poison) == 0
    TestDatabase.execute(owned, 'update index_queue set due_at = now()')
    queue.take('one', First.OLDEST, 1000, poison) == 1
    text("select attempts || ' ' || (due_at - now() > interval '1.5 seconds')::text || ' ' || problem from index_queue") ==
        '2 true java.lang.IllegalStateException: unreadable'

    when: 'it is mended'
    save('A-17')
    then:
    taken('one') == [['A-17'], []]

    when:
    TestDatabase.execute(owned, 'update index_queue set due_at = now()')
    then:
    taken('one') == [['A-17'], []]
    queue.waiting('one').failing() == 0
  }

  def "the newest can be taken first, and the rest is there still"() {
    given:
    queue.open('one')
    ['A-1', 'A-2', 'A-3'].each { save(it) }

    when:
    def newest = []
    queue.take('one', First.NEWEST, 1, { a, p -> newest.addAll(a*.value()) })

    then:
    newest == ['A-3']
    taken('one') == [['A-1', 'A-2'], []]
  }

  def "a stop of the database itself postpones nothing"() {
    given:
    queue.open('one')
    save('A-1')
    TestDatabase.execute(owned, 'alter table index_queue rename to gone')

    when:
    queue.take('one', First.OLDEST, 10, { a, p -> })

    then:
    thrown(Exception)

    cleanup:
    TestDatabase.execute(owned, 'alter table gone rename to index_queue')
    assert taken('one') == [['A-1'], []]
  }

  def "two workers share the work, and an older reading never overwrites a newer one"() {
    given: 'an index of names, and two that work on it'
    queue.open('one')
    def index = [:].asSynchronized()
    def work = { a, p ->
      agencies.findAll(a).each { agency ->
        Thread.sleep(1)
        index[agency.id().value()] = agency.name()
      }
    } as IndexQueue.Work
    def done = false
    def threads = Executors.newFixedThreadPool(5)
    def workers = (1..2).collect {
      threads.submit({
        int mine = 0
        while (true) {
          def last = done
          def taken = queue.take('one', First.OLDEST, 7, work)
          mine += taken
          if (taken == 0 && last) {
            return mine
          }
        }
      } as Callable<Integer>)
    }

    when: 'three write the same few records'
    def writers = (1..3).collect { writer ->
      threads.submit({ (1..60).each { round -> agencies.saveAll([Sample.agency(id: "A-${round % 5}", name: "$writer 之 $round")]) } } as Runnable)
    }
    writers*.get(60, TimeUnit.SECONDS)
    done = true
    def shares = workers*.get(60, TimeUnit.SECONDS)

    then:
    shares.sum() == 180
    shares.every { it > 0 }
    index == agencies.stream().withCloseable { all -> all.toList().collectEntries { [it.id().value(), it.name()] } }

    cleanup:
    threads.shutdownNow()
  }

  def "an index is told when somebody asked for a new one, and when it was forgotten"() {
    given:
    ['one', 'gone'].each { queue.open(it) }

    expect:
    queue.keep('one') == Wish.NOTHING

    when:
    TestDatabase.execute(owned, "update search_index set rebuild_at = now() where name = 'one'")
    then:
    queue.keep('one') == Wish.REBUILD

    when: 'another was not heard of for long'
    TestDatabase.execute(owned, "update search_index set seen_at = now() - case name when 'gone' then interval '11 minutes' else interval '1 minute' end")
    save('A-1')
    then:
    queue.keep('one') == Wish.REBUILD
    queue.keep('gone') == Wish.FORGOTTEN
    rows() == 1
  }

  def "who empties a table has the indexes made anew"() {
    given:
    queue.open('one')

    when:
    TestDatabase.execute(owned, 'truncate project cascade')

    then:
    queue.keep('one') == Wish.REBUILD
  }

  private void save(String... ids) {
    agencies.saveAll(ids.collect { Sample.agency(id: it, name: "机构$it") })
  }

  /** What a worker that does its work is given, agencies and projects, sorted. */
  private List taken(String index) {
    def seen = [[], []]
    queue.take(index, First.OLDEST, 1000, { a, p ->
      seen[0].addAll(a*.value())
      seen[1].addAll(p*.value())
    })
    seen*.sort()
  }

  private long rows() {
    text('select count(*) from index_queue') as long
  }

  private String text(String query) {
    owned.connect().withCloseable {
      def rows = it.createStatement().executeQuery(query)
      rows.next()
      rows.getString(1)
    }
  }
}
