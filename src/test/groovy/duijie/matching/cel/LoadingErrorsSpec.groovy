package duijie.matching.cel

import duijie.matching.RuleBooks
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Whatever is wrong with a rule book is named with its file, line and column, all in one pass. */
class LoadingErrorsSpec extends Specification {

  @TempDir
  Path folder

  def "a book without mistakes loads"() {
    expect:
    new BookFolder(folder).load() instanceof RuleBooks.Loaded.Valid
  }

  def "#mistake is found at #place"(String mistake, String verdict, String place, String code) {
    given:
    def book = new BookFolder(folder, 'eligibility.yml': """\
- id: grade-known
  name: 有等级
  verdict: ${verdict}
  sentence: 有等级。
""")

    expect:
    book.places() == ["eligibility.yml:${place} ${code}".toString()]

    where:
    mistake                          | verdict                                      || place  | code
    'a misspelt fact'                | 'has(agency.graed)'                          || '3:23' | 'unknown-name'
    'a fact of the other side'       | 'agency.budget > 3.0'                        || '3:19' | 'unknown-name'
    'a misspelt function'            | 'overlap(project.fields, agency.fields)'     || '3:12' | 'unknown-name'
    'an unknown variable'            | 'agency.grade > minimum'                     || '3:27' | 'unknown-name'
    'a type error'                   | 'agency.grade > "三"'                         || '3:25' | 'type-mismatch'
    'a type error after Chinese'     | "'\"三级\" == agency.type && agency.grade > \"三\"'" || '3:49' | 'type-mismatch'
    'a verdict that is a number'     | 'agency.grade'                                || '3:18' | 'type-mismatch'
    'a branch that is a number'      | "'has(agency.grade) ? agency.grade : unknown'" || '3:39' | 'type-mismatch'
    'branches of two types'          | "'has(agency.grade) ? agency.grade : true'"   || '3:31' | 'type-mismatch'
    'unknown in a condition'         | 'unknown || has(agency.grade)'               || '3:12' | 'unknown-misplaced'
    'unknown compared'               | 'agency.grade == unknown'                    || '3:28' | 'unknown-misplaced'
    'half an expression'             | 'agency.grade >='                            || '3:27' | 'syntax-error'
    'two expressions'                | "'true), (false'"                            || '3:17' | 'syntax-error'
    'a list'                         | "'agency.fields'"                            || '3:19' | 'type-mismatch'
    'a regular expression'           | "'agency.name.matches(\"(a+)+b\")'"          || '3:25' | 'unknown-name'
    'a text built up'                | "'agency.name + agency.name == \"\"'"        || '3:25' | 'type-mismatch'
  }

  def "a place is right in a #style scalar of several lines"(String style, String verdict, String place) {
    given:
    def book = new BookFolder(folder, 'eligibility.yml': "- id: grade-known\n  name: 有等级\n  verdict: ${verdict}\n  sentence: 有等级。\n")

    expect:
    book.places() == ["eligibility.yml:${place} unknown-name".toString()]

    where:
    style           | verdict                                                                  || place
    'folded'        | '>-\n    has(agency.grade)\n    && agency.type == "基金会"\n    && agency.graed > 3' || '6:15'
    'literal'       | '|\n    has(agency.grade)\n    && agency.type == "基金会"\n\n    && agency.graed > 3'  || '7:15'
    'more indented' | '>\n    has(agency.grade)\n      && agency.graed > 3'                          || '5:17'
    'plain'         | 'has(agency.grade)\n    && agency.graed > 3'                                  || '4:15'
    'single quoted' | "'agency.type == ''基金会''\n    && agency.graed > 3'"                             || '4:15'
    'double quoted' | '"agency.type == \\"基金会\\" && \\\n    agency.graed > 3"'                       || '4:12'
    'escaped'       | '"agency.type == \\"\\u57fa\\" && agency.graed > 3"'                          || '3:49'
  }

  def "what was probably meant is named"() {
    given:
    def book = new BookFolder(folder)
    book.replace('eligibility.yml', 'has(agency.grade)', 'has(agency.graed)')

    when:
    def error = book.errors().first()

    then:
    error.sentence().contains('agency没有“graed”这一项，是不是“grade”？')
    error.english().contains("did you mean 'grade'")
  }

