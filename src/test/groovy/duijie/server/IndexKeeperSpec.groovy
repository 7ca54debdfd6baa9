package duijie.server

import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.indexing.LiveIndex
import duijie.matching.CandidateIndex
import duijie.matching.Filter
import duijie.matching.Matching
import duijie.matching.Sample
import duijie.matching.SearchQuery
import duijie.projects.Projects
import io.micronaut.context.ApplicationContext
import io.micronaut.transaction.TransactionOperations
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification

/** The index, matching and search tell what the database says, whatever happens. */
class IndexKeeperSpec extends Specification {

  Database owned = TestDatabase.fresh()
  ApplicationContext context = ApplicationContext.run(TestDatabase.asApplication(owned).properties())
  Agencies agencies = context.getBean(Agencies)
  Projects projects = context.getBean(Projects)
  Matching matching = context.getBean(Matching)
  CandidateIndex index = context.getBean(CandidateIndex)
  LiveIndex live = context.getBean(LiveIndex)
  IndexKeeper keeper = context.getBean(IndexKeeper)
  TransactionOperations transactions = context.getBean(TransactionOperations)
  AutoCloseable running

  def cleanup() {
    running?.close()
    context.close()
    TestDatabase.drop(owned)
  }

  def "a committed change is found within two seconds, by search and by matching"() {
    given:
    agencies.saveAll([Sample.agency(id: 'A-1', name: '星光社工中心')])
    start()

    when: 'an agency is added'
    def waited = [seconds { agencies.saveAll([Sample.agency(id: 'A-2', name: '月亮社工中心')]) } { found('月亮') == ['A-2'] }]
    then:
    everyAgencyInMatching()*.name().sort() == ['星光社工中心', '月亮社工中心']

    when: 'it is renamed, and another is deleted, by whatever program'
    waited << seconds { TestDatabase.execute(owned, "update agency set name = '太阳社工中心' where id = 'A-2'") } { found('太阳') == ['A-2'] }
    waited << seconds { TestDatabase.execute(owned, "delete from agency where id = 'A-1'") } { found('星光') == [] }
    then:
    found('月亮') == []
    everyAgencyInMatching()*.name() == ['太阳社工中心']

    when: 'a project is published'
    waited << seconds { projects.saveAll([Sample.project(id: 'P-1', name: '空巢老人关爱')]) } {
      index.projects().search(query('空巢')).ids()*.value() == ['P-1']
    }
    then:
    matching.projectsFor(agencies.find(new Agency.Id('A-2')).get(), Sample.AS_OF, 10).matches().size() +
        matching.excludedFor(agencies.find(new Agency.Id('A-2')).get(), Sample.AS_OF).size() == 1
    waited.every { it < 2 }
  }

  def "a change does not wait until an import before it is indexed, which comes to its end all the same"() {
    given:
    live.build()
    agencies.saveAll((1..1500).collect { agency(it, 0) })
    agencies.saveAll([Sample.agency(id: 'A-x', name: '月亮社工中心')])

    when: 'a single round'
    live.update()
    then:
    found('月亮') == ['A-x']
    index.agencies().passing(Filter.ALL).size() < 1000

    when:
    while (live.update() > 0) {
      agencies.saveAll([Sample.agency(id: 'A-x', name: '月亮社工中心')])
      if (index.agencies().passing(Filter.ALL).size() == 1501) {
        break
      }
    }
    then:
    index.agencies().passing(Filter.ALL).size() == 1501
  }

  def "a change that is taken back is never found"() {
    given:
    start()

    when:
    transactions.executeWrite {
      agencies.saveAll([Sample.agency(id: 'A-1', name: '星光社工中心')])
      Thread.sleep(700)
      throw new IllegalStateException('taken back')
    }
    then:
    thrown(IllegalStateException)

    when:
    Thread.sleep(700)
    then:
    found('星光') == []
    everyAgencyInMatching() == []
  }

