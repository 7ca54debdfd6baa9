package duijie.matching.cel

import duijie.shared.yaml.FileErrors
import duijie.shared.yaml.SourceFile
import duijie.matching.Rule
import duijie.matching.RuleBook
import duijie.matching.RuleBooks
import duijie.regions.ChinaRegions
import java.nio.file.Files
import java.security.MessageDigest
import org.yaml.snakeyaml.Yaml
import spock.lang.Shared
import spock.lang.Specification

/** The rule book that ships with the product. */
class ShippedBookSpec extends Specification {

  @Shared
  RuleBook book = BookFolder.BOOKS.shipped()

  @Shared
  List<Map<String, Object>> examples = new Yaml().load(Files.readString(BookFolder.SHIPPED.resolve('examples.yml')))

  def "loads from its folder with all its examples"() {
    when:
    def loaded = BookFolder.BOOKS.load(BookFolder.SHIPPED)

    then:
    loaded instanceof RuleBooks.Loaded.Valid
    loaded.examples() == examples.size()
    loaded.book().version() == book.version()
  }

  def "decides what the statute and the notices ask"() {
    expect:
    book.eligibility()*.id() == [
        'registered', 'credit-normal', 'serves-region', 'offers-field', 'annual-inspection', 'licensed-staff',
        'licensed-share', 'head-years', 'headcount', 'local-registration', 'minimum-grade', 'small-firms-only',
        'free-capacity', 'amount-within', 'buyer-not-provider', 'public-institution']
  }

  def "weighs what makes a good partner, 100 points in all"() {
    expect:
    book.criteria()*.id() == [
        'field-fit', 'target-group', 'service-method', 'text-relevance', 'region-nearness', 'experience',
        'licensed-strength', 'grade', 'size', 'capacity']
    book.criteria()*.weight().sum() == 100
  }

  def "#rule has an example of #verdict"(String rule, String verdict) {
    expect:
    examples.any { it.rule == rule && it.expect == verdict }

    where:
    [rule, verdict] << BookFolder.BOOKS.shipped().eligibility()*.id().collectMany { id ->
      // Whether an institution belongs to the first class is in no sheet, so the rule never fails by itself.
      (id == 'public-institution' ? ['pass', 'unknown'] : ['pass', 'fail', 'unknown']).collect { [id, it] }
    }
  }

  def "#criterion has an example of much, of little and of nothing known"(String criterion) {
    given:
    def expected = examples.findAll { it.rule == criterion }*.expect

    expect:
    expected.any { it instanceof Number && it >= 0.99 }
    expected.any { it instanceof Number && it <= 0.5 }
    expected.contains('unknown')

    where:
    criterion << BookFolder.BOOKS.shipped().criteria()*.id()
  }

  def "its version is the hash of its files one after another in the order of their names"() {
    given:
    def digest = MessageDigest.getInstance('SHA-256')
    ['eligibility.yml', 'examples.yml', 'scoring.yml', 'vocabulary.yml'].each { digest.update(Files.readAllBytes(BookFolder.SHIPPED.resolve(it))) }

    expect:
    book.version() == digest.digest().encodeHex().toString()
  }

  def "says whole sentences of #example.rule() expecting #example.expected()"(Examples.Example example) {
    when:
    def said = book.sentences(example.rule(), example.pair())

    then:
    said.every { it.endsWith('。') }
    said.every { !it.contains(Template.MISSING) && !it.contains('无法判断：') }
    said.every { !it.contains('null') && !(it =~ /[{}]|\.0\b|[a-z]{4,}/) }

    where:
    example << read()
  }

  def "no shipped rule depends on a text being written in one way only"() {
    expect: 'what the expressions compare with are names that the product itself gives'
    (book.eligibility() as List<Rule>).every { rule ->
      (rule.expression() =~ /'([^']+)'/).collect { it[1] }.every { KNOWN.contains(it) }
    }
  }

  private static List<Examples.Example> read() {
    def errors = FileErrors.none()
    def source = { String name -> SourceFile.of(name, Files.readAllBytes(BookFolder.SHIPPED.resolve(name)), errors) }
    def reader = new BookReader(errors)
    reader.eligibility(source('eligibility.yml'))
    reader.criteria(source('scoring.yml'))
    def shipped = BookFolder.BOOKS.shipped()
    def examples = new Examples(source('examples.yml'), shipped.facts(), ChinaRegions.shipped(), shipped.vocabulary(), errors).read(reader)
    assert errors.isEmpty()
    examples
  }

  private static final Set<String> KNOWN = (duijie.agencies.Agency.State.values()*.label() +
      duijie.agencies.Agency.OrganisationType.values()*.label() + duijie.agencies.Agency.InspectionResult.values()*.label() +
      duijie.agencies.Agency.CreditStanding.values()*.label() + duijie.agencies.Column.values()*.label() +
      duijie.projects.Column.values()*.label()) as Set
}
