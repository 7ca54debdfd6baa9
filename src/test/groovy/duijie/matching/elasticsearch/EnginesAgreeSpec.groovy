package duijie.matching.elasticsearch

import static duijie.benchmarks.GeneratedMarket.AS_OF

import duijie.LongRun
import duijie.agencies.Agency
import duijie.benchmarks.GeneratedMarket
import duijie.matching.BruteForce
import duijie.matching.CandidateIndex
import duijie.matching.Filter
import duijie.matching.FilteredMatching
import duijie.matching.Filters
import duijie.matching.KeptCandidates
import duijie.matching.PlainIndex
import duijie.matching.SearchQuery
import duijie.matching.SharedIndex
import duijie.matching.cel.CelRuleBooks
import duijie.matching.lucene.LuceneIndexes
import duijie.projects.Project
import duijie.regions.ChinaRegions
import duijie.vocabulary.lucene.LuceneTextAnalysis
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The same ranking, scores and lists, whichever engine finds the candidates. */
class EnginesAgreeSpec extends Specification {

  static final int TOP = 20

  @Shared regions = ChinaRegions.shipped()
  @Shared book = CelRuleBooks.ruleBooks(regions).shipped()
  @Shared analysis = LuceneTextAnalysis.of(book.vocabulary())
  @Shared market = new GeneratedMarket(20261128, 0.6, regions, book.vocabulary())
  @Shared @AutoCleanup SharedIndex servers = ElasticsearchIndexes.on(SearchServer.shared().cluster(2), analysis, regions, book.vocabulary())

  def "#projectCount projects among #agencyCount agencies"() {
    expect:
    agree(agencyCount, projectCount)

    where:
    agencyCount | projectCount
    300         | 10
  }

  @LongRun
  def "#projectCount projects among #agencyCount agencies, at length"() {
    expect:
    agree(agencyCount, projectCount)

    where:
    agencyCount | projectCount
    5_000       | 200
    100_000     | 20
  }

  private boolean agree(int agencyCount, int projectCount) {
    def agencies = market.agencies(agencyCount)
    def projects = market.projects(projectCount)
    def places = agencies.withIndex().collectEntries { agency, place -> [agency.id(), place] }
    // One after the other: what all three hold of so many agencies at a time is too much.
    def byEngine = [
      { LuceneIndexes.inMemory(analysis, regions, book.vocabulary()) },
      { KeptCandidates.newGeneration(servers) },
      { new PlainIndex({ agencies.stream() }, { projects.stream() }, analysis, regions, book.vocabulary()) }
    ].collect { answers(it() as CandidateIndex, agencies, places, projects) }
    def facts = agencies.collect { book.facts().of(it) }
    projects.eachWithIndex { project, i ->
      def expected = BruteForce.agenciesFor(book, book.facts().of(project), facts, AS_OF, TOP)
      assert byEngine*.rankings*.get(i) == [expected] * 3
      assert byEngine*.passing*.get(i).toSet().size() == 1
    }
    assert byEngine*.nearest.toSet().size() == 1
    assert byEngine*.lists.toSet().size() == 1
    assert byEngine*.ofAgencies.toSet().size() == 1
    def eligible = byEngine[0].rankings*.eligible()
    printf('%,d projects among %,d agencies: the same on three engines and by brute force, %,d to %,d eligible%n', projectCount, agencyCount,
        eligible.min(), eligible.max())
    true
  }

  private Map answers(CandidateIndex index, List<Agency> agencies, Map<Agency.Id, Integer> places, List<Project> projects) {
    def matching = new FilteredMatching(book, index, analysis)
    agencies.collate(5_000).each { matching.putAgencies(it) }
    matching.putProjects(projects)
    def answers = [
      rankings: projects.collect { BruteForce.inShort(matching.agenciesFor(it, AS_OF, TOP)) },
      passing: projects.collect { index.agencies().passing(new Filters(book).agenciesFor(it, AS_OF)).collect { places[it] }.sort() },
      nearest: projects.take(3).collect { index.agencies().nearest(Filter.ALL, analysis.terms("${it.name()} ${it.need()}"), 50) },
      lists: projects.take(3).collect { list(index, it.name()) },
      ofAgencies: agencies.take(projects.size()).collect { BruteForce.inShort(matching.projectsFor(it, AS_OF, TOP)) },
    ]
    index.close()
    answers
  }

  private static List list(CandidateIndex index, String text) {
    ['', text, text.take(4)].collect {
      def page = index.agencies().search(new SearchQuery(it, null, [] as Set, [] as Set, [] as Set, 0, 100))
      [page.ids()*.value(), page.total(), page.someWordsOnly(), page.facets()]
    }
  }
}
