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
import java.util.concurrent.Callable
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A server that is killed while people write: what it said yes to is there, nothing is there by half, and it is found. */
@Alongside('long specs')
@Requires({ os.linux })
class KilledWhileWritingSpec extends Specification {

  static final int ROWS = 150
  static final String PROJECT = '续写不停'
  static final String AGENCY = '续写机构'

  static final Map<String, String> GOOD = [
      buyer: '旺苍县民政局', region: '四川省/广元市/旺苍县', fields: '养老', need: '为60名独居老人每周探访两次。', budget: '15万', 'term-months': '12', regime: '比选',
      'respond-by': '2099-12-31 17:00',
  ]

  @TempDir Path place

  ChildJvm server

  final AtomicInteger number = new AtomicInteger()
  final AtomicInteger files = new AtomicInteger()

  static final List<String> KINDS = ['draft', 'published', 'question', 'profile', 'import']

  /** What somebody was told that it is done: what it was, and a query that counts it. */
  final List<List<String>> promised = new CopyOnWriteArrayList()

  def "killed twice while people write, it keeps what it said yes to"() {
    expect:
    survives(2)
  }

  @LongRun
  def "killed twenty times while people write, it keeps what it said yes to"() {
    expect:
    survives(20)
  }

  def cleanup() {
    server?.close()
  }

  private boolean survives(int kills) {
    def random = new Random(20261124)
    def data = place.resolve('data')
    server = serving(data)
    def asked = publish(site(server).signedIn('jingban'), site(server).signedIn('fuzeren'))
    for (int killed = 0; killed < kills; killed++) {
      write(asked, 1500 + random.nextInt(2500))
      assert ChildJvm.allGone(data)
      server = serving(data)
      kept(data)
      found(data, site(server))
    }
    println "killed $kills times: ${promised.size()} promises kept, of which ${promised.countBy { it[0] }}"
    assert promised.countBy { it[0] }.keySet().containsAll(KINDS)
    server.terminate()
    true
  }

  /** Four people write until the server is killed. */
  private void write(String project, int milliseconds) {
    def officer = site(server).signedIn('jingban')
    def head = site(server).signedIn('fuzeren')
    def agency = site(server).signedIn('jigou')
    def importer = site(server).signedIn('jingban')
    def threads = Executors.newFixedThreadPool(4)
    def works = [
        { publish(officer, head) },
        { ask(agency, project) },
        { keep(agency) },
        { importDirectory(importer) },
    ].collect { work -> threads.submit({ while (true) { work() } } as Callable) }
    everythingPromised()
    Thread.sleep(milliseconds)
    server.kill()
    threads.shutdown()
    works.each { work ->
      try {
        work.get()
      } catch (java.util.concurrent.ExecutionException gone) {
        // The connection broke: what was under way then was not promised.
        assert gone.cause instanceof IOException
      }
    }
  }

  /** However slow the machine is, nobody is killed before each of the four has got something done. */
  private void everythingPromised() {
    long end = System.nanoTime() + 120_000_000_000L
    while (!(promised.countBy { it[0] }.keySet().containsAll(KINDS)) && System.nanoTime() < end) {
      Thread.sleep(50)
    }
  }

  /** Drafts a project and publishes it; answers with its number. */
  private String publish(Site officer, Site head) {
    def name = "$PROJECT${number.incrementAndGet()}号项目".toString()
    def list = officer.page('/drafts')
    def path = officer.post('/drafts', [fresh: (list =~ /name="fresh" value="([^"]+)"/)[0][1], _form: Site.token(list)]).headers().firstValue('Location').get()
    def id = path.split('/').last()
    done(officer.submit(path, GOOD + [name: name, version: '1', submit: '1']))
    promised << ['draft', "select count(*) from publication where id = '$id' and typed->>'NAME' = '$name' and stage in ('SUBMITTED', 'PUBLISHED')".toString()]
    done(head.submit(path, [version: '3'], "$path/publish"))
    promised << ['published', "select count(*) from project join notice on notice.project = project.id where name = '$name' and notice.publication = '$id'".toString()]
    (officer.page(path) =~ /href="\/projects\/([^"]+)"/)[0][1]
  }

