package duijie.server

import duijie.agencies.Agencies
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.matching.CandidateIndex
import duijie.matching.Filter
import duijie.matching.Matching
import duijie.matching.Sample
import duijie.matching.elasticsearch.SearchServer
import duijie.projects.Projects
import io.micronaut.context.ApplicationContext
import io.micronaut.http.HttpRequest
import io.micronaut.http.client.HttpClient
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** A site on a search server that goes away, freezes and comes back: it answers all the time, and never wrongly. */
class SearchServersAwaySpec extends Specification {

  static final String BANNER = '检索服务暂时没有应答'

  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup Wire wire = new Wire(SearchServer.shared().awaitAnswer())
  @Shared @AutoCleanup EmbeddedServer server = ApplicationContext.run(EmbeddedServer, TestDatabase.asApplication(owned).properties() +
    ['duijie.elasticsearch.url': wire.address as String, 'duijie.elasticsearch.index': 'away', 'duijie.elasticsearch.replicas': '0'])
  @Shared @AutoCleanup HttpClient client = server.applicationContext.createBean(HttpClient, server.URL)
  @Shared Agencies agencies = server.applicationContext.getBean(Agencies)
  @Shared Projects projects = server.applicationContext.getBean(Projects)
  @Shared CandidateIndex index = server.applicationContext.getBean(CandidateIndex)
  @Shared SearchEngine engine = server.applicationContext.getBean(SearchEngine)
  @Shared IndexKeeper keeper = server.applicationContext.getBean(IndexKeeper)
  @Shared List<Closeable> running = []

  def setupSpec() {
    projects.saveAll([Sample.project(id: 'P-1', name: '空巢老人关爱项目')])
    agencies.saveAll([Sample.agency(id: 'A-1', name: '星光社工中心')])
    keeper.build()
    engine.prepare()
    running = [keeper.start()::close as Closeable, engine.start()::run as Closeable]
  }

  def cleanupSpec() {
    running*.close()
  }

  def "with the server there, the lists come from it"() {
    expect:
    !index.slow()
    page('/projects?q=空巢').contains('空巢老人关爱项目')
    !page('/').contains(BANNER)
    page('/health') == 'ok\n'
  }

  def "with the server #state the site goes on with the database, says so, and is back within a minute"() {
    when:
    wire.become(state)
    projects.saveAll([Sample.project(id: "P-$state", name: "困境儿童${state}陪伴项目"), Sample.project(id: 'P-1', name: "留守老人${state}关爱")])
    TestDatabase.execute(owned, "delete from agency where id = 'A-$gone'")
    agencies.saveAll([Sample.agency(id: "A-$state", name: "${state}社工中心")])
    def asked = seconds { new PollingConditions(timeout: 20, delay: 0.05).eventually { assert index.slow() } }

    then: 'soon nobody waits for it any more'
    asked < 15
    seconds { page('/projects') } < 5

    and: 'what is found is what the database says'
    page('/projects?q=困境儿童').contains("困境儿童${state}陪伴项目")
    page('/projects?q=空巢').contains('没有') || !page('/projects?q=空巢').contains('空巢老人关爱项目')
    page('/agencies').contains("${state}社工中心")
    index.agencies().passing(Filter.ALL)*.value() == ["A-$state" as String]
    new PollingConditions(timeout: 20, delay: 0.05).eventually { assert ranked() == ["A-$state" as String] }
    page('/').contains(BANNER)
    page('/health').contains('search servers: no answer')

    when: 'it is back'
    wire.become(Wire.State.WHOLE)
    def back = seconds { new PollingConditions(timeout: 60, delay: 0.05).eventually { assert !index.slow() } }
    then:
    back < 60
    !page('/').contains(BANNER)
    page('/projects?q=困境儿童').contains("困境儿童${state}陪伴项目")
    index.agencies().passing(Filter.ALL)*.value() == ["A-$state" as String]
    page('/health') == 'ok\n'

    where:
    state             || gone
    Wire.State.CUT    || 1
    Wire.State.FROZEN || 'CUT'
  }

  private List<String> ranked() {
    def matching = server.applicationContext.getBean(Matching)
    def project = Sample.project(id: 'P-any', name: '任意')
    (matching.agenciesFor(project, Sample.AS_OF, 10).matches()*.partner() + matching.excludedFrom(project, Sample.AS_OF)*.partner())*.id()*.value()
  }

  private String page(String path) {
    client.toBlocking().retrieve(HttpRequest.GET(URI.create(server.URL.toString() + path.replace('空巢', '%E7%A9%BA%E5%B7%A2')
      .replace('困境儿童', '%E5%9B%B0%E5%A2%83%E5%84%BF%E7%AB%A5'))), String)
  }

  private static double seconds(Closure<?> something) {
    def begun = System.nanoTime()
    something()
    (System.nanoTime() - begun) / 1e9
  }
}
