package duijie.portal.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Registering
import duijie.agencies.Registration
import duijie.audit.AuditEntries
import duijie.files.Scans
import duijie.imports.Directory
import duijie.imports.ImportWork
import duijie.shared.CreditCode
import duijie.sheets.Examples
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

/** Programs that send files: certificates, and workbooks to import. */
class FilesApiSpec extends Specification {

  static final String ATTACHMENTS = '/api/v1/agency/profile/attachments'
  static final String DIRECTORIES = '/api/v1/agency-imports'
  static final String NAUGHTY = '川民证字第9号 <b>𠮷</b> =1+1'
  static int number = 9100

  @Shared context = PortalServer.running().applicationContext
  @Shared Agencies agencies = context.getBean(Agencies)
  @Shared ImportWork work = context.getBean(ImportWork)
  @Shared Program officer = of(Role.OFFICER, 'api-files-officer', People.bureau(id: 'api-files-bureau'))
  @Shared Program stranger = of(Role.OFFICER, 'api-files-stranger', People.bureau(id: 'another-api-files-bureau'))

  def "a program hands in a certificate once, the bureau's opens and revokes it, and others do not learn of it"() {
    given:
    def (agency, id) = registered()
    def (rival, unused) = registered()
    def key = key()
    def fields = [kind: 'REGISTRATION', number: NAUGHTY, 'valid-until': '2028年12月31日']
    def threads = Executors.newFixedThreadPool(4)

    when:
    def answers = (1..4).collect { threads.submit({ agency.upload(ATTACHMENTS, fields, '登记证书.pdf', Scans.PDF, key) } as Callable) }*.get()
    def path = answers[0].headers().firstValue('Location').get()
    def made = Program.json(answers[0])

    then:
    answers*.statusCode().unique() == [201]
    Program.json(agency.get(ATTACHMENTS)).items == [made]
    Program.json(agency.get(path)) == made
    made.number == NAUGHTY
    made.validUntil == '2028-12-31'
    made.state == 'VALID'
    made.file.name == '登记证书.pdf'
    agency.get("$path/file").headers().firstValue('Content-Disposition').get().startsWith('attachment;')

    and: 'something else under the same key is refused, and taken nowhere'
    [agency.upload(ATTACHMENTS, fields + [number: '别的'], '登记证书.pdf', Scans.PDF, key), agency.upload(ATTACHMENTS, fields, '登记证书.png', Scans.image('png'), key)]
        .collect { Program.code(it) }.unique() == ['idempotency-key-reused']
    Program.json(agency.get(ATTACHMENTS)).items.size() == 1
    Program.code(agency.upload(ATTACHMENTS, fields, '登记证书.pdf', Scans.PDF)) == 'idempotency-key-missing'

    and: 'others do not learn of it'
    ["", "/file"].every { Program.code(rival.get("$path$it")) == 'not-found' }
    Program.code(rival.delete(path)) == 'not-found'
    Program.code(agency.get("$ATTACHMENTS/00000000-0000-0000-0000-000000000001")) == 'not-found'
    Program.code(agency.get("$ATTACHMENTS/x/file")) == 'not-found'
    Program.code(officer.get(path)) == 'not-allowed'

    when: 'the bureau looks'
    def seen = '/api/v1/reviews/credentials/' + made.id

    then:
    Program.json(officer.get("/api/v1/reviews/credentials?agency=$id")).items*.id == [made.id]
    Program.code(officer.get('/api/v1/reviews/credentials?agency=none')) == 'not-found'
    Program.json(officer.get('/api/v1/reviews/credentials')).errors*.pointer == ['?agency']
    officer.get("$seen/file").statusCode() == 200
    Program.code(agency.post("$seen/revocation", [reason: '我自己'])) == 'not-allowed'
    Program.code(officer.post('/api/v1/reviews/credentials/x/revocation', [reason: '没有'])) == 'not-found'
    Program.json(officer.post("$seen/revocation", [reason: '\u200b'])).errors*.pointer == ['/reason']

    when:
    def revoked = (1..2).collect { officer.post("$seen/revocation", [reason: '<b>看不清</b>']) }

    then:
    revoked*.statusCode() == [200, 200]
    Program.json(revoked[0]).state == 'REVOKED'
    Program.json(agency.get(path)).revocation.reason == '<b>看不清</b>'
    Program.code(officer.post("$seen/revocation", [reason: '另一个原因'])) == 'not-now'
    deeds('credential', made.id) == ['REVOKE_CREDENTIAL', 'ADD_CREDENTIAL']

    when: 'it is taken away, twice'
    def gone = (1..2).collect { agency.delete(path).statusCode() }

    then:
    gone == [204, 204]
    Program.json(agency.get(ATTACHMENTS)).items == []
    Program.json(agency.get(path)).removedAt

    cleanup:
    threads.shutdownNow()
  }

