package duijie.demonstration

import duijie.demonstration.yaml.Demonstrations
import duijie.matching.FilteredMatching
import duijie.matching.Matching
import duijie.matching.RuleBook
import duijie.matching.lucene.LuceneIndexes
import duijie.projects.Project
import duijie.server.Adapters
import duijie.regions.Regions
import duijie.vocabulary.Term
import duijie.vocabulary.Vocabulary
import groovy.json.JsonSlurper
import java.time.LocalDate
import org.yaml.snakeyaml.Yaml
import spock.lang.Shared
import spock.lang.Specification

class DemonstrationSpec extends Specification {

  static final LocalDate DAY = LocalDate.of(2026, 11, 24)
  static final Set<Project.State> OPEN = [Project.State.PUBLISHED, Project.State.MATCHING]

  @Shared Regions regions = Adapters.regions()
  @Shared RuleBook book = Adapters.ruleBooks(regions).shipped()
  @Shared Vocabulary vocabulary = book.vocabulary()
  @Shared Demonstration demonstration = Demonstrations.shipped(regions, vocabulary)

  @Shared Matching matching = new FilteredMatching(
      book, LuceneIndexes.inMemory(Adapters.analysis(vocabulary), regions, vocabulary), Adapters.analysis(vocabulary))

  def setupSpec() {
    matching.putAgencies(demonstration.agencies(DAY))
    matching.putProjects(demonstration.projects(DAY))
  }

  def "all 65 notices and 44 agencies are there, and the home county's own"() {
    expect:
    demonstration.projects(DAY).countBy { it.demonstration() } == [(false): 65, (true): 30]
    demonstration.agencies(DAY).countBy { it.demonstration() } == [(false): 44, (true): 32]
    unique(demonstration.projects(DAY)*.id()) && unique(demonstration.agencies(DAY)*.id())
    unique(demonstration.agencies(DAY)*.creditCode().findAll { it != null })
  }

  def "what is made up says so in its name and source, and its codes belong to nobody"() {
    given:
    def projects = demonstration.projects(DAY).findAll { it.demonstration() }
    def agencies = demonstration.agencies(DAY).findAll { it.demonstration() }

    expect:
    (projects*.name() + agencies*.name()).every { it.endsWith('（演示）') }
    (projects*.source() + agencies*.source()).every { it.contains('演示数据') }
    agencies*.creditCode().findAll { it != null }.every { !FictitiousCode.mayBeRegistered(it) }
  }

  def "nobody is named, no phone is given, and no page but an official one"() {
    given:
    def official = ['projects', 'agencies'].collectMany { notices(it) }.findAll { it.source_kind == 'official' }*.source
    def all = demonstration.projects(DAY) + demonstration.agencies(DAY)

    expect:
    all.every { it.contact() == null && it.phone() == null }
    all*.source().findAll { it.contains('http') }.every { official.contains(it) }
    ['projects', 'agencies'].collectMany { notices(it) }.every { it.source == null || it.source_kind == 'official' }
  }

  def "each of the 23 towns has a project of its own"() {
    given:
    def towns = regions.children(Demonstration.HOME)*.code()

    expect:
    towns.size() == 23
    demonstration.projects(DAY)*.region().containsAll(towns)
  }

  def "the same day gives the same records, and deadlines move with the day"() {
    given:
    def other = DAY.plusDays(100)

    expect:
    demonstration.projects(DAY) == demonstration.projects(DAY)
    demonstration.agencies(DAY) == demonstration.agencies(DAY)
    [DAY, other, LocalDate.of(2028, 2, 29)].every { day ->
      def open = demonstration.projects(day).findAll { it.demonstration() && OPEN.contains(it.state()) }
      open.size() > 15 && open.every { it.publishedOn() <= day && it.respondBy().toLocalDate() > day }
    }
  }

  def "every word of the home county is a term of the vocabulary"() {
    given:
    def entries = ['home-projects.yml', 'home-agencies.yml'].collectMany { file ->
      getClass().getResourceAsStream("/duijie/demonstration/$file").withCloseable { new Yaml().load(it) as List<Map> }
    }
    def unknown = { Term.Kind kind, List<String> words -> words.unique().findAll { vocabulary.named(kind, it).empty } }

    expect:
    unknown(Term.Kind.SERVICE_FIELD, entries.collectMany { it.fields ?: [] }) == []
    unknown(Term.Kind.TARGET_GROUP, entries.collectMany { it.groups?.split('、') as List ?: [] }) == []
    unknown(Term.Kind.SERVICE_METHOD, entries.collectMany { it.methods?.split('、') as List ?: [] }) == []
  }

  def "notices keep what they told: fields, money, dates, regime"() {
    given:
    def projects = demonstration.projects(DAY).collectEntries { [it.id().value(), it] }
    def stone = projects['PRJ-017']
    def drugs = projects['PRJ-014']

    expect:
    stone.budget().plain() == '1854000'
    stone.pricing() == Project.PricingForm.HOURS_OFFERED
    stone.publishedOn() == LocalDate.of(2025, 2, 6)
    drugs.regime() == Project.Regime.GOVERNMENT_PROCUREMENT
    drugs.termMonths() == 24
    regions.pathName(drugs.region()) == '山西省/忻州市/繁峙县'
    projects['PRJ-029'].staffing().headcount() == 3
    notices('projects').every { notice -> notice.service_fields.every { it in ['公益创投', '民生微实事'] } || !projects[notice.id].fields().empty }
  }

  def "every state that a project can be in but a draft is to be seen"() {
    expect:
    (Project.State.values() as Set) - demonstration.projects(DAY)*.state() == [Project.State.DRAFT] as Set
  }

  def "every rule keeps somebody out of a home project, or leaves somebody to be verified"() {
    given:
    def failed = open().collectMany { matching.excludedFrom(it, DAY).collectMany { e -> e.failed()*.rule() } } as Set
    def unknown = open().collectMany { matching.agenciesFor(it, DAY, 100).matches().collectMany { m -> m.assessment().unknown() } } as Set

    expect:
    book.eligibility()*.id().findAll { !failed.contains(it) && !unknown.contains(it) } == []
    failed.size() >= book.eligibility().size() - 1
    unknown.size() >= 8
  }

  def "every open project of the home county finds agencies, and one that serves its field comes first"() {
    expect:
    open().findAll { matching.agenciesFor(it, DAY, 3).matches().size() < 2 }*.name() == []
    open().findAll { project ->
      def first = matching.agenciesFor(project, DAY, 1).matches()[0]
      first.partner().fields().disjoint(project.fields().collectMany { vocabulary.withDescendants(it) + vocabulary.ancestors(it) } as Set)
    }*.name() == []
  }

  private List<Project> open() {
    demonstration.projects(DAY).findAll { it.demonstration() && OPEN.contains(it.state()) }
  }

  private static boolean unique(List<?> values) {
    values.size() == values.toSet().size()
  }

  private static List<Map> notices(String kind) {
    new JsonSlurper().parse(DemonstrationSpec.getResourceAsStream("/duijie/demonstration/notices-${kind}.json"), 'UTF-8') as List<Map>
  }
}
