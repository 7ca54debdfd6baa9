package duijie.server

import duijie.LongRun
import duijie.agencies.Agencies
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.matching.CandidateIndex
import duijie.matching.Filter
import duijie.matching.Matching
import duijie.matching.Sample
import duijie.matching.SearchQuery
import duijie.matching.elasticsearch.SearchServer
import io.micronaut.context.ApplicationContext
import io.micronaut.http.HttpRequest
import io.micronaut.http.client.DefaultHttpClientConfiguration
import io.micronaut.http.client.HttpClient
import io.micronaut.runtime.server.EmbeddedServer
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/**
 * A real search server that is killed, frozen, restarted and left without room, again and again, while twenty people write: nobody waits
 * longer than a question to it may take, nothing that was written is lost, and in the end the index is what the database says.
 */
@LongRun
@Requires({ os.linux })
class SearchServerFaultsSpec extends Specification {

  static final int WRITERS = 20
  static final int AGENCIES_EACH = 25
  static final int TIMES = 5

  /** A question to the server may take 5 s; then the database answers, on a machine that twenty others use. */
  static final double LONGEST_SECONDS = 10

  /** From the server's answer on. */
  static final int BACK_SECONDS = 60

  @Shared @AutoCleanup SmallDisk disk = SmallDisk.POSSIBLE ? new SmallDisk(256) : null
  @Shared Path data = Files.createDirectories((disk?.folder ?: Files.createTempDirectory('duijie-faults-')).resolve('data'))
  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup SearchServer node = node(0)
  @Shared int port = node.awaitAnswer().port
  @Shared @AutoCleanup EmbeddedServer server = ApplicationContext.run(EmbeddedServer, TestDatabase.asApplication(owned).properties() +
    ['duijie.elasticsearch.url': "http://127.0.0.1:$port" as String, 'duijie.elasticsearch.index': 'faults', 'duijie.elasticsearch.replicas': '0'])
  @Shared @AutoCleanup HttpClient client = HttpClient.create(server.URL, new DefaultHttpClientConfiguration(readTimeout: Duration.ofMinutes(3)))
  @Shared Agencies agencies = server.applicationContext.getBean(Agencies)
  @Shared CandidateIndex index = server.applicationContext.getBean(CandidateIndex)
  @Shared Matching matching = server.applicationContext.getBean(Matching)
  @Shared List<Closeable> running = []

  /** What each agency was called in the last write that was answered, by its id; deleted ones are not there. */
  final Map<String, String> written = new ConcurrentHashMap<>()
  final Queue<Double> waits = new ConcurrentLinkedQueue<>()
  final AtomicInteger writes = new AtomicInteger()
  final AtomicInteger slow = new AtomicInteger()

  def setupSpec() {
    def engine = server.applicationContext.getBean(SearchEngine)
    def keeper = server.applicationContext.getBean(IndexKeeper)
    keeper.build()
    engine.prepare()
    running = [keeper.start()::close as Closeable, engine.start()::run as Closeable]
    assert !index.slow()
  }

  def setup() {
    written.putAll(stored())
  }

  def cleanupSpec() {
    running*.close()
  }

  def "killed five times under twenty writers"() {
    expect:
    survives('killed') {
      node.kill()
      Thread.sleep(5_000)
      startAgain()
    }
  }

  def "frozen for half a minute five times under twenty writers"() {
    expect:
    survives('frozen') {
      node.freeze()
      Thread.sleep(30_000)
      node.thaw()
    }
  }

  def "restarted five times under twenty writers"() {
    expect:
    survives('restarted') {
      node.close()
      startAgain()
    }
  }

  @IgnoreIf({ !SmallDisk.POSSIBLE })
  def "without room on its disk five times under twenty writers"() {
    expect:
    survives('without room') {
      disk.fill()
      Thread.sleep(30_000)
      disk.empty()
    }
  }

