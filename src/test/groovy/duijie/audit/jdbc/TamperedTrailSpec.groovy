package duijie.audit.jdbc

import static duijie.audit.ChainCheck.Kind.*

import duijie.audit.ChainCheck
import duijie.audit.ChainCheck.Anchor
import duijie.audit.ChainCheck.Fault
import duijie.database.Database
import duijie.database.TestDatabase
import spock.lang.Specification

/** Whatever the owner of the database does to the trail with its guards off is found. */
class TamperedTrailSpec extends Specification {

  /** Number of rows in the trail that is tampered with. */
  static final int ROWS = 12

  Database owned = TestDatabase.fresh()
  Anchor end

  def setup() {
    TestDatabase.execute(owned, """
        insert into audit_entry (account, sign_in_name, roles, organisation, deed, outcome, record_kind, record_id, address, user_agent, before, after)
        select case when i % 3 = 0 then null else gen_random_uuid() end, case when i % 3 = 0 then null else 'wang' || i end,
               case i % 3 when 0 then '{}' when 1 then '{OFFICER}' else '{HEAD,OFFICER}' end::text[], '旺苍县民政局', 'CHANGE', 'DONE', 'project', 'P-' || i,
               '192.0.2.' || i, 'Mozilla', case when i % 2 = 0 then '{"a": 1, "a": "𠮷"}'::json end, '{"state":"PUBLISHED"}'
          from generate_series(1, $ROWS) as i""")
    end = check()[1]
  }

  def cleanup() {
    TestDatabase.drop(owned)
  }

  def "an untouched trail is in order, and says how it ends"() {
    expect:
    check()[0] == []
    end.entries() == ROWS
    end.hash() ==~ /[0-9a-f]{64}/
    check(end)[0] == []
  }

  def "a trail without rows is in order"() {
    given:
    tamper("truncate audit_entry; update audit_head set entries = 0, hash = decode(repeat('00', 32), 'hex')")

    expect:
    check() == [[], Anchor.EMPTY]
    check(Anchor.EMPTY)[0] == []
  }

  def "a row whose #column was changed is found"() {
    when:
    tamper("update audit_entry set $column = $value where number = 5")

    then:
    check()[0] == [fault(CHANGED, 5)]

    where:
    column         | value
    'at'           | "at + interval '1 microsecond'"
    'account'      | 'gen_random_uuid()'
    'account'      | 'null'
    'sign_in_name' | "'li'"
    'roles'        | "'{HEAD}'"
    'roles'        | "'{}'"
    'roles'        | "'{HEAD,OFFICER,CHANGE}'"
    'organisation' | 'null'
    'deed'         | "''"
    'outcome'      | "'REFUSED'"
    'record_kind'  | "'agency'"
    'record_id'    | "'P-55'"
    'address'      | "''"
    'user_agent'   | "'Mozilla '"
    'before'       | "'{}'"
    'after'        | "'{\"state\": \"PUBLISHED\"}'"
    'after'        | 'null'
  }

  def "texts moved from one column to the next are found, although together they read the same"() {
    when:
    tamper("update audit_entry set record_kind = 'projectP', record_id = '-5' where number = 5")

    then:
    check()[0] == [fault(CHANGED, 5)]
  }

  def "a changed hash is found, also where the next row was made to follow it"() {
    when:
    tamper("update audit_entry set hash = sha256('x') where number = 5")
    then:
    check()[0] == [fault(CHANGED, 5), fault(DETACHED, 6)]

    when:
    tamper("update audit_entry set previous_hash = sha256('x') where number = 6")
    then:
    check()[0] == [fault(CHANGED, 5), fault(CHANGED, 6)]
  }

  def "a row that was changed and given a right hash again is found by the row after it"() {
    when: 'the guard of the table does the work, on the last row but one'
    tamper("""
        create temporary table kept as select * from audit_entry where number = 12;
        delete from audit_entry where number >= 11;
        alter table audit_entry enable trigger chain;
        insert into audit_entry (roles, deed, outcome, record_kind, record_id) values ('{}', 'NOTHING', 'DONE', 'project', 'P-11');
        alter table audit_entry disable trigger chain;
        insert into audit_entry select * from kept""")

    then:
    check()[0] == [fault(DETACHED, 12)]
  }

  def "#rows deleted are found"() {
    when:
    tamper("delete from audit_entry where number between $first and $last")

    then:
    check()[0] == faults

    where:
    rows                | first | last || faults
    'rows in the middle are' | 5 | 7   || [new Fault(MISSING, 5, 7), fault(DETACHED, 8)]
    'the first row is'  | 1     | 1    || [new Fault(MISSING, 1, 1), fault(DETACHED, 2)]
    'the last rows are' | 11    | 12   || [new Fault(CUT_OFF, 11, 12)]
    'all rows are'      | 1     | 12   || [new Fault(CUT_OFF, 1, 12)]
  }

