package duijie.sessions

import duijie.agencies.Agency
import duijie.matching.Assessment
import duijie.matching.Matching
import duijie.matching.Ranking
import duijie.sessions.Guest.Origin
import duijie.shared.PartialDate
import duijie.sheets.Examples as Records
import java.time.LocalDate
import spock.lang.Specification

class ShortlistingSpec extends Specification {

  static final TODAY = LocalDate.of(2026, 11, 24)

  Matching matching = Stub()
  Shortlisting shortlisting = new Shortlisting({ matching })
  def stations = Records.project(id: new duijie.projects.Project.Id('P-1'), name: '社工站')
  def eldercare = Records.project(id: new duijie.projects.Project.Id('P-2'), name: '养老')

  def "the best of each project that reach the least score are proposed, those of most projects first"() {
    given:
    ranked(stations, [old('甲', 90), old('乙', 80), old('丙', 70), old('丁', 50)])
    ranked(eldercare, [old('丙', 95), old('戊', 59.99)])

    when:
    def list = shortlisting.shortlist(new InvitationRule(3, 60.0, 0), [stations, eldercare], TODAY)

    then:
    list.candidates()*.agency()*.name() == ['丙', '甲', '乙']
    list.candidates()*.origin() == [Origin.RANKED] * 3
    list.candidates()[0].reasons().collect { [it.project().name(), it.rank()] } == [['养老', 1], ['社工站', 3]]
  }

  def "each project sees as many newcomers as the rule says, the best of them, whatever their score"() {
    given:
    ranked(stations, [old('甲', 90), old('乙', 80), fresh('丙', 55), fresh('丁', 40), fresh('戊', 30)])

    expect:
    proposed(new InvitationRule(2, 60.0, 2)) == [['甲', Origin.RANKED], ['乙', Origin.RANKED], ['丙', Origin.NEWCOMER], ['丁', Origin.NEWCOMER]]

    and: 'those among the best count'
    ranked(stations, [fresh('甲', 90), old('乙', 80), fresh('丙', 55), fresh('丁', 40)])
    proposed(new InvitationRule(2, 60.0, 2)) == [['甲', Origin.RANKED], ['乙', Origin.RANKED], ['丙', Origin.NEWCOMER]]

    and:
    proposed(new InvitationRule(2, 60.0, 0)) == [['甲', Origin.RANKED], ['乙', Origin.RANKED]]
  }

  def "#what is a newcomer: #newcomer"() {
    expect:
    InvitationRule.newcomer(Records.agency(founded: founded, fullTimeStaff: staff), TODAY) == newcomer

    where:
    what                          | founded                       | staff || newcomer
    'founded two years ago'       | new PartialDate(2024, 11, 25) | 50    || true
    'founded three years ago'     | new PartialDate(2023, 11, 24) | 50    || false
    'founded in some month'       | new PartialDate(2023, 12, null) | 50  || true
    'old with ten people'         | new PartialDate(2010, 1, 1)   | 10    || true
    'old with eleven'             | new PartialDate(2010, 1, 1)   | 11    || false
    'of whom nothing is known'    | null                          | null  || false
  }

  private List proposed(InvitationRule rule) {
    shortlisting.shortlist(rule, [stations], TODAY).candidates().collect { [it.agency().name(), it.origin()] }
  }

  private void ranked(project, List<List> agencies) {
    def matches = agencies.withIndex().collect { one, i -> new Ranking.Ranked(i + 1, one[0], new Assessment('book', TODAY, [], [], one[1] as BigDecimal, one[1] as BigDecimal)) }
    rankings[project.id()] = new Ranking(matches, matches.size(), matches.size(), false)
    matching.agenciesFor(_, _, _, _) >> { p, among, day, top -> rankings[p.id()].with { new Ranking(it.matches().take(top), it.eligible(), it.verified(), false) } }
  }

  private final Map rankings = [:]

  private static List old(String name, score) {
    [Records.agency(id: new Agency.Id(name), name: name, founded: new PartialDate(2010, 1, 1), fullTimeStaff: 30), score]
  }

  private static List fresh(String name, score) {
    [Records.agency(id: new Agency.Id(name), name: name, founded: new PartialDate(2026, 1, 1), fullTimeStaff: 5), score]
  }
}
