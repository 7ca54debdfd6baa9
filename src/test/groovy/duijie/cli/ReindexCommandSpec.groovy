package duijie.cli

import duijie.Alongside
import duijie.database.ChildJvm
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.server.ServerProcess
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

@Alongside('long specs')
@Requires({ os.linux })
class ReindexCommandSpec extends Specification {

  @TempDir Path place

  def "a running site builds its index anew and answers meanwhile; one that does not run needs it not"() {
    given:
    def data = place.resolve('data')
    def server = new ChildJvm(ServerProcess, [data.toString()])
    def address = server.line('READY').split(' ')[1]
    def database = database(data)

    when: 'a project is renamed by SQL'
    TestDatabase.execute(database, "update project set name = '盘龙镇太空漫步服务项目' where id = 'YS-P01'")
    def begun = System.nanoTime()
    while (!found(address)) {
      assert System.nanoTime() - begun < 2e9
      Thread.sleep(20)
    }
    def old = text(database, 'select name from search_index')
    def (code, said) = reindex(data)

    then:
    code == 0
    said.readLines().last() == '检索索引已重建并启用。'
    text(database, 'select name from search_index') != old
    found(address)
    new URL(address + 'health').text == 'ok\n'

    when: 'it has ended'
    server.terminate()
    then:
    reindex(data) == [0, '没有正在运行的网站。检索索引在每次启动时都从数据库重建，不需要另外处理。']

    and: 'a folder that is none is told of'
    reindex(place.resolve('none'))[0] == 2

    cleanup:
    server?.close()
  }

  private static boolean found(String address) {
    new URL(address + 'projects?q=' + URLEncoder.encode('太空漫步', 'UTF-8')).getText('UTF-8').contains('盘龙镇太空漫步服务项目')
  }

  private static List reindex(Path data) {
    def out = new StringWriter()
    def code = CommandLineProgram.run(Clock.systemUTC(), new PrintWriter(out, true), new PrintWriter(out, true), 'reindex', '--data', data.toString())
    [code, out.toString().strip()]
  }

  private static String text(Database database, String query) {
    database.connect().withCloseable {
      def rows = it.createStatement().executeQuery(query)
      rows.next()
      rows.getString(1)
    }
  }

  private static Database database(Path data) {
    def port = Files.readAllLines(data.resolve('database/postmaster.pid'))[3].strip()
    new Database("jdbc:postgresql://127.0.0.1:$port/postgres", 'duijie', Files.readString(data.resolve('password')).strip())
  }
}
