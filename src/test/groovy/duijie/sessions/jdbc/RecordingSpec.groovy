package duijie.sessions.jdbc

import static duijie.sessions.TalkResult.Kind.AGREED
import static duijie.sessions.TalkResult.Kind.KNOWLEDGE_ONLY

import duijie.MovableClock
import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.agencies.Agencies
import duijie.sessions.Waiting
import duijie.sessions.IntentReminders
import duijie.projects.Notices
import duijie.projects.Notice
import duijie.projects.Column
import duijie.messages.Messages
import duijie.accounts.Role
import duijie.accounts.Organisation
import duijie.agencies.Agency
import duijie.audit.Caller
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.projects.Project
import duijie.projects.Projects
import duijie.sessions.Days
import duijie.sessions.Examples
import duijie.sessions.Findings
import duijie.sessions.Guest
import duijie.sessions.Guests
import duijie.sessions.Intent
import duijie.sessions.IntentKeeping
import duijie.sessions.Intents
import duijie.sessions.MeetingKey
import duijie.sessions.Place
import duijie.sessions.Plan
import duijie.sessions.PlannedMeeting
import duijie.sessions.Plans
import duijie.sessions.Recorder
import duijie.sessions.Recording
import duijie.sessions.Session
import duijie.sessions.Sessions
import duijie.sessions.TalkResults
import duijie.sessions.Verdict
import duijie.sheets.Examples as Records
import duijie.shared.Money
import io.micronaut.context.ApplicationContext
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class RecordingSpec extends Specification {

  static final Caller CALLER = Caller.program('spec')
  static final MeetingKey TALK = Examples.key('P-1', 'A-1')

  @Shared MovableClock clock = new MovableClock()
  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context =
      ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties()).singletons(clock).start()
  @Shared Recording recording = context.getBean(Recording)
  @Shared TalkResults results = context.getBean(TalkResults)
  @Shared Intents intents = context.getBean(Intents)
  @Shared IntentKeeping keeping = context.getBean(IntentKeeping)
  @Shared Waiting waiting = context.getBean(Waiting)
  @Shared IntentReminders reminders = context.getBean(IntentReminders)
  @Shared Session session

  def setupSpec() {
    def accounts = context.getBean(Accounts)
    accounts.add(People.account(name: 'organizer'))
    accounts.add(People.account(name: 'of-agency', roles: [Role.AGENCY], organisation: People.agency(id: 'A-1')))
    accounts.add(People.account(name: 'of-buyer', organisation: People.bureau(id: 'buyer', name: '买服务的民政局')))
    context.getBean(Projects).saveAll(['P-1', 'P-2'].collect { Records.project(id: new Project.Id(it), name: '项目') })
    context.getBean(Agencies).saveAll(['A-1', 'A-2'].collect { Records.agency(id: new Agency.Id(it), name: '机构', creditCode: null) })
    context.getBean(Notices).add(new Notice(new Notice.Id(UUID.randomUUID()), new Project.Id('P-1'), 1, Notice.Kind.CALL, new Organisation.Id('buyer'), null, [(Column.NAME): '项目'], [:], '', Examples.NOW))
  }

  def cleanup() {
    TestDatabase.execute(owned, 'truncate message, session_intent cascade')
  }

  def setup() {
    clock.now = Instant.parse('2026-12-18T06:00:00Z')
    session = begun(Session.State.LIVE)
  }

  def "a result is read as it was recorded, and recorded once however often it is sent"() {
    given:
    def findings = Examples.findings(kind: AGREED, amount: '300000.50', todo: '=cmd|补\u202E材料', who: '𠮷老师', until: LocalDate.of(2026, 12, 31))

    when:
    2.times { assert record(Recorder.AGENCY, 0, findings) instanceof Recording.Outcome.Done }

    then:
    results.of(session.id())*.findings() == [findings]
    results.of(session.id(), TALK)*.version() == [1]
    intents.of(session.id())*.findings() == [findings]
    intents.find(session.id(), TALK).get().state() == Intent.State.OPEN

    and: 'the talk was held'
    context.getBean(Plans).find(session.id()).get().with { it.placed()*.state() == [PlannedMeeting.State.HELD] && it.revision() == 1 }
  }

  def "nothing is recorded of a talk before its turn begins, also where the day runs late"() {
    given:
    clock.now = Instant.parse('2026-12-18T01:35:00Z')
    context.getBean(Days).delay(session.id(), 10)

    expect:
    (record(Recorder.BUYER, 0, Examples.findings()) as Recording.Outcome.Refused).reasons() == ['这场洽谈还没有开始，谈完再记。']

    when:
    clock.pass(Duration.ofMinutes(5))

    then:
    record(Recorder.BUYER, 0, Examples.findings()) instanceof Recording.Outcome.Done
  }

  def "of two of one side who record something else the second is told"() {
    when:
    record(Recorder.BUYER, 0, Examples.findings(amount: '1'))
    def late = record(Recorder.BUYER, 0, Examples.findings(amount: '2'))
    def better = record(Recorder.BUYER, 1, Examples.findings(amount: '2'))

    then:
    (late as Recording.Outcome.Overtaken).now().amount() == Money.of(1)
    (better as Recording.Outcome.Done).now().version() == 2
  }

  def "an intent follows what counts, and stays while both sides differ"() {
    when: 'one side says so'
    record(Recorder.BUYER, 0, Examples.findings(amount: '100'))

    then:
    intent().findings().amount() == Money.of(100)

    when: 'the other says that nothing came of it'
    record(Recorder.AGENCY, 0, Examples.findings(kind: KNOWLEDGE_ONLY))

    then:
    TalkResults.standing(results.of(session.id()))[TALK] == new Verdict(null, true)
    intent().findings().amount() == Money.of(100)

    when: 'the organizer has the signed sheet'
    record(Recorder.ORGANIZER, 0, Examples.findings(kind: KNOWLEDGE_ONLY))

    then:
    intents.of(session.id()) == []

    when: 'and mends it'
    record(Recorder.ORGANIZER, 1, Examples.findings(kind: AGREED, amount: '70'))

    then:
    intent().findings() == Examples.findings(kind: AGREED, amount: '70')
  }

  def "an intent on which somebody has worked lives on its own"() {
    given:
    record(Recorder.BUYER, 0, Examples.findings(amount: '100'))

    when:
    note(1, Intent.Step.PROCURE, '挂网了', Examples.findings(amount: '120'))
    record(Recorder.ORGANIZER, 0, Examples.findings(kind: KNOWLEDGE_ONLY))

    then:
    intent().with { it.state() == Intent.State.IN_PROCUREMENT && it.findings().amount() == Money.of(120) && it.version() == 2 }
    intents.notes(session.id(), TALK).collect { [it.number(), it.by(), it.step(), it.words()] } == [[1, Recorder.BUYER, Intent.Step.PROCURE, '挂网了']]
  }

  def "an intent becomes a contract; a step sent twice is taken once, and of two who take one the second is told"() {
    given:
    record(Recorder.AGENCY, 0, Examples.findings(amount: '100'))
    def deal = new Intent.Deal('旺民合〔2027〕3号', Money.of('98.50'), LocalDate.of(2027, 1, 20), null)

    when:
    def answers = (1..2).collect { note(1, Intent.Step.CONVERT, '', intent().findings(), deal) }
    def late = note(1, Intent.Step.LAPSE, '没消息', intent().findings())
    def never = note(2, Intent.Step.LAPSE, '', intent().findings())

    then:
    answers.every { it instanceof IntentKeeping.Outcome.Done }
    intents.notes(session.id()).size() == 1
    intent().with { it.state() == Intent.State.CONVERTED && it.deal() == deal }
    (late as IntentKeeping.Outcome.Overtaken).now() == intent()
    (never as IntentKeeping.Outcome.Refused).reasons().size() == 2
  }

  def "#who may record in #state, #days days after the session: #open"() {
    given:
    session = begun(state)
    clock.now = Instant.parse('2026-12-18T15:59:00Z').plus(Duration.ofDays(days))

    expect:
    recording.shut(session, who).empty == open
    (record(who, 0, Examples.findings()) instanceof Recording.Outcome.Done) == open

    where:
    who                | state                     | days || open
    Recorder.AGENCY    | Session.State.RELEASED    | 0    || false
    Recorder.AGENCY    | Session.State.LIVE        | 0    || true
    Recorder.BUYER     | Session.State.CLOSED      | 30   || true
    Recorder.BUYER     | Session.State.CLOSED      | 31   || false
    Recorder.AGENCY    | Session.State.FOLLOWED_UP | 30   || true
    Recorder.ORGANIZER | Session.State.CLOSED      | 300  || true
    Recorder.ORGANIZER | Session.State.FOLLOWED_UP | 1    || false
  }

  def "a talk that has no place has no result"() {
    expect:
    (recording.record(session.id(), Examples.key('P-2', 'A-2'), Recorder.ORGANIZER, 0, Examples.findings(), CALLER) as Recording.Outcome.Refused).reasons() == ['时刻表里没有这场洽谈。']
  }

  def "both sides and the organizer are reminded once of an intent that is due, and asked once after six months whether a contract was signed"() {
    given:
    clock.now = Instant.parse('2026-12-18T06:00:00Z')
    record(Recorder.BUYER, 0, Examples.findings(amount: '100', todo: '补材料', until: LocalDate.of(2027, 1, 15)))
    def today = LocalDate.of(2026, 12, 18)

    when: 'each day it is looked at, twice'
    (0..400).each { day -> 2.times { reminders.remind(today.plusDays(day)) } }

    then:
    told('organizer') == ['意向跟进到期：项目 — 机构', '后来签约了吗：项目 — 机构']
    told('of-agency') == ['意向跟进到期：项目 — 机构', '后来签约了吗：项目 — 机构']
    told('of-buyer') == ['意向跟进到期：项目 — 机构', '后来签约了吗：项目 — 机构']
  }

  def "who has said how it stands after six months is not asked"() {
    given:
    record(Recorder.BUYER, 0, Examples.findings(amount: '100'))

    expect: 'nothing waits before the day'
    overdue(LocalDate.of(2027, 6, 17)) == [[], [], []]
    overdue(LocalDate.of(2027, 6, 18)) == [[TALK]] * 3

    when: 'somebody says something the day before, and on the day'
    clock.now = Instant.parse('2027-06-17T15:59:00Z')
    note(1, null, '还在谈', intent().findings())
    def before = overdue(LocalDate.of(2027, 6, 18))
    clock.pass(Duration.ofMinutes(1))
    note(2, null, '还在谈，下月挂网', intent().findings())
    reminders.remind(LocalDate.of(2027, 6, 18))

    then:
    before == [[TALK]] * 3
    overdue(LocalDate.of(2027, 6, 18)) == [[], [], []]
    told('organizer') == []
  }

  def "an intent whose last day is past waits for all three, until something becomes of it"() {
    given:
    record(Recorder.BUYER, 0, Examples.findings(until: LocalDate.of(2027, 1, 15)))

    expect:
    overdue(LocalDate.of(2027, 1, 15)) == [[], [], []]
    overdue(LocalDate.of(2027, 1, 16)) == [[TALK]] * 3

    when:
    note(1, Intent.Step.LAPSE, '预算没有批', intent().findings())

    then:
    overdue(LocalDate.of(2027, 1, 16)) == [[], [], []]
  }

  def "of talks that ended it is known who has recorded nothing"() {
    given:
    session = begun(Session.State.CLOSED)
    record(Recorder.BUYER, 0, Examples.findings())

    expect:
    waiting.unrecorded(new Agency.Id('A-1'), LocalDate.of(2026, 12, 18))[session.id()] == 1
    waiting.unrecorded(new Agency.Id('A-1'), LocalDate.of(2026, 12, 19)) == [:]
    waiting.unrecorded(new Agency.Id('A-2'), LocalDate.of(2026, 12, 18)) == [:]
    !waiting.unrecorded([new Project.Id('P-1')], LocalDate.of(2026, 12, 18)).containsKey(session.id())
  }

  private List<List<MeetingKey>> overdue(LocalDate today) {
    [waiting.overdue(new Agency.Id('A-1'), today), waiting.overdue([new Project.Id('P-1')], today), waiting.overdue(session.owner(), today)]*.findAll { it.session() == session.id() }*.collect { it.meeting() }
  }

  private List<String> told(String who) {
    context.getBean(Messages).of(context.getBean(Accounts).named(who).get().id(), null, 0, 100)*.news()*.subject().reverse()
  }

  private Recording.Outcome record(Recorder by, int version, Findings findings) {
    recording.record(session.id(), TALK, by, version, findings, CALLER)
  }

  private IntentKeeping.Outcome note(int version, Intent.Step step, String words, Findings findings, Intent.Deal deal = Intent.Deal.NONE) {
    keeping.note(session.id(), TALK, Recorder.BUYER, version, new IntentKeeping.News(findings, deal, step, words), CALLER)
  }

  private Intent intent() {
    intents.find(session.id(), TALK).get()
  }

  private Session begun(Session.State state) {
    def begun = Examples.session(state: state)
    context.getBean(Sessions).add(begun)
    context.getBean(Sessions).list(begun.id(), ['P-1', 'P-2'].collect { new Project.Id(it) })
    context.getBean(Guests).add(['A-1', 'A-2'].collect { Examples.guest(session: begun.id(), agency: new Agency.Id(it), standing: Guest.Standing.COMING) })
    context.getBean(Plans).put(new Plan(begun.id(), [
        new PlannedMeeting(new Project.Id('P-1'), new Agency.Id('A-1'), 80.0, new Place(1, 1), PlannedMeeting.State.SCHEDULED, false, null),
        new PlannedMeeting(new Project.Id('P-2'), new Agency.Id('A-2'), 80.0, null, PlannedMeeting.State.UNSCHEDULED, false, '桌位已满')], 200.0, 1))
    begun
  }
}
