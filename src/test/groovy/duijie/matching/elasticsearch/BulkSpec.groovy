package duijie.matching.elasticsearch

import com.sun.net.httpserver.HttpServer
import duijie.matching.IndexUnavailable
import duijie.matching.SearchCluster
import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What a server says to a write that it takes in part, or not now. */
class BulkSpec extends Specification {

  List<List<String>> sent = []
  Closure<Map> answer
  HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
  @AutoCleanup Connection connection

  def setup() {
    server.createContext('/') { exchange ->
      def lines = exchange.requestBody.text.readLines()
      exchange.responseHeaders.add('X-Elastic-Product', 'Elasticsearch')
      exchange.responseHeaders.add('Content-Type', 'application/vnd.elasticsearch+json;compatible-with=8')
      def (status, body) = exchange.requestURI.path.endsWith('_bulk') ? bulk(lines) : [200, [_shards: [total: 1, successful: 1, failed: 0]]]
      def bytes = JsonOutput.toJson(body).bytes
      exchange.sendResponseHeaders(status, bytes.length)
      exchange.responseBody.withCloseable { it.write(bytes) }
    }
    server.start()
    connection = new Connection(new SearchCluster([URI.create("http://127.0.0.1:$server.address.port")], null, null, 'x', 1, 0))
  }

  def cleanup() {
    server.stop(0)
  }

  def "what was put off is sent again, that alone, until it is taken"() {
    given:
    answer = { id -> id == 'slow' && sent.size() < 4 || id == 'slower' && sent.size() < 3 ? (id == 'slow' ? 429 : 503) : 200 }

    when:
    write('a', 'slow', 'b', 'slower')
    then:
    sent == [['a', 'slow', 'b', 'slower'], ['slow', 'slower'], ['slow', 'slower'], ['slow']]
  }

  def "what is newer in the index is left as it is"() {
    given:
    answer = { id -> id == 'older' ? 409 : 200 }

    when:
    write('a', 'older')
    then:
    sent == [['a', 'older']]
  }

  def "one that is refused keeps no other back, and is named"() {
    given:
    answer = { id -> id == 'bad' ? 400 : id == 'slow' && sent.size() < 2 ? 429 : 200 }

    when:
    write('a', 'bad', 'slow')
    then:
    def failure = thrown(IllegalStateException)
    failure.message.contains('bad: because')
    sent == [['a', 'bad', 'slow'], ['slow']]
  }

  def "a server that has no time at all is asked again, and at last given up for now"() {
    given:
    answer = { id -> 429 }

    when:
    write('a')
    then:
    thrown(IndexUnavailable)
    sent.size() == 6
  }

  def "a server that takes its time to say that it has none is given up when the time is over"() {
    given:
    answer = { id ->
      Thread.sleep(400)
      429
    }

    when:
    def begun = System.nanoTime()
    new Bulk(connection, 'x', Duration.ofSeconds(1)).write([new Bulk.Write('a', 1, null)])
    then:
    thrown(IndexUnavailable)
    sent.size() in 1..2
    System.nanoTime() - begun < Duration.ofMillis(1_500).toNanos()
  }

  def "a whole write that is put off is sent again"() {
    given:
    answer = { id -> sent.size() < 3 ? null : 200 }

    when:
    write('a', 'b')
    then:
    sent == [['a', 'b']] * 3
  }

  def "a server that is not there is not asked again and again"() {
    given:
    server.stop(0)

    when:
    write('a')
    then:
    thrown(IndexUnavailable)
  }

  private void write(String... ids) {
    new Bulk(connection, 'x').write(ids.collect { new Bulk.Write(it, 1, null) })
  }

  private List bulk(List<String> lines) {
    def ids = lines.collect { new JsonSlurper().parseText(it).delete._id as String }
    sent << ids
    def statuses = ids.collect { answer(it) }
    if (statuses.contains(null)) {
      return [429, [error: [type: 'busy', reason: 'because'], status: 429]]
    }
    [200, [took: 1, errors: statuses.any { it >= 400 }, items: [ids, statuses].transpose().collect { id, status ->
      [delete: [_index: 'x', _id: id, status: status] + (status < 400 ? [_version: 1, result: 'deleted'] : [error: [type: 't', reason: 'because']])]
    }]]
  }
}
