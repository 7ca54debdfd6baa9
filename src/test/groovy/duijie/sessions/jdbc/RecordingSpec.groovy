package duijie.sessions.jdbc

import static duijie.sessions.TalkResult.Kind.AGREED
import static duijie.sessions.TalkResult.Kind.KNOWLEDGE_ONLY

import duijie.MovableClock
import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.agencies.Agencies
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
  @Shared Session session

  def setupSpec() {
    context.getBean(Accounts).add(People.account(name: 'zuzhi'))
    context.getBean(Projects).saveAll(['P-1', 'P-2'].collect { Records.project(id: new Project.Id(it)) })
    context.getBean(Agencies).saveAll(['A-1', 'A-2'].collect { Records.agency(id: new Agency.Id(it), creditCode: null) })
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
