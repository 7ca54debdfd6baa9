package duijie.server

import duijie.database.Database
import duijie.database.TestDatabase
import duijie.shared.FreeSpace
import duijie.shared.FreeSpace.Room
import io.micronaut.context.ApplicationContext
import io.micronaut.http.HttpRequest
import io.micronaut.http.client.HttpClient
import io.micronaut.http.client.exceptions.HttpClientResponseException
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class HealthSpec extends Specification {

  @Shared Database database = TestDatabase.fresh()
  @Shared @AutoCleanup EmbeddedServer server = ApplicationContext.run(EmbeddedServer, database.properties())
  @Shared @AutoCleanup HttpClient client = server.applicationContext.createBean(HttpClient, server.URL)

  def "a service whose database answers is well, and says no more than that"() {
    when:
    def answer = client.toBlocking().exchange(HttpRequest.GET('/health'), String)

    then:
    answer.code() == 200
    answer.body() == 'ok\n'
    answer.contentType.get().name == 'text/plain'
  }

  def "nothing of the inside is told at #path"() {
    when:
    client.toBlocking().exchange(HttpRequest.GET(path), String)

    then:
    def refused = thrown(HttpClientResponseException)
    refused.status.code == 404

    where:
    path << ['/info', '/beans', '/env', '/routes', '/loggers', '/metrics', '/threaddump', '/refresh', '/stop', '/health/liveness']
  }

  def "every answer tells the browser to trust nothing from elsewhere"() {
    when:
    def headers = client.toBlocking().exchange(HttpRequest.GET('/health'), String).headers

    then:
    def policy = headers.get('Content-Security-Policy')
    policy.contains("default-src 'self'")
    policy.contains("frame-ancestors 'none'")
    !policy.contains('unsafe')
    headers.get('X-Content-Type-Options') == 'nosniff'
    headers.get('Referrer-Policy') != null
  }

  def "a service with #left left where its data lies answers #status: #body"() {
    given:
    FreeSpace space = { left }
    def health = new HealthController(server.applicationContext.getBean(FolderRecord), server.applicationContext.getBean(IndexKeeper),
        server.applicationContext.getBean(SearchEngine), space)

    when:
    def answer = health.health()

    then:
    answer.code() == status
    answer.body() == body

    where:
    left         || status | body
    Room.ENOUGH  || 200    | 'ok\n'
    Room.LITTLE  || 200    | 'ok\nlittle room on the disk\n'
    Room.NONE    || 503    | 'unavailable\nno room on the disk\n'
  }

  def "a service whose table is gone is not well, and does not tell why"() {
    given:
    TestDatabase.execute(database, 'alter table data_folder rename to gone')

    when:
    client.toBlocking().exchange(HttpRequest.GET('/health'), String)

    then:
    def refused = thrown(HttpClientResponseException)
    refused.status.code == 503
    !refused.response.getBody(String).orElse('').contains('data_folder')

    cleanup:
    TestDatabase.execute(database, 'alter table gone rename to data_folder')
  }
}