  def "a change whose server died before it was indexed is found after the next start"() {
    given: 'a server that never came to index it'
    live.build()
    agencies.saveAll([Sample.agency(id: 'A-1', name: '星光社工中心')])
    assert found('星光') == []

    when:
    def next = ApplicationContext.run(TestDatabase.asApplication(owned).properties())
    next.getBean(IndexKeeper).build()

    then:
    next.getBean(CandidateIndex).agencies().search(query('星光')).ids()*.value() == ['A-1']

    cleanup:
    next?.close()
  }

  def "a record that cannot be read stops neither the start nor the others, and health tells of it"() {
    given: 'what only a fault could have stored'
    agencies.saveAll((1..30).collect { Sample.agency(id: "A-$it", name: "第${it}社工中心") })
    TestDatabase.execute(owned, "alter table agency drop constraint agency_state_check; update agency set state = 'LOST' where id = 'A-7'")

    when:
    start()
    then:
    index.agencies().passing(Filter.ALL).size() == 29
    keeper.complaint() == 'index: 1 changes cannot be indexed\n'

    when: 'others change'
    def waited = seconds { agencies.saveAll([Sample.agency(id: 'A-31', name: '月亮社工中心')]) } { found('月亮') == ['A-31'] }
    then:
    waited < 2

    when: 'it is mended'
    waited = seconds { TestDatabase.execute(owned, "update agency set state = 'VERIFIED' where id = 'A-7'") } { index.agencies().passing(Filter.ALL).size() == 31 }
    then:
    waited < 2

    when: 'and what failed before is tried again'
    seconds { } { keeper.complaint() == '' }
    then:
    noExceptionThrown()
  }

