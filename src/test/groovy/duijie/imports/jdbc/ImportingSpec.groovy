package duijie.imports.jdbc

import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Registering
import duijie.audit.AuditEntries
import duijie.audit.AuditEntries.Filter
import duijie.audit.Caller
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.imports.Directory
import duijie.imports.Import
import duijie.imports.ImportWork
import duijie.imports.Importing
import duijie.imports.Imports
import duijie.imports.Previews
import duijie.imports.Effect
import duijie.shared.CreditCode
import duijie.sheets.Examples
import io.micronaut.context.ApplicationContext
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Officers import directories of agencies. */
class ImportingSpec extends Specification {

  @Shared @TempDir Path uploads
  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context =
      ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties() + ['duijie.uploads': uploads.toString()]).start()
  @Shared Agencies agencies = context.getBean(Agencies)
  @Shared Accounts accounts = context.getBean(Accounts)
  @Shared Importing importing = context.getBean(Importing)
  @Shared Imports imports = context.getBean(Imports)
  @Shared Previews previews = context.getBean(Previews)
  @Shared ImportWork work = context.getBean(ImportWork)
  @Shared AuditEntries trail = context.getBean(AuditEntries)
  Account officer = People.account(name: 'jingban')
  Caller by = new Caller(officer.actor(), '192.0.2.1', 'a browser')

  def setup() {
    accounts.add(officer)
  }

  def cleanup() {
    TestDatabase.execute(owned, 'truncate sheet_import, registration, account, organisation, agency cascade')
  }

  def "new agencies are previewed, confirmed and there"() {
    given:
    def rows = (1..3).collect { Directory.agency(Registering.code(it), ['服务对象': '老年人', '自编栏': "甲$it".toString()]) }

    when:
    def id = uploaded(Directory.of(rows))

    then: 'nothing is there before it is confirmed'
    state(id) == Import.State.TO_CONFIRM
    tally(id) == [(Effect.NEW): 3]
    agencies.count() == 0
    previews.lines(id, Effect.NEW, 0, 10)*.row() == [2, 3, 4]
    previews.lines(id, Effect.NEW, 0, 1)[0].differences()*.column().take(2) == ['机构名称', '统一社会信用代码']

    when:
    confirm(id)

    then:
    state(id) == Import.State.DONE
    agencies.count() == 3
    agencies.of(new CreditCode(Registering.code(2)))[0].with {
      it.state() == Agency.State.VERIFIED && it.fields()*.value() == ['eldercare'] && it.extra() == ['自编栏': '甲2']
    }
  }

  def "the same file twice changes nothing, however it is filled in: #what"() {
    given:
    def file = Directory.of([row])
    confirm(uploaded(file))
    def before = stored()

    when:
    def id = uploaded(file)

    then:
    state(id) == Import.State.DONE
    imports.find(id).get().sentence().contains('完全一样')
    tally(id) == [(Effect.UNCHANGED): 1]
    stored() == before

    where:
    what                             | row
    'with a code'                    | Directory.agency(Registering.code(1))
    'without a code'                 | Directory.AGENCY
    'without a region that is known' | Directory.AGENCY + ['登记地区划': '某某地']
    'with values nobody understands' | Directory.agency(Registering.code(1), ['专职人数': '若干', '成立日期': '很久以前'])
    'with columns nobody knows'      | Directory.agency(Registering.code(1), ['微信公众号': '青禾'])
  }

  def "a row changes what it says and leaves the rest, and the diff tells"() {
    given:
    def known = known(fullTimeStaff: 12, profile: '原来的简介')

    when:
    def id = uploaded(Directory.of([Directory.agency(known.creditCode().value(), ['机构名称': known.name(), '服务领域': '', '专职人数': '15', '机构简介': ''])]))
    def line = previews.lines(id, Effect.CHANGED, 0, 10)[0]

    then:
    tally(id) == [(Effect.CHANGED): 1]
    line.differences().collect { [it.column(), it.before(), it.after()] } == [['专职人数', '12', '15']]

    when:
    confirm(id)

    then:
    agencies.find(known.id()).get() == Examples.agency(fullTimeStaff: 15, profile: '原来的简介')
  }

  def "what its own people keep is left alone, unless the officer says so"() {
    given:
    def known = known(fullTimeStaff: 12)
    accounts.add(People.account(name: 'jigou', roles: [Role.AGENCY], organisation: People.agency(id: known.id().value())))
    def rows = [Directory.agency(known.creditCode().value(), ['机构名称': known.name(), '专职人数': '15']), Directory.agency(Registering.code(5))]

    when:
    def id = uploaded(Directory.of(rows))

    then:
    tally(id) == [(Effect.KEPT): 1, (Effect.NEW): 1]
    previews.problems(id)*.code() == ['kept-by-agency']

    when:
    confirm(id, overwrites)

    then:
    agencies.find(known.id()).get().fullTimeStaff() == staff
    agencies.count() == 2

    where:
    overwrites || staff
    false      || 12
    true       || 15
  }

  def "a row that cannot be taken is left out with its reason, and the others are imported: #what"() {
    given:
    agencies.saveAll(existing)

    when:
    def id = uploaded(Directory.of([row, Directory.agency(Registering.code(9))]))
    confirm(id)

    then:
    tally(id) == [(Effect.REFUSED): 1, (Effect.NEW): 1]
    previews.problems(id).find { it.code() == code }.cell() == cell
    state(id) == Import.State.DONE
    agencies.count() == existing.size() + 1

    where:
    what                          | existing                                                                    | row                                                   || code                  | cell
    'without a name'              | []                                                                          | Directory.agency(Registering.code(1), ['机构名称': ''])   || 'name-missing'        | 'A2'
    'deregistered'                | [Examples.agency(state: Agency.State.DEREGISTERED)]                                 | Directory.agency(Examples.agency().creditCode().value())   || 'deregistered-agency' | 'A2'
    'several it may be'           | [named('I-1'), named('I-2')]                                                | Directory.AGENCY                                      || 'several-agencies'    | 'A2'
  }

  def "two rows about one agency are not both taken"() {
    given:
    agencies.saveAll([named('I-1')])
    def rows = [Directory.AGENCY + ['统一社会信用代码': Registering.code(1)], Directory.AGENCY + ['统一社会信用代码': Registering.code(2)]]

    when:
    def id = uploaded(Directory.of(rows))

    then:
    tally(id) == [(Effect.CHANGED): 1, (Effect.REFUSED): 1]
    previews.problems(id)*.code().contains('same-agency')
  }

  def "an agency that somebody changed after the preview is named, nothing is imported, and the plan is made again"() {
    given:
    def known = known(fullTimeStaff: 12)
    def id = uploaded(Directory.of([Directory.agency(known.creditCode().value(), ['机构名称': known.name(), '服务领域': '', '专职人数': '15']), Directory.agency(Registering.code(9))]))
    def before = imports.find(id).get().version()
    agencies.saveAll([Examples.agency(fullTimeStaff: 13)])

    when:
    confirm(id)

    then:
    state(id) == Import.State.TO_CONFIRM
    imports.find(id).get().sentence().contains('被别人改过')
    previews.lines(id, Effect.CHANGED, 0, 10).collect { [it.conflict(), it.differences()[0].before()] } == [[true, '13']]
    previews.lines(id, Effect.NEW, 0, 10)*.conflict() == [false]
    agencies.count() == 1

    when: 'who still looks at the old preview is told'
    def late = importing.confirm(id, before, false, officer, by)

    then:
    late instanceof Importing.Outcome.Refused

    when:
    confirm(id)

    then:
    state(id) == Import.State.DONE
    agencies.find(known.id()).get().fullTimeStaff() == 15
    agencies.count() == 2
  }

  def "a change beside what the file changes is no conflict, and stays"() {
    given:
    def known = known(fullTimeStaff: 12)
    def id = uploaded(Directory.of([Directory.agency(known.creditCode().value(), ['机构名称': known.name(), '专职人数': '15'])]))
    agencies.saveAll([Examples.agency(fullTimeStaff: 12, profile: '新简介')])

    when:
    confirm(id)

    then:
    agencies.find(known.id()).get().with { it.fullTimeStaff() == 15 && it.profile() == '新简介' }
  }

  def "sent twice, or by two officers at once, it is one import"() {
    given:
    def file = Directory.of((1..20).collect { Directory.agency(Registering.code(it)) })
    def id = new Import.Id(UUID.randomUUID())
    def threads = Executors.newFixedThreadPool(8)

    when:
    def uploads = (1..8).collect { threads.submit({ upload(id, file) } as Callable) }*.get()
    work()
    def version = imports.find(id).get().version()
    def confirmations = (1..8).collect { threads.submit({ importing.confirm(id, version, false, officer, by) } as Callable) }*.get()
    def workers = (1..4).collect { threads.submit({ work.next() } as Callable) }*.get()

    then:
    uploads.every { it instanceof Importing.Outcome.Done }
    confirmations.every { it instanceof Importing.Outcome.Done }
    workers.count { it } == 1
    agencies.count() == 20
    imports.count(officer.organisation().id(), Import.Kind.AGENCIES) == 1
    trail.newest(new Filter(null, 'IMPORT_AGENCIES', null, null, null, null, null), null, 10).findAll { it.entry().subject().id() == id.toString() }.size() == 1

    cleanup:
    threads.shutdownNow()
  }

  def "it is written down: the import with its counts and the file, and each record"() {
    given:
    def known = known(fullTimeStaff: 12)
    def id = uploaded(Directory.of([Directory.agency(known.creditCode().value(), ['机构名称': known.name(), '专职人数': '15']), Directory.agency(Registering.code(9))]), 'C:\\名录\\机构.xlsx')

    when:
    confirm(id)
    def entries = trail.newest(Filter.NONE, null, 6)*.entry()

    then:
    entries*.deed().containsAll(['UPLOAD_WORKBOOK', 'CONFIRM_IMPORT', 'IMPORT_AGENCIES', 'IMPORT_AGENCY'])
    entries.every { it.by().who().signInName() == 'jingban' && it.by().address() == '192.0.2.1' }
    entries.find { it.deed() == 'IMPORT_AGENCIES' }.after().json().with {
      it.contains('"NEW":1') && it.contains('"CHANGED":1') && it.contains('"file":"机构.xlsx"') && it =~ /"sha256":"[0-9a-f]{64}"/
    }
    entries.findAll { it.deed() == 'IMPORT_AGENCY' }.collect { it.before() == null } as Set == [true, false] as Set
    entries.find { it.subject().id() == known.id().value() }.before().json().contains('"fullTimeStaff":12')
  }

  def "given up, nothing of it happens"() {
    given:
    def id = new Import.Id(UUID.randomUUID())
    upload(id, Directory.of([Directory.agency(Registering.code(1))]))
    if (when == 'after the preview') {
      work()
    }

    when:
    def cancelled = importing.cancel(id, by)
    work()

    then:
    cancelled instanceof Importing.Outcome.Done
    state(id) == Import.State.CANCELLED
    importing.confirm(id, imports.find(id).get().version(), false, officer, by) instanceof Importing.Outcome.Refused
    importing.cancel(id, by) instanceof Importing.Outcome.Done
    agencies.count() == 0

    where:
    when << ['before it is read', 'after the preview']
  }

  def "a file of which nothing can be read says why: #what"() {
    when:
    def id = uploaded(content as byte[])

    then:
    state(id) == Import.State.FAULTY
    imports.find(id).get().sentence().contains(words)

    where:
    what                 | content                                                            || words
    'no workbook'        | '机构名称,登记地区划\n甲,旺苍县\n'.getBytes('UTF-8')                          || 'CSV'
    'another sheet'      | Directory.of([['项目名称': '甲', '购买主体': '乙', '区划': '旺苍县']], '表')       || '项目发布表'
    'without any header' | Directory.of([['甲': '乙']])                                          || '表头'
    'without any row'    | Directory.of([['机构名称': null, '登记地区划': null, '服务领域': null]])       || '没有数据'
    'damaged'            | Directory.of([Directory.AGENCY])[0..600]                           || '损坏'
    'only faulty rows'   | Directory.of([Directory.AGENCY + ['机构名称': '']])                    || '没有一行可以导入'
  }

  def "an empty file and one that is too large are not taken at all"() {
    expect:
    upload(new Import.Id(UUID.randomUUID()), new byte[0]) instanceof Importing.Outcome.Refused
    (upload(new Import.Id(UUID.randomUUID()), new byte[(10 << 20) + 1]) as Importing.Outcome.Refused).sentence().contains('10 MB')
  }

  def "work that was cut short is begun again, and given up after three times"() {
    given:
    def id = new Import.Id(UUID.randomUUID())
    upload(id, Directory.of([Directory.agency(Registering.code(1))]))

    when: 'begun, and the program dies'
    times.times { imports.begin(id) }
    work()

    then:
    state(id) == outcome
    agencies.count() == 0

    where:
    times || outcome
    2     || Import.State.TO_CONFIRM
    3     || Import.State.FAILED
  }

  def "a file that is gone fails with a sentence"() {
    given:
    def id = new Import.Id(UUID.randomUUID())
    upload(id, Directory.of([Directory.agency(Registering.code(1))]))
    uploads.toFile().eachFileRecurse { it.delete() }

    when:
    work()

    then:
    state(id) == Import.State.FAILED
    imports.find(id).get().sentence().contains('重新上传')
  }

  private Import.Id uploaded(byte[] file, String name = '机构.xlsx') {
    def id = new Import.Id(UUID.randomUUID())
    assert upload(id, file, name) instanceof Importing.Outcome.Done
    work()
    id
  }

  private Importing.Outcome upload(Import.Id id, byte[] file, String name = '机构.xlsx') {
    importing.upload(id, Import.Kind.AGENCIES, null, name, new ByteArrayInputStream(file), officer, by)
  }

  private void work() {
    while (work.next()) {
    }
  }

  private void confirm(Import.Id id, boolean overwrites = false) {
    assert importing.confirm(id, imports.find(id).get().version(), overwrites, officer, by) instanceof Importing.Outcome.Done
    work()
  }

  private Import.State state(Import.Id id) {
    imports.find(id).get().state()
  }

  private Map<Effect, Integer> tally(Import.Id id) {
    imports.find(id).get().tally().rows()
  }

  /** An agency that is there, with these changes. */
  private Agency known(Map changes) {
    def agency = Examples.agency(changes)
    if (agencies.count() == 0) {
      agencies.saveAll([agency])
    }
    agency
  }

  private Agency named(String id) {
    Examples.agency(id: new Agency.Id(id), name: Directory.AGENCY['机构名称'], creditCode: null)
  }

  private List<Agency> stored() {
    agencies.stream().withCloseable { it.toList() }
  }
}
