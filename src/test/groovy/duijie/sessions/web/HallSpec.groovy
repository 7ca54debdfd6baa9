package duijie.sessions.web

import biweekly.Biweekly
import biweekly.component.VEvent
import duijie.Camera
import duijie.MovableClock
import duijie.accounts.Accounts
import duijie.accounts.PasswordHashing
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.audit.AuditEntries
import duijie.database.TestDatabase
import duijie.demonstration.DemonstrationPeople
import duijie.matching.Matching
import duijie.messages.Messages
import duijie.portal.web.Site
import duijie.projects.Column
import duijie.projects.Notice
import duijie.projects.Notices
import duijie.projects.Project
import duijie.projects.Projects
import duijie.sessions.Absences.Party
import duijie.sessions.Arrivals
import duijie.sessions.Badges
import duijie.sessions.Block
import duijie.sessions.Examples
import duijie.sessions.Guest
import duijie.sessions.Guests
import duijie.sessions.MeetingNumbers
import duijie.sessions.Place
import duijie.sessions.PlannedMeeting
import duijie.sessions.Plans
import duijie.sessions.Session
import duijie.sessions.Sessions
import duijie.sessions.Side
import duijie.sheets.Examples as Records
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.apache.pdfbox.Loader
import org.apache.pdfbox.rendering.PDFRenderer
import org.apache.pdfbox.text.PDFTextStripper
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The day of a session: 24 November 2026, four turns of eight minutes from 10:30 on, at three tables. */
class HallSpec extends Specification {

  static final BUREAU = People.bureau(id: 'hall-bureau', name: '办会的民政局')

  static final State = PlannedMeeting.State

  @Shared MovableClock clock = new MovableClock()
  @Shared @AutoCleanup ApplicationContext context
  @Shared String base
  @Shared Site organizer
  @Shared Plans plans
  @Shared Arrivals arrivals
  Session session
  String path

  def setupSpec() {
    context = ApplicationContext.builder().properties(TestDatabase.properties() + ['micronaut.server.port': -1]).singletons(clock).start()
    base = context.getBean(EmbeddedServer).start().URL
    def projects = (1..3).collect { Records.project(id: new Project.Id("P-$it"), name: "项目$it") }
    def agencies = (1..8).collect { Records.agency(id: new Agency.Id("A-$it"), name: "机构$it", creditCode: null) }
    context.getBean(Projects).saveAll(projects)
    context.getBean(Agencies).saveAll(agencies)
    context.getBean(Matching).putProjects(projects)
    context.getBean(Matching).putAgencies(agencies)
    signIn()
    projects.each {
      context.getBean(Notices).add(new Notice(new Notice.Id(UUID.randomUUID()), it.id(), 1, Notice.Kind.CALL, BUREAU.id(), null, [(Column.NAME): it.name()], [:], '', Instant.parse('2026-11-20T02:00:00Z')))
    }
    plans = context.getBean(Plans)
    arrivals = context.getBean(Arrivals)
  }

  /** Whoever signed in on an earlier day has to again. */
  private void signIn() {
    organizer = site(Role.ORGANIZER, 'hall-organizer', BUREAU)
  }

  /** Six agencies come, the seventh stands by; everything is released. */
  def setup() {
    at('10:25')
    signIn()
    def setup = Examples.setup(name: '冬季对接会', day: LocalDate.of(2026, 11, 24), blocks: [new Block('上午场', LocalTime.of(10, 30), 4)], tables: 3, perProject: 4, perAgency: 2)
    session = Examples.session(owner: BUREAU.id(), setup: setup, state: Session.State.SCHEDULED)
    path = "/sessions/${session.id()}"
    context.getBean(Sessions).add(session)
    context.getBean(Sessions).list(session.id(), (1..3).collect { new Project.Id("P-$it") })
    context.getBean(Guests).add((1..7).collect {
      Examples.guest(session: session.id(), agency: new Agency.Id("A-$it"), standing: it == 7 ? Guest.Standing.STANDBY : Guest.Standing.COMING)
    })
    organizer.submit("$path/timetable", [revision: '0', deed: 'make'])
    organizer.submit("$path/timetable", [revision: '1', deed: 'release'])
  }

