package duijie.portal.web

import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Profiles
import duijie.agencies.Registering
import duijie.agencies.Registration
import duijie.agencies.Section
import duijie.audit.AuditEntries
import duijie.projects.Project
import duijie.projects.Projects
import duijie.shared.CreditCode
import duijie.sheets.Examples
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

class WritingApiSpec extends Specification {

  static final BUREAU = People.bureau(id: 'api-bureau', name: '某县民政局')
  static final Map<String, Object> GOOD = [
      name: '普济镇独居老人送餐', region: '四川省/广元市/旺苍县/普济镇', fields: ['养老', '助餐'], need: '为120名独居老人每周送餐并探访。', budget: 120000, regime: '比选', 'respond-by': '2026-12-31 17:00',
  ]
  static int number = 700

  @Shared Program officer
  @Shared Program head
  @Shared Program stranger

  def setupSpec() {
    PortalServer.site(Role.OFFICER, 'api-drafting', BUREAU)
    PortalServer.site(Role.HEAD, 'api-heading', BUREAU)
    PortalServer.site(Role.HEAD, 'api-stranger', People.bureau(id: 'another-api-bureau', name: '别的局'))
    officer = Program.of('api-drafting')
    head = Program.of('api-heading')
    stranger = Program.of('api-stranger')
  }

  def "a program drafts, hears the lint, mends, submits, and the head's publishes for everybody to read"() {
    when:
    def begun = officer.post('/api/v1/drafts', [columns: GOOD, clauses: [qualification: '投标人须成立满三年。']], key())
    def path = begun.headers().firstValue('Location').get()

    then:
    begun.statusCode() == 201
    Program.json(begun).columns.buyer == '某县民政局'
    Program.json(begun).columns.fields == '养老、助餐'
    Program.json(begun).remarks*.pointer == ['/clauses/qualification']

    when: 'it is handed in as it is'
    def objected = officer.post("$path/submission", null, tag(begun))

    then: 'the words are named, and where they are'
    objected.statusCode() == 422
    Program.code(objected) == 'invalid-fields'
    Program.json(objected).errors*.pointer == ['/clauses/qualification']

    when:
    def saved = officer.put(path, [columns: GOOD + [buyer: '某县民政局'], clauses: [qualification: '依法登记，信用良好。']], tag(begun))
    def submitted = officer.post("$path/submission", null, tag(saved))

    then:
    saved.statusCode() == 200
    tag(saved) != tag(begun)
    Program.json(submitted).stage == 'SUBMITTED'
    Program.code(officer.post("$path/publication", null, tag(submitted))) == 'not-allowed'
    Program.code(stranger.post("$path/publication", null, tag(submitted))) == 'not-found'
    Program.code(officer.put(path, [columns: GOOD], tag(submitted))) == 'not-now'

    when: 'the head wants something else first'
    def silent = head.post("$path/return", [reason: ' '], tag(submitted))
    def returned = head.post("$path/return", [reason: '请写明送餐时间'], tag(submitted))

    then:
    Program.json(silent).errors == [[pointer: '/reason', code: 'missing', detail: '请写明原因。']]
    Program.json(returned).note == '请写明送餐时间'

    when:
    def again = officer.post("$path/submission", null, tag(returned))
    def published = head.post("$path/publication", null, tag(again))

    then:
    Program.json(published).stage == 'PUBLISHED'
    def project = PortalServer.running().applicationContext.getBean(Projects).stream().withCloseable { it.filter { it.name() == GOOD.name }.toList() }
    project.size() == 1
    Program.json(Program.anybody().get("/api/v1/projects/${project[0].id()}")).budget == 120000

    and: 'sent twice, it is published once'
    head.post("$path/publication", null, tag(again)).statusCode() == 200
    PortalServer.running().applicationContext.getBean(Projects).stream().withCloseable { it.filter { it.name() == GOOD.name }.count() } == 1

    and: 'all of it is written down'
    PortalServer.running().applicationContext.getBean(AuditEntries)
        .newest(new AuditEntries.Filter('api-drafting', null, null, 'publication', path.split('/').last(), null, null), null, 50)*.entry()*.deed() as Set ==
        ['DRAFT_PROJECT', 'EDIT_PROJECT_DRAFT', 'SUBMIT_PROJECT'] as Set
    Program.json(officer.get('/api/v1/drafts')).items*.id.contains(path.split('/').last())
  }

