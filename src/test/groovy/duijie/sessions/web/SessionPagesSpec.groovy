package duijie.sessions.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.audit.AuditEntries
import duijie.matching.Matching
import duijie.messages.Messages
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.projects.Column
import duijie.projects.Notice
import duijie.projects.Notices
import duijie.projects.Project
import duijie.projects.Projects
import duijie.sessions.Absences
import duijie.sessions.Absences.Party
import duijie.sessions.Guest.Origin
import duijie.sessions.Guest.Standing
import duijie.sessions.Guests
import duijie.sessions.MeetingRequest
import duijie.sessions.Place
import duijie.sessions.Plans
import duijie.sessions.Requests
import duijie.sessions.Session
import duijie.sessions.Sessions
import duijie.sessions.Side
import duijie.shared.PartialDate
import duijie.sheets.Examples
import java.time.Instant
import java.time.LocalDateTime
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

class SessionPagesSpec extends Specification {

  static final BUREAU = People.bureau(id: 'session-bureau', name: '办会的民政局')

  static final BUYER = People.bureau(id: 'session-buyer-bureau', name: '买服务的民政局')

  static final Map<String, String> GOOD = [name: '冬季供需对接会', place: '县政务中心三楼', day: '2026-12-18', tables: '20', talk: '8', pause: '2', 'per-project': '8', 'per-agency': '6',
      booking: 'HYBRID', top: '2', minimum: '0', newcomers: '1', 'block-1-name': '上午场', 'block-1-begins': '09:30', 'block-1-slots': '8']

  @Shared context = PortalServer.running().applicationContext
  @Shared Sessions sessions = context.getBean(Sessions)
  @Shared Guests guests = context.getBean(Guests)
  @Shared Requests requests = context.getBean(Requests)
  @Shared Plans plans = context.getBean(Plans)
  @Shared Absences absences = context.getBean(Absences)
  @Shared Site organizer = PortalServer.site(Role.ORGANIZER, 'session-organizer', BUREAU)
  @Shared Site second = PortalServer.site(Role.ORGANIZER, 'session-second', BUREAU)

  /** Others look at the same server and count what is listed. */
  def cleanupSpec() {
    context.getBean(Matching).removeProjects([new Project.Id('SESSION-1')])
    context.getBean(Matching).removeAgencies((1..4).collect { new Agency.Id("session-agency-$it") })
  }

  def setupSpec() {
    def project = Examples.project(id: new Project.Id('SESSION-1'), name: '到会的项目', respondBy: LocalDateTime.of(2026, 12, 31, 17, 0))
    def agencies = (1..4).collect { n ->
      Examples.agency(id: new Agency.Id("session-agency-$n"), name: "到会机构$n", creditCode: null, fullTimeStaff: n == 4 ? 5 : 20, founded: new PartialDate(2010, 1, 1))
    }
    context.getBean(Projects).saveAll([project])
    context.getBean(Agencies).saveAll(agencies)
    PortalServer.site(Role.OFFICER, 'session-buyer', BUYER)
    context.getBean(Notices).add(new Notice(new Notice.Id(UUID.randomUUID()), project.id(), 1, Notice.Kind.CALL, BUYER.id(), null, [(Column.NAME): project.name()], [:], '', Instant.parse('2026-11-24T02:00:00Z')))
    context.getBean(Matching).putProjects([project])
    context.getBean(Matching).putAgencies(agencies)
  }

