package duijie.indexing

import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.indexing.IndexComparison.Difference
import duijie.indexing.jdbc.IndexRepair
import duijie.indexing.jdbc.IndexRepair.Kind
import duijie.matching.CandidateIndex
import duijie.matching.Filter
import duijie.matching.IndexUnavailable
import duijie.matching.Sample
import duijie.matching.SearchCluster
import duijie.matching.SearchQuery
import duijie.matching.SharedIndex
import duijie.matching.elasticsearch.ElasticsearchIndexes
import duijie.matching.elasticsearch.SearchServer
import duijie.projects.Project
import duijie.projects.Projects
import duijie.regions.Regions
import duijie.vocabulary.TextAnalysis
import duijie.vocabulary.Vocabulary
import io.micronaut.context.ApplicationContext
import io.micronaut.transaction.TransactionOperations
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The index on a search server tells what the database says, whatever happens. */
class SharedIndexingSpec extends Specification {

  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.run(TestDatabase.asApplication(owned).properties())
  @Shared Agencies agencies = context.getBean(Agencies)
  @Shared Projects projects = context.getBean(Projects)
  @Shared TransactionOperations transactions = context.getBean(TransactionOperations)

  @AutoCleanup SharedIndex index = on(SearchServer.shared().cluster())
  SharedIndexing indexing = onto(index)
  CandidateIndex found = index.inUse()

  def cleanup() {
    TestDatabase.execute(owned, 'truncate agency, project, index_queue, search_index, index_building, record_revision cascade')
  }

  def "the first to come builds the index, and then every change comes into it"() {
    given:
    agencies.saveAll([agency(1, '星光'), agency(2, '月亮')])
    projects.saveAll([Sample.project(id: 'P-1', name: '空巢老人关爱')])

    expect:
    indexing.toBeRebuilt()
    indexing.rebuild()
    !indexing.toBeRebuilt()
    names(['星光', '月亮', '空巢']) == [['A-1'], ['A-2'], ['P-1']]

    when: 'by whatever program'
    agencies.saveAll([agency(3, '太阳')])
    TestDatabase.execute(owned, "update agency set name = '流星社工中心' where id = 'A-1'; delete from agency where id = 'A-2'; delete from project")
    update()
    then:
    names(['太阳', '流星', '星光', '月亮', '空巢']) == [['A-3'], ['A-1'], [], [], []]

    when: 'one comes back that was deleted'
    agencies.saveAll([agency(2, '月亮')])
    update()
    then:
    names(['月亮']) == [['A-2']]
    differences() == []
  }

  def "a second server takes the index as it is, and what changed while none was there"() {
    given:
    agencies.saveAll([agency(1, '星光')])
    indexing.rebuild()
    def generation = index.current().get().name()
    agencies.saveAll([agency(2, '月亮')])

    when:
    def second = on(SearchServer.shared().cluster(), index.name())
    def next = onto(second)
    then:
    !next.toBeRebuilt()
    next.update() == 1
    index.current().get().name() == generation
    names(['月亮']) == [['A-2']]

    cleanup:
    second.close()
  }

  def "an older write never changes what a newer one wrote, however late it comes"() {
    given:
    agencies.saveAll([agency(1, '星光')])
    indexing.rebuild()
    def store = index.current().get().agencies()
    agencies.saveAll([agency(1, '月亮')])
    update()

    when: 'a server that was frozen sends what it had read'
    store.write([(id(1)): 1L], [agency(1, '星光')])
    then:
    names(['月亮', '星光']) == [['A-1'], []]

    when: 'it does so after the record was deleted'
    TestDatabase.execute(owned, 'delete from agency')
    update()
    store.write([(id(1)): 2L], [agency(1, '月亮')])
    store.write([(id(9)): 0L], [])
    then:
    names(['月亮']) == [[]]
    store.revisions() == [:]
  }