  def "an intention says when, and keeps that when a program changes it"() {
    when:
    def begun = officer.post('/api/v1/drafts', [kind: 'INTENTION', columns: GOOD + [name: '意向'], clauses: [expected: '2027年3月']], key())
    def path = begun.headers().firstValue('Location').get()
    def saved = officer.put(path, [columns: GOOD + [name: '意向改了'], clauses: [expected: '2027年4月']], tag(begun))
    def wrong = officer.post('/api/v1/drafts', [kind: 'PLAN', columns: GOOD, clauses: [expected: '2027年3月']], key())

    then:
    Program.json(begun).kind == 'INTENTION'
    Program.json(begun).clauses == [expected: '2027年3月']
    Program.json(saved).clauses == [expected: '2027年4月']
    Program.json(officer.get('/api/v1/drafts')).items.find { it.title == '意向改了' }.kind == 'INTENTION'
    Program.json(wrong).errors*.pointer as Set == ['/kind', '/clauses/expected'] as Set
  }

  def "a program reads the notice, asks once, and the bureau's answers for everybody to read, without a name"() {
    given:
    def begun = officer.post('/api/v1/drafts', [columns: GOOD + [name: '要问的项目', contact: '王科长', phone: '0839-4200001']], key())
    def path = begun.headers().firstValue('Location').get()
    def submitted = officer.post("$path/submission", null, tag(begun))
    head.post("$path/publication", null, tag(submitted))
    def project = PortalServer.running().applicationContext.getBean(Projects).stream().withCloseable { it.filter { it.name() == '要问的项目' }.findFirst().get() }
    PortalServer.site(Role.AGENCY, 'api-asking', People.agency(id: 'api-asker', name: '提问社工中心'))
    def asker = Program.of('api-asking')
    def key = key()

    when:
    def notices = Program.json(Program.anybody().get("/api/v1/notices?project=${project.id()}")).items
    def notice = Program.anybody().get("/api/v1/notices/${notices[0].id}")

    then:
    notices*.kind == ['CALL']
    notices[0].columns.name == '要问的项目'
    !notice.body().contains('王科长') && !notice.body().contains('0839-4200001')
    Program.anybody().get("/api/v1/notices/${notices[0].id}", ['If-None-Match': notice.headers().firstValue('ETag').get()]).statusCode() == 304
    Program.code(Program.anybody().get('/api/v1/notices')) == 'bad-parameters'
    Program.code(Program.anybody().get('/api/v1/notices/none')) == 'not-found'

    when:
    def asked = (1..2).collect { asker.post('/api/v1/questions', [project: project.id().value(), text: '送餐的车 <b>谁</b> 出？'], key) }
    def id = Program.json(asked[0]).id

    then:
    asked*.statusCode() == [201, 201]
    asked.collect { Program.json(it).id }.unique().size() == 1
    Program.code(asker.post('/api/v1/questions', [project: project.id().value(), text: '别的问题'], key)) == 'idempotency-key-reused'
    Program.json(asker.post('/api/v1/questions', [project: 'none', text: '问'], WritingApiSpec.key())).errors*.pointer == ['/text']
    Program.code(officer.post('/api/v1/questions', [project: project.id().value(), text: '问'], WritingApiSpec.key())) == 'not-allowed'
    Program.json(Program.anybody().get("/api/v1/questions?project=${project.id()}")).items == []
    Program.json(officer.get('/api/v1/questions/waiting')).items*.id == [id]
    Program.code(stranger.put("/api/v1/questions/$id/answer", [answer: '不关我事'], tag(asked[0]))) == 'not-found'

    when:
    def answered = officer.put("/api/v1/questions/$id/answer", [answer: '由承接方自备。'], tag(asked[0]))
    def late = head.put("/api/v1/questions/$id/answer", [answer: '由我们出。'], tag(asked[0]))
    def read = Program.anybody().get("/api/v1/questions?project=${project.id()}")

    then:
    Program.json(answered).answer == '由承接方自备。'
    late.statusCode() == 412
    Program.json(read).items*.text == ['送餐的车 <b>谁</b> 出？']
    !read.body().contains('提问社工中心')
  }

  def "whoever submitted a project does not publish it, and another head does"() {
    given:
    def begun = head.post('/api/v1/drafts', [columns: GOOD + [name: '自己批自己']], key())
    def path = begun.headers().firstValue('Location').get()
    def submitted = head.post("$path/submission", null, tag(begun))

    when:
    def own = head.post("$path/publication", null, tag(submitted))

    then:
    own.statusCode() == 409
    Program.json(own).detail.contains('提交和审批不能是同一个人')
    Program.json(head.get(path)).stage == 'SUBMITTED'

    when:
    PortalServer.site(Role.HEAD, 'api-other-head', BUREAU)
    def other = Program.of('api-other-head').post("$path/publication", null, tag(submitted))

    then:
    other.statusCode() == 200
    Program.json(other).stage == 'PUBLISHED'
  }

