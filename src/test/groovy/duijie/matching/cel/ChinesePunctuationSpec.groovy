package duijie.matching.cel

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The signs of Chinese typing, the commonest slip of those who change a rule book, are named where they stand. */
class ChinesePunctuationSpec extends Specification {

  @TempDir
  Path folder

  def "#slip in #file is named"(String slip, String file, String from, String to, List<String> expected) {
    given:
    def book = new BookFolder(folder)
    book.replace(file, from, to)

    when:
    def errors = book.errors()

    then:
    errors.collect { it.place() - 'eligibility.yml:' - 'scoring.yml:' - 'examples.yml:' + ' ' + it.sentence() } == expected

    where:
    slip                              | file              | from                 | to                             || expected
    'a colon behind a key'            | 'scoring.yml'     | 'weight: 100'        | 'weight：100'                   || ['3:9 这里用了中文标点“：”，请改成英文标点“:”，后面空一格。']
    'a colon with a blank'            | 'scoring.yml'     | 'weight: 100'        | 'weight： 100'                  || ['3:9 这里用了中文标点“：”，请改成英文标点“:”。']
    'a colon behind the first key'    | 'eligibility.yml' | '- id: grade'        | '- id：grade'                   || ['1:5 这里用了中文标点“：”，请改成英文标点“:”，后面空一格。']
    'a colon behind the last key'     | 'eligibility.yml' | 'sentence: '         | 'sentence：'                    || ['4:11 这里用了中文标点“：”，请改成英文标点“:”，后面空一格。']
    'two colons'                      | 'eligibility.yml' | 'name: 有等级\n  verdict: ' | 'name：有等级\n  verdict：'      || ['2:7 这里用了中文标点“：”，请改成英文标点“:”，后面空一格。', '3:10 这里用了中文标点“：”，请改成英文标点“:”，后面空一格。']
    'a colon within braces'           | 'examples.yml'    | '评估等级: 3A'           | '评估等级：3A'                      || ['1:36 这里用了中文标点“：”，请改成英文标点“:”，后面空一格。']
    'a comma within braces'           | 'examples.yml'    | 'grade-known, '      | 'grade-known， '                || ['1:21 这里用了中文标点“，”，请改成英文标点“,”。']
    'braces'                          | 'examples.yml'    | '{评估等级: 3A}'         | '｛评估等级: 3A｝'                  || ['1:31 这里用了中文标点“｛”，请改成英文标点“{”。', '1:40 这里用了中文标点“｝”，请改成英文标点“}”。']
    'quotes around a text with colon' | 'eligibility.yml' | 'sentence: 有等级。'     | 'sentence: “等级: 有”'           || ['4:13 这里用了中文标点““”，请改成英文标点“"”。', '4:19 这里用了中文标点“””，请改成英文标点“"”。']
    'brackets in an expression'       | 'eligibility.yml' | 'has(agency.grade)'  | 'has（agency.grade）'            || ['3:15 这里用了中文标点“（”，请改成英文标点“(”。', '3:28 这里用了中文标点“）”，请改成英文标点“)”。']
    'quotes in an expression'         | 'eligibility.yml' | 'has(agency.grade)'  | 'agency.type == ‘企业’'          || ['3:27 这里用了中文标点“‘”，请改成英文标点“\'”。', '3:30 这里用了中文标点“’”，请改成英文标点“\'”。']
    'a closing quote only'            | 'eligibility.yml' | 'has(agency.grade)'  | "agency.type == '企业’"          || ['3:30 这里用了中文标点“’”，请改成英文标点“\'”。']
    'a comma in an expression'        | 'scoring.yml'     | 'grade, 0, 5'        | 'grade，0, 5'                   || ['4:59 这里用了中文标点“，”，请改成英文标点“,”。']
    'a colon in an expression'        | 'scoring.yml'     | 'unknown : ramp'     | 'unknown ： ramp'               || ['4:40 这里用了中文标点“：”，请改成英文标点“:”。']
    'braces in a sentence'            | 'eligibility.yml' | 'sentence: 有等级。'     | 'sentence: 有｛agency.grade｝级。'  || ['4:14 这里用了中文标点“｛”，请改成英文标点“{”。', '4:27 这里用了中文标点“｝”，请改成英文标点“}”。']
    'one brace of two, and a slip'    | 'eligibility.yml' | 'sentence: 有等级。'     | 'sentence: 有｛agency.graed}级。'  || ['4:14 这里用了中文标点“｛”，请改成英文标点“{”。', '4:22 agency没有“graed”这一项，是不是“grade”？']
  }

  def "braces in a #key are named"(String key, String text, List<String> places) {
    given:
    def book = new BookFolder(folder)
    book.replace('eligibility.yml', 'sentence: 有等级。', "sentence: 有等级。\n  $text")

    expect:
    book.places() == places.collect { "eligibility.yml:5:$it full-width-sign".toString() }

    where:
    key       | text                                                         || places
    'remedy'  | 'remedy: {fail: "补｛agency.grade｝。"}'                         || ['20', '33']
    'caution' | 'caution: {when: has(agency.type), sentence: "｛agency.name｝"}' || ['48', '60']
  }

