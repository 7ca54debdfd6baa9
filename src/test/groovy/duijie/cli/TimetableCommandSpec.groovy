package duijie.cli

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.Specification
import spock.lang.TempDir

/** A timetable on files alone: pairs in, meetings out. */
class TimetableCommandSpec extends Specification {

  static final Map SESSION = [slots: 3, tables: 2,
    projects: [[id: 'p1', maxMeetings: 2, unavailable: [3]], [id: 'p2']],
    agencies: [[id: 'a1'], [id: 'a2', unavailable: []], [id: 'a3', maxMeetings: 1]],
    pairs: [[project: 'p1', agency: 'a1', value: 87.5], [project: 'p1', agency: 'a2', value: 60.125, locked: [slot: 2, table: 2]],
      [project: 'p1', agency: 'a3', value: 12], [project: 'p2', agency: 'a1', value: 40, locked: null], [project: 'p2', agency: 'a3', value: 0.000001]]]

  @TempDir
  Path folder

  StringWriter out = new StringWriter()
  StringWriter err = new StringWriter()

  def "who talks with whom, when and where; the rest with reasons"() {
    when:
    def code = timetable(SESSION)
    def made = result()

    then:
    code == 0
    made.keySet() as List == ['meetings', 'value', 'upperBound', 'unplaced']
    made.meetings.find { it.agency == 'a2' } == [project: 'p1', agency: 'a2', slot: 2, table: 2, value: 60.125]
    made.meetings.collect { [it.project, it.agency] }.toSet() == [['p1', 'a1'], ['p1', 'a2'], ['p2', 'a1'], ['p2', 'a3']].toSet()
    made.meetings == made.meetings.sort(false) { [it.slot * 10 + it.table] }
    made.value == 187.625001
    made.upperBound == made.value
    made.unplaced == [[project: 'p1', agency: 'a3', code: 'project-cap', reason: '项目的洽谈场数已达上限']]
    err.toString().contains('总价值 187.625001，上界 187.625001，达到上界的 100.00%')
    out.toString() == ''
  }

  def "the same input gives the same bytes, and English is to be had"() {
    when:
    timetable(SESSION)
    def first = Files.readAllBytes(folder.resolve('out.json'))
    timetable(SESSION)

    then:
    Files.readAllBytes(folder.resolve('out.json')) == first

    when:
    timetable(SESSION, '--lang', 'en')

    then:
    result().unplaced*.reason == ['the project already has as many meetings as it takes']
    err.toString().contains('4 meetings, 1 pair without a place')
  }

  def "every mistake is named at once, with where it stands and how to mend it, and nothing is written"() {
    given:
    def wrong = SESSION + [tables: 0, projects: SESSION.projects + [[id: 'p1'], [:], 'p9', [id: 'p4', unavailable: [9, 'x', 1.5]]],
      pairs: SESSION.pairs + [[project: 'p1', agency: 'a1', value: -1], [project: 'nobody‮', agency: 'a1', value: 'much'], [agency: 'a1', value: 1, locked: 3]]]

    when:
    def code = timetable(wrong, *more)
    def said = err.toString()

    then:
    code == 1
    ['/tables', '/projects/2/id', '/projects/3/id', '/projects/4', '/projects/5/unavailable/1', '/projects/5/unavailable/2', '/pairs/5',
      '/pairs/5/value', '/pairs/6/project', '/pairs/6/value', '/pairs/7/project', '/pairs/7/locked'].every { said =~ /(?m)^in\.json $it[ ：:]/ }
    said.contains(summary)
    said.contains('nobody\\u202e')
    !Files.exists(folder.resolve('out.json'))

    where:
    more             || summary
    []               || '输入有 12 处错误，没有排时间表'
    ['--lang', 'en'] || 'The input has 12 errors; no timetable was made.'
  }

