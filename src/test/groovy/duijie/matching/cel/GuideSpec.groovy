package duijie.matching.cel

import duijie.matching.Facts
import duijie.regions.ChinaRegions
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The guide for those who change rules names everything that rules can use, as it is. */
class GuideSpec extends Specification {

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

  def "its examples load"() {
    given:
    def snippets = (guide =~ /(?s)```yaml\n(.*?)```/).collect { it[1] }

    expect:
    snippets.size() == 2
    Files.readString(BookFolder.SHIPPED.resolve('examples.yml')).contains(snippets[1].readLines()[1].trim())
  }
}