  private void ask(Site agency, String project) {
    def text = "第${number.incrementAndGet()}问".toString()
    done(agency.submit("/questions/new?project=$project", [fresh: UUID.randomUUID().toString(), project: project, text: text], '/questions'))
    promised << ['question', "select count(*) from question where text = '$text'".toString()]
  }

  private void keep(Site agency) {
    def text = "经验${number.incrementAndGet()}".toString()
    def page = agency.page('/agency/profile/sections/experience')
    done(agency.post('/agency/profile/sections/experience', [experience: text, version: (page =~ /name="version" value="(\d+)"/)[0][1], _form: Site.token(page)]))
    promised << ['profile', "select count(*) from audit_entry where deed = 'SAVE_PROFILE' and \"after\"::text like '%\"$text\"%'".toString()]
  }

  private void importDirectory(Site officer) {
    int file = files.incrementAndGet()
    def rows = (1..ROWS).collect { Directory.agency(Registering.code(500_000 + file * ROWS + it), ['机构名称': "$AGENCY${file}之$it".toString()]) }
    def form = officer.page('/agencies/import')
    def page = officer.upload('/agencies/import', [_form: Site.token(form), fresh: UUID.randomUUID().toString()], '名录.xlsx', Directory.of(rows)).headers().firstValue('Location').get()
    def preview = officer.page(page)
    while (!preview.contains('待确认')) {
      Thread.sleep(20)
      preview = officer.page(page)
    }
    done(officer.post("$page/confirm", [_form: Site.token(preview), version: (preview =~ /name="version" value="(\d+)"/)[0][1]]))
    promised << ['import', "select count(*) / $ROWS from agency where name like '$AGENCY${file}之%'".toString()]
  }

  private static void done(answer) {
    assert answer.statusCode() == 303: Site.text(answer.body())
  }

  /** Everything that was promised is there once, an import as soon as it has been taken up again; nothing is there by half. */
  private void kept(Path data) {
    def end = System.nanoTime() + 60_000_000_000L
    def missing = promised.findAll { count(data, it[1]) != 1 }
    while (missing.any { it[0] == 'import' } && System.nanoTime() < end) {
      Thread.sleep(200)
      missing = missing.findAll { count(data, it[1]) != 1 }
    }
    assert missing == []
    assert (1..Math.max(1, files.get())).every { count(data, "select count(*) from agency where name like '$AGENCY${it}之%'") in [0L, ROWS as long] }
    assert count(data, "select count(*) from project where name like '$PROJECT%' and not exists (select from notice where notice.project = project.id)") == 0
  }

  /** Within a minute the index finds as many as the database has. */
  private static void found(Path data, Site anybody) {
    def end = System.nanoTime() + 60_000_000_000L
    def drift = { ->
      [['/projects', PROJECT, 'project'], ['/agencies', AGENCY, 'agency']].findAll { path, words, table ->
        Site.total(anybody.page("$path?q=${URLEncoder.encode(words, 'UTF-8')}")) != count(data, "select count(*) from $table where name like '$words%'")
      }
    }
    def now = drift()
    while (now && System.nanoTime() < end) {
      Thread.sleep(200)
      now = drift()
    }
    assert now == []
  }

  private static ChildJvm serving(Path data) {
    def server = new ChildJvm(ServerProcess, [data.toString()])
    server.line('READY')
    server
  }

  private static Site site(ChildJvm server) {
    new Site(server.line('READY').split(' ')[1].replaceAll('/$', ''))
  }

  private static long count(Path data, String query) {
    def port = Files.readAllLines(data.resolve('database/postmaster.pid'))[3].strip()
    new Database("jdbc:postgresql://127.0.0.1:$port/postgres", 'duijie', Files.readString(data.resolve('password')).strip()).connect().withCloseable {
      def row = it.createStatement().executeQuery(query)
      row.next()
      row.getLong(1)
    }
  }
}