  def "people come: from the list, by their code, and by themselves; each is noted once"() {
    given:
    def agency = site(Role.AGENCY, 'hall-agency-2', People.agency(id: 'A-2', name: '机构2'))
    def stranger = site(Role.AGENCY, 'hall-agency-8', People.agency(id: 'A-8', name: '机构8'))
    def own = "/agency/sessions/${session.id()}"
    def letters = context.getBean(Badges).hallCode(session.id())

    when: 'one from the list, twice'
    2.times { assert come('AGENCY', 'A-1').statusCode() == 303 }

    then:
    arrivals.of(session.id())*.party() == [party('A-1')]
    Site.text(organizer.page("$path/hall")).with { it.contains('机构已到 1 / 6') && it.contains('10:25 名单') }
    deeds().count('CHECK_IN') == 1

    when: 'the code on the page of an agency is read at the door'
    def address = Camera.scanned(agency.page(own))

    then: 'it leads to this site, and only an organizer can use it'
    address.startsWith("$base/check-in/${session.id()}/")
    Site.text(agency.page(address - base)).contains('请出示给签到处的工作人员')
    agency.submit(address - base, [code: 'x'], address - base).statusCode() in [403, 404]
    stranger.get(address - base).statusCode() == 404
    arrivals.of(session.id()).size() == 1

    when:
    def read = organizer.page(address - base)
    organizer.post(address - base, [_form: Site.token(read)])

    then:
    Site.text(read).contains('机构2')
    arrivals.find(session.id(), party('A-2')).get().how().label() == '扫码'
    Site.text(agency.page(own)).contains('已签到 10:25 扫码')

    when: 'somebody types the code of the hall wrongly, then reads it from the screen'
    def third = site(Role.AGENCY, 'hall-agency-3', People.agency(id: 'A-3', name: '机构3'))
    def wrong = third.page("/check-in/${session.id()}?hall=22222222")
    def right = third.page(Camera.scanned(organizer.page("$path/screen")) - base)
    def done = third.post("/check-in/${session.id()}", [_form: Site.token(right), code: letters])

    then:
    Site.text(wrong).contains('签到码不对')
    !wrong.contains('name="code"')
    done.statusCode() == 200
    arrivals.find(session.id(), party('A-3')).get().how().label() == '自助'
    third.post("/check-in/${session.id()}", [_form: Site.token(right), code: 'GUESSED2']).statusCode() == 422

    and: 'who is not asked finds nothing there'
    stranger.get("/check-in/${session.id()}?hall=$letters").statusCode() == 404

    when: 'a mistake is taken back'
    organizer.submit("$path/hall", [side: 'AGENCY', party: 'A-1', undo: '1'], "$path/arrivals")

    then:
    arrivals.find(session.id(), party('A-1')).empty
  }

  def "nobody is noted before the day, nor after the session"() {
    when:
    at('10:25', -1)

    then:
    come('AGENCY', 'A-1').statusCode() == 422
    Site.text(organizer.submit("$path/hall", [deed: 'begin']).body()).contains('当天才能开始')

    when:
    at('10:25')
    begin()
    organizer.submit("$path/hall", [deed: 'close'])

    then:
    Site.text(come('AGENCY', 'A-1').body()).contains('对接会已经结束，不能再签到')
    arrivals.of(session.id()).empty
  }

  def "who does not come is replaced from those in the hall, and nobody else is moved"() {
    given: 'the day has begun, two turns are over; everybody is here but one, and who stands by is, too'
    everybody('A-4')
    begin()
    def before = plan()
    def missed = before.placed().findAll { it.agency().value() == 'A-4' }
    at('10:29')

    when:
    def answer = organizer.submit("$path/hall", [deed: 'missing', revision: before.revision(), side: 'AGENCY', party: 'A-4'])
    def after = plan()

    then:
    answer.statusCode() == 303
    missed.size() == 2
    after.meetings().findAll { it.key() in missed*.key() }.every { it.state() == State.NO_SHOW && it.place() == null && it.reason().startsWith('机构缺席，原排第') }
    after.meetings().findAll { it.state() == State.REFILLED }*.agency()*.value() == ['A-7', 'A-7']

    and: 'every other talk is where it was'
    before.placed().findAll { it.agency().value() != 'A-4' }.every { old -> after.placed().any { it.key() == old.key() && it.place() == old.place() } }

    and: 'it is the next version, told to those whose talks changed and to nobody else'
    def releases = plans.releases(session.id())
    releases*.number() == [1, 2]
    (releases[0].seats() as Set) - (releases[1].seats() as Set) == missed.collect { new duijie.sessions.Release.Seat(it.project(), it.agency(), it.place()) } as Set
    context.getBean(MeetingNumbers).of(session.id()).size() == before.placed().size() + 2
    deeds().containsAll(['MARK_NO_SHOW', 'RELEASE_TIMETABLE'])
    context.getBean(Guests).of(session.id()).findAll { g -> after.placed().any { it.agency() == g.agency() } }.every { it.standing() == Guest.Standing.COMING }

    when: 'the page is pressed again as it was'
    def late = organizer.submit("$path/hall", [deed: 'missing', revision: before.revision(), side: 'AGENCY', party: 'A-5'])

    then:
    late.statusCode() == 422
    Site.text(late.body()).contains('别人刚改过时刻表')
  }