  def "rows numbered on over a gap are found"() {
    when:
    tamper("delete from audit_entry where number = 5; update audit_entry set number = -number where number > 5; update audit_entry set number = -number - 1 where number < 0")

    then:
    check()[0] == [fault(CHANGED, 5), fault(DETACHED, 5)] + (6..11).collect { fault(CHANGED, it) } + [new Fault(CUT_OFF, 12, 12)]
  }

  def "rows that changed places are found"() {
    when:
    tamper("update audit_entry set number = case number when 5 then -8 else -5 end where number in (5, 8); update audit_entry set number = -number where number < 0")

    then:
    check()[0].findAll { it.kind() == CHANGED }*.first() == [5L, 8L]
    check()[0].findAll { it.kind() == DETACHED }*.first() == [5L, 6L, 8L, 9L]
  }

  def "a row put in is found: #how"() {
    when:
    tamper("""alter table audit_entry drop constraint audit_entry_pkey;
        insert into audit_entry select $number, at, account, sign_in_name, roles, organisation, deed, outcome, record_kind, record_id, address, user_agent,
            before, after, algorithm, previous_hash, hash from audit_entry where number = 5""")

    then:
    check()[0] as Set == faults as Set

    where:
    how                 | number || faults
    'a copy'            | 5      || [fault(MISNUMBERED, 5), fault(DETACHED, 5)]
    'before the first'  | 0      || [fault(MISNUMBERED, 0), fault(CHANGED, 0), fault(DETACHED, 0), fault(DETACHED, 1)]
    'after the last'    | 13     || [fault(CHANGED, 13), fault(DETACHED, 13), fault(HEAD_DIFFERS, 13)]
  }

  def "a trail whose columns were emptied is read to its end all the same"() {
    when:
    tamper("""
        do \$\$ declare name text; begin
          for name in select column_name from information_schema.columns where table_name = 'audit_entry' and is_nullable = 'NO' and column_name <> 'number' loop
            execute format('alter table audit_entry alter column %I drop not null', name);
            execute format('update audit_entry set %I = null where number = 5', name);
          end loop;
        end \$\$""")

    then:
    check()[0] == [fault(UNKNOWN_ALGORITHM, 5), fault(DETACHED, 5), fault(DETACHED, 6)]
  }

  def "a way of hashing that nobody knows is named"() {
    when:
    tamper("update audit_entry set algorithm = 'MD5' where number = 5")

    then:
    check()[0] == [fault(UNKNOWN_ALGORITHM, 5)]
  }

  def "a head that was #what is found"() {
    when:
    tamper(statement)

    then:
    check()[0] == faults

    where:
    what         | statement                                    || faults
    'taken away' | 'delete from audit_head'                     || [fault(HEAD_DIFFERS, 12)]
    'set back'   | 'update audit_head set entries = 11'         || [fault(HEAD_DIFFERS, 12)]
    'changed'    | "update audit_head set hash = sha256('x')"   || [fault(HEAD_DIFFERS, 12)]
    'set on'     | 'update audit_head set entries = 14'         || [new Fault(CUT_OFF, 13, 14)]
  }

  def "an end cut off together with the head is in order in itself, and seen by whoever noted it"() {
    when:
    tamper("delete from audit_entry where number = 12; update audit_head set entries = 11, hash = (select hash from audit_entry where number = 11)")

    then:
    check()[0] == []
    check(end)[0] == [fault(ANCHOR_DIFFERS, 12)]
  }

  def "what was noted before the trail grew is in the chain still"() {
    when:
    TestDatabase.execute(owned, "insert into audit_entry (roles, deed, outcome, record_kind, record_id) values ('{}', 'ON', 'DONE', 'project', 'P')")

    then:
    check(end)[0] == []
    check()[1].entries() == ROWS + 1
  }

  /** Runs statements with every guard off, as only the database's owner can. */
  private void tamper(String statements) {
    TestDatabase.execute(owned, """
        alter table audit_entry disable trigger all;
        alter table audit_head disable trigger all;
        alter table audit_entry drop constraint if exists audit_entry_deed_check;
        $statements;
        alter table audit_head enable trigger all;
        alter table audit_entry enable trigger all""")
  }

  private static Fault fault(ChainCheck.Kind kind, long row) {
    new Fault(kind, row, row)
  }

  private List check(Anchor noted = null) {
    def faults = []
    def end = owned.connect().withCloseable { AuditChains.check(it, new ChainCheck(noted, { faults << it }), { }) }
    [faults, end]
  }
}
