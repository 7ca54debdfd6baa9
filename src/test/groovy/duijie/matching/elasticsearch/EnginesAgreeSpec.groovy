package duijie.matching.elasticsearch

import static duijie.benchmarks.GeneratedMarket.AS_OF

import duijie.LongRun
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
    def lucene = LuceneIndexes.inMemory(analysis, regions, book.vocabulary())
    def elasticsearch = KeptCandidates.newGeneration(servers)
    def plain = new PlainIndex({ agencies.stream() }, { projects.stream() }, analysis, regions, book.vocabulary())
    def byEngine = [lucene, elasticsearch, plain].collect { index ->
      def matching = new FilteredMatching(book, index, analysis)
      agencies.collate(5_000).each { matching.putAgencies(it) }
      matching.putProjects(projects)
      [index: index, matching: matching]
    }
    def facts = agencies.collect { book.facts().of(it) }
    projects.each { project ->
      def rankings = byEngine.collect { BruteForce.inShort(it.matching.agenciesFor(project, AS_OF, TOP)) }
      def expected = BruteForce.agenciesFor(book, book.facts().of(project), facts, AS_OF, TOP)
      assert rankings == [expected] * 3
      def passing = byEngine.collect { it.index.agencies().passing(new Filters(book).agenciesFor(project, AS_OF))*.value().sort() }
      assert passing.toSet().size() == 1
    }
    projects.take(3).each { project ->
      def terms = analysis.terms("${project.name()} ${project.need()}")
      def nearest = byEngine.collect { it.index.agencies().nearest(Filter.ALL, terms, 50)*.value() }
      assert nearest.toSet().size() == 1
      def lists = byEngine.collect { list(it.index, project.name()) }
      assert lists.toSet().size() == 1
    }
    agencies.take(projectCount).each { agency ->
      assert byEngine.collect { BruteForce.inShort(it.matching.projectsFor(agency, AS_OF, TOP)) }.toSet().size() == 1
    }
    lucene.close()
    true
  }

  private static List list(CandidateIndex index, String text) {
    ['', text, text.take(4)].collect {
      def page = index.agencies().search(new SearchQuery(it, null, [] as Set, [] as Set, [] as Set, 0, 100))
      [page.ids()*.value(), page.total(), page.someWordsOnly(), page.facets()]
    }
  }
}