  def "a write that comes after its index is gone makes no new one"() {
    given:
    indexing.rebuild()
    def old = index.current().get()
    TestDatabase.execute(owned, 'update search_index set rebuild_at = now()')
    indexing.rebuild()
    agencies.saveAll([agency(1, '星光')])

    when:
    old.agencies().write([(id(1)): 1L], [agency(1, '星光')])
    then:
    thrown(IndexUnavailable)

    when:
    old.agencies().write([(id(1)): 1L], [])
    then:
    thrown(IndexUnavailable)
    index.current().get().name() != old.name()
    indexesOnTheServer().size() == 2
  }

  def "an index built anew while many write, by two servers, is equal to the database"() {
    given:
    agencies.saveAll((1..150).collect { agency(it, '起初') })
    indexing.rebuild()
    def second = on(SearchServer.shared().cluster(), index.name())
    def both = [indexing, onto(second)]
    def stop = new AtomicBoolean()
    def revision = new AtomicInteger()
    def threads = Executors.newFixedThreadPool(8)

    when: 'two servers update while two write, and the index is built anew by one of them'
    def writers = (1..2).collect { seed -> threads.submit({ write(new Random(seed), revision, stop) } as Callable<Integer>) }
    def updaters = both.collect { one ->
      threads.submit({
        int taken = 0
        while (!stop.get()) {
          one.toBeRebuilt()
          taken += one.update()
        }
        taken
      } as Callable<Integer>)
    }
    def asker = threads.submit({
      int times = 0
      while (!stop.get()) {
        assert found.agencies().passing(Filter.ALL).size() > 50
        times++
      }
      times
    } as Callable<Integer>)
    Thread.sleep(300)
    TestDatabase.execute(owned, 'update search_index set rebuild_at = now()')
    def built = threads.invokeAll(both.collect { one -> { -> one.rebuild() } as Callable<Boolean> })*.get(60, TimeUnit.SECONDS)
    stop.set(true)
    def written = writers*.get(60, TimeUnit.SECONDS).sum()
    updaters*.get(60, TimeUnit.SECONDS)
    then:
    built.any()
    written > 20
    asker.get(60, TimeUnit.SECONDS) > 3

    when:
    both*.toBeRebuilt()
    update()
    then:
    equalToTheDatabase()
    differences() == []
    indexesOnTheServer().size() == 2
    text("select string_agg(name, ',') from search_index") == index.current().get().name()
    text('select count(*) from index_building') == '0'

    cleanup:
    stop.set(true)
    threads.shutdownNow()
    second?.close()
  }

  def "what differs although nothing waits is found, and mended"() {
    given:
    agencies.saveAll((1..6).collect { agency(it, '原') })
    agencies.saveAll((1..2).collect { agency(it, '新') })
    indexing.rebuild()
    def store = index.current().get().agencies()

    when: 'the index lost one, has others as they never were, and one that never was'
    store.write([(id(3)): 1L], [])
    store.write([(id(4)): 7L], [agency(4, '错')])
    store.write([(id(9)): 4L], [agency(9, '错')])
    TestDatabase.execute(owned, "update record_revision set revision = 5 where id = 'A-5'")
    agencies.saveAll([agency(6, '在排队')])
    then:
    differences() == [['A-3', Difference.MISSING], ['A-4', Difference.OUTDATED], ['A-5', Difference.OUTDATED], ['A-9', Difference.SURPLUS]]

    when:
    owned.connect().withCloseable { IndexRepair.queue(it, Kind.AGENCY, index.current().get().name(), compared().differences()) }
    update()
    then:
    differences() == []
    equalToTheDatabase()
    names(['错']) == [[]]
  }

  def "while the server is away changes wait, nothing is put off for long, and all is there once it is back"() {
    given:
    agencies.saveAll([agency(1, '星光')])
    indexing.rebuild()
    def nobody = on(new SearchCluster([URI.create('http://127.0.0.1:1')], null, null, index.name(), 1, 0))
    def away = onto(nobody)
    away.@current = generationOf(nobody)
    agencies.saveAll((1..30).collect { agency(it, '月亮') })

    when:
    away.toBeRebuilt()
    then:
    thrown(IndexUnavailable)

    when:
    away.@current = generationOf(nobody)
    away.update()
    then:
    thrown(IndexUnavailable)
    with(indexing.waiting()) {
      waiting() == 30
      failing() == 0
    }

    when:
    update()
    then:
    equalToTheDatabase()
    indexing.waiting().waiting() == 0

    cleanup:
    nobody.close()
  }