  def "what runs, what is over and what is locked stays, whoever is missing"() {
    given:
    everybody('A-4')
    begin()
    def all = plan().placed()
    def locked = all.find { it.place().slot() == 4 && it.agency().value() != 'A-4' }
    at('10:50')

    when: 'the third turn runs since half a minute'
    at('10:50:30')
    def before = plan()
    organizer.submit("$path/hall", [deed: 'missing', revision: before.revision(), side: 'AGENCY', party: 'A-4'])
    def after = plan()

    then: 'the turns that are over were missed, those from now on are given to others'
    after.meetings().findAll { it.agency().value() == 'A-4' && it.place() != null }.every { it.place().slot() < 3 && it.state() == State.NO_SHOW }
    after.meetings().findAll { it.state() == State.REFILLED }.every { it.place().slot() >= 3 }
    before.placed().findAll { it.agency().value() != 'A-4' }.every { old -> after.placed().any { it.key() == old.key() && it.place() == old.place() } }
    after.placed().any { it.key() == locked.key() && it.place() == locked.place() }
  }

  def "who comes late takes free places again"() {
    given:
    everybody('A-4', 'A-7')
    begin()
    organizer.submit("$path/hall", [deed: 'missing', revision: plan().revision(), side: 'AGENCY', party: 'A-4'])
    def gaps = plan().meetings().count { it.state() == State.NO_SHOW && it.place() == null }

    when:
    come('AGENCY', 'A-4')
    organizer.submit("$path/hall", [deed: 'refill', revision: plan().revision()])

    then:
    gaps == 2
    plan().placed().findAll { it.agency().value() == 'A-4' }.size() + plan().placed().findAll { it.state() == State.REFILLED && it.agency().value() != 'A-4' }.size() >= 2
    nobodyTwice()
  }

  def "an agency that nobody asked is admitted at the door, and may fill a gap"() {
    given:
    everybody('A-4', 'A-7')
    begin()

    when:
    def found = organizer.page("$path/hall?q=机构8")
    organizer.submit("$path/hall", [agency: 'A-8'], "$path/walk-ins")
    organizer.submit("$path/hall", [deed: 'missing', revision: plan().revision(), side: 'AGENCY', party: 'A-4'])

    then:
    found.contains('value="A-8"')
    context.getBean(Guests).find(session.id(), new Agency.Id('A-8')).get().origin() == Guest.Origin.WALK_IN
    plan().placed().any { it.agency().value() == 'A-8' && it.state() == State.REFILLED }
    deeds().contains('ADMIT_WALK_IN')
  }

  def "where a project's people do not come, its agencies are given what else is free"() {
    given:
    everybody()
    begin()

    when:
    organizer.submit("$path/hall", [deed: 'missing', revision: plan().revision(), side: 'BUYER', party: 'P-2'])

    then:
    plan().placed().every { it.project().value() != 'P-2' }
    nobodyTwice()
  }

  def "what a device kept while it had no network is sent once, with the time it says"() {
    given:
    begin()
    at('10:45')
    def token = Site.token(organizer.page("$path/hall"))
    def kept = { String party, Object time -> organizer.post("$path/arrivals/kept", [_form: token, side: 'AGENCY', party: party, at: time as String]) }

    expect:
    kept('A-1', moment('10:41').toEpochMilli()).statusCode() == 200
    kept('A-1', moment('10:43').toEpochMilli()).statusCode() == 200
    arrivals.find(session.id(), party('A-1')).get().at() == moment('10:41')

    and: 'a time that cannot be is now'
    kept('A-2', moment('12:00').toEpochMilli()).statusCode() == 200
    kept('A-3', 'yesterday').statusCode() == 200
    ['A-2', 'A-3'].every { arrivals.find(session.id(), party(it)).get().at() == moment('10:45') }

    and: 'what cannot be noted is told in words'
    kept('A-8', moment('10:41').toEpochMilli()).with { it.statusCode() == 422 && it.body().contains('不在邀请名单上') }
  }