  private boolean survives(String what, Closure<?> fault) {
    def backAfter = []
    TIMES.times { time ->
      def stop = new AtomicBoolean()
      Executors.newFixedThreadPool(WRITERS).withCloseable { people ->
        def work = (0..<WRITERS).collect { writer -> people.submit { write(writer, time, stop) } }
        Thread.sleep(2_000)
        fault()
        Thread.sleep(3_000)
        stop.set(true)
        work*.get(2, TimeUnit.MINUTES)
      }
      backAfter << seconds { new PollingConditions(timeout: BACK_SECONDS).eventually { assert !index.slow() && drift().empty } }
      assert stored() == written
      assert index.agencies().passing(Filter.ALL)*.value().toSet() == written.keySet()
      assert written.take(20).every { id, name -> found(name) == [id] }
    }
    printf('%s %d times: %,d writes kept, of %,d questions %,d answered by the database, the longest %.2f s; drift 0 after %s s%n', what, TIMES,
        writes.get(), waits.size(), slow.get(), waits.max(), backAfter.collect { String.format('%.1f', it) }.join(', '))
    assert slow.get() > 0 && writes.get() > WRITERS * TIMES
    assert waits.max() < LONGEST_SECONDS
    true
  }

  /** Somebody writes, looks for it, and ranks, on and on. */
  private void write(int writer, int time, AtomicBoolean stop) {
    def random = new Random(writer * 31 + time)
    while (!stop.get()) {
      def id = "A-$writer-${random.nextInt(AGENCIES_EACH)}" as String
      if (random.nextInt(10) == 0) {
        TestDatabase.execute(owned, "delete from agency where id = '$id'")
        written.remove(id)
      } else {
        def name = "第${writes.incrementAndGet()}号社工中心${writer}" as String
        agencies.saveAll([Sample.agency(id: id, name: name)])
        written[id] = name
      }
      ask { client.toBlocking().retrieve(HttpRequest.GET('/agencies?q=' + URLEncoder.encode('社工', 'UTF-8'))) }
      ask { matching.agenciesFor(Sample.project(id: 'P-any', name: '任意'), Sample.AS_OF, 10) }
      Thread.sleep(random.nextInt(100))
    }
  }

  private void ask(Closure<?> question) {
    waits << seconds(question)
    if (index.slow()) {
      slow.incrementAndGet()
    }
  }

  private Map<String, String> stored() {
    owned.connect().withCloseable { connection ->
      connection.createStatement().executeQuery('select id, name from agency').with { rows ->
        def names = [:]
        while (rows.next()) {
          names[rows.getString(1)] = rows.getString(2)
        }
        names
      }
    }
  }

  /** In what the index differs from the database: revisions of either that the other has not. */
  private Set drift() {
    def indexed = server.applicationContext.getBean(SearchBeans.Shared).servers().index().current().get().agencies().revisions()
      .collect { id, revision -> [id.value(), revision] }
    def counted = owned.connect().withCloseable { connection ->
      connection.createStatement().executeQuery(
        "select id, revision from record_revision where kind = 'AGENCY' and id in (select id from agency)").with { rows ->
          def all = []
          while (rows.next()) {
            all << [rows.getString(1), rows.getLong(2)]
          }
          all
        }
    }
    ((indexed - counted) + (counted - indexed)) as Set
  }

  private List<String> found(String name) {
    index.agencies().search(new SearchQuery(name, null, [] as Set, [] as Set, [] as Set, 0, 10)).ids()*.value().take(1)
  }

  /** It looks at its disk oftener than it does by itself, as operations.md advises for one without company. */
  private SearchServer node(int port) {
    new SearchServer(port, data, ['-Ecluster.info.update.interval=10s', '-Emonitor.fs.health.refresh_interval=10s'])
  }

  private void startAgain() {
    node.close()
    node = node(port)
    node.awaitAnswer()
  }

  private static double seconds(Closure<?> something) {
    def begun = System.nanoTime()
    something()
    (System.nanoTime() - begun) / 1e9
  }
}