  def "while the database is away the index is used on, and afterwards it is true again"() {
    given:
    agencies.saveAll([Sample.agency(id: 'A-1', name: '星光社工中心')])
    start()

    when: 'every connection is cut, again and again'
    5.times {
      TestDatabase.execute(owned, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
      assert found('星光') == ['A-1']
      Thread.sleep(100)
    }
    TestDatabase.execute(owned, "update agency set name = '月亮社工中心' where id = 'A-1'")

    then:
    seconds { } { found('月亮') == ['A-1'] } < 10
  }

  def "an index built anew while many write is equal to the database in every record"() {
    given:
    agencies.saveAll((1..400).collect { agency(it, 0) })
    projects.saveAll((1..100).collect { project(it, 0) })
    start()
    def stop = new AtomicBoolean()
    def revision = new AtomicInteger()
    def threads = Executors.newFixedThreadPool(6)

    when: 'four write, some of it taken back or deleted, while one asks all the time'
    def writers = (1..4).collect { seed -> threads.submit({ write(new Random(seed), revision, stop) } as Callable<Integer>) }
    def asker = threads.submit({
      int times = 0
      while (!stop.get()) {
        assert index.agencies().passing(Filter.ALL).size() > 200
        assert everyAgencyInMatching().size() > 200
        times++
      }
      times
    } as Callable<Integer>)
    3.times {
      Thread.sleep(300)
      live.rebuild()
    }
    stop.set(true)
    def written = writers*.get(60, TimeUnit.SECONDS).sum()
    def asked = asker.get(60, TimeUnit.SECONDS)
    def waited = seconds { } { live.waiting().waiting() == 0 }

    then:
    written > 50
    asked > 5
    waited < 2
    equalToTheDatabase()

    and: 'what is written after it is found as ever'
    seconds { agencies.saveAll([Sample.agency(id: 'A-x', name: '月亮社工中心')]) } { found('月亮') == ['A-x'] } < 2

    cleanup:
    stop.set(true)
    threads.shutdownNow()
  }

  def "whoever asks from outside gets a new index, and the old one leaves nothing behind"() {
    given:
    agencies.saveAll([Sample.agency(id: 'A-1', name: '星光社工中心')])
    start()
    def old = text('select name from search_index')

    when: 'the index has gone wrong, and somebody asks'
    matching.removeAgencies([new Agency.Id('A-1')])
    assert found('星光') == []
    TestDatabase.execute(owned, 'update search_index set rebuild_at = now()')

    then:
    seconds { } { found('星光') == ['A-1'] && text("select string_agg(name, ',') from search_index") != old } < 5
    text('select count(*) from search_index') == '1'
    text('select count(*) from index_queue') == '0'

    when: 'it ends in order'
    running.close()
    then:
    text('select count(*) from search_index') == '0'
  }

  private void start() {
    keeper.build()
    running = keeper.start()
  }

  /** Changes, adds and deletes records at random until it is to stop. */
  private int write(Random random, AtomicInteger revision, AtomicBoolean stop) {
    int written = 0
    while (!stop.get()) {
      def number = 1 + random.nextInt(500)
      try {
        transactions.executeWrite {
          agencies.saveAll((0..random.nextInt(3)).collect { agency(1 + (number + it * 7) % 500, revision.incrementAndGet()) })
          projects.saveAll([project(number % 120, revision.incrementAndGet())])
          if (number % 9 == 0) {
            throw new IllegalStateException('taken back')
          }
        }
        if (number % 11 == 0) {
          TestDatabase.execute(owned, "delete from agency where id = 'A-$number'; delete from project where id = 'P-${number % 120}'")
        }
        written++
      } catch (IllegalStateException ignored) {
        // taken back
      } catch (Exception e) {
        // two that change the same records in another order: the database takes one back
        assert "$e ${e.cause}".contains('deadlock')
      }
    }
    written
  }

  private static Agency agency(int number, int revision) {
    Sample.agency(id: "A-$number", name: "第${number}机构第${revision}版", registeredRegion: revision % 2 ? '510821' : '510811',
        fields: [revision % 3 ? 'eldercare' : 'children'])
  }

  private static project(int number, int revision) {
    Sample.project(id: "P-$number", name: "第${number}项目第${revision}版", region: '510821', budget: 1000 + revision)
  }

  private boolean equalToTheDatabase() {
    def stored = agencies.stream().withCloseable { it.toList() }
    def storedProjects = projects.stream().withCloseable { it.toList() }
    assert everyAgencyInMatching().toSorted { it.id().value() } == stored.toSorted { it.id().value() }
    assert everyProjectInMatching().toSorted { it.id().value() } == storedProjects.toSorted { it.id().value() }
    assert index.agencies().passing(Filter.ALL)*.value().sort() == stored*.id()*.value().sort()
    assert index.projects().passing(Filter.ALL)*.value().sort() == storedProjects*.id()*.value().sort()
    stored.each { assert index.agencies().search(query(it.name())).ids()[0] == it.id() }
    storedProjects.each { assert index.projects().search(query(it.name())).ids()[0] == it.id() }
    true
  }

  private List<Agency> everyAgencyInMatching() {
    def anyProject = Sample.project(id: 'P-any', name: '任意')
    matching.agenciesFor(anyProject, Sample.AS_OF, 10_000).matches()*.partner() + matching.excludedFrom(anyProject, Sample.AS_OF)*.partner()
  }

  private List everyProjectInMatching() {
    def anyAgency = Sample.agency(id: 'A-any', name: '任意')
    matching.projectsFor(anyAgency, Sample.AS_OF, 10_000).matches()*.partner() + matching.excludedFor(anyAgency, Sample.AS_OF)*.partner()
  }

  private List<String> found(String text) {
    index.agencies().search(query(text)).ids()*.value()
  }

  private static SearchQuery query(String text) {
    new SearchQuery(text, null, [] as Set, [] as Set, [] as Set, 0, 100)
  }

  /** How long it takes after something was done until something holds. */
  private static double seconds(Closure<?> something, Closure<Boolean> holds) {
    something()
    def begun = System.nanoTime()
    while (!holds()) {
      assert System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(20): 'not even after 20 s'
      Thread.sleep(20)
    }
    (System.nanoTime() - begun) / 1e9
  }

  private String text(String query) {
    owned.connect().withCloseable {
      def rows = it.createStatement().executeQuery(query)
      rows.next()
      rows.getString(1)
    }
  }
}