  def "the turns run as late as the organizer says, on all pages"() {
    given:
    begin()
    at('10:33')

    expect:
    Site.text(organizer.page("$path/screen")).contains('第 1 轮进行中（10:30–10:38）')

    when:
    organizer.submit("$path/hall", [deed: 'delay', minutes: '15'])

    then:
    Site.text(organizer.page("$path/screen")).with { it.contains('第 1 轮 10:45 开始') && it.contains('顺延 15 分钟') }
    Site.text(site(Role.AGENCY, 'hall-agency-2', People.agency(id: 'A-2', name: '机构2')).page("/agency/sessions/${session.id()}")).contains('各轮顺延 15 分钟')
    organizer.submit("$path/hall", [deed: 'delay', minutes: '很久']).statusCode() == 422
    organizer.submit("$path/hall", [deed: 'delay', minutes: '241']).statusCode() == 422

    when: 'the last turn is over'
    at('11:00')
    organizer.page("$path/hall")
    at('11:24')

    then:
    Site.text(organizer.page("$path/screen")).contains('各轮洽谈都已结束')
  }

  def "a talk of two who both came was held, of one who did not it was missed; where no list was kept nothing is concluded"() {
    given:
    (agencies ? 1..6 : []).each { if (it != 4) come('AGENCY', "A-$it") }
    (projects ? 1..3 : []).each { come('BUYER', "P-$it") }
    begin()
    at('10:50')
    organizer.page("$path/hall")
    at('11:05')

    when:
    organizer.submit("$path/hall", [deed: 'close'])

    then:
    plan().placed().groupBy { it.agency().value() == 'A-4' }.collectEntries { missing, talks -> [missing, talks*.state().unique()] } == [(false): [others], (true): [fourth]]

    where:
    agencies | projects || others          | fourth
    true     | true     || State.HELD      | State.NO_SHOW
    true     | false    || State.SCHEDULED | State.NO_SHOW
    false    | false    || State.SCHEDULED | State.SCHEDULED
  }

  def "talks that were still to come when the session ended are called off"() {
    given:
    everybody()
    begin()
    at('10:45')

    when: 'the second turn runs'
    organizer.submit("$path/hall", [deed: 'close'])

    then:
    plan().meetings().findAll { it.place() }.every { it.place().slot() <= 2 && it.state() == State.HELD }
    plan().meetings().findAll { it.state() == State.CANCELLED }*.reason().unique() == ['对接会提前结束']
  }

  def "the code of the hall is good for ten minutes and the next ten"() {
    given:
    def badges = context.getBean(Badges)
    def code = badges.hallCode(session.id())

    expect:
    at(time)
    badges.isHallCode(session.id(), code.toLowerCase()) == good

    where:
    time    || good
    '10:29' || true
    '10:39' || true
    '10:41' || false
  }

