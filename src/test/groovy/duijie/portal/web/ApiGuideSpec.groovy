package duijie.portal.web

import duijie.accounts.People
import duijie.accounts.Role
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** The examples of docs/api.md, run as they stand. */
class ApiGuideSpec extends Specification {

  static final Path GUIDE = Path.of(System.getProperty('project.dir', '.'), 'docs/api.md')
  static final boolean CURL = ['curl', 'bash', 'sed'].every { program -> System.getenv('PATH').split(File.pathSeparator).any { Files.isExecutable(Path.of(it, program)) } }

  @TempDir Path folder

  @Requires(value = { ApiGuideSpec.CURL }, reason = 'no curl or no bash on the PATH')
  def "every example of the guide answers with what was asked for"() {
    given:
    PortalServer.site(Role.OFFICER, 'api-guide', People.bureau(id: 'api-guide-bureau', name: '某县民政局'))
    def examples = (Files.readString(GUIDE) =~ /(?s)```sh\n(.*?)```/).collect { it[1] as String }
    def script = 'set -euo pipefail\n' + examples.withIndex().collect { text, i -> "echo; echo '--- example ${i + 1}' >&2\n$text" }.join('\n')
    def builder = new ProcessBuilder('bash', '-c', script).directory(folder.toFile()).redirectErrorStream(true)
    builder.environment().putAll([DUIJIE: PortalServer.site().base.replaceAll('/$', ''), TOKEN: Program.of('api-guide').token, LC_ALL: 'C.UTF-8', no_proxy: '*'])

    when:
    def process = builder.start()
    def said = process.inputStream.getText('UTF-8')

    then:
    examples.size() > 5
    process.waitFor(60, TimeUnit.SECONDS)
    process.exitValue() == 0 ?: said
    said.contains('"signInName":"api-guide"')
    said.contains('"stage":"SUBMITTED"')
    said.contains('"factors":[')
  }

  def "every code that programs may meet is in the guide"() {
    given:
    def guide = Files.readString(GUIDE)
    def sources = Path.of(System.getProperty('project.dir', '.'), 'src/main/java')
    def codes = Files.walk(sources).withCloseable { files ->
      files.filter { it.toString().endsWith('.java') }.toList().collectMany { file ->
        (Files.readString(file) =~ /(?:ApiProblem\.of|new ApiProblem|[^.\w]of)\(\s*\d{3},\s*"([a-z-]+)"/).collect { it[1] as String }
      }
    } as Set

    expect:
    codes.size() > 8
    codes.findAll { !guide.contains("`$it`") } == [] as Set
  }
}
