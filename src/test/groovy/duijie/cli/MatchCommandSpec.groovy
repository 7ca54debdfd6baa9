package duijie.cli

import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import org.apache.poi.ss.usermodel.WorkbookFactory
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Specification
import spock.lang.TempDir

/** The main job as a clerk runs it: two workbooks, one command. */
class MatchCommandSpec extends Specification {

  static final PROJECT_HEADER = ['项目编号', '项目名称*', '购买主体*', '区划*', '服务领域*', '服务对象', '需求概况*', '预算金额(元)', '持证社工人数要求']
  static final AGENCY_HEADER = ['机构名称*', '统一社会信用代码', '登记机关', '登记地区划*', '服务区域', '服务领域*', '服务对象', '信用状态', '助理社会工作师', '社会工作师', '高级社会工作师', '机构简介']

  static final TOWN_STATION = ['P-001', '普济镇社工站服务', '旺苍县民政局', '四川省广元市旺苍县普济镇', '社工站、养老', '老年人', '为镇内高龄独居老人提供探访和助餐。', '30万', '2']
  static final NEAR = ['旺苍县甲社会工作服务中心', '53100000500019795A', '旺苍县民政局', '旺苍', '旺苍县', '社工站；养老', '老年人', '正常', 2, 1, 0, '长期为高龄独居老人探访、助餐。']
  static final FAR = ['厦门市乙社会工作服务中心', '', '厦门市民政局', '福建省厦门市', '福建省厦门市', '养老', '老年人', '正常', 9, 9, 9, '居家养老。']
  static final SILENT = ['旺苍县丙社会工作服务中心', '', '', '510821', '', '养老', '', '', '', '', '', '']

  @TempDir
  Path folder

  StringWriter out = new StringWriter()
  StringWriter err = new StringWriter()

  def "ranks who suits, lists who is excluded and why, and says what is not known"() {
    when:
    def code = match([TOWN_STATION], [FAR, NEAR, SILENT], 'result.json')
    def json = new JsonSlurper().parse(folder.resolve('result.json').toFile())

    then:
    code == 0
    json.asOf == '2026-11-23'
    json.ruleBook ==~ /[0-9a-f]{64}/
    json.projects*.id == ['P-001']

    and: 'the one that serves the town comes first, the one that says little after it'
    def station = json.projects[0]
    station.row == 2
    station.matches*.agency == [NEAR[0], SILENT[0]]
    station.matches*.rank == [1, 2]
    station.matches*.row == [3, 4]
    station.matches*.creditCode == ['53100000500019795A', null]

    and: 'each score is the sum of its points, and the potential adds what is unknown'
    station.matches.every { m -> m.score == m.factors*.points.sum() }
    station.matches.every { m -> m.potential == m.score + (m.factors.findAll { it.value == null }*.weight.sum() ?: 0) }
    station.matches.every { m -> m.factors*.weight.sum() == 100 }
    station.matches[1].unknown.containsAll(['serves-region', 'licensed-staff'])

    and: 'the one from elsewhere is excluded with the rule it fails'
    station.excluded*.agency == [FAR[0]]
    station.excluded[0].row == 2
    station.excluded[0].rules*.rule == ['serves-region']
    station.excluded[0].rules[0].sentence.contains('旺苍')
  }

  def "gives the same scores whoever else is there, and on any day with the same date"() {
    when:
    match([TOWN_STATION], [NEAR], 'alone.json')
    match([TOWN_STATION], [SILENT, NEAR, FAR], 'together.json', '--as-of', '2026-11-23')
    def score = { file, name ->
      new JsonSlurper().parse(folder.resolve(file).toFile()).projects[0].matches.find { it.agency == name }.score
    }

    then:
    score('alone.json', NEAR[0]) == score('together.json', NEAR[0])
  }