  def "everything that is wrong with a certificate is told at once"() {
    given:
    def (agency, unused) = registered()

    expect:
    Program.json(agency.upload(ATTACHMENTS, [kind: 'x', number: '长' * 61, 'valid-until': '后年'], '证书.pdf', '<script>'.bytes, key())).errors*.pointer == ['/kind', '/number', '/valid-until', '/file']
    Program.json(agency.upload(ATTACHMENTS, [kind: 'OTHER'], null, null, key())).errors*.pointer == ['/file']
    Program.json(agency.upload(ATTACHMENTS, [:], '空.pdf', new byte[0], key())).errors*.pointer == ['/kind', '/file']
    Program.code(agency.post(ATTACHMENTS, [kind: 'OTHER'], key())) == 'unsupported-media-type'
    Program.code(agency.post(DIRECTORIES, [:], key())) == 'not-allowed'
    Program.code(Program.anybody().upload(ATTACHMENTS, [kind: 'OTHER'], '证书.pdf', Scans.PDF, key())) == 'not-signed-in'
    Program.json(agency.get(ATTACHMENTS)).items == []
  }

  def "a program imports a directory: uploads it once, reads what it would do, confirms what it read, and it is done"() {
    given:
    def known = Examples.agency(id: new Agency.Id("api-import-${++number}"), creditCode: new CreditCode(Registering.code(number)), fullTimeStaff: 3)
    agencies.saveAll([known])
    def book = Directory.of([Directory.agency(known.creditCode().value(), ['机构名称': known.name(), '专职人数': '7']), Directory.AGENCY + ['机构名称': '']] +
        (1..5).collect { Directory.agency(Registering.code(++number), ['机构名称': "新的<b>$it</b>社工中心".toString()]) })
    def key = key()

    when:
    def sent = (1..2).collect { officer.upload(DIRECTORIES, [:], '今年的名录.xlsx', book, key) }
    def path = sent[0].headers().firstValue('Location').get()

    then:
    sent*.statusCode() == [201, 201]
    sent.collect { Program.json(it).id }.unique().size() == 1
    Program.json(sent[0]).state == 'UPLOADED'
    Program.code(officer.upload(DIRECTORIES, [:], '今年的名录.xlsx', Directory.of([Directory.AGENCY]), key)) == 'idempotency-key-reused'
    Program.code(officer.post("$path/confirmation", [:], tag(sent[0]))) == 'not-now'

    when:
    work()
    def read = officer.get(path)

    then:
    Program.json(read).state == 'TO_CONFIRM'
    Program.json(read).rows == [NEW: 5, CHANGED: 1, KEPT: 0, UNCHANGED: 0, REFUSED: 1]
    rows(path, 'CHANGED')[0].changes.find { it.column == '专职人数' } == [column: '专职人数', before: '3', after: '7']
    rows(path, 'CHANGED')[0].target == known.id().value()
    rows(path, 'REFUSED')[0].problems*.severity.contains('ERROR')

    and: 'in parts'
    def first = officer.get("$path/rows?effect=NEW&limit=2")
    def second = officer.get((first.headers().firstValue('Link').get() =~ /<([^>]+)>/)[0][1] as String)
    Program.json(first).total == 5
    (Program.json(first).items + Program.json(second).items + rows(path, 'NEW&limit=2&cursor=' + Program.json(second).next))*.row == rows(path, 'NEW')*.row
    rows(path, 'NEW')*.name.contains('新的<b>1</b>社工中心')
    Program.json(officer.get("$path/problems?limit=1")).with { it.items[0].severity == 'ERROR' && it.items.size() == 1 && it.total == Program.json(read).errors + Program.json(read).warnings }
    Program.json(officer.get("$path/rows?limit=0&cursor=x")).errors*.pointer == ['?effect', '?limit', '?cursor']
    Program.code(officer.get("$path/rows?effect=CHANGED&cursor=${Program.json(first).next}")) == 'bad-parameters'

    and: 'what was not read is not confirmed, and by nobody else'
    Program.code(officer.post("$path/confirmation", [:])) == 'if-match-missing'
    def old = officer.post("$path/confirmation", [:], ['If-Match': '"7"'])
    Program.code(old) == 'overtaken'
    old.headers().firstValue('ETag') == read.headers().firstValue('ETag')
    Program.json(officer.post("$path/confirmation", [overwrites: 'yes', all: true], tag(read))).errors*.pointer == ['/all', '/overwrites']
    ['', '/rows?effect=NEW', '/problems'].every { Program.code(stranger.get("$path$it")) == 'not-found' }
    Program.code(stranger.post("$path/confirmation", [:], tag(read))) == 'not-found'
    Program.code(stranger.post("$path/cancellation", null)) == 'not-found'
    Program.code(officer.get(path.replace('agency-', 'draft-'))) == 'not-found'
    Program.json(stranger.get(DIRECTORIES)).total == 0

    when:
    def confirmed = (1..2).collect { officer.post("$path/confirmation", [:], tag(read)) }
    work()

    then:
    confirmed*.statusCode() == [200, 200]
    Program.json(officer.get(path)).state == 'DONE'
    agencies.find(known.id()).get().fullTimeStaff() == 7
    Program.code(officer.post("$path/cancellation", null)) == 'not-now'
    deeds('import', path.split('/').last()).containsAll(['CONFIRM_IMPORT', 'UPLOAD_WORKBOOK'])

    when: 'others are uploaded, and given up'
    def more = (1..3).collect { officer.upload(DIRECTORIES, [:], "第${it}份.xlsx", book, FilesApiSpec.key()) }
    def part = officer.get("$DIRECTORIES?limit=2")
    officer.upload(DIRECTORIES, [:], '第4份.xlsx', book, FilesApiSpec.key())

    then:
    Program.json(part).items*.file*.name == ['第3份.xlsx', '第2份.xlsx']
    Program.json(officer.get("$DIRECTORIES?limit=2&cursor=${Program.json(part).next}")).items*.file*.name == ['第1份.xlsx', '今年的名录.xlsx']
    (1..2).collect { Program.json(officer.post("${more[0].headers().firstValue('Location').get()}/cancellation", null)).state } == ['CANCELLED', 'CANCELLED']
    Program.code(officer.post("${more[0].headers().firstValue('Location').get()}/confirmation", [:], tag(read))) == 'not-now'

    cleanup:
    work()
  }

