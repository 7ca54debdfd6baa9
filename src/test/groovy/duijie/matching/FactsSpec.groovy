package duijie.matching

import duijie.agencies.Agency.LicensedStaff
import duijie.agencies.Column as AgencyColumn
import duijie.matching.cel.Records
import duijie.projects.Column as ProjectColumn
import duijie.projects.Project.Staffing
import duijie.regions.ChinaRegions
import duijie.regions.Region
import duijie.shared.Money
import duijie.vocabulary.Term
import duijie.vocabulary.lucene.LuceneTextAnalysis
import duijie.vocabulary.yaml.YamlVocabularies
import java.time.Instant
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification

/** What rules may read of projects and agencies. */
class FactsSpec extends Specification {

  @Shared
  def facts = new Facts(ChinaRegions.shipped(), YamlVocabularies.shipped(), LuceneTextAnalysis.of(YamlVocabularies.shipped()))

  @Shared
  def records = new Records()

  def "what is not known is not there"() {
    expect:
    facts.of(records.agency()).values().keySet() == ['name', 'nameKey', 'state', 'licensedAtLeast', 'unreadable'] as Set
    facts.of(records.project()).values().keySet() == [
        'id', 'name', 'state', 'needTerms', 'demandsAnnualInspection', 'demandsLocalRegistration', 'smallFirmsOnly', 'unreadable'] as Set
  }

  def "every fact has the type that it declares"() {
    given:
    def java = [(FactType.TEXT): String, (FactType.WHOLE): Long, (FactType.NUMBER): Double, (FactType.FLAG): Boolean,
        (FactType.DATE): Instant, (FactType.TEXTS): List, (FactType.TERMS): TermVector]
    def market = new duijie.benchmarks.GeneratedMarket(3, 0.5, ChinaRegions.shipped(), YamlVocabularies.shipped())
    def ofAgencies = market.agencies(300).collect { facts.of(it).values() }
    def ofProjects = market.projects(300).collect { facts.of(it).values() }

    expect:
    Facts.OF_AGENCY.every { fact -> ofAgencies*.get(fact.name()).findAll { it != null }.every { java[fact.type()].isInstance(it) } }
    Facts.OF_PROJECT.every { fact -> ofProjects*.get(fact.name()).findAll { it != null }.every { java[fact.type()].isInstance(it) } }
  }

  def "licensed staff #staff are at least #atLeast, in all #all"(LicensedStaff staff, long atLeast, Long all) {
    when:
    def values = facts.of(records.agency(licensed: staff)).values()

    then:
    values.licensedAtLeast == atLeast
    values.licensed == all

    where:
    staff                           || atLeast | all
    LicensedStaff.UNKNOWN           || 0       | null
    new LicensedStaff(5, null, 1)   || 6       | null
    new LicensedStaff(5, 2, 0)      || 7       | 7
  }

  def "#budget in #months months, #annual a year, make #yearly a year"(String budget, Integer months, String annual, Double yearly) {
    expect:
    facts.of(records.project(budget: budget ? Money.of(budget) : null, termMonths: months, annualBudget: annual ? Money.of(annual) : null)).values().yearlyAmount == yearly

    where:
    budget    | months | annual   || yearly
    '800000'  | 24     | null     || 400000d
    '800000'  | 24     | '390000' || 390000d
    '100000'  | 6      | null     || 200000d
    '800000'  | null   | null     || null
    null      | 12     | null     || null
  }

  def "the county of #region is #county"(String region, String county) {
    expect:
    facts.of(records.project(region: new Region.Code(region))).values().county == county

    where:
    region      || county
    '510821100' || '510821'
    '510821'    || '510821'
    '5108'      || '5108'
  }

  def "terms are related to those above and below them, not to those beside"() {
    when:
    def related = facts.of(records.agency(fields: [new Term.Id('child-care')] as Set)).values().relatedFields

    then:
    related.containsAll(['child-care', 'children', 'children-and-youth'])
    !related.contains('minor-protection')
  }

  def "fields that the experience speaks of are recognised, in whatever words"() {
    expect:
    facts.of(records.agency(experience: '2023年承接长者饭堂和吸毒人员帮教项目')).values().experienceFields.containsAll(['meal-service'])
  }

  def "names are one although written differently"() {
    expect:
    facts.of(records.agency(name: 'ＡＢ（旺苍）社工 中心')).values().nameKey == facts.of(records.project(buyer: 'ab(旺苍)社工中心')).values().buyerKey
  }

  def "columns that were not understood go by their names"() {
    expect:
    facts.of(records.agency(unreadable: [AgencyColumn.SERVICE_REGIONS] as Set)).values().unreadable == ['服务区域']
    facts.of(records.project(unreadable: [ProjectColumn.LICENSED] as Set, staffing: Staffing.NONE)).values().unreadable == ['持证社工人数要求']
  }

  def "a date is the start of its day"() {
    expect:
    facts.of(records.agency(gradeValidUntil: LocalDate.of(2027, 3, 31))).values().gradeValidUntil == Instant.parse('2027-03-31T00:00:00Z')
  }

  def "a text covers itself wholly, a stranger not at all, part of it in part, whoever else there is"() {
    given:
    def need = facts.of(records.project(name: '助餐', need: '为独居老人提供探访和助餐')).values().needTerms
    def same = facts.of(records.agency(profile: '助餐。为独居老人提供探访和助餐')).values().terms
    def part = facts.of(records.agency(profile: '独居老人探访')).values().terms
    def stranger = facts.of(records.agency(name: '甲', profile: '戒毒康复')).values().terms

    expect:
    need.coveredBy(same) == 1.0d
    need.coveredBy(stranger) == 0.0d
    need.coveredBy(part) > 0.2d
    need.coveredBy(part) < 0.9d
  }
}
