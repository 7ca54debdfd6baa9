package duijie.agencies.web

import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Claims
import duijie.agencies.Column
import duijie.agencies.Declarations
import duijie.agencies.Profiles
import duijie.agencies.Registering
import duijie.agencies.Section
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.shared.CreditCode
import duijie.sheets.Examples
import spock.lang.Shared
import spock.lang.Specification

class ReviewPagesSpec extends Specification {

  static final String PATH = '/agency/profile'

  @Shared Agencies agencies = PortalServer.running().applicationContext.getBean(Agencies)
  @Shared Site officer = PortalServer.site(Role.OFFICER)
  @Shared Site head = PortalServer.site(Role.HEAD)
  static int number = 300

  def "an agency registers, is returned, mends, and is verified for everybody to see"() {
    given:
    def code = Registering.code(++number)
    def name = "第${number}号社会工作服务中心".toString()
    def agency = registered(code, name)
    def id = agencies.of(new CreditCode(code))[0].id()
    Profiles.complete(code, name).each { section, typed -> fill(agency, section, typed) }
    submit(agency)

    expect: 'nobody else sees it yet'
    PortalServer.site().get("/agencies/${id.value()}").statusCode() == 404

    when: 'an officer returns it'
    def list = officer.page('/reviews')
    def review = officer.page("/reviews/agencies/${id.value()}")
    def returned = officer.post("/reviews/agencies/${id.value()}", [_form: Site.token(review), number: handed(review), decision: 'return', 'reason-staff': '<b>人数</b>与年检报告不一致'])

    then:
    list.contains(name)
    ['民办非企业单位', '四川省/广元市/旺苍县', '3A'].every { Site.text(review).contains(it) }
    returned.statusCode() == 303
    Site.unescaped(agency.page(PATH)).contains('<bdi><b>人数</b>与年检报告不一致</bdi>')
    !agency.page(PATH).contains('<b>人数</b>')

    when: 'the agency mends that and submits again, and the officer passes it'
    fill(agency, Section.STAFF, Profiles.complete(code, name)[Section.STAFF] + [(Column.FULL_TIME_STAFF): ['9']])
    submit(agency)
    review = officer.page("/reviews/agencies/${id.value()}")
    def again = Site.text(review)
    def passed = officer.post("/reviews/agencies/${id.value()}", [_form: Site.token(review), number: handed(review), decision: 'pass'])

    then: 'who reviews it again sees why it was returned and what was changed since'
    Site.unescaped(review).contains('<bdi class="fact-text"><b>人数</b>与年检报告不一致</bdi>')
    again.contains('退回的原因')
    (again =~ /退回时是：\s*6/).size() == 1
    again.count('退回时是：') == 1
    passed.statusCode() == 303
    !officer.page('/reviews').contains(name)
    Site.text(PortalServer.site().page("/agencies/${id.value()}")).contains('9 人')
    Site.text(agency.page(PATH)).contains('已经通过审核')

    when: 'it changes a fact'
    fill(agency, Section.STAFF, Profiles.complete(code, name)[Section.STAFF] + [(Column.FULL_TIME_STAFF): ['12']])
    submit(agency)
    review = officer.page("/reviews/agencies/${id.value()}")

    then: 'the bureau sees the difference, everybody else what holds; what was returned before it was passed is over'
    !Site.text(review).contains('退回时是')
    !Site.text(review).contains('退回的原因：')
    Site.text(review).contains('现在有效的是： 9') || Site.text(review).contains('现在有效的是：9')
    Site.text(PortalServer.site().page("/agencies/${id.value()}")).contains('9 人')
  }

  def "an address that no claim can have is not found"() {
    expect:
    officer.get('/reviews/claims/%00').statusCode() == 404
  }

