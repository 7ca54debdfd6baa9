package duijie.cli

import duijie.Alongside
import duijie.Application
import duijie.database.ChildJvm
import duijie.matching.elasticsearch.SearchServer
import duijie.server.ServerProcess
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** Care of an index on search servers, by the command line. */
@Alongside('long specs')
@Requires({ os.linux })
class IndexCommandSpec extends Specification {

  static final String WHOLE = '索引与数据库一致。'

  @TempDir Path place

  def "what somebody did to the index is found, told, and mended by the running site"() {
    given:
    def data = place.resolve('data')
    def node = SearchServer.shared().awaitAnswer()
    def name = 'index_command'
    def servers = [DUIJIE_ELASTICSEARCH_URL: node.toString(), DUIJIE_ELASTICSEARCH_INDEX: name, DUIJIE_ELASTICSEARCH_REPLICAS: '0']
    def site = new ChildJvm(ServerProcess, [data.toString()], [], servers)
    site.line('READY')

    expect:
    with(verify(data, servers)) {
      it[0] == 0
      it[1].last() == WHOLE
      it[1].any { it ==~ /机构 \d+ 家，已逐条核对。/ }
    }

    when: 'an agency is taken out, a project is given another revision, and one comes that there never was'
    def agency = anyId(node, "$name-agencies")
    def project = anyId(node, "$name-projects")
    ask(node, 'DELETE', "/$name-agencies/_doc/$agency")
    ask(node, 'PUT', "/$name-projects/_doc/$project?version=77&version_type=external", [id: project, order: 'x'])
    ask(node, 'PUT', "/$name-projects/_doc/nobody?version=1&version_type=external", [id: 'nobody', order: 'x'])
    ask(node, 'POST', "/$name-agencies,$name-projects/_refresh")
    def (code, said) = verify(data, servers)

    then:
    code == 1
    said.containsAll(["机构 $agency：索引里没有。" as String, "项目 $project：索引里是另一个时间的内容。" as String, '项目 nobody：数据库里没有，索引里还有。'])
    said.last().startsWith('不一致的已经排队')

    and: 'within seconds all is well'
    new PollingConditions(timeout: 30, delay: 0.5).eventually { assert verify(data, servers)[0] == 0 }

    when: 'the servers are away'
    def away = verify(data, servers + [DUIJIE_ELASTICSEARCH_URL: "http://127.0.0.1:${closedPort()}" as String])
    then:
    away[0] == 1
    away[1].last().startsWith('检索服务器没有应答：')

    and: 'where none are named there is nothing to do'
    verify(data, [:]) == [0, ['没有配置检索服务器（DUIJIE_ELASTICSEARCH_URL）。内置的检索索引在每次启动时都从数据库重建，不需要核对。']]

    cleanup:
    site?.terminate()
  }

  private static List verify(Path data, Map<String, String> servers) {
    def command = new ChildJvm(Application, ['index', 'verify', '--data', data.toString()], ['-Dstdout.encoding=UTF-8', '-Dstderr.encoding=UTF-8', '-Duser.language=zh'], servers)
    assert command.process.waitFor(60, TimeUnit.SECONDS)
    Thread.sleep(200)
    [command.process.exitValue(), command.output().findAll { !it.startsWith('WARNING') }]
  }

  private static String anyId(URI node, String index) {
    def found = ask(node, 'POST', "/$index/_search", [size: 1, sort: ['id'], _source: false])
    found.hits.hits[0]._id
  }

  private static Object ask(URI node, String method, String path, Map body = null) {
    def request = HttpRequest.newBuilder(node.resolve(path)).header('Content-Type', 'application/json')
      .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(groovy.json.JsonOutput.toJson(body))).build()
    HttpClient.newHttpClient().withCloseable { client ->
      def answer = client.send(request, BodyHandlers.ofString())
      assert answer.statusCode() in [200, 201]: answer.body()
      new groovy.json.JsonSlurper().parseText(answer.body())
    }
  }

  private static int closedPort() {
    new ServerSocket(0).withCloseable { it.localPort }
  }
}
