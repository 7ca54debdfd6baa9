package duijie.sessions

import static duijie.sessions.TalkResult.Kind.AGREED
import static duijie.sessions.TalkResult.Kind.NEGOTIATING
import static duijie.sessions.TalkResult.Kind.NO_CONTACT

import duijie.sessions.FindingsReading.Outcome
import duijie.shared.Money
import java.time.LocalDate
import spock.lang.Specification

class VerdictSpec extends Specification {

  static final DAY = LocalDate.of(2026, 12, 18)

  def "what counts of a talk: #why"() {
    given:
    def results = said.collect { by, findings -> result(by, findings) }

    expect:
    Verdict.of(results) == verdict

    where:
    why                                                    | said                                                                                                             | verdict
    'nothing was recorded'                                 | [:]                                                                                                              | Verdict.NONE
    'the only side says it'                                | [(Recorder.AGENCY): found(AGREED, '1000')]                                                                       | new Verdict(found(AGREED, '1000'), false)
    'both sides say the same'                              | [(Recorder.BUYER): found(AGREED, '1000'), (Recorder.AGENCY): found(AGREED, '1000.00')]                           | new Verdict(found(AGREED, '1000'), false)
    'one side knows the amount'                            | [(Recorder.BUYER): found(AGREED, null), (Recorder.AGENCY): found(AGREED, '1000')]                                | new Verdict(found(AGREED, '1000'), false)
    'they differ in how it ended'                          | [(Recorder.BUYER): found(NO_CONTACT, null), (Recorder.AGENCY): found(AGREED, '1000')]                            | new Verdict(null, true)
    'they differ in the amount'                            | [(Recorder.BUYER): found(AGREED, '900'), (Recorder.AGENCY): found(AGREED, '1000')]                               | new Verdict(null, true)
    'the organizer has the sheet that both signed'         | [(Recorder.BUYER): found(NO_CONTACT, null), (Recorder.AGENCY): found(AGREED, '1'), (Recorder.ORGANIZER): found(NEGOTIATING, '5')] | new Verdict(found(NEGOTIATING, '5'), false)
  }

  def "where both agree, the later knows better what is to be done, and the other what it leaves out"() {
    given:
    def earlier = Examples.findings(kind: AGREED, todo: '补年检报告', who: '王主任', until: DAY.plusDays(9))
    def later = Examples.findings(kind: AGREED, amount: '300000', todo: '补年检报告和预算')

    expect:
    Verdict.of([result(Recorder.BUYER, earlier, 0), result(Recorder.AGENCY, later, 1)]).counts() ==
        Examples.findings(kind: AGREED, amount: '300000', todo: '补年检报告和预算', who: '王主任', until: DAY.plusDays(9))
  }

  def "what people type is understood"() {
    expect:
    read(kind: '达成意向', amount: '３０万', todo: ' 补材料 ', who: '𠮷老师', until: '2026年12月31日') ==
        Examples.findings(kind: AGREED, amount: '300000', todo: '补材料', who: '𠮷老师', until: LocalDate.of(2026, 12, 31))
    read(kind: 'NO_CONTACT') == Examples.findings(kind: NO_CONTACT)
    read(kind: 'NEGOTIATING', amount: '1,854,000.50 元').amount() == Money.of('1854000.5')
  }

  def "everything that is wrong is told at once"() {
    expect:
    faults(kind: '', amount: '很多', todo: '长' * 501, who: '长' * 61, until: '下个月') == ['kind', 'amount', 'todo', 'who', 'until']
    faults(kind: 'KNOWLEDGE_ONLY', amount: '5') == ['amount']
    faults(kind: 'AGREED', amount: '-5') == ['amount']
    faults(kind: 'AGREED', until: '2026-12-17') == ['until']
    faults(kind: 'AGREED', until: '2026-12-18') == []
  }

  def "an intent goes #from #step to #to"() {
    expect:
    Examples.intent(state: from).after(step).map { it.state() }.orElse(null) == to

    where:
    from                        | step                 | to
    Intent.State.OPEN           | Intent.Step.PROCURE  | Intent.State.IN_PROCUREMENT
    Intent.State.OPEN           | Intent.Step.CONVERT  | Intent.State.CONVERTED
    Intent.State.IN_PROCUREMENT | Intent.Step.LAPSE    | Intent.State.LAPSED
    Intent.State.IN_PROCUREMENT | Intent.Step.PROCURE  | null
    Intent.State.CONVERTED      | Intent.Step.LAPSE    | null
    Intent.State.LAPSED         | Intent.Step.CONVERT  | null
    Intent.State.LAPSED         | Intent.Step.REOPEN   | Intent.State.OPEN
  }

  private static Findings found(TalkResult.Kind kind, String amount) {
    Examples.findings(kind: kind, amount: amount)
  }

  private static TalkResult result(Recorder by, Findings findings, int minute = 0) {
    new TalkResult(new Session.Id(new UUID(1, 1)), Examples.key('P-1', 'A-1'), by, findings, Examples.NOW.plusSeconds(60 * minute), 1)
  }

  private static Findings read(Map<String, String> typed) {
    (FindingsReading.read(typed, DAY) as Outcome.Understood).findings()
  }

  private static List<String> faults(Map<String, String> typed) {
    def outcome = FindingsReading.read(typed, DAY)
    outcome instanceof Outcome.Faulty ? outcome.faults()*.field() : []
  }
}