  def "a deadline that is over is told with everything else, and the project goes nowhere"() {
    given:
    def begun = officer.post('/api/v1/drafts', [columns: GOOD + [name: '过了时的', budget: '', 'respond-by': '2026-11-23 17:00']], key())
    def path = begun.headers().firstValue('Location').get()

    when:
    def submitted = officer.post("$path/submission", null, tag(begun))

    then:
    submitted.statusCode() == 422
    Program.json(submitted).errors*.code.containsAll(['deadline-before-publishing', 'missing'])
    Program.json(officer.get(path)).stage == 'DRAFT'
  }

  def "of eight answers that come at the same moment one holds, and the others are told and not written down"() {
    given:
    def begun = officer.post('/api/v1/drafts', [columns: GOOD + [name: '同时答复']], key())
    def path = begun.headers().firstValue('Location').get()
    head.post("$path/publication", null, tag(officer.post("$path/submission", null, tag(begun))))
    def project = PortalServer.running().applicationContext.getBean(Projects).stream().withCloseable { it.filter { it.name() == '同时答复' }.findFirst().get() }
    PortalServer.site(Role.AGENCY, 'api-asking', People.agency(id: 'api-asker', name: '提问社工中心'))
    def asked = Program.of('api-asking').post('/api/v1/questions', [project: project.id().value(), text: '谁来答？我单位电话13800001234'], key())
    def id = Program.json(asked).id
    def threads = Executors.newFixedThreadPool(8)

    when:
    def answers = (1..8).collect { i -> threads.submit({ officer.put("/api/v1/questions/$id/answer", [answer: "第${i}个答复"], tag(asked)) } as Callable) }*.get()

    then:
    answers*.statusCode().sort() == [200] + [412] * 7
    def read = Program.json(Program.anybody().get("/api/v1/questions?project=${project.id()}")).items*.answer
    read == [Program.json(answers.find { it.statusCode() == 200 }).answer]
    Program.json(Program.anybody().get("/api/v1/questions?project=${project.id()}")).items*.text == ['谁来答？我单位电话（电话不公开）']
    Site.text(PortalServer.site().page("/projects/${project.id()}")).contains('我单位电话（电话不公开）')
    def trail = PortalServer.running().applicationContext.getBean(AuditEntries)
    trail.newest(new AuditEntries.Filter(null, 'ANSWER_QUESTION', null, 'question', id as String, null, null), null, 10).size() == 1

    cleanup:
    threads.shutdownNow()
  }

  def "a draft that is sent twice under one key is one, and another content under it is refused"() {
    given:
    def key = key()
    def content = [columns: GOOD + [name: '发了两遍']]
    def threads = Executors.newFixedThreadPool(4)

    when:
    def answers = (1..4).collect { threads.submit({ officer.post('/api/v1/drafts', content, key) } as Callable) }*.get()

    then:
    answers*.statusCode().unique() == [201]
    answers.collect { Program.json(it).id }.unique().size() == 1
    Program.json(officer.get('/api/v1/drafts')).items.count { it.title == '发了两遍' } == 1
    Program.code(officer.post('/api/v1/drafts', [columns: GOOD + [name: '别的']], key)) == 'idempotency-key-reused'
    Program.code(officer.post('/api/v1/drafts', content)) == 'idempotency-key-missing'

    and: 'the key of another program is its own'
    Program.json(head.post('/api/v1/drafts', content, key)).id != Program.json(answers[0]).id

    cleanup:
    threads.shutdownNow()
  }

  def "of two programs that change a version the second is told, and nothing is lost"() {
    given:
    def begun = officer.post('/api/v1/drafts', [columns: GOOD + [name: '两个程序']], key())
    def path = begun.headers().firstValue('Location').get()
    def threads = Executors.newFixedThreadPool(4)

    when:
    def answers = (1..4).collect { i -> threads.submit({ officer.put(path, [columns: GOOD + [name: "第${i}个"]], tag(begun)) } as Callable) }*.get()

    then:
    answers*.statusCode().sort() == [200, 412, 412, 412]
    Program.json(officer.get(path)).title == Program.json(answers.find { it.statusCode() == 200 }).title
    answers.findAll { it.statusCode() == 412 }.every { Program.code(it) == 'overtaken' }

    cleanup:
    threads.shutdownNow()
  }

