package duijie.sessions.web


import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.audit.AuditEntries
import duijie.portal.Browser
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.projects.Column
import duijie.projects.Notice
import duijie.projects.Notices
import duijie.projects.Project
import duijie.projects.Projects
import duijie.sessions.Block
import duijie.sessions.Examples as Sessions0
import duijie.sessions.Guest
import duijie.sessions.Guests
import duijie.sessions.Intent
import duijie.sessions.Intents
import duijie.sessions.Place
import duijie.sessions.Plan
import duijie.sessions.PlannedMeeting
import duijie.sessions.Plans
import duijie.sessions.Recorder
import duijie.sessions.Release
import duijie.sessions.Session
import duijie.sessions.Sessions
import duijie.sessions.TalkResults
import duijie.shared.Money
import duijie.sheets.Examples
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

class OutcomePagesSpec extends Specification {

  static final BUREAU = People.bureau(id: 'outcome-bureau', name: '办会的民政局')
  static final BUYER = People.bureau(id: 'outcome-buyer', name: '买服务的民政局')
  static final OWN = 'project=OUTCOME-1&agency=outcome-agency-1'

  @Shared context = PortalServer.running().applicationContext
  @Shared Sessions sessions = context.getBean(Sessions)
  @Shared TalkResults results = context.getBean(TalkResults)
  @Shared Intents intents = context.getBean(Intents)
  @Shared Site organizer = PortalServer.site(Role.ORGANIZER, 'outcome-organizer', BUREAU)
  @Shared Site buyer = PortalServer.site(Role.OFFICER, 'outcome-officer', BUYER)
  @Shared Site agency = PortalServer.site(Role.AGENCY, 'outcome-agency-user', People.agency(id: 'outcome-agency-1', name: '记结果的机构1'))
  @Shared Session.Id id
  @Shared String path

  def setupSpec() {
    def projects = (1..2).collect { Examples.project(id: new Project.Id("OUTCOME-$it"), name: "谈过的项目$it") }
    context.getBean(Projects).saveAll(projects)
    context.getBean(Agencies).saveAll((1..2).collect { Examples.agency(id: new Agency.Id("outcome-agency-$it"), name: "记结果的机构$it", creditCode: null) })
    context.getBean(Notices).add(new Notice(new Notice.Id(UUID.randomUUID()), projects[0].id(), 1, Notice.Kind.CALL, BUYER.id(), null, [(Column.NAME): projects[0].name()], [:], '', Instant.parse('2026-10-24T02:00:00Z')))
  }

  def setup() {
    begun(Session.State.LIVE)
  }

  def "both sides and the organizer record a talk, and what counts is told to each of them"() {
    when: 'the buyer records it'
    def bought = "/buyer/sessions/$id".toString()
    def stored = buyer.submit("$bought/outcomes/talk?$OWN", [kind: 'NEGOTIATING', amount: '３０万', todo: '补年检报告', who: '王主任', until: '2026-12-31', version: '0'] + key(1, 1), "$bought/outcomes/talk")

    then:
    stored.statusCode() == 303
    Site.text(buyer.page("$bought/outcomes")).with { it.contains('购买方记：洽商，30 万元') && it.contains('洽商 1 场') }
    Site.text(buyer.page(bought)).contains('洽谈结果')
    !buyer.page("$bought/outcomes").contains('谈过的项目2')

    when: 'the agency says something else'
    def own = "/agency/sessions/$id".toString()
    agency.submit("$own/outcomes/talk?$OWN", [kind: 'KNOWLEDGE_ONLY', version: '0'] + key(1, 1), "$own/outcomes/talk")

    then: 'all are told'
    [agency.page("$own/outcomes"), buyer.page("$bought/outcomes/talk?$OWN"), organizer.page("$path/outcomes?outcome=disputed")].every { Site.text(it).contains('双方所记不同') }
    intents.of(id)*.findings()*.amount() == [Money.of(300000)]

    when: 'the organizer settles it, and is led on to the next one'
    def form = organizer.page("$path/outcomes/talk?$OWN")
    def settled = organizer.submit("$path/outcomes/talk?$OWN", [kind: 'AGREED', amount: '280000.50', version: '0', then: 'next'] + key(1, 1), "$path/outcomes/talk")

    then:
    Site.text(form).with { it.contains('补年检报告') && it.contains('王主任') }
    settled.headers().firstValue('Location').get() == "$path/outcomes/talk?project=OUTCOME-2&agency=outcome-agency-2"
    Site.text(organizer.page("$path/outcomes?outcome=AGREED")).contains('280,000.5 元')
    Site.text(organizer.page("$path/outcomes?project=项目1&agency=机构1&outcome=none")).contains('没有符合条件的洽谈')
    Site.text(organizer.page(path)).contains('还有 3 场没有结果')
    ['RECORD_OUTCOME', 'OPEN_INTENT', 'CHANGE_INTENT'].every { it in deeds() }
  }