  def "from an empty page to answers: a session is set up, projects are chosen, agencies are asked and say whether they come"() {
    given:
    def agency = PortalServer.site(Role.AGENCY, 'session-agency-1-user', People.agency(id: 'session-agency-1', name: '到会机构1'))

    when: 'it is begun'
    def path = begin()

    then:
    Site.text(organizer.page(path)).with { it.contains('冬季供需对接会') && it.contains('2026-12-18 09:30—10:48') && it.contains('草稿') }
    organizer.page('/sessions').contains(path)

    and: 'nobody is asked before there is anything to talk about'
    Site.text(organizer.submit(path, [step: 'INVITE', version: '1'], "$path/steps").body()).contains('还没有选项目')

    when: 'a project is chosen, and inviting begins'
    def listed = organizer.submit("$path/projects?q=到会的项目", [project: 'SESSION-1'], "$path/projects")
    organizer.submit(path, [step: 'INVITE', version: version(path)], "$path/steps")
    def page = organizer.page("$path/guests")

    then:
    listed.statusCode() == 303
    session(path).state() == Session.State.INVITING
    Site.text(page).with { it.contains('按规则该邀请的机构') && it.contains('到会的项目：第 1 名') }

    when: 'two are asked, one stands by'
    organizer.submit("$path/guests", [agency: ['session-agency-1', 'session-agency-2']], "$path/guests")
    organizer.submit("$path/guests?q=到会机构3", [agency: 'session-agency-3', standby: '1'], "$path/guests")

    then:
    guests.of(session(path).id()).collect { [it.agency().value(), it.standing()] } ==
        [['session-agency-1', Standing.INVITED], ['session-agency-2', Standing.INVITED], ['session-agency-3', Standing.STANDBY]]
    told('session-agency-1-user') == ['邀请：冬季供需对接会']
    Site.text(agency.page('/todo')).contains('答复对接会邀请')

    when: 'one says that it comes'
    def own = "/agency/sessions/${session(path).id()}".toString()
    agency.submit(own, [answer: 'coming', note: '来两个人'])

    then:
    guests.find(session(path).id(), new Agency.Id('session-agency-1')).get().with { it.standing() == Standing.COMING && it.note() == '来两个人' }
    told('session-organizer').contains('到会机构1：参加')
    Site.text(organizer.page("$path/guests")).contains('来两个人')
    deeds(path) == ['BEGIN_SESSION', 'LIST_PROJECTS', 'INVITE_SESSION', 'INVITE_TO_SESSION', 'INVITE_TO_SESSION', 'INVITE_TO_SESSION', 'ANSWER_SESSION']

    when: 'who stands by is asked after all, and who has not answered is reminded'
    organizer.submit("$path/guests", [agency: 'session-agency-3'], "$path/guests/promotion")
    def reminded = organizer.submit("$path/guests", [:], "$path/guests/reminders")
    def again = organizer.submit("$path/guests", [:], "$path/guests/reminders")

    then: 'once a day at most'
    reminded.statusCode() == 303
    again.statusCode() == 422
    guests.of(session(path).id())*.standing() == [Standing.COMING, Standing.INVITED, Standing.INVITED]

    when: 'the place changes'
    organizer.submit("$path/setup", GOOD + [place: '县图书馆', version: version(path)])

    then: 'whoever may come is told'
    told('session-agency-1-user').contains('时间或地点有变：冬季供需对接会')
    Site.text(agency.page(own)).contains('县图书馆')
  }

  def "why an agency is asked is found out by the site, and written down"() {
    given:
    def path = inviting()

    when:
    organizer.submit("$path/guests", [agency: proposed(path) + ['session-agency-3'], origin: 'NEWCOMER'], "$path/guests")

    then:
    guests.of(session(path).id())*.origin().countBy { it }.keySet().every { it in [Origin.RANKED, Origin.NEWCOMER, Origin.CHOSEN] }
    guests.of(session(path).id()).find { it.agency().value() == 'session-agency-3' }.origin() != Origin.NEWCOMER
  }

  def "what an agency without an account says on the telephone is noted for it, of others it is not"() {
    given:
    def path = inviting()
    PortalServer.site(Role.AGENCY, 'session-agency-1-user', People.agency(id: 'session-agency-1', name: '到会机构1'))
    organizer.submit("$path/guests", [agency: ['session-agency-1', 'session-agency-3']], "$path/guests")

    when:
    def noted = organizer.submit("$path/guests", [coming: 'session-agency-3'], "$path/guests/answers")
    def refused = organizer.submit("$path/guests", [coming: 'session-agency-1'], "$path/guests/answers")
    def unknown = organizer.submit("$path/guests", [declined: 'session-agency-4'], "$path/guests/answers")

    then:
    [noted, refused, unknown]*.statusCode() == [303, 422, 422]
    Site.text(refused.body()).contains('由他们答复')
    guests.of(session(path).id())*.standing() == [Standing.INVITED, Standing.COMING]

    when:
    organizer.submit("$path/guests", [declined: 'session-agency-3'], "$path/guests/answers")

    then:
    guests.of(session(path).id())*.standing() == [Standing.INVITED, Standing.DECLINED]
    deeds(path).count('ANSWER_SESSION') == 2
  }

