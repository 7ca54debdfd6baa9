package duijie.sheets

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The users' guide names every problem that reading a workbook can name, and how to mend it. */
class ProblemGuideSpec extends Specification {

  def "the guide lists every code with its severity and meaning, in order, and says how to mend each"() {
    given:
    def guide = Files.readString(Path.of(System.getProperty('project.dir', '.'), 'docs/guide/problems.md'))
    def rows = guide.readLines().findAll { it.startsWith('| `') }.collect { it.split(/ *\| */).drop(1) }

    expect:
    rows*.take(3) == ProblemCode.values().collect { ["`${it.code()}`".toString(), it.severity() == Problem.Severity.ERROR ? '错误' : '提醒', it.meaning()] as String[] }
    rows.every { it.length == 4 && it[3].endsWith('。') }
  }
}
