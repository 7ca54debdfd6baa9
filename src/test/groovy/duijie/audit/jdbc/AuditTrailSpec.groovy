package duijie.audit.jdbc

import duijie.audit.Actor
import duijie.audit.AuditEntries
import duijie.audit.AuditEntries.Filter
import duijie.audit.AuditTrail
import duijie.audit.Caller
import duijie.audit.ChainCheck
import duijie.audit.Entry
import duijie.audit.Entry.Subject
import duijie.audit.Snapshot
import duijie.database.Database
import duijie.database.TestDatabase
import io.micronaut.context.ApplicationContext
import io.micronaut.data.jdbc.runtime.JdbcOperations
import io.micronaut.transaction.TransactionOperations
import java.sql.SQLException
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.Specification

class AuditTrailSpec extends Specification {

  static final UUID OFFICER = UUID.fromString('6b0c6f1e-0000-4000-8000-0000000000aa')
  static final Caller BY = new Caller(
  new Actor(OFFICER, 'wangjuan', ['OFFICER', 'HEAD'] as Set, 'mzj-wangcang'), '192.0.2.7', 'Mozilla/5.0 (Windows NT 6.1)')

  Database owned = TestDatabase.fresh()
  Database application = TestDatabase.asApplication(owned)
  ApplicationContext context = ApplicationContext.run(application.properties())
  AuditTrail trail = context.getBean(AuditTrail)
  AuditEntries entries = context.getBean(AuditEntries)
  TransactionOperations transactions = context.getBean(TransactionOperations)
  JdbcOperations database = context.getBean(JdbcOperations)

  def cleanup() {
    context.close()
    TestDatabase.drop(owned)
  }

  def "an entry comes back as it was written down, naughty texts and all"() {
    given:
    def entry = Entry.changed(new Caller(BY.who(), '2001:db8::1', "=cmd|' /C calc'!A0 \u202e𠮷😀"), 'PUBLISH', new Subject('project', 'P-001/2'),
        Snapshot.of([name: '关爱"空巢"老人\\', state: 'DRAFT']), Snapshot.of([name: '关爱"空巢"老人\\', state: 'PUBLISHED']))

    when:
    def earlier = Instant.now()
    trail.record(entry)
    trail.record(Entry.done(Caller.program('demonstration'), 'FILL', new Subject('data-folder', '')))
    def written = entries.newest(Filter.NONE, null, 10)

    then:
    written*.number() == [2L, 1L]
    written[1].entry() == entry
    written[0].entry().by() == new Caller(null, null, 'demonstration')
    !written[1].at().isBefore(earlier.minusSeconds(5))
    faults() == []
  }

  def "what strangers send is written down, cut and marked, rather than refused"() {
    when:
    trail.record(Entry.refused(new Caller(null, null, 'x\u0000y\ud800' + '𠮷' * 1000), 'SIGN_IN', new Subject('sign-in', 'a\u0000b')))

    then:
    def entry = entries.newest(Filter.NONE, null, 1)[0].entry()
    entry.subject().id() == 'a\ufffdb'
    entry.by().userAgent().startsWith('x\ufffdy')
    entry.by().userAgent().endsWith('𠮷')
    entry.by().userAgent().length() < 1000
    faults() == []
  }

  def "a change and its entry come to be together or not at all"() {
    when: 'a change that fails after it was recorded'
    transactions.executeWrite {
      change('none')
      trail.record(changed('P-1'))
      throw new IllegalStateException('later on')
    }
    then:
    thrown(IllegalStateException)
    changes() == []
    entries.newest(Filter.NONE, null, 10) == []

    when: 'a change whose entry cannot be written'
    transactions.executeWrite {
      change('unrecorded')
      trail.record(Entry.added(BY, 'ADD', new Subject('project', 'P-1'), new Snapshot('no json at all')))
    }
    then:
    thrown(Exception)
    changes() == []
    entries.newest(Filter.NONE, null, 10) == []

    when: 'one that goes well'
    transactions.executeWrite {
      trail.record(changed('P-1'))
      change('recorded')
    }
    then:
    changes() == ['recorded']
    entries.newest(Filter.NONE, null, 10)*.entry()*.subject()*.id() == ['P-1']
  }

  def "a refusal stays although the transaction around it is taken back"() {
    when:
    transactions.executeWrite {
      change('none')
      trail.record(Entry.refused(BY, 'MANAGE_ACCOUNTS', new Subject('account', 'x')))
      throw new IllegalStateException('not allowed')
    }

    then:
    thrown(IllegalStateException)
    changes() == []
    entries.newest(Filter.NONE, null, 10)*.entry()*.outcome() == [Entry.Outcome.REFUSED]
  }

  def "writers at the same time make one chain without gaps, some of them failing in between"() {
    given:
    def writers = 8
    def each = 40
    def together = new CyclicBarrier(writers)
    def threads = Executors.newFixedThreadPool(writers)

    when:
    def done = (1..writers).collect { writer ->
      threads.submit({
        together.await()
        (1..each).count { round ->
          try {
            transactions.executeWrite {
              trail.record((1..3).collect { changed("$writer-$round-$it") })
              change("$writer-$round")
              if ((writer + round) % 5 == 0) {
                throw new IllegalStateException('taken back')
              }
            }
            true
          } catch (IllegalStateException ignored) {
            false
          }
        }
      } as Callable<Long>)
    }.sum { it.get(120, TimeUnit.SECONDS) }

    then:
    done == writers * each * 4 / 5
    changes().size() == done
    def written = entries.newest(Filter.NONE, null, 10_000)
    written*.number().reverse() == (1L..(done * 3)).toList()
    faults() == []

    and: 'what was recorded together stands together'
    written.reverse().collate(3).every { group -> group*.entry()*.subject()*.id().collect { it[0..<it.lastIndexOf('-')] }.unique().size() == 1 }

    cleanup:
    threads.shutdownNow()
  }

