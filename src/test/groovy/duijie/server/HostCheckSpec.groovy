package duijie.server

import duijie.database.Database
import duijie.database.TestDatabase
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class HostCheckSpec extends Specification {

  @Shared Database database = TestDatabase.fresh()
  @Shared @AutoCleanup EmbeddedServer server = ApplicationContext.run(EmbeddedServer, database.properties())

  def "a request for #host is #answer"() {
    expect:
    status(server.port, "Host: $host") == code

    where:
    host                       || code | answer
    'localhost:8080'           || 200  | 'answered'
    'LOCALHOST'                || 200  | 'answered'
    '127.0.0.1:1'              || 200  | 'answered'
    '[::1]:8080'               || 200  | 'answered'
    'evil.example'             || 421  | 'refused'
    'evil.example:8080'        || 421  | 'refused'
    'localhost.evil.example'   || 421  | 'refused'
    'localhost:80:80'          || 421  | 'refused'
    '127.0.0.1.nip.io'         || 421  | 'refused'
    ''                         || 421  | 'refused'
  }

  def "a request that does not say for whom it is is refused"() {
    expect:
    status(server.port, 'X-Nothing: x') == 421
  }

  def "an address that nobody can read is a bad request, whoever it is for: #path"() {
    expect:
    status(server.port, 'Host: localhost', path) == 400

    where:
    path << ['/%', '/%zz', '/projects/%e4%b', '/projects?q=%']
  }

  def "whoever binds to another address answers for names of its own"() {
    given:
    def open = ApplicationContext.run(EmbeddedServer, TestDatabase.properties() + ['duijie.loopback': 'false'])

    expect:
    status(open.port, 'Host: duijie.example') == 200

    cleanup:
    open.close()
  }

  private static int status(int port, String header, String path = '/health') {
    new Socket('127.0.0.1', port).withCloseable { socket ->
      socket.outputStream << "GET $path HTTP/1.1\r\n$header\r\nConnection: close\r\n\r\n"
      socket.outputStream.flush()
      socket.inputStream.newReader('UTF-8').readLine().split(' ')[1] as int
    }
  }
}