  def "locks that contradict an absence or each other are named"() {
    given:
    def locked = SESSION + [pairs: [[project: 'p1', agency: 'a1', value: 1, locked: [slot: 3]], [project: 'p2', agency: 'a1', value: 1, locked: [slot: 3, table: 1]],
        [project: 'p2', agency: 'a2', value: 1, locked: [slot: 1, table: 2]]]]

    expect:
    timetable(locked) == 1
    err.toString().contains('[locked-while-away]')
    err.toString().contains('[locked-twice]')
    err.toString().contains('[table-not-its-own]')
  }

  def "#what is no task, and is told in a sentence"(String what, String text, String said) {
    given:
    Files.writeString(folder.resolve('in.json'), text)

    expect:
    run('timetable', '--in', "$folder/in.json".toString(), '--out', "$folder/out.json".toString()) == 1
    err.toString().contains(said)
    !err.toString().contains('Exception')

    where:
    what              | text                                  || said
    'nothing'         | ''                                    || '[wrong-type]'
    'a list'          | '[]'                                  || '[wrong-type]'
    'half a file'     | '{"slots": 3, "tab'                   || '[not-json]'
    'not a number'    | '{"slots": NaN}'                      || '[not-json]'
    'a field twice'   | '{"slots": 3, "slots": 4}'            || '[not-json]'
    'an empty object' | '{}'                                  || '/pairs：缺少这一项'
    'two objects'     | '{"slots":1,"tables":1,"projects":[],"agencies":[],"pairs":[]} {}' || '[wrong-type]'
    'a huge number'   | '{"slots":1e9,"tables":1,"projects":[],"agencies":[],"pairs":[]}'  || '/slots：时段数应是 1 到 1000 的整数'
    'a wild value'    | '{"slots":1,"tables":1,"projects":[{"id":"p"}],"agencies":[{"id":"a"}],"pairs":[{"project":"p","agency":"a","value":1e999999}]}' || '[bad-value]'
  }

  def "a field that nobody knows is told of, and an empty session has an empty timetable"() {
    expect:
    timetable([slots: 1, tables: 1, projects: [], agencies: [], pairs: [], note: 'x']) == 0
    err.toString().contains('不认识的字段 /note')
    result() == [meetings: [], value: 0, upperBound: 0, unplaced: []]
  }

  def "ids may be any text"() {
    given:
    def id = '<script>𠮷=cmd|\'‮ 对接'

    expect:
    timetable([slots: 1, tables: 1, projects: [[id: id]], agencies: [[id: id]], pairs: [[project: id, agency: id, value: 1]]]) == 0
    result().meetings*.project == [id]
  }

  def "#situation is refused with exit code 2"(String situation, List<String> arguments) {
    given:
    Files.writeString(folder.resolve('in.json'), JsonOutput.toJson(SESSION))

    expect:
    run(['timetable', *arguments.collect { it.replace('%', folder.toString()) }] as String[]) == 2
    !Files.exists(folder.resolve('out.json'))

    where:
    situation                | arguments
    'no input'               | ['--out', '%/out.json']
    'an input that is away'  | ['--in', '%/none.json', '--out', '%/out.json']
    'an output of no kind'   | ['--in', '%/in.json', '--out', '%/out.xlsx']
    'its input as output'    | ['--in', '%/in.json', '--out', '%/./in.json']
    'no time at all'         | ['--in', '%/in.json', '--out', '%/out.json', '--seconds', '0']
    'seconds that are none'  | ['--in', '%/in.json', '--out', '%/out.json', '--seconds', 'x']
  }

  private int timetable(Map session, String... more) {
    Files.writeString(folder.resolve('in.json'), JsonOutput.toJson(session))
    run(['timetable', '--in', "$folder/in.json", '--out', "$folder/out.json", *more] as String[])
  }

  private Map result() {
    new JsonSlurper().parse(folder.resolve('out.json').toFile()) as Map
  }

  private int run(String... arguments) {
    CommandLineProgram.run(Clock.systemUTC(), new PrintWriter(out, true), new PrintWriter(err, true), arguments)
  }
}
