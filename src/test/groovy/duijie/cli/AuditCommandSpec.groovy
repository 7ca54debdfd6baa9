package duijie.cli

import duijie.database.DataFolder
import duijie.database.EmbeddedDatabase
import duijie.database.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** One data folder's audit trail, from before it had one to after it was tampered with. */
@Stepwise
@Requires({ os.linux })
class AuditCommandSpec extends Specification {

  static final String ADD = """insert into audit_entry (roles, deed, outcome, record_kind, record_id)
      select '{OFFICER}', 'CHANGE', 'DONE', 'project', 'P-' || i from generate_series(1, 5) as i"""

  @Shared @TempDir Path place
  @Shared Path data
  @Shared String end

  def setupSpec() {
    data = place.resolve('data')
  }

  def "without a data folder nothing is made, and a sentence says so"() {
    expect:
    verify(data) == [2, "没有数据目录 ${data}。请用 --data 指定。".toString()]
    !Files.exists(data)
    verify(Files.createDirectories(place.resolve('other')))[0] == 2
    Files.list(place.resolve('other')).withCloseable { it.toList() } == []
  }

  def "a folder that was never started with a trail says so"() {
    given:
    running { }

    expect:
    verify(data)[0] == 1
    verify(data)[1].contains('没有审计记录表')
  }

  def "a trail in order is told with its end, also while a server works with the folder"() {
    when:
    def whileRunning = running {
      it.database().migrate()
      TestDatabase.execute(it.application(), ADD)
      verify(data)
    }
    def afterwards = verify(data)
    end = (whileRunning[1] =~ /5:[0-9a-f]{64}/)[0]

    then:
    whileRunning[0] == 0
    whileRunning[1] ==~ /审计记录完整，共 5 行。链尾（.*）：5:[0-9a-f]{64}/
    afterwards == whileRunning
    verify(data, '--noted', end)[0] == 0
  }

  def "what was noted has to be an end"() {
    expect:
    verify(data, '--noted', 'abc') == [2, '--noted 应是以前核对时输出的“行数:哈希”：abc']
  }

  def "tampering is named with the row's number, in either language"() {
    when:
    running {
      TestDatabase.execute(it.database(), """alter table audit_entry disable trigger all;
          update audit_entry set record_id = 'P-9' where number = 2;
          delete from audit_entry where number in (3, 5)""")
    }
    def (code, text) = verify(data)
    def (codeInEnglish, english) = verify(data, '--lang', 'en', '--noted', end)

    then:
    code == 1
    text.startsWith('''第 2 行：内容与写入时不同，或被移到了这个位置。
第 3 行：已被删除。
第 4 行：与前一行不衔接，前面的行被改动、删除或调换过。
第 5 行：末尾被截断，这一行已不存在。
审计记录共 3 行，发现 4 处问题。现在的链尾：4:''')
    codeInEnglish == 1
    english.readLines()[4] == 'Row 5: not the hash that was noted, or not there any more.'
    english.readLines()[5].startsWith('3 rows in the audit trail, 5 faults. Its end as it is now: 4:')
  }

  def "every fault has its sentence in both languages"() {
    expect:
    ['messages', 'messages_en'].every { name ->
      def words = new Properties()
      getClass().getResourceAsStream("/duijie/cli/${name}.properties").withReader('UTF-8') { words.load(it) }
      duijie.audit.ChainCheck.Kind.values().every { words.getProperty("audit.${it.name().toLowerCase().replace('_', '-')}") }
    }
  }

  private static List verify(Path folder, String... options) {
    def out = new StringWriter()
    def code = CommandLineProgram.run(Clock.systemUTC(), new PrintWriter(out, true), new PrintWriter(out, true),
        (['audit', 'verify', '--data', folder.toString()] + (options as List)) as String[])
    [code, out.toString().strip()]
  }

  private <T> T running(Closure<T> work) {
    DataFolder.open(data, false).withCloseable { folder ->
      EmbeddedDatabase.start(folder).withCloseable { work(it) }
    }
  }
}