  def "without its version nothing is changed: #what"() {
    given:
    def begun = officer.post('/api/v1/drafts', [columns: GOOD + [name: '没有版本']], key())
    def path = begun.headers().firstValue('Location').get()

    expect:
    Program.code(officer.put(path, [columns: [name: '改了']], headers)) == code
    Program.code(officer.post("$path/submission", null, headers)) == code
    Program.code(officer.post("$path/cancellation", [reason: '不做了'], headers)) == code
    Program.json(officer.get(path)).title == '没有版本'

    where:
    what       | headers                || code
    'none'     | [:]                    || 'if-match-missing'
    'a star'   | ['If-Match': '*']      || 'overtaken'
    'nonsense' | ['If-Match': 'x']      || 'overtaken'
    'old'      | ['If-Match': '"1"']    || 'overtaken'
    'weak'     | ['If-Match': 'W/"2"']  || 'overtaken'
  }

  def "everything that is wrong is told at once, each with where it is"() {
    when:
    def answer = officer.post('/api/v1/drafts', '{"columns":{"name":["a",1,null],"need":{"x":1},"nämé/~":"x","id":"\\u0000","phone":"\\ud800"},"clauses":"all","more":true}', key())

    then:
    answer.statusCode() == 422
    Program.json(answer).errors.collectEntries { [it.pointer, it.code] } == [
        '/more': 'unknown-field', '/columns/name/2': 'not-a-text', '/columns/need': 'not-a-text', '/columns/nämé~1~0': 'unknown-field', '/columns/id': 'not-a-text', '/columns/phone': 'not-a-text', '/clauses': 'not-an-object']
    Program.json(officer.post('/api/v1/drafts', [columns: [name: '长' * 501]], key())).errors == [[pointer: '/columns/name', code: 'too-long', detail: '“项目名称”太长，最多 500 个字，现在有 501 个字。']]
  }

  def "what is no JSON is told so: #body"() {
    when:
    def answer = officer.post('/api/v1/drafts', body, key() + headers)

    then:
    answer.statusCode() == status
    Program.code(answer) == code

    where:
    body                          | headers                                              || status | code
    '{'                           | [:]                                                  || 400    | 'malformed-json'
    '[]'                          | [:]                                                  || 400    | 'malformed-json'
    '{} {}'                       | [:]                                                  || 400    | 'malformed-json'
    '{"columns":{},"columns":{}}' | [:]                                                  || 400    | 'malformed-json'
    '[' * 5000                    | [:]                                                  || 400    | 'malformed-json'
    '{"columns":' + '9' * 9999    | [:]                                                  || 400    | 'malformed-json'
  }

  def "a form is no JSON"() {
    given:
    def form = 'columns=1'

    expect:
    Program.code(officer.send('POST', '/api/v1/drafts', form, key() + ['Content-Type': 'application/x-www-form-urlencoded'])) == 'unsupported-media-type'
  }