  def "transactions that record and then wait for each other's rows do not lock each other out"() {
    given: 'a row that both change, and an entry of each before it does'
    transactions.executeWrite { change('contended') }
    def both = new CyclicBarrier(2)
    def threads = Executors.newFixedThreadPool(2)

    when:
    def results = [1, 2].collect { writer ->
      threads.submit({
        transactions.executeWrite {
          trail.record(changed("P-$writer"))
          both.await(20, TimeUnit.SECONDS)
          database.prepareStatement("update sign_in_attempt set made = now() where key = 'contended'", { it.executeUpdate() })
        }
      } as Callable<Integer>)
    }

    then:
    results.every { it.get(30, TimeUnit.SECONDS) == 1 }
    entries.newest(Filter.NONE, null, 10).size() == 2

    cleanup:
    threads.shutdownNow()
  }

  def "the application can add and read, and do nothing else: #statement"() {
    given:
    trail.record(changed('P-1'))
    def before = rows()

    when:
    TestDatabase.execute(application, statement)

    then:
    def refused = thrown(SQLException)
    refused.SQLState == '42501'
    rows() == before

    where:
    statement << [
      "update audit_entry set deed = 'NOTHING'",
      'delete from audit_entry',
      'truncate audit_entry',
      'drop table audit_entry',
      'alter table audit_entry disable trigger all',
      "update audit_head set entries = 0",
      'delete from audit_head',
      "insert into audit_head (only_row, entries, hash) values (true, 0, '')",
      "set session_replication_role = replica",
      'create or replace function audit_refuse() returns trigger language plpgsql as $$ begin return null; end $$',
      'update flyway_schema_history set checksum = 0'
    ]
  }

  def "whoever may insert chooses neither number nor time nor hash"() {
    when:
    TestDatabase.execute(application, """
        insert into audit_entry (number, at, roles, deed, outcome, record_kind, record_id, algorithm, previous_hash, hash)
        values (77, '1999-01-01', '{}', 'FORGE', 'DONE', 'project', 'P-1', 'none', 'x', 'x')""")

    then:
    def written = entries.newest(Filter.NONE, null, 10)
    written*.number() == [1L]
    written[0].at().isAfter(Instant.parse('2020-01-01T00:00:00Z'))
    faults() == []
  }

  def "even the owner is refused, unless they switch the guard off: #statement"() {
    given:
    trail.record(changed('P-1'))

    when:
    TestDatabase.execute(owned, statement)

    then:
    def refused = thrown(SQLException)
    refused.message.contains('append-only')

    where:
    statement << ["update audit_entry set deed = 'NOTHING'", 'delete from audit_entry', 'truncate audit_entry',
      'update audit_head set entries = 0', 'delete from audit_head', 'truncate audit_head']
  }

  def "the auditor filters by who, what, record and time, page by page"() {
    given:
    trail.record((1..5).collect { changed("P-$it") })
    trail.record(Entry.refused(new Caller(null, '198.51.100.1', null), 'MANAGE_ACCOUNTS', new Subject('account', 'P-2')))
    def all = entries.newest(Filter.NONE, null, 10)

    expect:
    numbers(filter) == expected

    and:
    numbers(new Filter(null, null, null, null, null, all[0].at(), null)) == [6L]
    numbers(new Filter(null, null, null, null, null, null, all[4].at())) == [1L]

    and: 'pages'
    entries.newest(Filter.NONE, null, 4)*.number() == [6L, 5L, 4L, 3L]
    entries.newest(Filter.NONE, 3L, 4)*.number() == [2L, 1L]
    entries.newest(Filter.NONE, 1L, 4) == []

    where:
    filter                                                                   || expected
    new Filter('wangjuan', null, null, null, null, null, null)               || [5L, 4L, 3L, 2L, 1L]
    new Filter('somebody', null, null, null, null, null, null)               || []
    new Filter(null, 'MANAGE_ACCOUNTS', null, null, null, null, null)        || [6L]
    new Filter(null, null, Entry.Outcome.REFUSED, null, null, null, null)    || [6L]
    new Filter(null, null, null, 'project', null, null, null)                || [5L, 4L, 3L, 2L, 1L]
    new Filter('wangjuan', 'CHANGE', Entry.Outcome.DONE, 'project', 'P-2', null, null) || [2L]
    new Filter(null, null, null, 'account', 'P-2', null, null)               || [6L]
  }

  private List<Long> numbers(Filter filter) {
    entries.newest(filter, null, 10)*.number()
  }

  private static Entry changed(String id) {
    Entry.changed(BY, 'CHANGE', new Subject('project', id), Snapshot.of([state: 'DRAFT']), Snapshot.of([state: 'PUBLISHED']))
  }

  /** Any change beside the trail. */
  private void change(String key) {
    database.prepareStatement('insert into sign_in_attempt (key, made) values (?, now())', {
      it.setString(1, key)
      it.executeUpdate()
    })
  }

  private List<String> changes() {
    texts('select key from sign_in_attempt')
  }

  private List<String> rows() {
    texts('select to_jsonb(e) from audit_entry e order by number') + texts('select to_jsonb(h) from audit_head h')
  }

  private List<String> texts(String query) {
    owned.connect().withCloseable {
      def rows = it.createStatement().executeQuery(query)
      def all = []
      while (rows.next()) {
        all << rows.getString(1)
      }
      all
    }
  }

  private List faults() {
    def faults = []
    owned.connect().withCloseable { AuditChains.check(it, new ChainCheck(null, { faults << it }), { }) }
    faults
  }
}