  def "what was expected is named"() {
    given:
    def book = new BookFolder(folder)
    book.replace('eligibility.yml', 'has(agency.grade)', 'covers(agency.registeredRegion, project.region)')

    expect:
    book.errors().first().sentence() == '“covers”不能用于(文字，文字)；可以用于(文字列表，文字)。'
  }

  def "a placeholder is checked like a rule: #mistake"(String mistake, String sentence, String place, String code) {
    given:
    def book = new BookFolder(folder)
    book.replace('eligibility.yml', 'sentence: 有等级。', "sentence: ${sentence}")

    expect:
    book.places() == ["eligibility.yml:${place} ${code}".toString()]

    where:
    mistake                  | sentence                           || place  | code
    'a misspelt fact'        | '机构有{agency.graed}级。'              || '4:24' | 'unknown-name'
    'a list'                 | '领域{agency.fields}。'               || '4:22' | 'type-mismatch'
    'unknown'                | '等级{unknown}。'                     || '4:16' | 'unknown-misplaced'
    'nothing'                | '等级{ }。'                           || '4:15' | 'empty-placeholder'
    'no end'                 | '等级{agency.grade。'                 || '4:15' | 'unclosed-placeholder'
    'no beginning'           | '等级agency.grade}。'                 || '4:27' | 'stray-brace'
    'the second placeholder' | "'{agency.grade}和{agency.graed}。'" || '4:37' | 'unknown-name'
  }

  def "the shape of a file is checked: #mistake"(String mistake, String file, String from, String to, String expected) {
    given:
    def book = new BookFolder(folder)
    book.replace(file, from, to)

    expect:
    book.places() == [expected]

    where:
    mistake                 | file              | from                         | to                              || expected
    'a tab for indentation' | 'eligibility.yml' | '  name'                     | '\tname'                        || 'eligibility.yml:2:1 bad-yaml'
    'a missing key'         | 'eligibility.yml' | '  sentence: 有等级。\n'         | ''                              || 'eligibility.yml:1:3 missing-key'
    'an unknown key'        | 'eligibility.yml' | 'sentence'                   | 'sentense: 无\n  sentence'       || 'eligibility.yml:4:3 unknown-key'
    'a key twice'           | 'eligibility.yml' | '  name'                     | '  name: 一\n  name'             || 'eligibility.yml:3:3 repeated-key'
    'nothing after a key'   | 'eligibility.yml' | 'name: 有等级'                  | 'name:'                         || 'eligibility.yml:2:8 empty-value'
    'an id used before'     | 'scoring.yml'     | 'id: grade'                  | 'id: grade-known'               || 'scoring.yml:1:7 duplicate-id'
    'a weight of nothing'   | 'scoring.yml'     | 'weight: 100'                | 'weight: 0'                     || 'scoring.yml:3:11 bad-weight'
    'a weight in words'     | 'scoring.yml'     | 'weight: 100'                | 'weight: 一百'                    || 'scoring.yml:3:11 bad-weight'
    'weights short of 100'  | 'scoring.yml'     | 'weight: 100'                | 'weight: 99'                    || 'scoring.yml:3:11 weights-sum'
    'a value above 1'       | 'scoring.yml'     | 'ramp(agency.grade, 0, 5)'   | '5'                             || 'scoring.yml:4:42 value-out-of-range'
    'a failing example'     | 'examples.yml'    | 'expect: pass'               | 'expect: fail'                  || 'examples.yml:1:3 failing-example'
    'an unknown rule'       | 'examples.yml'    | 'rule: grade-known'          | 'rule: grade-know'              || 'examples.yml:1:10 unknown-rule'
    'an unknown column'     | 'examples.yml'    | '评估等级'                       | '评估级别'                          || 'examples.yml:1:32 unknown-key'
    'a column misread'      | 'examples.yml'    | '3A'                         | '三A'                            || 'examples.yml:1:38 bad-example-value'
    'no such expectation'   | 'examples.yml'    | 'expect: pass'               | 'expect: 通过'                    || 'examples.yml:1:51 bad-expectation'
    'a YAML reference'      | 'examples.yml'    | '{rule'                      | '&a {rule'                      || 'examples.yml:1:3 yaml-reference'
    'a YAML type'           | 'examples.yml'    | '3A'                         | '!!java.net.URL 3A'             || 'examples.yml:1:38 yaml-type'
    'a control character'   | 'examples.yml'    | '3A'                         | '3\u0007A'                      || 'examples.yml:1:39 bad-yaml'
  }