  private static SharedIndex.Generation generationOf(SharedIndex nobody) {
    nobody.numbered(1)
  }

  private SharedIndex on(SearchCluster cluster, String name = cluster.name()) {
    ElasticsearchIndexes.on(new SearchCluster(cluster.addresses(), null, null, name, 1, 0),
      context.getBean(TextAnalysis), context.getBean(Regions), context.getBean(Vocabulary))
  }

  private SharedIndexing onto(SharedIndex shared) {
    new SharedIndexing(shared, context.getBean(IndexQueue), context.getBean(Revisions), agencies, projects)
  }

  private void update() {
    while (indexing.update() > 0) {
      // there may be more
    }
  }

  /** Changes, adds and deletes records at random until it is to stop. */
  private int write(Random random, AtomicInteger revision, AtomicBoolean stop) {
    int written = 0
    while (!stop.get()) {
      def number = 1 + random.nextInt(200)
      Thread.sleep(10)
      try {
        transactions.executeWrite {
          agencies.saveAll([agency(number, "第${revision.incrementAndGet()}版")])
          projects.saveAll([Sample.project(id: "P-${number % 50}", name: "第${revision.incrementAndGet()}版")])
        }
        if (number % 9 == 0) {
          TestDatabase.execute(owned, "delete from agency where id = 'A-${number + 1}'; delete from project where id = 'P-${number % 50}'")
        }
        written++
      } catch (Exception e) {
        // two that change the same records in another order: the database takes one back
        assert "$e ${e.cause}".contains('deadlock')
      }
    }
    written
  }

  private static Agency agency(int number, String name) {
    Sample.agency(id: "A-$number", name: "${name}社工中心")
  }

  private static Agency.Id id(int number) {
    new Agency.Id("A-$number")
  }

  private boolean equalToTheDatabase() {
    def stored = agencies.stream().withCloseable { it.toList() }
    def storedProjects = projects.stream().withCloseable { it.toList() }
    assert found.agencies().passing(Filter.ALL)*.value().sort() == stored*.id()*.value().sort()
    assert found.projects().passing(Filter.ALL)*.value().sort() == storedProjects*.id()*.value().sort()
    stored.each { assert it.id() in found.agencies().search(query(it.name())).ids() }
    storedProjects.each { assert it.id() in found.projects().search(query(it.name())).ids() }
    true
  }

  private List<List> differences() {
    compared().differences().collect { [it.id(), it.difference()] }
  }

  private IndexComparison compared() {
    def generation = index.current().get()
    def indexed = { generation.agencies().revisions().collectEntries { [it.key.value(), it.value] } }
    def before = indexed()
    def stored = owned.connect().withCloseable { IndexRepair.stored(it, Kind.AGENCY, generation.name()) }
    new IndexComparison(before, stored, indexed())
  }

  /** What is found by each of these texts, agencies and projects. */
  private List<List<String>> names(List<String> texts) {
    texts.collect { (found.agencies().search(query(it)).ids() + found.projects().search(query(it)).ids())*.value() }
  }

  private static SearchQuery query(String text) {
    new SearchQuery(text, null, [] as Set, [] as Set, [] as Set, 0, 1000)
  }

  private List<String> indexesOnTheServer() {
    new URI("${SearchServer.shared().awaitAnswer()}/_cat/indices/${index.name()}-*?h=index").toURL().readLines()
  }

  private String text(String query) {
    owned.connect().withCloseable {
      def rows = it.createStatement().executeQuery(query)
      rows.next()
      rows.getString(1)
    }
  }
}
