package duijie.matching

import static duijie.benchmarks.GeneratedMarket.AS_OF

import duijie.LongRun
import duijie.benchmarks.GeneratedMarket
import duijie.matching.cel.CelRuleBooks
import duijie.matching.lucene.LuceneIndexes
import duijie.regions.ChinaRegions
import duijie.vocabulary.lucene.LuceneTextAnalysis
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The top 20 by filter and heap are those of assessing every pair. */
class RetrievalLosesNothingSpec extends Specification {

  static final int TOP = 20

  @Shared books = CelRuleBooks.ruleBooks(ChinaRegions.shipped())
  @Shared RuleBook book = books.shipped()
  @Shared analysis = LuceneTextAnalysis.of(book.vocabulary())
  @Shared market = new GeneratedMarket(20261123, 0.6, ChinaRegions.shipped(), book.vocabulary())
  @Shared agencies = market.agencies(5000)
  @Shared projects = market.projects(200)
  @Shared List<AgencyFacts> agencyFacts = agencies.collect { book.facts().of(it) }
  @Shared List<ProjectFacts> projectFacts = projects.collect { book.facts().of(it) }
  @Shared @AutoCleanup CandidateIndex index =
    LuceneIndexes.inMemory(analysis, ChinaRegions.shipped(), book.vocabulary())
  @Shared FilteredMatching matching = new FilteredMatching(book, index, analysis)

  def setupSpec() {
    matching.putAgencies(agencies)
    matching.putProjects(projects)
  }

  def cleanup() {
    matching.use(book)
  }

  def "the index decides in part every rule of the shipped book that it can"() {
    expect: 'whoever changes one of these rules mends its filter too'
    new Filters(book).active() == ['registered', 'credit-normal', 'serves-region', 'offers-field', 'free-capacity',
      'amount-within', 'local-registration', 'annual-inspection', 'licensed-staff', 'headcount', 'head-years',
      'minimum-grade', 'small-firms-only'] as Set
    new Filters(book).active() == Filters.KNOWN*.rule() as Set
  }

  def "each filter drops something, so that this spec can tell when it drops too much"() {
    expect:
    def dropping = projects.collectMany { new Filters(book).agenciesFor(it, AS_OF).clauses() }
      .findAll { index.agencies().passing(new Filter([it])).size() < agencies.size() }
    dropping*.rule().toSet() == Filters.KNOWN*.rule() as Set
  }

  def "agencies for 200 projects, by the shipped book"() {
    expect:
    differing(book, projectFacts) == []
  }

  def "projects for agencies, by the shipped book"() {
    expect:
    agencyFacts.take(500).findAll {
      BruteForce.inShort(matching.projectsFor(it.agency(), AS_OF, TOP)) !=
        BruteForce.projectsFor(book, it, projectFacts, AS_OF, TOP)
    } == []
  }

  def "on other days, when other grades have expired and other inspections count"() {
    expect:
    projectFacts.findAll { it.project().minimumGrade() || it.project().demandsAnnualInspection() }.take(15).findAll {
      BruteForce.inShort(matching.agenciesFor(it.project(), day, TOP)) !=
        BruteForce.agenciesFor(book, it, agencyFacts, day, TOP)
    } == []

    where:
    day << [AS_OF.minusMonths(7), AS_OF.plusYears(1), AS_OF.withMonth(6).withDayOfMonth(1)]
  }

  def "without the rule #rule, or with it changed"() {
    expect:
    differing(AlteredBook.without(book, rule), projectFacts.shuffled(new Random(rule.hashCode())).take(4)) == []
    differing(AlteredBook.passingAll(book, rule), projectFacts.shuffled(new Random(rule.length())).take(3)) == []

    where:
    rule << Filters.KNOWN*.rule()
  }

  @LongRun
  def "for every project without the rule #rule, or with it changed"() {
    expect:
    differing(altered, projectFacts) == []

    where:
    [rule, altered] << Filters.KNOWN*.rule().collectMany {
      [[it, AlteredBook.without(book, it)], [it, AlteredBook.passingAll(book, it)]]
    }
  }

  def "by a folder in which a rule says something else"(@TempDir Path folder) {
    given: 'a book that admits every agency of the same province'
    def shipped = Path.of(System.getProperty('project.dir', '.'), 'matching-rules')
    Files.list(shipped).forEach { Files.copy(it, folder.resolve(it.fileName)) }
    def eligibility = folder.resolve('eligibility.yml')
    Files.writeString(eligibility, Files.readString(eligibility).replace(
      'covers(agency.serviceRegions, project.region) ? true',
      'sharedLevels(agency.serviceRegions, project.region) >= 1 ? true'))
    Files.writeString(folder.resolve('examples.yml'), '[]\n')

    when:
    def loaded = books.load(folder)
    then:
    loaded instanceof RuleBooks.Loaded.Valid
    def changed = (loaded as RuleBooks.Loaded.Valid).book()
    !new Filters(changed).active().contains('serves-region')
    differing(changed, projectFacts.take(8)) == []
  }

  /** The projects for which matching and brute force rank differently. */
  private List<String> differing(RuleBook book, List<ProjectFacts> projects) {
    matching.use(book)
    projects.findAll {
      BruteForce.inShort(matching.agenciesFor(it.project(), AS_OF, TOP)) !=
        BruteForce.agenciesFor(book, it, agencyFacts, AS_OF, TOP)
    }.collect { it.project().id().value() }
  }
}