  def "everything that is wrong is told at once, and stays as it was typed"() {
    given:
    def own = "/agency/sessions/$id".toString()

    when:
    def answer = agency.submit("$own/outcomes/talk?$OWN", [amount: '<script>alert(1)</script>', who: '\u202E𠮷😀', until: '2020-01-01', version: '0'] + key(1, 1), "$own/outcomes/talk")

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).with { it.contains('请选择洽谈结果') && it.contains('“意向金额”请填以元为单位的金额') && it.contains('“跟进期限”不能早于对接会的日期') }
    answer.body().contains('value="&lt;script') && answer.body().contains('\u202E𠮷😀') && !answer.body().contains('<script>alert(1)')
    answer.body().contains('href="#kind"')
    results.of(id) == []
  }

  def "a form sent twice records once, and who looked at something older is told and loses nothing"() {
    given:
    def own = "/agency/sessions/$id".toString()
    def token = Site.token(agency.page("$own/outcomes/talk?$OWN"))
    def threads = Executors.newFixedThreadPool(8)

    when:
    def answers = threads.invokeAll((1..8).collect { { -> agency.post("$own/outcomes/talk", [_form: token, kind: 'FUTURE', version: '0'] + key(1, 1)).statusCode() } as Callable<Integer> })*.get()
    def late = agency.post("$own/outcomes/talk", [_form: token, kind: 'AGREED', amount: '77777', version: '0'] + key(1, 1))

    then:
    answers.every { it == 303 }
    results.of(id)*.version() == [1]
    deeds().count('RECORD_OUTCOME') == 1
    late.statusCode() == 422
    Site.text(late.body()).contains('同一方的另一个人记了别的')
    late.body().contains('value="77777"')

    when: 'whoever saves again knows better'
    agency.post("$own/outcomes/talk", [_form: token, kind: 'AGREED', amount: '77777', version: Site.unescaped((late.body() =~ /name="version" value="(\d+)"/)[0][1])] + key(1, 1))

    then:
    results.of(id)*.amount() == [Money.of(77777)]

    cleanup:
    threads.shutdown()
  }

  def "the talk of another answers like one that does not exist"() {
    given:
    def (own, bought) = ["/agency/sessions/$id".toString(), "/buyer/sessions/$id".toString()]

    expect:
    ['outcomes', 'intents'].every { part -> agency.get("$own/$part/talk?project=OUTCOME-1&agency=outcome-agency-2").statusCode() == 404 }
    ['outcomes', 'intents'].every { part -> buyer.get("$bought/$part/talk?project=OUTCOME-2&agency=outcome-agency-1").statusCode() == 404 }
    agency.submit("$own/outcomes/talk?$OWN", [kind: 'FUTURE', version: '0'] + key(1, 2), "$own/outcomes/talk").statusCode() == 404
    buyer.submit("$bought/outcomes/talk?$OWN", [kind: 'FUTURE', version: '0'] + key(2, 1), "$bought/outcomes/talk").statusCode() == 404
    organizer.get("$path/outcomes/talk?project=NONE&agency=outcome-agency-1").statusCode() == 404
    results.of(id) == []
  }

  def "an intent is followed up by all three, from the talk to the contract"() {
    given:
    def (own, bought) = ["/agency/sessions/$id".toString(), "/buyer/sessions/$id".toString()]
    agency.submit("$own/outcomes/talk?$OWN", [kind: 'NEGOTIATING', amount: '300000', until: '2026-11-20', version: '0'] + key(1, 1), "$own/outcomes/talk")
    def note = { Site who, String base, Map fields -> who.submit("$base/intents/talk?$OWN", [amount: '300000', until: '2026-12-31'] + key(1, 1) + fields, "$base/intents/talk") }

    expect: 'who reads the list sees what is overdue, and has it to do'
    [agency, buyer, organizer].every { Site.text(it.page('/todo')).with { it.contains('谈过的项目1 — 记结果的机构1') && it.contains('跟进期限 2026-11-20') } }
    Site.text(agency.page("$own/intents")).with { it.contains('谈过的项目1') && it.contains('已过期') }

    when:
    def procured = note(buyer, bought, [step: 'PROCURE', words: '已挂网', version: '1'])
    def late = note(agency, own, [step: 'LAPSE', words: '没消息', version: '1'])
    def silent = note(agency, own, [step: 'LAPSE', version: '2'])

    then:
    procured.statusCode() == 303
    Site.text(late.body()).with { it.contains('别人更新过这个意向') && it.contains('没消息') && it.contains('已挂网') }
    Site.text(silent.body()).contains('请写明为什么没有下文')

    when:
    note(organizer, path, [step: 'CONVERT', number: '旺民合〔2027〕3号', signed: '298000', paid: '2027-01-20', version: '2'])

    then:
    intents.find(id, Sessions0.key('OUTCOME-1', 'outcome-agency-1')).get().with { it.state() == Intent.State.CONVERTED && it.deal().amount() == Money.of(298000) }
    Site.text(organizer.page("$path/intents?outcome=CONVERTED")).with { it.contains('旺民合〔2027〕3号') && it.contains('2027-01-20') && it.contains('转化 1 个') }
    intents.notes(id)*.by() == [Recorder.BUYER, Recorder.ORGANIZER]
    ['PROCURE_INTENT', 'CONVERT_INTENT'].every { it in deeds() }
  }

  def "the follow-up ends at the second press, where talks have no outcome"() {
    given:
    begun(Session.State.CLOSED)
    organizer.submit("$path/outcomes/talk?$OWN", [kind: 'NO_CONTACT', version: '0'] + key(1, 1), "$path/outcomes/talk")

    when:
    def first = organizer.submit("$path/outcomes", [:], "$path/follow-up")

    then:
    first.statusCode() == 422
    Site.text(organizer.page('/todo')).contains('办结回访')
    Site.text(agency.page('/todo')).with { it.contains('记洽谈结果') && it.contains('还有 2 场没有记') }
    Site.text(buyer.page('/todo')).with { it.contains('记洽谈结果') && it.contains('还有 2 场没有记') }
    Site.text(first.body()).with { it.contains('还有 3 场洽谈没有算数的结果') && it.contains('仍然办结') }

    when:
    organizer.submit("$path/outcomes", [open: '3'], "$path/follow-up")

    then:
    sessions.find(id).get().state() == Session.State.FOLLOWED_UP
    Site.text(organizer.page("$path/outcomes/talk?$OWN")).contains('已经回访办结')
    'FOLLOW_UP_SESSION' in deeds()
  }

  def "of many talks each page lists fifty, and a filter finds any of them"() {
    given: 'sixty agencies talk about one project, one after the other'
    def many = (1..60).collect { new Agency.Id("outcome-many-$it") }
    context.getBean(Agencies).saveAll(many.collect { Examples.agency(id: it, name: "众多的机构${it.value().split('-').last()}号", creditCode: null) })
    def session = Sessions0.session(state: Session.State.CLOSED, owner: BUREAU.id(), setup: Sessions0.setup(day: LocalDate.of(2026, 11, 20), blocks: [new Block('全天', LocalTime.of(8, 0), 60)]))
    sessions.add(session)
    sessions.list(session.id(), [new Project.Id('OUTCOME-2')])
    context.getBean(Guests).add(many.collect { Sessions0.guest(session: session.id(), agency: it, standing: Guest.Standing.COMING) })
    context.getBean(Plans).put(new Plan(session.id(), many.withIndex().collect { agency, n ->
      new PlannedMeeting(new Project.Id('OUTCOME-2'), agency, 80.0, new Place(n + 1, 1), PlannedMeeting.State.HELD, false, null)
    }, 4800.0, 1))
    def list = "/sessions/${session.id()}/outcomes".toString()

    expect:
    Site.titles(organizer.page(list)).size() == 50
    Site.titles(organizer.page("$list?page=2")).size() == 10
    organizer.get("$list?page=3").statusCode() == 404
    organizer.get("$list?page=two").statusCode() == 400
    Site.text(organizer.page("$list?agency=%E6%9C%BA%E6%9E%84%EF%BC%95%EF%BC%97%E5%8F%B7")).contains('众多的机构57号')
    Site.titles(organizer.page("$list?agency=57")).size() == 1
    Site.text(organizer.page("/sessions/${session.id()}/report")).contains('时刻表排定洽谈60场，候补补位0场；已谈60场')
  }

  @Requires(value = { Browser.PRESENT }, reason = 'no chromium or no chromedriver on the PATH')
  def "the pages can be read by everybody, on a phone too"() {
    given:
    def base = PortalServer.running().URL.toString()
    def browser = new Browser(base)
    def wrong = []
    buyer.submit("/buyer/sessions/$id/outcomes/talk?$OWN", [kind: 'NEGOTIATING', amount: '300000', todo: '补年检报告', who: '王主任', until: '2026-11-22', version: '0'] + key(1, 1), "/buyer/sessions/$id/outcomes/talk")
    agency.submit("/agency/sessions/$id/outcomes/talk?$OWN", [kind: 'NEGOTIATING', version: '0'] + key(1, 1), "/agency/sessions/$id/outcomes/talk")
    organizer.submit("$path/outcomes/talk?$OWN", [kind: 'AGREED', amount: '280000', todo: '补年检报告和预算', who: '王主任', until: '2026-11-22', version: '0'] + key(2, 2), "$path/outcomes/talk")
    agency.submit("/agency/sessions/$id/intents/talk?$OWN", [amount: '300000', step: 'PROCURE', words: '已挂网', version: '1', until: '2026-11-22'] + key(1, 1), "/agency/sessions/$id/intents/talk")

    when:
    browser.signIn('outcome-organizer')
    ['outcomes': "$path/outcomes", 'outcome': "$path/outcomes/talk?$OWN", 'intents': "$path/intents", 'intent': "$path/intents/talk?$OWN", 'session-report': "$path/report", 'session-after': path].each { name, page ->
      browser.open(page as String)
      wrong += browser.look(name)
    }
    browser.signOut()
    browser.signIn('outcome-agency-user')
    browser.open("/agency/sessions/$id/outcomes/talk?$OWN")
    wrong += browser.look('outcome-agency')

    then:
    wrong == []

    cleanup:
    browser.close()
  }

  private static Map<String, String> key(int project, int agency) {
    [project: "OUTCOME-$project".toString(), agency: "outcome-agency-$agency".toString()]
  }

  private void begun(Session.State state) {
    def setup = Sessions0.setup(day: LocalDate.of(2026, 11, 20), name: '秋季供需对接会', blocks: [new Block('上午场', LocalTime.of(9, 30), 8)])
    def session = Sessions0.session(state: state, owner: BUREAU.id(), setup: setup)
    id = session.id()
    path = "/sessions/$id".toString()
    sessions.add(session)
    sessions.list(id, (1..2).collect { new Project.Id("OUTCOME-$it") })
    context.getBean(Guests).add((1..2).collect { Sessions0.guest(session: id, agency: new Agency.Id("outcome-agency-$it"), standing: Guest.Standing.COMING) })
    def meetings = [[1, 1], [2, 2], [1, 2], [2, 1]].withIndex().collect { pair, n ->
      new PlannedMeeting(new Project.Id("OUTCOME-${pair[0]}"), new Agency.Id("outcome-agency-${pair[1]}"), 80.0, new Place(n.intdiv(2) + 1, pair[0]), PlannedMeeting.State.SCHEDULED, false, null)
    }
    def plan = new Plan(id, meetings, 320.0, 1)
    context.getBean(Plans).put(plan)
    context.getBean(Plans).release(new Release(id, 1, Instant.parse('2026-11-18T02:00:00Z'), context.getBean(duijie.accounts.Accounts).named('outcome-organizer').get().id(), plan.seats()))
  }

  private List<String> deeds() {
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(null, null, null, 'session', id.toString(), null, null), null, 50)*.entry()*.deed()
  }
}