  def "an agency's program fills in the profile, is returned, mends, and is passed"() {
    given:
    def code = Registering.code(++number)
    def name = "接口第${number}号社工中心".toString()
    def context = PortalServer.running().applicationContext
    context.getBean(Registration).register(Registering.request(code: code, name: name, signInName: "api-agency-$number".toString()), '192.0.2.77', Registering.STRANGER)
    def agency = Program.of("api-agency-$number")
    def id = context.getBean(Agencies).of(new CreditCode(code))[0].id()

    expect: 'nothing is there yet, and only what comes first can be begun'
    Program.json(agency.get('/api/v1/agency/profile')).sections*.progress.contains('CANNOT_START')
    Program.code(agency.put('/api/v1/agency/profile/sections/credit', [answers: [:]], ['If-Match': '"0"'])) == 'not-now'
    Program.code(agency.post('/api/v1/agency/profile/submission', [confirmed: true])) == 'incomplete'
    Program.code(agency.get('/api/v1/agency/profile/sections/nothing')) == 'not-found'
    Program.code(agency.delete('/api/v1/agency/profile/changes')) == 'not-now'

    when: 'faults are told by field'
    def first = agency.get('/api/v1/agency/profile/sections/basic')
    def faulty = agency.put('/api/v1/agency/profile/sections/basic', [answers: [name: name, 'credit-code': 'x', founded: '明天']], tag(first))

    then:
    Program.json(faulty).errors*.pointer.containsAll(['/answers/credit-code', '/answers/founded', '/answers/registered-region'])

    when:
    Profiles.complete(code, name).each { section, typed -> assert fill(agency, section, typed).statusCode() == 200 }
    def unsure = agency.post('/api/v1/agency/profile/submission', [:])
    def submitted = agency.post('/api/v1/agency/profile/submission', [confirmed: true])
    def receipt = Program.json(submitted).number

    then:
    Program.json(unsure).errors*.pointer == ['/confirmed']
    Program.json(agency.post('/api/v1/agency/profile/submission', [confirmed: true])).number == receipt
    Program.code(fill(agency, Section.STAFF, [:])) == 'not-now'
    Program.json(officer.get('/api/v1/reviews')).submissions*.number.contains(receipt)
    Program.json(officer.get("/api/v1/reviews/submissions/$receipt")).sections[0].declared.name == name

    when:
    def decide = { Map body -> officer.post("/api/v1/reviews/submissions/$receipt/decision", body) }
    def wrong = [decide([:]), decide([decision: 'return']), decide([decision: 'pass', reasons: [staff: '不对']]), decide([decision: 'return', reasons: [stuff: '不对']])]
    def returned = decide([decision: 'return', reasons: [staff: '<b>人数</b>与年检报告不一致']])

    then:
    wrong.collect { Program.json(it).errors*.pointer } == [['/decision'], ['/reasons'], ['/reasons'], ['/reasons/stuff', '/reasons']]
    returned.statusCode() == 200
    Program.code(decide([decision: 'pass'])) == 'not-found'
    Program.json(agency.get('/api/v1/agency/profile/sections/staff')).returnedBecause == '<b>人数</b>与年检报告不一致'

    when:
    fill(agency, Section.STAFF, Profiles.complete(code, name)[Section.STAFF])
    def second = Program.json(agency.post('/api/v1/agency/profile/submission', [confirmed: true])).number
    def passed = officer.post("/api/v1/reviews/submissions/$second/decision", [decision: 'pass'])

    then:
    second != receipt
    passed.statusCode() == 200
    Program.json(Program.anybody().get("/api/v1/agencies/${id.value()}")).name == name
    Program.json(agency.get('/api/v1/agency/profile')).state == 'PASSED'

    when: 'it begins a change, and gives it up'
    fill(agency, Section.STAFF, Profiles.complete(code, name)[Section.STAFF] + [(duijie.agencies.Column.FULL_TIME_STAFF): ['99']])
    def begun = Program.json(agency.get('/api/v1/agency/profile')).state
    def given = (1..2).collect { agency.delete('/api/v1/agency/profile/changes') }

    then:
    begun == 'OPEN'
    given*.statusCode() == [200, 200]
    Program.json(given[0]).state == 'PASSED'
    !given[0].body().contains('"99"')
  }

  def "a claim is decided once"() {
    given:
    def code = Registering.code(++number)
    def context = PortalServer.running().applicationContext
    context.getBean(Agencies).saveAll([Examples.agency(id: new Agency.Id("api-claimed-$number"), creditCode: new CreditCode(code))])
    context.getBean(Registration).register(Registering.request(code: code, signInName: "api-claimant-$number".toString(), certificate: '第9号'), '192.0.2.78', Registering.STRANGER)
    def claim = Program.json(officer.get('/api/v1/reviews')).claims.find { it.agency == "api-claimed-$number" }
    def decide = { Map body -> officer.post("/api/v1/reviews/claims/$claim.id/decision", body) }

    expect:
    claim.certificate == '第9号'
    Program.code(Program.of("api-claimant-$number").get('/api/v1/agency/profile')) == 'not-found'
    Program.json(decide([decision: 'refuse'])).errors*.pointer == ['/reason']
    Program.json(decide([decision: 'maybe'])).errors*.pointer == ['/decision']
    decide([decision: 'refuse', reason: '证书对不上']).statusCode() == 200
    Program.code(decide([decision: 'approve'])) == 'not-now'
    Program.code(officer.post('/api/v1/reviews/claims/%00/decision', [decision: 'approve'])) == 'not-found'
  }

  private static Map<String, String> key() {
    ['Idempotency-Key': UUID.randomUUID().toString()]
  }

  private static Map<String, String> tag(answer) {
    ['If-Match': answer.headers().firstValue('ETag').get()]
  }

  private static fill(Program agency, Section section, Map typed) {
    def path = "/api/v1/agency/profile/sections/${section.name().toLowerCase()}".toString()
    def answers = typed.collectEntries { column, values -> [column.name().toLowerCase().replace('_', '-'), values.size() == 1 ? values[0] : values] }
    agency.put(path, [answers: answers], tag(agency.get(path)))
  }
}