  def "a form sent twice makes one session, and asks nobody twice"() {
    given:
    def html = organizer.page('/sessions/new')
    def fields = GOOD + [_form: Site.token(html), fresh: UUID.randomUUID().toString()]

    expect:
    (1..2).collect { organizer.post('/sessions/new', fields).headers().firstValue('Location').get() }.unique().size() == 1

    when:
    def path = inviting()
    2.times { assert organizer.submit("$path/guests", [agency: 'session-agency-2'], "$path/guests").statusCode() == 303 }

    then:
    guests.of(session(path).id()).size() == 1
    deeds(path).count('INVITE_TO_SESSION') == 1
  }

  def "of two organizers who change a session the second is told and loses nothing"() {
    given:
    def path = begin()

    when:
    organizer.submit("$path/setup", GOOD + [tables: '25', version: '1'])
    def late = second.submit("$path/setup", GOOD + [tables: '30', version: '1'])

    then:
    late.statusCode() == 422
    Site.text(late.body()).contains('别人改过这场对接会')
    late.body().contains('value="30"')
    session(path).setup().tables() == 25
  }

  def "of twenty who press at once one takes the step"() {
    given:
    def path = begin()
    organizer.submit("$path/projects", [project: 'SESSION-1'], "$path/projects")
    def token = Site.token(organizer.page(path))
    def threads = Executors.newFixedThreadPool(20)

    when:
    def answers = threads.invokeAll((1..20).collect { { -> organizer.post("$path/steps", [_form: token, step: 'INVITE', version: '1']).statusCode() } as Callable<Integer> })*.get()

    then:
    answers.every { it == 303 }
    session(path).version() == 2
    deeds(path).count('INVITE_SESSION') == 1

    cleanup:
    threads.shutdown()
  }