  def "a program imports projects, which become drafts of its bureau"() {
    given:
    def project = ['项目编号': '', '项目名称': "接口导入的第${++number}个项目".toString(), '购买主体': '某县民政局', '区划': '四川省/广元市/旺苍县/普济镇', '服务领域': '社工站', '需求概况': '探访。', '预算金额(元)': '15万']
    def sent = officer.upload('/api/v1/draft-imports', [:], '项目.xlsx', Directory.of([project], '项目发布表'), key())
    def path = sent.headers().firstValue('Location').get()
    work()

    when:
    def confirmed = officer.post("$path/confirmation", [overwrites: false], tag(officer.get(path)))
    work()

    then:
    confirmed.statusCode() == 200
    Program.json(officer.get(path)).state == 'DONE'
    Program.json(officer.get("$path/problems")).items instanceof List
    Program.json(officer.get("$path/rows?effect=NEW")).items*.name == [project['项目名称']]
    Program.json(officer.get('/api/v1/drafts')).items*.title.contains(project['项目名称'])
    Program.json(officer.get('/api/v1/draft-imports')).items*.state == ['DONE']
    Program.json(officer.post(('/api/v1/draft-imports/' + cancelled()) + '/cancellation', null)).state == 'CANCELLED'
  }

  def "what is no workbook is not taken: #what"() {
    when:
    def answer = officer.upload(DIRECTORIES, [:], name, content as byte[], key())

    then:
    Program.json(answer).errors*.pointer == ['/file']

    where:
    what             | name     | content
    'nothing'        | null     | null
    'an empty file'  | 'a.xlsx' | new byte[0]
    'far too large'  | 'a.xlsx' | new byte[(12 << 20)]
  }

  private String cancelled() {
    Program.json(officer.upload('/api/v1/draft-imports', [:], '不要了.xlsx', 'x'.bytes, key())).id
  }

  private List rows(String path, String effect) {
    Program.json(officer.get("$path/rows?effect=$effect")).items
  }

  private void work() {
    while (work.next()) {
    }
  }

  /** A program of an agency that has registered, and the agency's id. */
  private List registered() {
    def code = Registering.code(++number)
    def name = "api-files-agency-$number".toString()
    context.getBean(Registration).register(Registering.request(code: code, name: "附件第${number}号中心".toString(), signInName: name), "192.0.2.${number % 200}".toString(), Registering.STRANGER)
    [Program.of(name), context.getBean(Accounts).named(name).get().organisation().id().value()]
  }

  private static Program of(Role role, String name, organisation) {
    PortalServer.site(role, name, organisation)
    Program.of(name)
  }

  private static Map<String, String> key() {
    ['Idempotency-Key': UUID.randomUUID().toString()]
  }

  private static Map<String, String> tag(answer) {
    ['If-Match': answer.headers().firstValue('ETag').get()]
  }

  private List<String> deeds(String kind, String id) {
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(null, null, null, kind, id, null, null), null, 50)*.entry()*.deed()
  }
}
