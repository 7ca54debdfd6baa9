package duijie.matching

import static duijie.benchmarks.GeneratedMarket.AS_OF

import duijie.agencies.Agency
import duijie.benchmarks.GeneratedMarket
import duijie.matching.cel.CelRuleBooks
import duijie.matching.lucene.LuceneIndexes
import duijie.regions.ChinaRegions
import duijie.vocabulary.lucene.LuceneTextAnalysis
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class FilteredMatchingSpec extends Specification {

  @Shared RuleBook book = CelRuleBooks.ruleBooks(ChinaRegions.shipped()).shipped()
  @Shared analysis = LuceneTextAnalysis.of(book.vocabulary())
  @Shared market = new GeneratedMarket(7, 1.0, ChinaRegions.shipped(), book.vocabulary())
  @Shared agencies = market.agencies(600)
  @Shared projects = market.projects(40)

  @AutoCleanup CandidateIndex index = emptyIndex()
  FilteredMatching matching = new FilteredMatching(book, index, analysis)

  def "nothing put in gives nothing"() {
    expect:
    with(matching.agenciesFor(projects[0], AS_OF, 20)) {
      matches() == []
      eligible() == 0
      !capped()
    }
    matching.excludedFrom(projects[0], AS_OF) == []
    matching.projectsFor(agencies[0], AS_OF, 20).matches() == []
    matching.ruleBook() == book
  }

  def "a pair's assessment is the same alone, among others, and asked for by itself"() {
    given:
    matching.putAgencies(agencies)

    expect:
    projects.every { project ->
      def ranking = matching.agenciesFor(project, AS_OF, 3)
      ranking.matches().every { match ->
        def alone = emptyIndex()
        def lonely = new FilteredMatching(book, alone, analysis)
        lonely.putAgencies([match.partner()])
        def only = lonely.agenciesFor(project, AS_OF, 3).matches()
        alone.close()
        only*.assessment() == [match.assessment()] &&
          matching.assess(project, match.partner(), AS_OF) == match.assessment()
      }
    }
  }

  def "whoever is not eligible is excluded with every rule that fails, in the order of the codes"() {
    given:
    matching.putAgencies(agencies)
    matching.putProjects(projects)

    expect:
    projects.take(10).every { project ->
      def eligible = matching.agenciesFor(project, AS_OF, agencies.size())
      def excluded = matching.excludedFrom(project, AS_OF)
      def codes = excluded*.partner()*.creditCode()
      eligible.matches().size() == eligible.eligible() &&
        (eligible.matches()*.partner() + excluded*.partner()).toSet() == agencies.toSet() &&
        excluded.every { it.failed() == matching.assess(project, it.partner(), AS_OF).failed() && it.failed() } &&
        excluded.every { it.unknown() == matching.assess(project, it.partner(), AS_OF).findings().count { f -> f.verdict() == Verdict.UNKNOWN } } &&
        codes == codes.findAll().sort() + codes.findAll { it == null }
    }
    agencies.take(10).every { agency ->
      def eligible = matching.projectsFor(agency, AS_OF, projects.size())
      def excluded = matching.excludedFor(agency, AS_OF)
      (eligible.matches()*.partner() + excluded*.partner()).toSet() == projects.toSet() &&
        excluded*.partner()*.id() == excluded*.partner()*.id().sort()
    }
  }

  def "those of whom every condition is known and kept are counted among the eligible"() {
    given:
    matching.putAgencies(agencies)
    matching.putProjects(projects)

    when:
    def rankings = projects.collect { matching.agenciesFor(it, AS_OF, agencies.size()) } +
      agencies.take(40).collect { matching.projectsFor(it, AS_OF, projects.size()) }
    then:
    rankings.every { it.verified() == it.matches().count { it.assessment().verified() } }
    rankings.any { it.verified() > 0 && it.verified() < it.eligible() }
  }

  def "whoever is not asked about is neither ranked, counted nor excluded"() {
    given:
    matching.putAgencies(agencies)
    matching.putProjects(projects)
    def few = { it.id().value().hashCode() % 3 == 0 } as java.util.function.Predicate

    expect:
    projects.take(10).every { project ->
      def some = matching.agenciesFor(project, few, AS_OF, agencies.size())
      def all = matching.agenciesFor(project, AS_OF, agencies.size())
      some.matches()*.partner() == all.matches()*.partner().findAll { few.test(it) } &&
        some.matches()*.rank() == (1..<(some.matches().size() + 1)).toList() &&
        some.eligible() == some.matches().size() &&
        matching.excludedFrom(project, few, AS_OF) == matching.excludedFrom(project, AS_OF).findAll { few.test(it.partner()) }
    }
    agencies.take(10).every { agency ->
      matching.projectsFor(agency, few, AS_OF, 5).matches()*.partner() ==
        matching.projectsFor(agency, AS_OF, projects.size()).matches()*.partner().findAll { few.test(it) }.take(5) &&
        matching.excludedFor(agency, few, AS_OF) == matching.excludedFor(agency, AS_OF).findAll { few.test(it.partner()) }
    }
  }

  def "rules see only the first part of a text, so that a long one costs no more"() {
    given:
    def filler = '社区服务活动。' * 400
    def far = Sample.agency(id: 'far', profile: filler + '认知障碍老人居家照护', experience: filler + '禁毒')
    def near = Sample.agency(id: 'near', profile: '认知障碍老人居家照护' + filler, experience: '禁毒' + filler)

    expect:
    def terms = [far, near].collect { (book.facts().of(it).values().terms as TermVector) }
    terms[1].size() > terms[0].size()
    book.facts().of(far).values().experienceFields != book.facts().of(near).values().experienceFields
  }

  def "ranks are from 1 and unique; equals go by credit code, blank last, then name, then id"() {
    given:
    matching.putAgencies([
      Sample.agency(id: 'd', name: '乙'), Sample.agency(id: 'c', name: '乙'), Sample.agency(id: 'b', name: '丙'),
      Sample.agency(id: 'a', name: '丁', creditCode: '53100000500019795A')])

    when:
    def ranking = matching.agenciesFor(Sample.project(), AS_OF, 10)
    then:
    ranking.matches()*.rank() == [1, 2, 3, 4]
    ranking.matches()*.partner()*.id()*.value() == ['a', 'b', 'c', 'd']
    matching.agenciesFor(Sample.project(), AS_OF, 2).matches()*.partner()*.id()*.value() == ['a', 'b']
    matching.agenciesFor(Sample.project(), AS_OF, 0).eligible() == 4
  }

  def "what was replaced no longer counts"() {
    given:
    matching.putAgencies([Sample.agency(id: 'a', name: '旧')])
    matching.putAgencies([Sample.agency(id: 'a', name: '新', state: Agency.State.SUSPENDED)])

    expect:
    matching.agenciesFor(Sample.project(), AS_OF, 5).eligible() == 0
    matching.excludedFrom(Sample.project(), AS_OF)*.partner()*.name() == ['新']
  }

  def "past the cap the nearest texts are scored, and the answer says so"() {
    given:
    def capped = new FilteredMatching(book, index, analysis, 5)
    capped.putAgencies((1..20).collect { Sample.agency(id: "A-$it", name: "机构$it") } +
      (1..3).collect { Sample.agency(id: "N-$it", name: "近$it", profile: '为认知障碍老人提供居家照护') })

    when:
    def ranking = capped.agenciesFor(Sample.project(need: '认知障碍老人居家照护'), AS_OF, 10)
    then:
    ranking.capped()
    ranking.eligible() == 23
    ranking.matches().size() == 5
    ranking.matches()*.partner()*.id()*.value().findAll { it.startsWith('N') }.sort() == ['N-1', 'N-2', 'N-3']

    and: 'not at the cap'
    !new FilteredMatching(book, index, analysis, 23).agenciesFor(Sample.project(), AS_OF, 10).capped()
  }

  def "points add up exactly as the book words them"() {
    given:
    def random = new Random(3)
    def pairs = (1..800).collect { [projects[random.nextInt(40)], agencies[random.nextInt(600)]] }
    def points = new Points(book.criteria())

    expect:
    pairs.every { project, agency ->
      def facts = [book.facts().of(project), book.facts().of(agency)]
      def values = book.values(facts[0], facts[1], AS_OF)
      def assessment = book.assess(facts[0], facts[1], AS_OF)
      long score = points.score(values)
      points.points(score).compareTo(assessment.score()) == 0 &&
        points.points(score + points.unknown(values)).compareTo(assessment.potential()) == 0
    }
  }

  def "weight #weight and value #value give #given"() {
    given:
    def points = new Points([new Rule.Criterion('some', '某', 'x', new BigDecimal(weight))])

    expect:
    Points.of(new BigDecimal(weight), value) == new BigDecimal(given)
    points.points(points.score([value] as double[])).compareTo(new BigDecimal(given)) == 0
    points.unknown([value] as double[]) == 0
    points.points(points.unknown([Double.NaN] as double[])).compareTo(new BigDecimal(weight)) == 0
    points.score([Double.NaN] as double[]) == 0

    where:
    weight   | value        || given
    '25'     | 0.8          || '20.00'
    '1'      | 0.145        || '0.15'
    '1'      | 0.995        || '1.00'
    '3'      | 0.335        || '1.01'
    '12.5'   | 1 / 3 as double || '4.17'
    '33.335' | 1            || '33.34'
    '33.335' | 0.5          || '16.67'
    '100'    | 0.00005      || '0.01'
    '7'      | 0            || '0.00'
  }

  def "random products round as decimals do"() {
    given:
    def random = new Random(11)

    expect:
    (1..3000).every {
      def weight = new BigDecimal(random.nextInt(10000)).movePointLeft(2)
      double value = random.nextInt(3) ? random.nextInt(2001) / 2000d : random.nextDouble()
      def points = new Points([new Rule.Criterion('some', '某', 'x', weight)])
      points.points(points.score([value] as double[])).compareTo(Points.of(weight, value)) == 0
    }
  }

  def "rankings while agencies are put in and books change are each of one book"() {
    given:
    matching.putProjects(projects)
    def other = AlteredBook.passingAll(book, 'serves-region')
    def threads = Executors.newFixedThreadPool(6)
    def writers = (0..<3).collect { writer ->
      {
        ->
        (0..<20).each { round ->
          matching.putAgencies(agencies.subList((writer * 20 + round) * 10, (writer * 20 + round + 1) * 10))
          matching.use(round % 2 ? book : other)
        }
        true
      } as Callable<Boolean>
    }
    def readers = (0..<3).collect { reader ->
      {
        ->
        (0..<30).every { round ->
          def ranking = matching.agenciesFor(projects[(reader * 7 + round) % 40], AS_OF, 20)
          ranking.matches()*.assessment()*.ruleBook().toSet().size() <= 1 &&
            ranking.matches().every { it.assessment().eligible() || it.assessment().failed()*.rule() == ['serves-region'] }
        }
      } as Callable<Boolean>
    }

    when:
    def results = threads.invokeAll(writers + readers)*.get()
    matching.use(book)
    then:
    results.every()
    matching.agenciesFor(projects[0], AS_OF, 20).eligible() + matching.excludedFrom(projects[0], AS_OF).size() == 600

    cleanup:
    threads.shutdownNow()
  }

  private CandidateIndex emptyIndex() {
    LuceneIndexes.inMemory(analysis, ChinaRegions.shipped(), book.vocabulary())
  }
}