  def "an example that cannot be computed is named"() {
    given:
    def book = new BookFolder(folder)
    book.replace('eligibility.yml', 'has(agency.grade)', 'agency.grade >= 3')
    book.write('examples.yml': '- {rule: grade-known, expect: unknown}\n')

    expect:
    book.places() == ['examples.yml:1:3 example-error']
  }

  def "everything wrong with all files is named in one pass"() {
    given:
    def book = new BookFolder(folder)
    book.replace('eligibility.yml', 'has(agency.grade)', 'agency.grade > "三"')
    book.replace('eligibility.yml', '有等级。', '{agency.graed}')
    book.replace('eligibility.yml', 'sentence: {agency.graed}', 'sentence: 第{agency.graed}级')
    book.replace('scoring.yml', 'weight: 100', 'weight: 99')
    book.replace('scoring.yml', 'ramp', 'rampp')
    book.replace('examples.yml', 'grade-known', 'grade-unknown')
    Files.writeString(folder.resolve('vocabulary.yml'), 'service-fields: [')

    when:
    def places = book.places()

    then:
    places.findAll { !it.startsWith('vocabulary') } == [
        'eligibility.yml:3:25 type-mismatch', 'eligibility.yml:4:22 unknown-name',
        'scoring.yml:3:11 weights-sum', 'scoring.yml:4:42 unknown-name']
    places.any { it.startsWith('vocabulary.yml:') }
  }

  def "a missing file and a stray one are named"() {
    given:
    def book = new BookFolder(folder)
    Files.move(folder.resolve('scoring.yml'), folder.resolve('scorng.yml'))

    expect:
    book.places() == ['scoring.yml:1:1 missing-file', 'scorng.yml:1:1 unknown-file']
  }

  def "a folder that is not there misses every file"() {
    expect:
    BookFolder.BOOKS.load(folder.resolve('none')).errors()*.code() == ['missing-file'] * 4
  }

  def "an empty file, a file of bytes and a huge file are named"() {
    given:
    def book = new BookFolder(folder)
    book.write('eligibility.yml': '# nothing\n')
    Files.write(folder.resolve('scoring.yml'), [0x2d, 0x20, 0xb5, 0xc8] as byte[])
    book.write('examples.yml': '#'.repeat(300_000))

    expect:
    book.places() == ['eligibility.yml:1:1 empty-file', 'examples.yml:1:1 file-too-large', 'scoring.yml:1:1 not-utf8']
  }

  def "files in another encoding are all named, without what follows from not reading them: #others"(List<String> others) {
    given: 'files of the shipped book as an old editor saves them'
    def book = BookFolder.shipped(folder)
    others.each { Files.write(folder.resolve(it), Files.readString(folder.resolve(it)).getBytes('GB18030')) }

    expect:
    book.places() == others.sort(false).collect { "$it:1:1 not-utf8".toString() }

    where:
    others << [['scoring.yml'], ['eligibility.yml'], ['vocabulary.yml'], ['examples.yml'], ['scoring.yml', 'vocabulary.yml', 'examples.yml', 'eligibility.yml']]
  }

  def "a missing file hides no other mistake and makes no new ones"() {
    given:
    def book = BookFolder.shipped(folder)
    Files.delete(folder.resolve('eligibility.yml'))
    book.replace('scoring.yml', 'weight: 25', 'weight: 24')

    expect:
    book.places() == ['eligibility.yml:1:1 missing-file', 'scoring.yml:16:11 weights-sum']
  }

  def "a byte order mark and Windows line ends do no harm"() {
    given:
    def book = new BookFolder(folder)
    book.write('eligibility.yml': '\uFEFF' + BookFolder.ELIGIBILITY.replace('\n', '\r\n').replace('has(agency.grade)', '>-\r\n    has(agency.type)\r\n    && has(agency.graed)'))

    expect:
    book.places() == ['eligibility.yml:5:19 unknown-name']
  }
}