  def "what one decides on paper that has changed is refused, and reasons stay"() {
    given:
    def id = handedIn()
    def review = officer.page("/reviews/agencies/$id")

    when:
    def answer = officer.post("/reviews/agencies/$id", [_form: Site.token(review), number: 'SL-OLD', decision: 'return', 'reason-basic': '名称不一致'])
    def none = officer.post("/reviews/agencies/$id", [_form: Site.token(review), number: handed(review), decision: 'return'])
    def both = officer.post("/reviews/agencies/$id", [_form: Site.token(review), number: handed(review), decision: 'pass', 'reason-basic': '名称不一致'])

    then:
    answer.statusCode() == 422
    answer.body().contains('名称不一致</textarea>')
    none.statusCode() == 422
    none.body().contains('href="#reason-basic"')
    both.statusCode() == 422
    both.body().contains('名称不一致</textarea>')
  }

  def "a claim is decided, and whoever filed it sees what came of it"() {
    given:
    def code = Registering.code(++number)
    agencies.saveAll([Examples.agency(id: new Agency.Id("claim-$number"), name: '被认领的', creditCode: new CreditCode(code))])
    def claimant = registered(code, '被认领的', [certificate: '=cmd|1'])
    def claim = PortalServer.running().applicationContext.getBean(Claims).waiting().find { it.agency().value() == "claim-$number" }
    def path = "/reviews/claims/${claim.id().value()}"
    def review = officer.page(path)

    expect:
    officer.page('/reviews').contains(path)
    Site.unescaped(review).contains('<bdi>=cmd|1</bdi>')
    officer.post(path, [_form: Site.token(review), decision: 'refuse', reason: '']).statusCode() == 422

    when:
    def decided = officer.post(path, [_form: Site.token(review)] + sent)

    then:
    decided.statusCode() == 303
    approved ? claimant.get(PATH).statusCode() == 303 : Site.text(claimant.page(PATH)).contains('编号对不上')
    !approved || PortalServer.site().signedIn("shenqing$number", Registering.PASSWORD).page(PATH).contains("$PATH/sections/basic")

    where:
    approved | sent
    true     | [decision: 'approve', reason: '']
    false    | [decision: 'refuse', reason: '编号对不上']
  }

  def "the head alone suspends"() {
    given:
    def id = "stand-${++number}".toString()
    agencies.saveAll([Examples.agency(id: new Agency.Id(id))])
    def page = head.page("/reviews/agencies/$id")

    expect:
    !officer.page("/reviews/agencies/$id").contains('/reviews/standing/')
    head.post("/reviews/standing/$id", [_form: Site.token(page), step: 'SUSPEND', why: '']).statusCode() == 422
    head.post("/reviews/standing/$id", [_form: Site.token(page), step: 'SUSPEND', why: '年检不合格']).statusCode() == 303
    agencies.find(new Agency.Id(id)).get().state() == Agency.State.SUSPENDED
    officer.post("/reviews/standing/$id", [_form: Site.token(officer.page('/reviews')), step: 'RESUME', why: '试试']).statusCode() == 403
  }

  private String handedIn() {
    def code = Registering.code(++number)
    def agency = registered(code, '待审社工')
    Profiles.complete(code, '待审社工').each { section, typed -> fill(agency, section, typed) }
    submit(agency)
    agencies.of(new CreditCode(code))[0].id().value()
  }

  private static Site registered(String code, String name, Map more = [:]) {
    def signIn = "shenqing$number".toString()
    def answer = PortalServer.site().submit('/register', [key: UUID.randomUUID(), code: code, name: name, reach: '0839-4200000', 'sign-in-name': signIn,
        'display-name': '办事员', password: Registering.PASSWORD, repeated: Registering.PASSWORD] + more)
    assert answer.statusCode() == 303
    PortalServer.site().signedIn(signIn, Registering.PASSWORD)
  }

  private static void fill(Site site, Section section, Map<Column, List<String>> typed) {
    def path = "$PATH/sections/${section.name().toLowerCase()}".toString()
    def html = site.page(path)
    def fields = typed.collectEntries { column, values -> [Fields.id(column), values] }
    def answer = site.post(path, fields + [version: (html =~ /name="version" value="(\d+)"/)[0][1], _form: Site.token(html)])
    assert answer.statusCode() == 303
  }

  private static void submit(Site site) {
    assert site.submit(PATH + '/check', [true: 'yes']).statusCode() == 303
  }

  private static String handed(String html) {
    (html =~ /name="number" value="([^"]+)"/)[0][1]
  }
}
