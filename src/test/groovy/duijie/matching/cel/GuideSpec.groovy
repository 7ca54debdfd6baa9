package duijie.matching.cel

import duijie.matching.Facts
import duijie.regions.ChinaRegions
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The guide for those who change rules names everything that rules can use, as it is. */
class GuideSpec extends Specification {

  @TempDir
  Path folder

  @Shared
  String guide = Files.readString(Path.of(System.getProperty('project.dir', '.'), 'docs/guide/rule-book.md'))

  def "every fact of a #side is in its table, and nothing else"(String side, List facts) {
    given:
    def section = guide.split("（$side）\n")[1].split('\n## ')[0]

    expect:
    section.readLines().findAll { it.startsWith('| `') } ==
        facts.collect { "| `${it.name()}` | ${it.type().label()} | ${it.description()} |".toString() }

    where:
    side      | facts
    'project' | Facts.OF_PROJECT
    'agency'  | Facts.OF_AGENCY
  }

  def "every function is in the table, and nothing else"() {
    given:
    def functions = new Functions(ChinaRegions.shipped(), null).all()

    expect:
    guide.split('## 函数')[1].readLines().findAll { it.startsWith('| `') } ==
        functions.collect { "| `${it.signature()}` | ${it.description()} |".toString() }
  }

  def "its example of an example stands in the shipped book"() {
    expect:
    snippets().size() == 4
    Files.readString(BookFolder.SHIPPED.resolve('examples.yml')).contains(snippets()[3].readLines()[1].trim())
  }

  def "a grade that expired #expired is #verdict after its first change"(String expired, String verdict) {
    given: 'the change of one line, with the example that it turns'
    def book = BookFolder.shipped(folder)
    book.replace('eligibility.yml', snippets()[0], snippets()[1])
    book.replace('examples.yml', EXPIRED + '2026-08-31}, expect: fail}', EXPIRED + "${expired}}, expect: ${verdict}}")

    expect:
    book.errors() == []

    where:
    expired      || verdict
    '2026-08-31' || 'pass'
    '2026-06-01' || 'pass'
    '2026-05-31' || 'fail'
  }

  def "weights move from one criterion to another as in its second change"() {
    given:
    def book = BookFolder.shipped(folder)
    book.replace('scoring.yml', 'name: 地域就近\n  weight: 15', 'name: 地域就近\n  weight: 10')
    book.replace('scoring.yml', 'name: 服务对象契合\n  weight: 8', 'name: 服务对象契合\n  weight: 13')

    expect:
    guide.contains('把“地域就近”的权重从15改为10，另外5分给“服务对象契合”')
    book.errors() == []
  }

  private List<String> snippets() {
    (guide =~ /(?s)```yaml\n(.*?)```/).collect { it[1] }
  }

  private static final String EXPIRED = 'case: 已过期, project: {最低评估等级: 3A}, agency: {评估等级: 5A, 等级有效期至: '
}
