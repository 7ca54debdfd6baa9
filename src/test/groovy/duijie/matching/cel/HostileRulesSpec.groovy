package duijie.matching.cel

import duijie.matching.RuleBooks
import duijie.matching.Verdict
import java.lang.management.ManagementFactory
import java.nio.file.Path
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A rule, whoever wrote it, ends soon and does nothing but judge. */
class HostileRulesSpec extends Specification {

  static final long TWO_TENTHS = 200_000_000

  @TempDir
  Path folder

  @Shared
  def records = new Records()

  def setupSpec() {
    // What is measured is the rule, not the first use of the compiler.
    BookFolder.BOOKS.shipped()
  }

  def "#attack is refused at its place"(String attack, String verdict, String code) {
    given:
    def book = new BookFolder('eligibility.yml': rule(verdict), folder)

    expect:
    book.places().first() == "eligibility.yml:3:${code}".toString()

    where:
    attack                  | verdict                                                                                  || code
    'an endless expression' | '1 < ' + '1 + ' * 1000 + '1'                                                              || '12 expression-too-long'
    'a deep expression'     | '(' * 200 + 'true' + ')' * 200                                                            || '12 expression-too-deep'
    'costly steps'          | 'agency.fields.exists(f, ' + 'f in agency.fields && ' * 20 + 'true)'                      || '32 loop-too-costly'
    'a regular expression'  | "agency.name.matches('(a+)+b')"                                                           || '24 unknown-name'
    'a call into Java'      | 'java.lang.System.exit(0) == 0'                                                           || '12 unknown-name'
  }

  def "many terms in a row are judged at once"() {
    given:
    def book = new BookFolder('eligibility.yml': rule('1 + ' * 400 + '1 > 3'), folder)

    when:
    def (loaded, time) = timed { book.load() }

    then:
    loaded instanceof RuleBooks.Loaded
    time < 5 * TWO_TENTHS
  }

  def "an alias bomb is refused before it is unfolded"() {
    given:
    def book = new BookFolder(folder)
    book.write('examples.yml': 'a: &a [1,1,1,1,1,1,1,1,1]\n' + ('b'..'i').collect { "$it: &$it [${(['*' + (char) (((char) it) - 1)] * 9).join(',')}]" }.join('\n'))

    when:
    def (places, time) = timed { book.places() }

    then:
    places == ['examples.yml:1:4 yaml-reference']
    time < 5 * TWO_TENTHS
  }

  def "lists nested without end are refused at once, also after #before"() {
    given:
    def book = new BookFolder(folder)
    book.write('examples.yml': text + '[' * 250_000)

    when:
    def (codes, time) = timed { book.errors()*.code() }

    then:
    codes == ['bad-yaml']
    time < 5 * TWO_TENTHS

    where:
    before                     | text
    'nothing'                  | ''
    'a sign of Chinese typing' | '- name: [甲，乙】\n'
  }

  def "nested loops over the longest lists stop within 0.2 s, give unknown, and leave the other rules alone"() {
    given:
    def loop = 'agency.serviceRegions.exists(a, agency.serviceRegions.exists(b, agency.serviceRegions.exists(c, a == b && b == c && a == "")))'
    def book = new BookFolder('eligibility.yml': rule(loop) + rule('has(agency.serviceRegions)', 'good'),
        'examples.yml': '- {rule: grade-known, agency: {服务区域: 旺苍县}, expect: fail}\n', folder).book()
    def agency = book.facts().of(records.agency(serviceRegions: records.towns(3000)))
    def project = book.facts().of(records.project())

    when:
    def (verdicts, time) = timed { book.verdicts(project, agency, LocalDate.of(2026, 9, 1)) }

    then:
    (verdicts as List) == [Verdict.UNKNOWN, Verdict.PASS]
    time < TWO_TENTHS

    and: 'the clerk is told'
    book.assess(project, agency, LocalDate.of(2026, 9, 1)).findings()[0].sentence() == '“试验”无法判断：计算量超过上限，请核实。'
  }

  def "the costliest steps that are allowed stop within 0.2 s"() {
    given:
    def step = (['size(common(agency.serviceRegions, agency.serviceRegions)) > 0'] * 4).join(' && ')
    def book = new BookFolder('eligibility.yml': rule("agency.serviceRegions.all(a, $step)"),
        'examples.yml': '- {rule: grade-known, agency: {服务区域: 旺苍县}, expect: pass}\n', folder).book()
    def agency = book.facts().of(records.agency(serviceRegions: records.towns(3000)))
    def project = book.facts().of(records.project())

    when:
    def (verdicts, time) = timed { book.verdicts(project, agency, LocalDate.of(2026, 9, 1)) }

    then:
    (verdicts as List) == [Verdict.UNKNOWN]
    time < TWO_TENTHS
  }

  private static String rule(String verdict, String id = 'grade-known') {
    "- id: ${id}\n  name: 试验\n  verdict: ${verdict}\n  sentence: 试验。\n"
  }

  /** The answer and the processor time that this thread took for it, in nanoseconds. */
  private static List timed(Closure work) {
    def threads = ManagementFactory.threadMXBean
    def before = threads.currentThreadCpuTime
    def answer = work()
    [answer, threads.currentThreadCpuTime - before]
  }
}
