package duijie.cli

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.Specification
import spock.lang.TempDir

/** Checking rules before they are used. */
class RulesCommandSpec extends Specification {

  static final Path PUBLISHING = Path.of(System.getProperty('project.dir', '.'), 'publishing-rules')

  @TempDir
  Path folder

  StringWriter out = new StringWriter()
  StringWriter err = new StringWriter()

  def "without a folder the rule book and the publishing rules are checked"() {
    expect:
    run('rules', 'check') == 0
    out.toString().readLines().size() == 2
    out.toString().contains('规则手册正确')
    out.toString() =~ /发布前检查的规则正确：规则 \d+ 条，法定期限 11 个，示例 \d+ 个全部通过。版本 [0-9a-f]{64}/
  }

  def "a folder of publishing rules is known by its files, and each mistake is told at its place"() {
    given:
    ['lint.yml', 'periods.yml'].each { Files.copy(PUBLISHING.resolve(it), folder.resolve(it)) }

    expect:
    run('rules', 'check', folder.toString()) == 0

    when:
    def text = Files.readString(folder.resolve('lint.yml'))
    Files.writeString(folder.resolve('lint.yml'), text.replaceFirst('severity: blocking', 'severity: blocked').replaceFirst('valid-from: 2015-03-01', 'valid-from: 2015-3-1'))
    out.buffer.length = 0

    then:
    run('rules', 'check', folder.toString()) == 1
    out.toString().readLines().size() == 2
    out.toString() =~ /lint\.yml:\d+:13: 没有“blocked”，可用：blocking、advisory。 \[unknown-name]/
    err.toString().contains('发布前检查的规则有 2 处错误，未采用。')
  }

  private int run(String... arguments) {
    CommandLineProgram.run(Clock.systemUTC(), new PrintWriter(out, true), new PrintWriter(err, true), arguments)
  }
}
