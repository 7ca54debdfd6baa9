package duijie.projects.jdbc

import duijie.database.Database
import duijie.database.TestDatabase
import duijie.projects.Column
import duijie.projects.Project
import duijie.projects.Projects
import duijie.regions.Region
import duijie.shared.EvaluationGrade
import duijie.shared.Money
import duijie.vocabulary.Term
import io.micronaut.context.ApplicationContext
import java.time.LocalDate
import java.time.LocalDateTime
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JdbcProjectsSpec extends Specification {

  static final List<String> NAUGHTY = [
      '𠮷野家社区服务', '👩‍👧‍👦 家庭', 'שלום ‮مرحبا‬', "Robert'); drop table project;--", 'a\tb\nc\r\nd', '  两端空格  ', '\\N', '{}', '"quoted"', '=1+1',
      '｀全角', 'é', 'null', '']

  @Shared Database database = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.run(database.properties())
  @Shared Projects projects = context.getBean(Projects)

  def cleanup() {
    TestDatabase.execute(database, 'truncate project cascade')
  }

  def "every field of #count random projects comes back as it was stored"() {
    given:
    def random = new Random(20261124)
    def stored = (1..count).collect { arbitrary(random, it) }

    when:
    projects.saveAll(stored)

    then:
    projects.count() == count
    different(projects.stream().withCloseable { it.toList() }, stored.sort(false) { it.id().value() }) == []
    different(projects.findAll(stored*.id().reverse()), stored.reverse()) == []

    and: 'the unknown columns keep their order too'
    stored.every { projects.find(it.id()).get().extra().keySet().toList() == it.extra().keySet().toList() }

    where:
    count << [300]
  }

  def "a project of which nothing is known but its name comes back as it was"() {
    given:
    def bare = project('P-1', '只有名称')

    when:
    projects.saveAll([bare])

    then:
    projects.find(bare.id()).get() == bare
  }

  def "storing again replaces the project and counts its version up"() {
    given:
    projects.saveAll([project('P-1', '旧名'), project('P-2', '不变')])

    when: 'the same number twice in one go: the later one stands'
    projects.saveAll([project('P-1', '新名'), project('P-1', '更新的名')])

    then:
    projects.count() == 2
    projects.find(new Project.Id('P-1')).get().name() == '更新的名'
    version('P-1') == 1
    version('P-2') == 0
  }

  def "what one transaction cannot store whole it does not store at all"() {
    when: 'the second of them breaks a rule of the table'
    projects.saveAll([project('P-1', '好'), project('', '没有编号')])

    then:
    thrown(Exception)
    projects.count() == 0
  }

  def "ids that do not exist are left out, whatever their number"() {
    given:
    projects.saveAll([project('P-1', '一'), project('P-2', '二')])

    expect:
    projects.find(new Project.Id('P-3')).empty
    projects.findAll([]) == []
    projects.findAll((1..70_000).collect { new Project.Id("X-$it") } + [new Project.Id('P-2'), new Project.Id('P-1')])*.name() == ['二', '一']
  }

  def "ten thousand projects are stored and read in seconds"() {
    given:
    def random = new Random(7)
    def many = (1..10_000).collect { arbitrary(random, it) }

    when:
    def from = System.nanoTime()
    projects.saveAll(many)
    def saved = (System.nanoTime() - from) / 1e9
    def read = projects.stream().withCloseable { it.count() }
    def seconds = (System.nanoTime() - from) / 1e9
    println "10,000 projects stored in ${saved} s, stored and read in ${seconds} s"

    then:
    read == 10_000
    seconds < 15
  }

  private int version(String id) {
    database.connect().withCloseable {
      def rows = it.createStatement().executeQuery("select version from project where id = '$id'")
      rows.next()
      rows.getInt(1)
    }
  }

  private static Project project(String id, String name) {
    new Project(new Project.Id(id), name, Project.State.DRAFT, false, null, null, [] as Set, [] as Set, [] as Set, null, null, null, null, null, null, null,
        Project.Staffing.NONE, null, false, false, false, null, null, null, null, null, [] as Set, [:])
  }

  /** The first pairs that differ; not all three hundred of them in a failure's report. */
  private static List different(List<Project> actual, List<Project> expected) {
    actual.size() == expected.size() ? [actual, expected].transpose().findAll { it[0] != it[1] }.take(1) : [actual.size(), expected.size()]
  }

  private static Project arbitrary(Random random, int number) {
    def maybe = { Closure value -> random.nextInt(4) == 0 ? null : value() }
    def text = { NAUGHTY[random.nextInt(NAUGHTY.size())] + random.nextInt(1000) }
    def count = { random.nextInt(1000) }
    def terms = { (0..<random.nextInt(4)).collect { new Term.Id("term-${random.nextInt(50)}") } as Set }
    def money = { new Money(new BigDecimal(BigInteger.valueOf(random.nextLong(10_000_000_000_000L)), 2)) }
    def one = { Class<? extends Enum> type -> type.enumConstants[random.nextInt(type.enumConstants.length)] }
    def extra = (0..<random.nextInt(4)).collectEntries { ["列${random.nextInt(1000)}".toString(), NAUGHTY[random.nextInt(NAUGHTY.size())]] }
    new Project(
        new Project.Id("P-$number/${text()}"), text(), one(Project.State), random.nextBoolean(), maybe(text),
        maybe { new Region.Code(['51', '5108', '510821', '510821103'][random.nextInt(4)]) },
        terms(), terms(), terms(), maybe(text), maybe(money), maybe(money), maybe(count), maybe { one(Project.Regime) }, maybe(text),
        maybe { one(Project.PricingForm) },
        new Project.Staffing(maybe(count), maybe(count), maybe { new BigDecimal(['0', '33.3', '50', '66.67', '100.00'][random.nextInt(5)]) }, maybe(count)),
        maybe { one(EvaluationGrade) }, random.nextBoolean(), random.nextBoolean(), random.nextBoolean(),
        maybe { LocalDate.of(1949, 10, 1).plusDays(random.nextInt(40_000)) },
        maybe { LocalDateTime.of(2020, 1, 1, 0, 0).plusSeconds(random.nextInt(400_000_000)) },
        maybe(text), maybe(text), maybe(text), Column.values().findAll { random.nextInt(10) == 0 } as Set, extra)
  }
}
