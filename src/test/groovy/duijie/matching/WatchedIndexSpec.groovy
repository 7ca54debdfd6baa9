package duijie.matching

import duijie.agencies.Agency
import spock.lang.Specification

class WatchedIndexSpec extends Specification {

  Closure searched = { new SearchPage([], 0, false, [:]) }
  def servers = Stub(Candidates) { search(_) >> { searched() } }
  def instead = Stub(Candidates) { passing(_) >> [new Agency.Id('from the database')] }
  List<IndexUnavailable> told = []
  def index = new WatchedIndex(on(servers), on(instead), told::add)

  def "servers that nobody has looked at are not asked"() {
    given:
    servers.passing(_) >> [new Agency.Id('from the servers')]

    expect:
    index.slow()
    passing() == 'from the database'

    when:
    index.trust()
    then:
    !index.slow()
    passing() == 'from the servers'

    when:
    index.distrust()
    then:
    passing() == 'from the database'
  }

  def "the first question that is left unanswered is the last until they are trusted again"() {
    given:
    int asked = 0
    servers.passing(_) >> { asked++; throw new IndexUnavailable('away', null) }
    index.trust()

    expect:
    (1..3).collect { passing() } == ['from the database'] * 3
    asked == 1
    index.slow()
    told*.message == ['away']
  }

  def "servers that leave a simple question unanswered are not trusted"() {
    given:
    searched = { throw new IndexUnavailable('away', null) }

    when:
    index.trust()
    then:
    thrown(IndexUnavailable)
    index.slow()
  }

  def "a question that the servers refuse is nobody's absence"() {
    given:
    servers.passing(_) >> { throw new IllegalArgumentException('wrong') }
    index.trust()

    when:
    passing()
    then:
    thrown(IllegalArgumentException)
    index.trusted()
  }

  private String passing() {
    index.agencies().passing(Filter.ALL)[0].toString()
  }

  private CandidateIndex on(Candidates candidates) {
    Stub(CandidateIndex) {
      agencies() >> candidates
      projects() >> candidates
    }
  }
}
