package duijie.indexing

import duijie.agencies.Agencies
import duijie.matching.CandidateIndex
import duijie.matching.CurrentIndex
import duijie.matching.Matching
import duijie.projects.Projects
import spock.lang.Specification
import spock.lang.Timeout

class LiveIndexSpec extends Specification {

  Matching matching = Mock()
  IndexQueue queue = Mock()
  LiveIndex live = new LiveIndex(matching, new CurrentIndex({ Stub(CandidateIndex) }), Stub(Projects), Stub(Agencies), queue)

  @Timeout(10)
  def "a new index comes into use although changes never cease"() {
    when:
    live.rebuild()

    then:
    queue.take(_, _, _, _) >> 3
    1 * matching.replaceBy(_)
  }

  def "an index that cannot be built leaves the old one in use, and no part of the queue behind"() {
    given:
    def opened = []
    def closed = []

    when:
    live.rebuild()

    then:
    thrown(IllegalStateException)
    queue.open(_) >> { String name -> opened << name }
    queue.close(_) >> { String name -> closed << name }
    queue.take(_, _, _, _) >> { throw new IllegalStateException('no memory left') }
    0 * matching.replaceBy(_)
    opened == closed
    opened.size() == 1
  }
}