  def "an error in the data is named with its cell, costs only that value, and makes the exit code 1"() {
    given:
    def wrongCode = NEAR.collect()
    wrongCode[1] = '91350100M000100Y4Z'

    when:
    def code = match([TOWN_STATION], [wrongCode], 'result.json', '--errors', folder.resolve('returned').toString())
    def json = new JsonSlurper().parse(folder.resolve('result.json').toFile())

    then:
    code == 1
    json.problems.find { it.cell == 'B2' }.with { it.severity == 'error' && it.file == 'agencies.xlsx' && it.sheet == '机构名录' }
    json.projects[0].matches*.agency == [NEAR[0]]
    json.projects[0].matches[0].creditCode == null
    err.toString().contains('机构名录!B2')

    and: 'the workbook comes back with the reason beside the row'
    WorkbookFactory.create(folder.resolve('returned/agencies-错误原因.xlsx').toFile()).withCloseable { book ->
      def sheet = book.getSheet('机构名录')
      def column = sheet.getRow(0).lastCellNum - 1
      sheet.getRow(0).getCell(column).stringCellValue == '错误原因' && !sheet.getRow(1).getCell(column).stringCellValue.isBlank()
    }
  }

  def "two faulty workbooks of one name come back as two, and one that came back before keeps its name"() {
    given:
    def mended = NEAR.collect()
    mended[1] = '91350100M000100Y4Z'
    def of = { String sub -> Files.createDirectories(folder.resolve(sub)); "$sub/$file".toString() }
    workbook(of('p'), '项目发布表', PROJECT_HEADER, [TOWN_STATION.collect { it == '旺苍县民政局' ? '' : it }])
    workbook(of('a'), '机构名录', AGENCY_HEADER, [mended])

    when:
    run('match', '--projects', "$folder/p/$file".toString(), '--agencies', "$folder/a/$file".toString(), '--out', "$folder/out.json".toString(),
        '--errors', "$folder/returned".toString())

    then:
    folder.resolve('returned').toFile().list().sort() == returned

    where:
    file              || returned
    '表.xlsx'          || ['表-错误原因-2.xlsx', '表-错误原因.xlsx']
    '表-错误原因.xlsx'     || ['表-错误原因-2.xlsx', '表-错误原因.xlsx']
  }

  def "a workbook with warnings alone is said to have no errors"() {
    when:
    def code = match([TOWN_STATION], [NEAR.collect { it == '社工站；养老' ? '社工站；星际旅行' : it }], 'result.json', '--errors', "$folder/returned".toString())

    then:
    code == 0
    err.toString().contains('没有错误，提醒 1 处')
    !err.toString().contains('标明错误原因')
  }

  def "in English one is one, and a problem begins with its code"() {
    when:
    match([TOWN_STATION], [NEAR.collect { it == '53100000500019795A' ? '91350100M000100Y4Z' : it }], 'result.json', '--lang', 'en')

    then:
    err.toString().contains('1 project, 1 agency; 1 error, no warnings.')
    err.toString().contains('error agencies.xlsx 机构名录!B2: [bad-check-digit] ')
  }

  def "a template never takes the place of a workbook that is there, unless told to"() {
    given:
    def kept = folder.resolve('kept.xlsx')
    Files.writeString(kept, 'filled in')

    expect:
    run('template', 'projects', '--out', kept.toString()) == 2
    err.toString().contains('--force')
    Files.readString(kept) == 'filled in'

    and:
    run('template', 'projects', '--out', kept.toString(), '--force') == 0
    Files.size(kept) > 1000
  }

  def "a workbook in, a matchmaking workbook out"() {
    when:
    def code = match([TOWN_STATION], [NEAR, FAR], 'result.xlsx')

    then:
    code == 0
    WorkbookFactory.create(folder.resolve('result.xlsx').toFile()).withCloseable { book ->
      def pairs = book.getSheet('对接总表')
      book*.sheetName.take(4) == ['对接总表', '统计汇总', '项目发布表', '机构名录'] &&
          pairs.lastRowNum == 1 && pairs.getRow(1).getCell(6).stringCellValue == NEAR[0]
    }
    out.toString() == ''
  }

