package duijie.server

import duijie.Alongside
import duijie.LongRun
import duijie.database.ChildJvm
import duijie.database.Database
import duijie.portal.web.Site
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.zip.ZipInputStream
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A server that is killed in the middle of its first start is none the worse for it. */
@Alongside('long specs')
@Requires({ os.linux })
class KilledServerSpec extends Specification {

  /** What the server says as it comes along; each kill falls a moment after one of these. */
  static final List<String> STAGES = ['', 'the embedded database is up', 'the tables are', 'filling', 'filled', 'building the index']

  @TempDir Path place

  def "killed once at three stages of its first start, it ends up as if nothing had happened"() {
    given:
    def expected = served(place.resolve('undisturbed'))
    def data = place.resolve('data')

    when:
    [[0, 900], [3, 5], [5, 2]].each { stage, delay -> kill(data, stage, delay) }

    then:
    same(served(data), expected)
  }

  @LongRun
  def "killed at any of twenty moments of its first fill and index build, its next start completes it"() {
    given:
    def random = new Random(20261124)
    def expected = served(place.resolve('undisturbed'))

    expect:
    (0..<20).every { round ->
      def data = place.resolve("data-$round")
      kill(data, round < 4 ? round : 2 + random.nextInt(4), random.nextInt(round % 4 == 0 ? 700 : 60))
      same(served(data), expected)
    }
  }

  def "stopped by SIGTERM it leaves no process behind and the folder free"() {
    given:
    def data = place.resolve('data')
    def server = new ChildJvm(ServerProcess, [data.toString()])
    server.line('READY')

    expect:
    server.terminate() == 143
    ChildJvm.allGone(data, 1)

    cleanup:
    server?.close()
  }

  def "asked to stop while it answers, it finishes what it has begun"() {
    given:
    def data = place.resolve('data')
    def server = new ChildJvm(ServerProcess, [data.toString()])
    def address = server.line('READY').split(' ')[1]
    def threads = Executors.newFixedThreadPool(4)
    def organizer = new Site(address.replaceAll('/$', '')).signedIn('zuzhi')

    when:
    def downloads = (1..4).collect {
      threads.submit({ -> organizer.bytes('/matchmaking.xlsx').body() } as Callable<byte[]>)
    }
    Thread.sleep(300)
    def code = server.terminate()

    then: 'whole workbooks came'
    code == 143
    downloads.every { new ZipInputStream(new ByteArrayInputStream(it.get())).withCloseable { zip ->
        int entries = 0
        while (zip.nextEntry) {
          zip.transferTo(OutputStream.nullOutputStream())
          entries++
        }
        entries > 5
      }
    }
    ChildJvm.allGone(data, 1)

    cleanup:
    threads.shutdownNow()
    server?.close()
  }

  /** Starts it and kills it some milliseconds after it has come to this stage. */
  private static void kill(Path data, int stage, int delay) {
    def server = new ChildJvm(ServerProcess, [data.toString()])
    server.lineOrEnd(STAGES[stage], STAGES.last())
    Thread.sleep(delay)
    server.kill()
  }

  private static boolean same(Map<String, Object> actual, Map<String, Object> expected) {
    assert actual.keySet() == expected.keySet()
    actual.each { name, content -> assert content == expected[name], name }
    expected.projects.size() > 90 && expected.agencies.size() > 70
  }

  /** Serves the folder until it is ready, reads everything, and stops it in order. */
  private static Map<String, Object> served(Path data) {
    new ChildJvm(ServerProcess, [data.toString()]).withCloseable { server ->
      def address = server.line('READY').split(' ')[1]
      def main = ChildJvm.postgres(data)
      assert main.size() == 1
      def own = [main[0].pid()] + main[0].children().map { it.pid() }.toList()
      def strays = ChildJvm.processes(data).findAll { it.alive && !own.contains(it.pid()) && it.parent().map { p -> p.pid() }.orElse(0L) != main[0].pid() }
      assert strays*.pid() == []
      def database = database(data)
      def site = new Site(address.replaceAll('/$', ''))
      def officer = site.signedIn('jingban')
      def read = [
          projects: rows(database, "select to_jsonb(p) - 'stored_at' from project p order by id"),
          agencies: rows(database, "select to_jsonb(a) - 'stored_at' from agency a order by id"),
          folder  : rows(database, "select to_jsonb(f) - 'created_at' - 'filled_at' from data_folder f"),
          pages   : ['', 'projects', 'agencies', 'projects/YS-P01', 'agencies/YS-A01'].collectEntries { [it, page(site, "/$it") + page(officer, "/$it")] }
      ]
      assert server.terminate() == 143
      assert ChildJvm.allGone(data, 1)
      read
    }
  }

  /** What a visitor reads; the clock of the page is its own. */
  private static String page(Site visitor, String path) {
    visitor.page(path).replaceAll(/\d{1,2}:\d{2}(:\d{2})?/, 'TIME').replaceAll(/name="_form" value="[^"]*"/, 'TOKEN')
  }

  private static List<String> rows(Database database, String query) {
    database.connect().withCloseable {
      def rows = it.createStatement().executeQuery(query)
      def all = []
      while (rows.next()) {
        all << rows.getString(1)
      }
      all
    }
  }

  private static Database database(Path data) {
    def port = Files.readAllLines(data.resolve('database/postmaster.pid'))[3].strip()
    new Database("jdbc:postgresql://127.0.0.1:$port/postgres", 'duijie', Files.readString(data.resolve('password')).strip())
  }
}
