package duijie.demonstration

import duijie.demonstration.yaml.Demonstrations
import duijie.matching.CandidateIndex
import duijie.matching.SearchQuery
import duijie.matching.lucene.LuceneIndexes
import duijie.regions.Regions
import duijie.server.Adapters
import duijie.vocabulary.TextAnalysis
import duijie.vocabulary.Vocabulary
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What people type, asked of the demonstration data. */
class DemonstrationSearchSpec extends Specification {

  static final LocalDate DAY = LocalDate.of(2026, 11, 24)

  @Shared Regions regions = Adapters.regions()
  @Shared Vocabulary vocabulary = Adapters.ruleBooks(regions).shipped().vocabulary()
  @Shared TextAnalysis analysis = Adapters.analysis(vocabulary)
  @Shared Demonstration demonstration = Demonstrations.shipped(regions, vocabulary)
  @Shared @AutoCleanup CandidateIndex index = LuceneIndexes.inMemory(analysis, regions, vocabulary)

  def setupSpec() {
    index.projects().put(demonstration.projects(DAY))
    index.agencies().put(demonstration.agencies(DAY))
  }

  def "#typed and #alike find alike"() {
    given:
    def projects = search(index.projects(), typed)
    def agencies = search(index.agencies(), typed)

    expect:
    projects.ids().toSet() == search(index.projects(), alike).ids().toSet()
    agencies.ids().toSet() == search(index.agencies(), alike).ids().toSet()
    projects.total() >= least
    agencies.total() >= leastAgencies

    where:
    typed          | alike            || least | leastAgencies
    '空巢'         | '空巢老人'       || 7     | 1
    '老年人'       | '老人'           || 19    | 15
    '老年人'       | '长者'           || 19    | 15
    '低保'         | '低保户'         || 6     | 2
    '社工站'       | '社工服务站'     || 21    | 10
    '社工站'       | '社会工作服务站' || 21    | 10
    '未成年人保护' | '未保'           || 13    | 10
    '留守儿童'     | '农村留守儿童'   || 8     | 5
    '禁毒'         | '涉毒'           || 3     | 3
    '禁毒'         | '吸毒'           || 3     | 3
    '残疾人'       | '残障'           || 10    | 5
    '社矫'         | '社区矫正'       || 3     | 2
    '残联'         | '残疾人联合会'   || 2     | 0
    '妇联'         | '妇女联合会'     || 4     | 0
    '团委'         | '共青团'         || 2     | 0
  }

  def "#typed finds projects, all that was typed together"() {
    expect:
    search(index.projects(), typed).total() > 0
    !search(index.projects(), typed).someWordsOnly()

    where:
    typed << ['留守儿童关爱项目', '农村养老', '普济镇养老', '为老', '司法局', '民政', '民政局', '旺苍 儿童']
  }

  def "what has the very letters of #typed is found, and what names it comes before what does not"() {
    given:
    def written = demonstration.projects(DAY).findAll { [it.name(), it.buyer(), it.need()].any { text -> text?.contains(typed) } }
    def found = search(index.projects(), typed).ids()

    expect:
    !written.empty
    found.containsAll(written*.id())
    def named = written.findAll { it.name().contains(typed) }
    named.empty || found.take(named.size()).toSet() == named*.id().toSet()

    where:
    typed << ['老年人', '低保', '社工站', '未成年人保护', '留守儿童', '残疾人', '社区矫正', '妇女联合会', '民政', '民政局', '心理', '禁毒', '农村']
  }

  def "every agency comes first for its own name"() {
    expect:
    demonstration.agencies(DAY).findAll { search(index.agencies(), it.name()).ids().first() != it.id() }*.name() == []
  }

  def "words that no project has together are found apart, and the page says so"() {
    given:
    def page = search(index.projects(), '社区矫正 助餐')

    expect:
    page.someWordsOnly()
    page.ids().toSet() == ['社区矫正', '助餐'].collectMany { search(index.projects(), it).ids() }.toSet()
    search(index.projects(), '没有这样的字').total() == 0
  }

  private static search(records, String text) {
    records.search(new SearchQuery(text, null, [] as Set, [] as Set, [] as Set, 0, 1000))
  }
}