  def "#situation is refused before any work, with exit code 2"(String situation, List<String> arguments, String said) {
    given:
    Files.writeString(folder.resolve('kept.xlsx'), 'kept')
    def replaced = arguments.collect { it.replace('%', folder.toString()) }
    workbook('p.xlsx', '项目发布表', PROJECT_HEADER, [TOWN_STATION])
    workbook('a.xlsx', '机构名录', AGENCY_HEADER, [NEAR])
    workbook('a-错误原因.xlsx', '机构名录', AGENCY_HEADER, [NEAR])

    expect:
    run(['match', *replaced] as String[]) == 2
    err.toString().contains(said)
    !err.toString().contains('Exception')
    Files.readString(folder.resolve('kept.xlsx')) == 'kept'

    where:
    situation                 | arguments                                                                                       || said
    'no argument'             | []                                                                                              || '--projects'
    'a missing file'          | ['--projects', '%/none.xlsx', '--agencies', '%/a.xlsx', '--out', '%/kept.xlsx']                 || 'none.xlsx'
    'an unknown ending'       | ['--projects', '%/p.xlsx', '--agencies', '%/a.xlsx', '--out', '%/x.csv']                        || '.json'
    'a top of nought'         | ['--projects', '%/p.xlsx', '--agencies', '%/a.xlsx', '--out', '%/kept.xlsx', '--top', '0']      || '--top'
    'a date that is none'     | ['--projects', '%/p.xlsx', '--agencies', '%/a.xlsx', '--out', '%/kept.xlsx', '--as-of', '昨天'] || '--as-of'
    'a year nobody means'     | ['--projects', '%/p.xlsx', '--agencies', '%/a.xlsx', '--out', '%/kept.xlsx', '--as-of', '-0001-01-01'] || '--as-of'
    'writing over an input'   | ['--projects', '%/p.xlsx', '--agencies', '%/a.xlsx', '--out', '%/p.xlsx']                       || 'p.xlsx'
    'errors over an input'    | ['--projects', '%/p.xlsx', '--agencies', '%/a-错误原因.xlsx', '--out', '%/x.json', '--errors', '%']       || '--errors'
    'errors over the result'  | ['--projects', '%/p.xlsx', '--agencies', '%/a.xlsx', '--out', '%/new/p-错误原因.xlsx', '--errors', '%/new'] || '--errors'
    'a rule folder not there' | ['--projects', '%/p.xlsx', '--agencies', '%/a.xlsx', '--out', '%/kept.xlsx', '--rules', '%/no'] || 'no'
  }

  def "a file that is no workbook gives a sentence, not a crash, and leaves the old result alone"() {
    given:
    Files.writeString(folder.resolve('p.xlsx'), 'not a workbook')
    Files.writeString(folder.resolve('kept.xlsx'), 'kept')
    workbook('a.xlsx', '机构名录', AGENCY_HEADER, [NEAR])

    when:
    def code = run('match', '--projects', "$folder/p.xlsx".toString(), '--agencies', "$folder/a.xlsx".toString(),
        '--out', "$folder/kept.xlsx".toString())

    then:
    code == 1
    err.toString().contains('p.xlsx')
    !err.toString().contains('Exception')
    Files.readString(folder.resolve('kept.xlsx')) == 'kept'
  }

  private int match(List projects, List agencies, String result, String... more) {
    workbook('projects.xlsx', '项目发布表', PROJECT_HEADER, projects)
    workbook('agencies.xlsx', '机构名录', AGENCY_HEADER, agencies)
    run(['match', '--projects', "$folder/projects.xlsx", '--agencies', "$folder/agencies.xlsx", '--out', "$folder/$result", *more] as String[])
  }

  private int run(String... arguments) {
    def clock = Clock.fixed(Instant.parse('2026-11-22T17:00:00Z'), ZoneId.of('Asia/Shanghai'))
    CommandLineProgram.run(clock, new PrintWriter(out, true), new PrintWriter(err, true), arguments)
  }

  private void workbook(String file, String sheetName, List<String> header, List<List> rows) {
    new XSSFWorkbook().withCloseable { book ->
      def sheet = book.createSheet(sheetName)
      ([header] + rows).eachWithIndex { values, r ->
        def row = sheet.createRow(r)
        values.eachWithIndex { value, c ->
          if (value instanceof Number) {
            row.createCell(c).setCellValue(value as double)
          } else if (value) {
            row.createCell(c).setCellValue(value as String)
          }
        }
      }
      folder.resolve(file).toFile().withOutputStream { book.write(it) }
    }
  }
}