  def "before it is released, a timetable of many is fitted to fewer turns, tables and talks"() {
    given:
    def sessions = context.getBean(Sessions)
    def blocks = { int slots -> [new Block('上午场', LocalTime.of(10, 30), slots)] }
    def wide = Examples.setup(day: LocalDate.of(2026, 11, 24), blocks: blocks(4), tables: 3, perProject: 4, perAgency: 2)
    def other = Examples.session(owner: BUREAU.id(), setup: wide, state: Session.State.SCHEDULED)
    sessions.add(other)
    sessions.list(other.id(), (1..3).collect { new Project.Id("P-$it") })
    context.getBean(Guests).add((1..6).collect { Examples.guest(session: other.id(), agency: new Agency.Id("A-$it"), standing: Guest.Standing.COMING) })
    organizer.submit("/sessions/${other.id()}/timetable", [revision: '0', deed: 'make'])
    def before = plans.find(other.id()).get()

    when:
    organizer.submit("/sessions/${other.id()}", [step: 'REOPEN_BOOKING', version: '1'], "/sessions/${other.id()}/steps")
    sessions.replace(new Session(other.id(), other.owner(), Examples.setup(day: LocalDate.of(2026, 11, 24), blocks: blocks(3), tables: 2, perProject: 4, perAgency: 1), Session.State.BOOKING, 3))
    organizer.submit("/sessions/${other.id()}", [step: 'SCHEDULE', version: '3'], "/sessions/${other.id()}/steps")
    def after = plans.find(other.id()).get()

    then:
    before.placed().size() == 12
    after.placed().size() in 3..6
    after.placed().every { it.place().slot() <= 3 && it.place().table() <= 2 && before.placed().any { old -> old.key() == it.key() && old.place() == it.place() } }
    after.placed().countBy { it.agency() }.values().every { it == 1 }
    after.unplaced().count { it.reason() == '条件改了，原来的位置放不下' } == 12 - after.placed().size()
    after.value() <= after.upperBound()
    organizer.submit("/sessions/${other.id()}/timetable", [revision: after.revision(), deed: 'make']).statusCode() == 303
  }

  def "nobody is missed who has no talk, and what changes nothing is no change"() {
    given:
    everybody('A-4')
    begin()
    def revision = plan().revision()

    expect:
    organizer.submit("$path/hall", [deed: 'missing', revision: revision, side: 'AGENCY', party: 'NOPE']).statusCode() == 422
    organizer.submit("$path/hall", [deed: 'refill', revision: revision]).statusCode() == 303
    plan().revision() == revision
  }

  def "of many who note the same arrivals and no-shows at once, each happens once and nobody sits twice"() {
    given:
    everybody('A-4', 'A-5', 'A-7')
    begin()
    def token = Site.token(organizer.page("$path/hall"))
    def revision = plan().revision()
    def threads = Executors.newFixedThreadPool(16)

    when:
    def answers = threads.invokeAll((1..64).collect { n ->
      { ->
        switch (n % 4) {
          case 0: return organizer.post("$path/arrivals", [_form: token, side: 'AGENCY', party: 'A-7'])
          case 1: return organizer.post("$path/hall", [_form: token, deed: 'missing', revision: revision, side: 'AGENCY', party: 'A-4'])
          case 2: return organizer.post("$path/hall", [_form: token, deed: 'missing', revision: revision, side: 'AGENCY', party: 'A-5'])
          default: return organizer.post("$path/hall", [_form: token, deed: 'refill', revision: revision])
        }
      } as Callable
    })*.get()*.statusCode()

    then:
    answers.every { it in [303, 422] }
    plan().revision() == revision + 1
    deeds().count('CHECK_IN') == arrivals.of(session.id()).size()
    nobodyTwice()

    cleanup:
    threads.shutdown()
  }