  def "everything that is wrong is told at once, and stays as it was typed"() {
    when:
    def answer = organizer.submit('/sessions/new', [name: '<script>alert(1)</script>', day: '2020-01-01', tables: '很多'])

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).with { it.contains('日期已经过去') && it.contains('“桌数”应为') && it.contains('请填写“地点”') }
    answer.body().contains('value="很多"')
    !answer.body().contains('<script>alert(1)')
  }

  def "names that do harm elsewhere are shown exactly"() {
    given:
    def name = '=cmd|\u202E会<b>𠮷😀'

    when:
    def answer = organizer.submit('/sessions/new', GOOD + [name: name])

    then:
    Site.unescaped(organizer.page(answer.headers().firstValue('Location').get())).contains("<bdi>$name</bdi>")
  }

  def "an agency that is not asked finds nothing, and another bureau's organizer neither"() {
    given:
    def path = inviting()
    def stranger = PortalServer.site(Role.AGENCY, 'session-agency-4-user', People.agency(id: 'session-agency-4', name: '到会机构4'))
    def other = PortalServer.site(Role.ORGANIZER, 'session-elsewhere', People.bureau(id: 'session-elsewhere', name: '别处的民政局'))

    expect:
    stranger.get("/agency/sessions/${session(path).id()}".toString()).statusCode() == 404
    other.get(path).statusCode() == 404
    other.get("$path/guests".toString()).statusCode() == 404
  }

  def "either side asks for a talk, the other accepts or declines, and each sees what it may"() {
    given: 'a session that is open for booking, with an agency that comes and a buyer whose project is there'
    def path = inviting()
    def id = session(path).id()
    def agency = PortalServer.site(Role.AGENCY, 'session-agency-2-user', People.agency(id: 'session-agency-2', name: '到会机构2'))
    def buyer = PortalServer.site(Role.OFFICER, 'session-buyer', BUYER)
    organizer.submit("$path/guests", [agency: 'session-agency-2'], "$path/guests")
    def (own, bought) = ["/agency/sessions/$id".toString(), "/buyer/sessions/$id".toString()]

    expect: 'nobody books before that is opened'
    agency.submit(own, [answer: 'coming'])
    agency.submit(own, [project: 'SESSION-1', deed: 'ask'], "$own/talks").statusCode() == 422

    when: 'the agency asks'
    organizer.submit(path, [step: 'OPEN_BOOKING', version: version(path)], "$path/steps")
    def asked = agency.submit(own, [project: 'SESSION-1', deed: 'ask', words: '做过三年社工站'], "$own/talks")

    then: 'the buyer is told and reads why'
    asked.statusCode() == 303
    told('session-buyer').contains('约谈：到会机构2')
    Site.text(buyer.page(bought)).with { it.contains('对方想谈，请答复') && it.contains('做过三年社工站') }

    when: 'the buyer declines, and the agency asks once more'
    buyer.submit(bought, [project: 'SESSION-1', agency: 'session-agency-2', deed: 'decline', words: '已有合适的'], "$bought/talks")
    def again = agency.submit(own, [project: 'SESSION-1', deed: 'ask'], "$own/talks")

    then:
    requests.find(id, new Project.Id('SESSION-1'), new Agency.Id('session-agency-2')).get().state() == MeetingRequest.State.DECLINED
    Site.text(agency.page(own)).with { it.contains('对方婉拒') && it.contains('已有合适的') }
    again.statusCode() == 422
    Site.text(again.body()).contains('对方已经婉拒，不能再约')

    when: 'the buyer thinks better of it and asks, and the agency accepts'
    buyer.submit(bought, [project: 'SESSION-1', agency: 'session-agency-2', deed: 'ask'], "$bought/talks")
    agency.submit(own, [project: 'SESSION-1', deed: 'accept'], "$own/talks")

    then:
    requests.find(id, new Project.Id('SESSION-1'), new Agency.Id('session-agency-2')).get().with { it.state() == MeetingRequest.State.ACCEPTED && it.by() == Side.BUYER }
    Site.text(buyer.page(bought)).contains('双方同意')
    Site.text(organizer.page("$path/talks")).with { it.contains('到会机构2') && it.contains('同意 1 个') }
    Site.text(organizer.submit("$path/talks", [project: 'SESSION-1', agency: 'session-agency-2', deed: 'accept'], "$path/talks").body()).contains('由他们答复')

    when: 'both say when they cannot'
    agency.submit(own, [away: ['1', '2']], "$own/absence")
    buyer.submit(bought, [project: 'SESSION-1', away: '8'], "$bought/absence")

    then:
    absences.of(id) == [(new Party(Side.AGENCY, 'session-agency-2')): [1, 2] as Set, (new Party(Side.BUYER, 'SESSION-1')): [8] as Set]
    agency.submit(own, [away: (1..8).collect { "$it".toString() }], "$own/absence").statusCode() == 422
    ['ASK_FOR_TALK', 'DECLINE_TALK', 'ASK_FOR_TALK', 'ACCEPT_TALK', 'SET_ABSENCE', 'SET_ABSENCE'].every { it in deeds(path) }

    and: 'another bureau has nothing there'
    PortalServer.site(Role.OFFICER, 'session-elsewhere-officer', People.bureau(id: 'session-elsewhere', name: '别处的民政局')).get(bought).statusCode() == 404
  }

  def "of two sides that ask at once one request is left, and both said yes"() {
    given:
    def path = inviting()
    def id = session(path).id()
    def agency = PortalServer.site(Role.AGENCY, 'session-agency-2-user', People.agency(id: 'session-agency-2', name: '到会机构2'))
    def buyer = PortalServer.site(Role.OFFICER, 'session-buyer', BUYER)
    organizer.submit("$path/guests", [agency: 'session-agency-2'], "$path/guests")
    def (own, bought) = ["/agency/sessions/$id".toString(), "/buyer/sessions/$id".toString()]
    agency.submit(own, [answer: 'coming'])
    organizer.submit(path, [step: 'OPEN_BOOKING', version: version(path)], "$path/steps")
    def tokens = [Site.token(agency.page(own)), Site.token(buyer.page(bought))]
    def threads = Executors.newFixedThreadPool(2)

    when:
    threads.invokeAll([
        { -> agency.post("$own/talks", [_form: tokens[0], project: 'SESSION-1', deed: 'ask']) } as Callable,
        { -> buyer.post("$bought/talks", [_form: tokens[1], project: 'SESSION-1', agency: 'session-agency-2', deed: 'ask']) } as Callable,
    ])*.get()

    then:
    requests.of(id)*.state() == [MeetingRequest.State.ACCEPTED]

    cleanup:
    threads.shutdown()
  }

  def "a timetable is made, moved by hand, locked, released to those concerned, and taken back"() {
    given: 'two agencies that come, of which one has agreed on a talk with the buyer'
    def path = inviting()
    def id = session(path).id()
    def table = "$path/timetable".toString()
    organizer.submit("$path/guests", [agency: ['session-agency-1', 'session-agency-2']], "$path/guests")
    def sites = [1, 2].collectEntries { n -> [n, PortalServer.site(Role.AGENCY, "session-agency-$n-user", People.agency(id: "session-agency-$n", name: "到会机构$n"))] }
    sites.each { n, site -> site.submit("/agency/sessions/$id".toString(), [answer: 'coming']) }
    organizer.submit(path, [step: 'OPEN_BOOKING', version: version(path)], "$path/steps")
    sites[1].submit("/agency/sessions/$id".toString(), [project: 'SESSION-1', deed: 'ask'], "/agency/sessions/$id/talks".toString())
    PortalServer.site(Role.OFFICER, 'session-buyer', BUYER).submit("/buyer/sessions/$id".toString(), [project: 'SESSION-1', agency: 'session-agency-1', deed: 'accept'], "/buyer/sessions/$id/talks".toString())
    organizer.submit(path, [step: 'SCHEDULE', version: version(path)], "$path/steps")

    when: 'it is made'
    def made = organizer.submit(table, [revision: '0', deed: 'make'])
    def plan = plans.find(id).get()

    then: 'as good as can be, the one they agreed on above the match'
    made.statusCode() == 303
    plan.placed().size() == 2
    plan.value() == plan.upperBound()
    plan.meetings().find { it.agency().value() == 'session-agency-1' }.worth() >= 100
    Site.text(organizer.page(table)).with { it.contains('达到上界的 100.00%') && it.contains('全部排上了') }

    when: 'one is to be moved'
    def moving = organizer.page("$table?project=SESSION-1&agency=session-agency-1")
    def there = plan.meetings().find { it.agency().value() == 'session-agency-2' }.place()

    then: 'the place of the other is red, with the reason, and refused'
    Site.text(moving).contains('同一张桌在同一时段有两场洽谈')
    organizer.submit(table, [revision: '1', deed: 'move', project: 'SESSION-1', agency: 'session-agency-1', place: "${there.slot()}-${there.table()}"]).statusCode() == 422
    plans.find(id).get().revision() == 1

    when: 'it is moved to a free one, and locked there'
    organizer.submit(table, [revision: '1', deed: 'move', project: 'SESSION-1', agency: 'session-agency-1', place: '8-20'])
    def late = organizer.submit(table, [revision: '1', deed: 'lock', project: 'SESSION-1', agency: 'session-agency-1'])
    organizer.submit(table, [revision: '2', deed: 'lock', project: 'SESSION-1', agency: 'session-agency-1'])
    organizer.submit(table, [revision: '3', deed: 'make'])

    then: 'whoever looked at an older one is told, and what is locked stays'
    late.statusCode() == 422
    plans.find(id).get().meetings().find { it.agency().value() == 'session-agency-1' }.with { it.locked() && it.place() == new Place(8, 20) }

    when: 'it is released'
    organizer.submit(table, [revision: '4', deed: 'release'])

    then: 'both sides read when and where'
    session(path).state() == Session.State.RELEASED
    told('session-agency-1-user').contains('时刻表已发布：冬季供需对接会')
    told('session-buyer').contains('时刻表已发布：冬季供需对接会')
    Site.text(sites[1].page("/agency/sessions/$id".toString())).with { it.contains('行程（1 场）') && it.contains('20 号桌') }

    when: 'the other is moved and released again'
    def before = told('session-agency-1-user').size()
    organizer.submit(table, [revision: '4', deed: 'move', project: 'SESSION-1', agency: 'session-agency-2', place: '7-20'])
    organizer.submit(table, [revision: '5', deed: 'release'])

    then: 'only those concerned are told'
    told('session-agency-2-user').contains('时刻表有变：冬季供需对接会')
    told('session-agency-1-user').size() == before
    plans.releases(id)*.number() == [1, 2]

    when: 'one of them does not come after all'
    sites[2].submit("/agency/sessions/$id".toString(), [answer: 'declined'])
    def alone = plans.find(id).get()

    then: 'the seat is free, and the timetable can be changed as before'
    alone.meetings().find { it.agency().value() == 'session-agency-2' }.with { it.place() == null && it.reason() == '机构答复不参加' }
    organizer.submit(table, [revision: alone.revision(), deed: 'move', project: 'SESSION-1', agency: 'session-agency-1', place: '7-20']).statusCode() == 303
    organizer.submit(table, [revision: alone.revision() + 1, deed: 'move', project: 'SESSION-1', agency: 'session-agency-2', place: '6-20']).statusCode() == 422

    when: 'it comes again, and the first version is put back'
    sites[2].submit("/agency/sessions/$id".toString(), [answer: 'coming'])
    organizer.submit(table, [revision: plans.find(id).get().revision(), deed: 'back', version: '1'])

    then:
    plans.find(id).get().placed()*.place() as Set == plans.releases(id)[0].seats()*.place() as Set
    ['MAKE_TIMETABLE', 'MOVE_MEETING', 'LOCK_MEETING', 'RELEASE_TIMETABLE', 'RESTORE_TIMETABLE'].every { it in deeds(path) }
  }

  def "what no longer fits after a session was changed loses its place, and is told so; nothing breaks"() {
    given: 'a timetable with a talk locked in the last turn, at the last table'
    def path = inviting()
    def id = session(path).id()
    def table = "$path/timetable".toString()
    organizer.submit("$path/guests", [agency: ['session-agency-2', 'session-agency-3']], "$path/guests")
    ['session-agency-2', 'session-agency-3'].each { context.getBean(Guests).replace(guests.find(id, new Agency.Id(it)).get().answering(Standing.COMING, '', Instant.parse('2026-11-24T02:00:00Z'))) }
    organizer.submit(path, [step: 'OPEN_BOOKING', version: version(path)], "$path/steps")
    organizer.submit(path, [step: 'SCHEDULE', version: version(path)], "$path/steps")
    organizer.submit(table, [revision: '0', deed: 'make'])
    organizer.submit(table, [revision: '1', deed: 'move', project: 'SESSION-1', agency: 'session-agency-2', place: '8-20'])
    organizer.submit(table, [revision: '2', deed: 'lock', project: 'SESSION-1', agency: 'session-agency-2'])

    expect: 'there is no place outside of the day and the hall'
    [[9, 1], [0, 1], [-1, 1], [1, 21], [1, 0]].every { slot, number ->
      organizer.submit(table, [revision: '3', deed: 'move', project: 'SESSION-1', agency: 'session-agency-3', place: "$slot-$number"]).statusCode() == 422
    }
    organizer.submit(table, [revision: '3', deed: 'lock', project: 'SESSION-1', agency: 'nobody']).statusCode() == 422

    when: 'there are fewer turns and tables'
    organizer.submit(path, [step: 'REOPEN_BOOKING', version: version(path)], "$path/steps")
    organizer.submit("$path/setup", GOOD + ['block-1-slots': '2', tables: '2', version: version(path)])
    organizer.submit(path, [step: 'SCHEDULE', version: version(path)], "$path/steps")

    then:
    plans.find(id).get().meetings().find { it.agency().value() == 'session-agency-2' }.with { it.place() == null && !it.locked() && it.reason() == '条件改了，原来的位置放不下' }
    plans.find(id).get().with { it.value() <= it.upperBound() }
    deeds(path).contains('FIT_TIMETABLE')
    organizer.submit(table, [revision: plans.find(id).get().revision(), deed: 'make']).statusCode() == 303
    plans.find(id).get().placed().size() == 2

    when: 'the project is taken off the list'
    organizer.submit(path, [step: 'REOPEN_BOOKING', version: version(path)], "$path/steps")
    def taken = organizer.submit("$path/projects", [project: 'SESSION-1'], "$path/projects/removal")

    then:
    taken.statusCode() == 303
    plans.find(id).get().meetings().empty
    sessions.projects(id).empty
  }

  private String begin() {
    organizer.submit('/sessions/new', GOOD).headers().firstValue('Location').get()
  }

  private String inviting() {
    def path = begin()
    organizer.submit("$path/projects", [project: 'SESSION-1'], "$path/projects")
    organizer.submit(path, [step: 'INVITE', version: '1'], "$path/steps")
    path
  }

  private List<String> proposed(String path) {
    (organizer.page("$path/guests") =~ /name="agency" value="([^"]+)"/).collect { it[1] as String }
  }

  private Session session(String path) {
    sessions.find(new Session.Id(UUID.fromString(path.split('/').last()))).get()
  }

  private String version(String path) {
    session(path).version() as String
  }

  private List<String> told(String who) {
    context.getBean(Messages).of(context.getBean(Accounts).named(who).get().id(), null, 0, 100)*.news()*.subject().reverse()
  }

  private List<String> deeds(String path) {
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(null, null, null, 'session', path.split('/').last(), null, null), null, 50)*.entry()*.deed().reverse()
  }
}