  def "what is not a sign of Chinese typing is told in plain words: #to"(String file, String from, String to, String place, String sentence) {
    given:
    def book = new BookFolder(folder)
    book.replace(file, from, to)

    expect:
    book.errors().collect { [it.place(), it.sentence()] } == [[place, sentence]]

    where:
    file              | from                 | to                     || place                  | sentence
    'eligibility.yml' | 'has(agency.grade)'  | 'agency.grade >='      || 'eligibility.yml:3:27' | '表达式写到这里还不完整，后面缺了内容。'
    'eligibility.yml' | 'has(agency.grade)'  | 'agency.grade > 三'     || 'eligibility.yml:3:27' | '表达式从“三”起看不懂，可能多了、少了或写错了符号。'
    'eligibility.yml' | 'has(agency.grade)'  | 'has(agency)'          || 'eligibility.yml:3:15' | 'has()里应是一项资料，例如has(agency.grade)。'
    'eligibility.yml' | 'sentence: 有等级。'     | 'sentence: 等级，有: 是。'  || 'eligibility.yml:4:17' | '这里不能有“: ”；内容里要写冒号的，请用“>-”另起一行写，或检查上一行的缩进。'
    'eligibility.yml' | 'name: 有等级'          | 'name 有等级'             || 'eligibility.yml:2:3'  | '这一行缺少冒号，应写成“名称: 内容”，冒号后面空一格。'
    'eligibility.yml' | '  name: 有等级'        | '\tname: 有等级'          || 'eligibility.yml:2:1'  | '不能用制表符（Tab）缩进，请改用空格。'
    'examples.yml'    | 'expect: pass}'      | 'expect: pass'         || 'examples.yml:2:1'     | '括号里的各项要用英文逗号“,”隔开，最后要有对应的右括号。'
    'eligibility.yml' | 'sentence: 有等级。'     | 'sentence: "有等级。'      || 'eligibility.yml:5:1'  | '引号没有写完，缺少后一个引号。'
  }

  def "punctuation in the vocabulary is named: #words"(String words, String place, String code) {
    given:
    def book = new BookFolder(folder)
    def file = folder.resolve('vocabulary.yml')
    def line = Files.readAllLines(file).indexOf('  - id: eldercare') + 3
    def lines = Files.readAllLines(file)
    lines[line - 1] = "    synonyms: ${words}".toString()
    Files.writeString(file, lines.join('\n') + '\n')

    when:
    def errors = book.errors()

    then:
    errors.collect { it.place() + ' ' + it.code() } == ["vocabulary.yml:$line:$place $code".toString()]
    errors.every { it.sentence() =~ /标点/ && !(it.sentence() =~ /「|[a-z]/) }

    where:
    words              || place | code
    '[为老，老年，敬老]'       || '18'  | 'sign-in-word'
    '[为老, 老年、敬老]'       || '22'  | 'sign-in-word'
    '["为老；老年"]'         || '19'  | 'sign-in-word'
    '[“为老”]'           || '16'  | 'sign-in-word'
    '【为老, 老年】'         || '15'  | 'full-width-sign'
    '[为老, 老年】'          || '22'  | 'bad-yaml'
  }

  def "a colon of Chinese typing in the vocabulary is named where it stands"() {
    given:
    def book = new BookFolder(folder)
    def line = Files.readAllLines(folder.resolve('vocabulary.yml')).indexOf('    name: 养老') + 1
    book.replace('vocabulary.yml', '    name: 养老', '    name：养老')

    expect:
    book.errors().collect { it.place() + ' ' + it.sentence() } ==
        ["vocabulary.yml:$line:9 这里用了中文标点“：”，请改成英文标点“:”，后面空一格。".toString()]
  }

  def "no sentence of any error holds the parser's English"(String file, String from, String to) {
    given:
    def book = new BookFolder(folder)
    book.replace(file, from, to)

    when:
    def errors = book.errors()

    then:
    !errors.empty
    errors.every { !(it.sentence() =~ /[A-Za-z]{3,} [A-Za-z]{2,}/) }

    where:
    file              | from                | to
    'eligibility.yml' | 'has(agency.grade)' | 'has(agency.grade) has'
    'eligibility.yml' | 'has(agency.grade)' | '"a..b &&& c"'
    'eligibility.yml' | 'has(agency.grade)' | '"agency.fields.exists(1, true)"'
    'eligibility.yml' | 'has(agency.grade)' | '"{1: 2} == agency"'
    'eligibility.yml' | 'has(agency.grade)' | "'[1, \"a\"]'"
    'eligibility.yml' | '  name: 有等级'       | ' name: 有等级'
    'eligibility.yml' | '  name: 有等级'       | '  - name: 有等级'
    'eligibility.yml' | '  name: 有等级'       | '  name: @有等级'
    'eligibility.yml' | '  name: 有等级'       | '  name: "\\q"'
    'examples.yml'    | '{评估等级: 3A}'        | '[' * 60
  }
}
