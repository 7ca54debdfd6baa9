package duijie.server

import duijie.Alongside
import duijie.LongRun
import duijie.agencies.Registering
import duijie.database.ChildJvm
import duijie.database.Database
import duijie.imports.Directory
import duijie.portal.web.Site
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A server that is killed while it imports a directory: all of it comes, once, and never a part. */
@Alongside('long specs')
@Requires({ os.linux })
class KilledImportSpec extends Specification {

  static final int ROWS = 3000

  @TempDir Path place

  ChildJvm server

  def cleanup() {
    server?.close()
  }

  def "killed while it imports, the next start finishes the import, and never is there half of it"() {
    expect:
    imported([900])
  }

  @LongRun
  def "killed at many moments of reading and importing, it ends up with all of it once"() {
    expect:
    imported([50, 400, 1200], [100, 700, 1500, 2500])
  }

  /**
   * @param confirmed how many milliseconds after it was confirmed, or after the next start, each kill falls
   * @param uploaded the same for the upload
   */
  private boolean imported(List<Integer> confirmed, List<Integer> uploaded = []) {
    def data = place.resolve('data')
    server = new ChildJvm(ServerProcess, [data.toString()])
    def person = signedIn(server)
    def before = count(data)
    def answer = person.upload('/agencies/import', [_form: Site.token(person.page('/agencies/import')), fresh: UUID.randomUUID().toString()], '名录.xlsx',
        Directory.of((1..ROWS).collect { Directory.agency(Registering.code(300_000 + it)) }))
    def page = answer.headers().firstValue('Location').get()
    uploaded.each { delay ->
      server = again(server, data, delay)
      assert count(data) == before
    }
    person = signedIn(server)
    def preview = awaited(person, page, '待确认')
    person.post("$page/confirm", [_form: Site.token(preview), version: (preview =~ /name="version" value="(\d+)"/)[0][1]])
    confirmed.each { delay ->
      server = again(server, data, delay)
      assert count(data) in [before, before + ROWS]
    }
    awaited(signedIn(server), page, '已完成')
    assert count(data) == before + ROWS
    assert rows(data, "select count(*) from audit_entry where deed = 'IMPORT_AGENCIES'") == 1
    assert rows(data, "select count(*) from audit_entry where deed = 'IMPORT_AGENCY'") == ROWS
    server.terminate()
    true
  }

  /** Kills it so long from now and starts it anew. */
  private static ChildJvm again(ChildJvm server, Path data, int delay) {
    Thread.sleep(delay)
    server.kill()
    assert ChildJvm.allGone(data)
    def next = new ChildJvm(ServerProcess, [data.toString()])
    next.line('READY')
    next
  }

  private static Site signedIn(ChildJvm server) {
    new Site(server.line('READY').split(' ')[1].replaceAll('/$', '')).signedIn('jingban')
  }

  private static String awaited(Site officer, String page, String state) {
    def end = System.nanoTime() + 60_000_000_000L
    while (System.nanoTime() < end) {
      def text = officer.page(page)
      if (text.contains(state)) {
        return text
      }
      Thread.sleep(100)
    }
    throw new AssertionError((Object) "it never came to $state: ${Site.text(officer.page(page))}")
  }

  private static long count(Path data) {
    rows(data, 'select count(*) from agency')
  }

  private static long rows(Path data, String query) {
    def port = Files.readAllLines(data.resolve('database/postmaster.pid'))[3].strip()
    new Database("jdbc:postgresql://127.0.0.1:$port/postgres", 'duijie', Files.readString(data.resolve('password')).strip()).connect().withCloseable {
      def row = it.createStatement().executeQuery(query)
      row.next()
      row.getLong(1)
    }
  }
}
