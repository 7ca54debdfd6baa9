package duijie.database

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.sql.SQLException
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** The life of one data folder's database, from an interrupted first start on. */
@Stepwise
@Requires({ os.linux })
class EmbeddedDatabaseSpec extends Specification {

  @Shared @TempDir Path place
  @Shared Path data

  def setupSpec() {
    data = place.resolve('data')
  }

  def "a first start that was killed while it made the database is begun anew"() {
    given: 'what such a start leaves'
    DataFolder.open(data, false).close()
    def staging = Files.createDirectories(data.resolve('database.new/base'))
    Files.writeString(staging.resolve('1'), 'half a file')

    expect:
    running { database -> number(database, 'select 1') } == 1
    !Files.exists(data.resolve('database.new'))
  }

  def "it is PostgreSQL 18 with every setting on that keeps what was committed"() {
    expect:
    running { database ->
      text(database, "select current_setting('server_version')").startsWith('18.') &&
          ['fsync', 'synchronous_commit', 'full_page_writes'].every { text(database, "select current_setting('$it')") == 'on' }
    }
  }

  def "only this machine reaches it, and only with the password that the owner alone can read"() {
    expect:
    PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve('password'))) == 'rw-------'
    running { database ->
      assert text(database, "select current_setting('listen_addresses')") == '127.0.0.1'
      assert text(database, "select current_setting('unix_socket_directories')") == ''
      assert text(database, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules") == 'scram-sha-256'
      assert refused(new Database(database.url(), database.user(), 'guess'))
      assert refused(new Database(database.url(), database.user(), ''))
      true
    }
  }

  def "the application works as a role of its own, with a password of its own, also in a folder of an earlier version"() {
    given: 'what an earlier version left'
    running { database -> TestDatabase.execute(database, 'drop role duijie_app') }
    Files.delete(data.resolve('password-app'))

    expect:
    running(EmbeddedDatabase) { embedded ->
      embedded.database().migrate()
      def application = embedded.application()
      assert text(application, 'select current_user') == 'duijie_app'
      assert text(application, "select bool_or(rolsuper or rolcreaterole or rolcreatedb or rolbypassrls) from pg_roles where rolname = current_user") == 'f'
      assert number(application, 'select count(*) from project') == 0
      assert application.password() != embedded.database().password()
      assert refused(new Database(application.url(), application.user(), embedded.database().password()))
      true
    }
    PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve('password-app'))) == 'rw-------'

    and: 'the tables that come with a version are its own as well, once it is started'
    running(EmbeddedDatabase) { embedded ->
      TestDatabase.execute(embedded.database(), 'create table later (id integer primary key)')
      number(embedded.application(), 'select count(*) from later') == 0
    }
  }

  def "a role that does not exist is told in a sentence"() {
    when:
    TestDatabase.fresh().as('nobody_there', '')

    then:
    def refused = thrown(CannotStart)
    refused.code() == 'database-role-unusable'
    refused.chinese().contains('nobody_there')
  }

  def "what was committed is there after a clean stop, and no process remains"() {
    when:
    running { TestDatabase.execute(it, "create table note (text text); insert into note values ('𠮷')") }

    then:
    ChildJvm.allGone(data, 1)
    running { text(it, 'select text from note') } == '𠮷'
  }

  def "a database whose process was killed stops by itself and loses nothing"() {
    given:
    def holder = new ChildJvm(DatabaseHolder, [data.toString()])
    holder.line('READY')

    when:
    holder.kill()

    then:
    ChildJvm.allGone(data)
    running { number(it, 'select count(*) from visit') } == 1
  }

  def "a database that ends under a process that goes on is started again at the same place, with everything committed"() {
    expect:
    running { database ->
      TestDatabase.execute(database, 'create table kept (n int); insert into kept values (7)')
      2.times {
        def main = ChildJvm.postgres(data)
        assert main.size() == 1
        main[0].destroyForcibly()
        main[0].onExit().get()
        new PollingConditions(timeout: 20).eventually { assert number(database, 'select n from kept') == 7 }
      }
      true
    }
    ChildJvm.allGone(data)
  }

  def "a database left over without anyone to stop it is stopped by the next start"() {
    given: 'both the process and its watchdog are killed'
    def holder = new ChildJvm(DatabaseHolder, [data.toString()])
    holder.line('READY')
    holder.children().each { it.destroyForcibly(); it.onExit().get() }
    holder.kill()
    def left = ChildJvm.postgres(data)

    expect: 'it runs on'
    left.size() == 1

    and: 'until the next start, which finds what it committed'
    running { number(it, 'select count(*) from visit') } == 2
    !left[0].alive
    ChildJvm.allGone(data, 1)
  }

  def "a folder in use is refused to a second process, whose attempt disturbs nothing"() {
    given:
    def holder = new ChildJvm(DatabaseHolder, [data.toString()])
    holder.line('READY')

    when:
    DataFolder.open(data, false)

    then:
    def refused = thrown(CannotStart)
    refused.code() == 'data-folder-in-use'
    ChildJvm.postgres(data).size() == 1

    cleanup:
    holder?.close()
    ChildJvm.allGone(data)
  }

  def "a pid file that names #whose process is cleared away and that process left alone"() {
    given:
    def sleeper = new ProcessBuilder('sleep', '60').start()
    def other = pid == 'sleeper' ? sleeper.pid() : ChildJvm.postgres(anotherDatabase())[0].pid()
    Files.writeString(data.resolve('database/postmaster.pid'), "$other\n${data.resolve('database')}\n1\n5432\n\n127.0.0.1\n  1 1\nready   \n")

    expect:
    running { number(it, 'select 1') } == 1
    ProcessHandle.of(other).get().alive

    cleanup:
    sleeper?.destroyForcibly()

    where:
    whose                    | pid
    'another program\'s'     | 'sleeper'
    'another data folder\'s' | 'postgres'
  }

  def "a server that could lose what was committed is refused"() {
    given:
    def database = TestDatabase.fresh()
    TestDatabase.execute(database, 'alter database ' + text(database, 'select current_database()') + ' set synchronous_commit = off')

    when:
    database.requireDurability()

    then:
    def refused = thrown(CannotStart)
    refused.code() == 'database-not-durable'
    refused.chinese().contains('synchronous_commit=off')
  }

  private <T> T running(Class<?> as = Database, Closure<T> work) {
    DataFolder.open(data, false).withCloseable { folder ->
      EmbeddedDatabase.start(folder).withCloseable { work(as == Database ? it.database() : it) }
    }
  }

  private static Path anotherDatabase() {
    Path.of(text(TestDatabase.fresh(), "select current_setting('data_directory')")).parent
  }

  private static boolean refused(Database database) {
    try {
      database.connect().close()
      false
    } catch (SQLException e) {
      e.SQLState in ['28P01', '28000', '08004']
    }
  }

  private static String text(Database database, String query) {
    database.connect().withCloseable {
      def rows = it.createStatement().executeQuery(query)
      rows.next()
      rows.getString(1)
    }
  }

  private static long number(Database database, String query) {
    Long.parseLong(text(database, query))
  }
}