  def "everybody takes along their own day: on paper with a code for the door, and for the calendar"() {
    given:
    def agency = site(Role.AGENCY, 'hall-agency-2', People.agency(id: 'A-2', name: '机构2'))
    def stranger = site(Role.AGENCY, 'hall-agency-8', People.agency(id: 'A-8', name: '机构8'))
    def own = "/agency/sessions/${session.id()}"

    when:
    def paper = agency.bytes("$own/itinerary.pdf").body()
    def talks = plan().seats().findAll { it.agency().value() == 'A-2' }

    then: 'one page, of its own talks, with the code that its page shows'
    Loader.loadPDF(paper).withCloseable { document ->
      def text = new PDFTextStripper().getText(document)
      document.numberOfPages == 1 && talks.every { text.contains(names(it)[0]) } && !text.contains('机构3') &&
          Camera.scanned(new PDFRenderer(document).renderImageWithDPI(0, 110)) == Camera.scanned(agency.page(own))
    }

    and: 'of the calendars each shows its own talks'
    events(agency, "$own/talks.ics")*.summary*.value as Set == talks.collect { "洽谈：${names(it).join(' — ')}".toString() } as Set
    events(organizer, "$path/talks.ics").size() == plan().seats().size()
    events(agency, "$own/talks.ics").every { it.dateStart.value.toInstant() >= moment('10:30') && it.sequence.value == 1 && !it.status.cancelled }
    stranger.get("$own/itinerary.pdf").statusCode() == 404
    stranger.get("$own/talks.ics").statusCode() == 404
    agency.page(own).with { it.contains("$own/itinerary.pdf") && it.contains("$own/talks.ics") }

    when: 'somebody is missing and others take their places'
    everybody('A-4')
    begin()
    organizer.submit("$path/hall", [deed: 'missing', revision: plan().revision(), side: 'AGENCY', party: 'A-4'])
    def (first, second) = plans.releases(session.id())*.seats()
    def changed = (first + second).findAll { !(it in first) || !(it in second) }
    def cards = pages(organizer.bytes("$path/table-cards.pdf?since=1").body())
    def itineraries = pages(organizer.bytes("$path/itineraries.pdf?since=1").body())

    then: 'only the pages that changed are printed again, those of who has no talks any more too'
    cards.size() == changed*.place()*.table().unique().size()
    itineraries.size() == changed*.agency().unique().size()
    itineraries.every { page -> changed.any { page.contains(context.getBean(Agencies).find(it.agency()).get().name()) } && page.contains('第 2 版') }
    itineraries.any { it.contains('机构4') && it.contains('没有本机构的洽谈') }
    pages(organizer.bytes("$path/itineraries.pdf").body()).size() == second*.agency().unique().size()
    pages(organizer.bytes("$path/itineraries.pdf?agency=A-2").body()).size() == 1
    pages(organizer.bytes("$path/table-cards.pdf?table=${second[0].place().table()}").body()).size() == 1
    Site.text(organizer.page("$path/table-cards.pdf?since=2")).contains('没有哪一页变了')
    organizer.get("$path/itineraries.pdf?since=9").statusCode() == 400
    organizer.page("$path/timetable").contains('itineraries.pdf?since=1')

    and: 'talks that fell away stay in the calendar, cancelled'
    def told = events(organizer, "$path/talks.ics")
    told.size() == (first + second)*.key().unique().size()
    told.count { it.status.cancelled } == changed.count { it.agency().value() == 'A-4' }
    told.findAll { it.status.cancelled }.every { it.summary.value.endsWith('机构4') && it.sequence.value == 2 }
    told*.uid*.value.unique().size() == told.size()
  }

  private List<String> names(seat) {
    [context.getBean(Projects).find(seat.project()).get().name(), context.getBean(Agencies).find(seat.agency()).get().name()]
  }

  private static List<VEvent> events(Site site, String address) {
    Biweekly.parse(new String(site.bytes(address).body(), 'UTF-8')).first().events
  }

  private static List<String> pages(byte[] pdf) {
    Loader.loadPDF(pdf).withCloseable { document ->
      (1..document.numberOfPages).collect { page -> new PDFTextStripper().with { it.startPage = page; it.endPage = page; it.getText(document) } }
    }
  }

  private void everybody(String... butThese) {
    (1..3).each { come('BUYER', "P-$it") }
    (1..7).findAll { !("A-$it" as String in butThese) }.each { come('AGENCY', "A-$it") }
  }

  private come(String side, String id) {
    organizer.submit("$path/hall", [side: side, party: id], "$path/arrivals")
  }

  private void begin() {
    assert organizer.submit("$path/hall", [deed: 'begin']).statusCode() == 303
  }

  private plan() {
    plans.find(session.id()).get()
  }

  private boolean nobodyTwice() {
    def placed = plan().placed().findAll { it.state().standing() }
    [{ it.agency() }, { it.project() }, { it.place().table() }].every { who -> placed.countBy { [it.place().slot(), who(it)] }.values().every { it == 1 } }
  }

  private static Party party(String agency) {
    new Party(Side.AGENCY, agency)
  }

  private static Instant moment(String time, int days = 0) {
    LocalDate.of(2026, 11, 24).plusDays(days).atTime(LocalTime.parse(time)).atZone(new MovableClock().zone).toInstant()
  }

  private void at(String time, int days = 0) {
    clock.now = moment(time, days)
  }

  private List<String> deeds() {
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(null, null, null, 'session', session.id().toString(), null, null), null, 100)*.entry()*.deed()
  }

  private Site site(Role role, String name, organisation) {
    def accounts = context.getBean(Accounts)
    if (accounts.named(name).empty) {
      accounts.add(People.account(name: name, roles: People.with(role), organisation: organisation, hash: context.getBean(PasswordHashing).hash(DemonstrationPeople.PASSWORD)))
    }
    new Site(base, '127.0.0.61').signedIn(name)
  }
}
