package duijie.agencies.jdbc

import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Column
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.regions.Region
import duijie.shared.CreditCode
import duijie.shared.EvaluationGrade
import duijie.shared.Money
import duijie.shared.PartialDate
import duijie.vocabulary.Term
import io.micronaut.context.ApplicationContext
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JdbcAgenciesSpec extends Specification {

  static final List<String> NAUGHTY = ['𠮷祥社工', '🧓🏽 养老', 'مرحبا‮ abc', "O'Neill; --", 'a\tb\nc', ' 空 格 ', '\\N', '\u200b', 'é', '']

  @Shared Database database = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.run(database.properties())
  @Shared Agencies agencies = context.getBean(Agencies)

  def cleanup() {
    TestDatabase.execute(database, 'truncate agency cascade')
  }

  def "every field of random agencies comes back as it was stored"() {
    given:
    def random = new Random(20261124)
    def stored = (1..300).collect { arbitrary(random, it) }

    when:
    agencies.saveAll(stored)

    then:
    agencies.count() == 300
    different(agencies.stream().withCloseable { it.toList() }, stored.sort(false) { it.id().value() }) == []
    different(agencies.findAll(stored*.id().reverse()), stored.reverse()) == []
    stored.every { agencies.find(it.id()).get().extra().keySet().toList() == it.extra().keySet().toList() }
  }

  def "storing again replaces the agency"() {
    given:
    def random = new Random(1)
    def first = arbitrary(random, 1)
    def second = arbitrary(random, 1)

    when:
    agencies.saveAll([first])
    agencies.saveAll([second])

    then:
    agencies.stream().withCloseable { it.toList() } == [second]
  }

  def "more agencies than one page of reading holds come in order, none missing"() {
    given:
    def random = new Random(3)
    def many = (1..2500).collect { arbitrary(random, it) }

    when:
    agencies.saveAll(many)

    then:
    agencies.stream().withCloseable { it.map { a -> a.id().value() }.toList() } == many*.id()*.value().sort()
  }

  /** The first pairs that differ; not all three hundred of them in a failure's report. */
  private static List different(List<Agency> actual, List<Agency> expected) {
    actual.size() == expected.size() ? [actual, expected].transpose().findAll { it[0] != it[1] }.take(1) : [actual.size(), expected.size()]
  }

  private static Agency arbitrary(Random random, int number) {
    def maybe = { Closure value -> random.nextInt(4) == 0 ? null : value() }
    def text = { NAUGHTY[random.nextInt(NAUGHTY.size())] + random.nextInt(1000) }
    def count = { random.nextInt(1000) }
    def terms = { (0..<random.nextInt(4)).collect { new Term.Id("term-${random.nextInt(50)}") } as Set }
    def money = { new Money(new BigDecimal(BigInteger.valueOf(random.nextLong(10_000_000_000_000L)), 2)) }
    def one = { Class<? extends Enum> type -> type.enumConstants[random.nextInt(type.enumConstants.length)] }
    def region = { new Region.Code(['51', '5108', '510821', '510821103'][random.nextInt(4)]) }
    def founded = [new PartialDate(2012, null, null), new PartialDate(2012, 2, null), new PartialDate(2012, 2, 29)]
    def extra = (0..<random.nextInt(4)).collectEntries { ["列${random.nextInt(1000)}".toString(), text()] }
    new Agency(
        new Agency.Id("A-$number"), text(), one(Agency.State), random.nextBoolean(), maybe { code(random) },
        maybe { one(Agency.OrganisationType) }, maybe(text), maybe { founded[random.nextInt(3)] }, maybe(region),
        (0..<random.nextInt(3)).collect { region() } as Set, terms(), terms(), terms(), maybe { one(EvaluationGrade) },
        maybe { LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5000)) }, maybe(count), maybe { one(Agency.InspectionResult) },
        maybe { one(Agency.CreditStanding) }, maybe(count), new Agency.LicensedStaff(maybe(count), maybe(count), maybe(count)), maybe(count),
        maybe(count), maybe(count), maybe(money), maybe(money), maybe(text), maybe(text), maybe(text), maybe(text), maybe(text),
        Column.values().findAll { random.nextInt(10) == 0 } as Set, extra)
  }

  private static CreditCode code(Random random) {
    def stem = '52510821' + (1..9).collect { '0123456789ABCDEFGH'[random.nextInt(18)] }.join('')
    new CreditCode(stem + CreditCode.checkDigit(stem).get())
  }
}
