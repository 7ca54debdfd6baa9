package duijie.projects.cel

import duijie.calendar.WorkingCalendar
import duijie.calendar.yaml.YamlHolidays
import duijie.projects.DraftFact
import duijie.projects.PublishingRules
import duijie.shared.Checked
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The rules that ship with the product. */
class ShippedLintSpec extends Specification {

  static final Path HOME = Path.of(System.getProperty('project.dir', '.'))
  static final PublishingRules RULES = CelPublishingRules.of { WorkingCalendar.of(YamlHolidays.shipped()) }

  @Shared Checked checked = RULES.load(HOME.resolve('publishing-rules'))
  @Shared String guide = Files.readString(HOME.resolve('docs/guide/lint.md'))

  def "they are whole and pass their own examples"() {
    expect:
    checked instanceof Checked.Faulty ? checked.errors().collect { "${it.place()} ${it.sentence()}" as String } == [] : true
    checked.content().examples() > 140
  }

  def "what is inside the program is what lies beside it"() {
    expect:
    RULES.shipped().lint().version() == checked.content().lint().version()
    checked.content().lint().version() ==~ /[0-9a-f]{64}/
  }

  def "the guide tells every rule, and nothing else"() {
    expect:
    table('## 规则') == checked.content().lint().rules().collect { rule ->
      def below = rule.belowThreshold() == null ? '' : "（限额以下：${rule.belowThreshold().label()}）"
      "| `${rule.id()}` | ${rule.name()} | ${rule.severity().label()}$below | ${rule.source()}${rule.verified() ? '' : ' ※'} |".toString()
    }
  }

  def "the guide tells every fact that conditions may read, and nothing else"() {
    expect:
    table('## 条件能读的资料') == DraftFact.values().collect { "| `project.${it.word()}` | ${it.type().label()} | ${it.meaning()} |".toString() }
  }

  def "the guide tells every period, and nothing else"() {
    expect:
    table('## 法定期限') == checked.content().periods().all().collect { period ->
      def methods = period.methods().empty ? '全部' : period.methods().sort()*.label().join('、')
      "| `${period.id()}` | ${period.step().label()} | $methods | ${period.length()}${period.unit().label()} | ${period.source()}${period.verified() ? '' : ' ※'} |".toString()
    }
  }

  private List<String> table(String heading) {
    guide.split(heading + '\n')[1].split('\n## ')[0].readLines().findAll { it.startsWith('| `') }
  }
}
