package duijie.sheets.poi

import static duijie.sheets.Examples.agency
import static duijie.sheets.Examples.book
import static duijie.sheets.Examples.matched
import static duijie.sheets.Examples.project
import static duijie.sheets.Examples.terms

import duijie.agencies.Agency
import duijie.matching.Finding
import duijie.matching.Verdict
import duijie.projects.Project
import duijie.regions.Region
import duijie.shared.Money
import duijie.shared.PartialDate
import duijie.sheets.Examples
import duijie.sheets.FewRegions
import duijie.sheets.FewTerms
import duijie.sheets.MatchmakingBook
import duijie.sheets.WorkbookWriter
import org.apache.poi.ss.usermodel.CellType
import org.apache.poi.ss.usermodel.PaperSize
import org.apache.poi.xssf.usermodel.XSSFCell
import org.apache.poi.xssf.usermodel.XSSFSheet
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Specification

/** The workbook that a bureau prints and takes to the matchmaking session. */
class MatchmakingWorkbookSpec extends Specification {

  WorkbookWriter writer = PoiWorkbooks.writer(new FewRegions(), new FewTerms())

  def "the four sheets have the agreed columns"() {
    when:
    def workbook = write(book())

    then:
    workbook*.sheetName == ['对接总表', '统计汇总', '项目发布表', '机构名录']
    headers(workbook, '项目发布表') == '项目编号, 项目名称*, 购买主体*, 区划*, 服务领域*, 服务对象, 服务方式, 需求概况*, 预算金额(元), 年度金额(元), 服务期限(月), 采购制度, 采购方式, 计价方式, 社工人数要求, 持证社工人数要求, 持证比例要求(%), 负责人年限要求, 最低评估等级, 须年检合格, 须本地登记, 专门面向中小企业, 发布日期, 响应截止时间, 联系人, 联系电话, 信息来源'
    headers(workbook, '机构名录') == '机构名称*, 统一社会信用代码, 组织类型, 登记机关, 成立日期, 登记地区划*, 服务区域, 服务领域*, 服务对象, 服务方式, 评估等级, 等级有效期至, 最近年检年度, 年检结论, 信用状态, 专职人数, 助理社会工作师, 社会工作师, 高级社会工作师, 负责人从业年限, 在手项目数, 可承接项目数, 最低承接金额(元), 最高承接金额(元), 机构简介, 项目经验, 联系人, 联系电话, 信息来源'
    headers(workbook, '对接总表') == '场次, 时段, 桌号, 项目编号, 项目名称, 购买主体, 机构名称, 统一社会信用代码, 匹配分, 匹配理由, 待核事项, 双方确认, 签到, 备注'
  }

  def "a project stands there as it was understood, numbers as numbers and dates as dates"() {
    when:
    def sheet = write(book()).getSheet('项目发布表')

    then:
    shown(sheet, '区划*') == '四川省/广元市/旺苍县/普济镇'
    shown(sheet, '服务领域*') == '养老、社工站'
    cell(sheet, '预算金额(元)').numericCellValue == 360000d
    cell(sheet, '年度金额(元)').numericCellValue == 180000.50d
    cell(sheet, '服务期限(月)').numericCellValue == 24d
    cell(sheet, '持证比例要求(%)').numericCellValue == 33.3d
    shown(sheet, '采购制度') == '比选'
    shown(sheet, '最低评估等级') == '3A'
    shown(sheet, '须年检合格') == '是'
    shown(sheet, '须本地登记') == ''
    cell(sheet, '发布日期').localDateTimeCellValue.toString() == '2026-11-02T00:00'
    cell(sheet, '发布日期').cellStyle.dataFormatString == 'yyyy-mm-dd'
    cell(sheet, '响应截止时间').localDateTimeCellValue.toString() == '2026-11-30T17:30'
    cell(sheet, '联系电话').cellType == CellType.STRING
    cell(sheet, '联系电话').cellStyle.dataFormatString == '@'
  }

  def "an agency stands there as it was understood, codes as text"() {
    when:
    def sheet = write(book(agencies: [agency(founded: founded)])).getSheet('机构名录')

    then:
    shown(sheet, '统一社会信用代码') == '53100000500019795A'
    cell(sheet, '统一社会信用代码').cellStyle.dataFormatString == '@'
    shown(sheet, '服务区域') == '四川省/广元市/利州区、四川省/广元市/旺苍县'
    shown(sheet, '评估等级') == '4A'
    cell(sheet, '最近年检年度').numericCellValue == 2025d
    cell(sheet, '最近年检年度').cellStyle.dataFormatString == '0'
    cell(sheet, '成立日期').cellType == type

    where: 'a date known in part is no real date'
    founded                        || type
    new PartialDate(2015, 6, 1)    || CellType.NUMERIC
    new PartialDate(2015, 6, null) || CellType.STRING
    null                           || CellType.BLANK
  }

  def "where records have states the last column tells them, so that none looks open that is finished"() {
    given:
    def finished = project(state: Project.State.CLOSED, extra: ['备案号': '甲1'])

    when:
    def workbook = write(book(states: true, projects: [matched(finished)]))

    then:
    workbook.getSheet('项目发布表').getRow(0).collect { it.stringCellValue }[-2..-1] == ['备案号', '平台状态']
    shown(workbook.getSheet('项目发布表'), '平台状态') == '结项'
    shown(workbook.getSheet('机构名录'), '平台状态') == '通过'
  }

  def "columns that the product does not know are kept at the end"() {
    given:
    def projects = [project(extra: ['备案号': '甲1']), project(id: new Project.Id('P-002'), extra: ['批次': '第二批', '备案号': '甲2'])]

    when:
    def sheet = write(book(projects: projects.collect { matched(it) })).getSheet('项目发布表')

    then:
    sheet.getRow(0).collect { it.stringCellValue }[-2..-1] == ['备案号', '批次']
    shown(sheet, '备案号', 2) == '甲2'
    shown(sheet, '批次', 1) == ''
  }

  def "without contacts nobody's name or phone leaves the house"() {
    when:
    def workbook = write(book(contacts: false))

    then:
    shown(workbook.getSheet('项目发布表'), '联系人') == ''
    shown(workbook.getSheet('项目发布表'), '联系电话') == ''
    shown(workbook.getSheet('机构名录'), '联系人') == ''
    shown(workbook.getSheet('机构名录'), '联系电话') == ''
  }

  def "each project's ranking is a block of rows, a pair a row"() {
    given:
    def near = agency()
    def far = agency(id: new Agency.Id('far'), name: '广元市利州区同心社工', creditCode: null)

    when:
    def sheet = write(book(agencies: [near, far],
        projects: [matched(project(), near, far), matched(project(id: new Project.Id('P-002'))), matched(project(id: new Project.Id('P-003')), far)]))
        .getSheet('对接总表')

    then:
    (1..sheet.lastRowNum).collect { shown(sheet, '项目编号', it) + ' ' + shown(sheet, '机构名称', it) } ==
        ["P-001 $near.name", "P-001 $far.name", "P-003 $far.name"]
    sheet.numMergedRegions == 0
    ['场次', '时段', '桌号', '双方确认', '签到', '备注'].every { shown(sheet, it) == '' }
  }

  def "where nothing speaks for a pair, it is not proposed"() {
    when:
    def workbook = write(book(projects: [matched([project: project()], [score: new BigDecimal('0.00')], agency())]))

    then:
    workbook.getSheet('对接总表').lastRowNum == 0
  }

  def "a pair names its reasons, the strongest first, and what is to be verified"() {
    when:
    def sheet = write(book()).getSheet('对接总表')

    then:
    cell(sheet, '匹配分').numericCellValue == 32.5d
    cell(sheet, '匹配分').cellStyle.dataFormatString == '0.00'
    shown(sheet, '匹配理由') == '主营社工站、养老，与项目领域一致（25/25分）；region-nearness（7.5/15分）'
    shown(sheet, '待核事项') == '2项：年检、experience'
  }

  def "of many reasons the strongest are told, a long sentence by the criterion's name"() {
    given:
    def factors = (1..5).collect { Examples.factor("标准$it", 20, it / 5 as double, it == 5 ? '很长的一句话，' * 9 : '短句') }

    expect:
    shown(write(book(projects: [matched([project: project()], [factors: factors], agency())])).getSheet('对接总表'), '匹配理由') ==
        '标准5（20/20分）；标准4（16/20分）；标准3（12/20分）；等5项'
  }

  def "what is unknown is named once and briefly, however many rules miss it: #situation"() {
    given:
    def unknown = names.collect { name -> new Finding(name, name, Verdict.UNKNOWN, "机构未提供$name，须逐一核实后才能推荐。", "补充$name。", null, null) }
    def cautioned = new Finding('c', 'c', Verdict.PASS, '符合。', null, null, '年检为基本合格。')
    def factors = missing.collect { name -> Examples.factor(name, 10, null, "机构未提供$name。") }

    expect:
    shown(write(book(projects: [matched([project: project()], [findings: unknown + cautioned, factors: factors], agency())]))
        .getSheet('对接总表'), '待核事项') == shown

    where:
    situation                            | names                       | missing                   || shown
    'a rule and a criterion on a matter' | ['服务领域']                    | ['服务领域契合', '规模']        || '2项：服务领域、规模；年检为基本合格'
    'the same name twice'                | ['承接余量']                    | ['承接余量']                  || '1项：承接余量；年检为基本合格'
    'many'                               | ['一', '二', '三', '四', '五', '六', '七'] | ['八']                || '8项：一、二、三、四、五、六等；年检为基本合格'
    'nothing'                            | []                          | []                        || '年检为基本合格'
  }

  def "a table of many pairs holds at least fifteen rows a page, even of agencies with little data"() {
    given: 'names as long as in real notices, and nothing known'
    def names = ['依法登记', '信用正常', '服务区域', '服务领域', '年检合格', '持证社工人数', '负责人年限', '最低评估等级']
    def unknown = names.collect { new Finding(it, it, Verdict.UNKNOWN, "未提供$it。", null, null, null) }
    def project = project(name: '沙坡头区2023年未成年人保护服务项目(河北片区)', buyer: '沙坡头区民政和社会保障局')
    def height = write(book(projects: [matched([project: project], [findings: unknown], agency())])).getSheet('对接总表').getRow(1).heightInPoints

    expect: 'A4 landscape at this width leaves about 705 points below the header'
    height * 15 <= 705
  }

  def "a wider field counts what its narrower fields count, a record once"() {
    given:
    def meals = project(fields: terms('meal-service'))
    def both = project(id: new Project.Id('2'), fields: terms('meal-service', 'eldercare'))

    when:
    def sheet = write(book(projects: [matched(meals), matched(both)], agencies: [agency(fields: terms('meal-service'))])).getSheet('统计汇总')
    def lines = (1..sheet.lastRowNum).collect { row -> [0, 1, 2, 5].collect { read(sheet.getRow(row).getCell(it)) } }

    then:
    lines.findAll { it[0] == '服务领域' }*.drop(1) == [['养老', 2, 1], ['助餐', 2, 1]]
    lines.any { it[0] == '说明' && it[1].contains('上级领域包含其下级领域') }
  }

  def "a project that only agencies without points are proposed for is not counted as matched"() {
    given:
    def nothing = [score: new BigDecimal('0.00'), findings: [new Finding('r', 'r', Verdict.UNKNOWN, '不知。', null, null, null)]]
    def known = [findings: [new Finding('r', 'r', Verdict.PASS, '符合。', null, null, null)]]
    def other = { String id -> project(id: new Project.Id(id)) }

    when:
    def sheet = write(book(projects: [
        matched([project: other('1')], nothing, agency()), matched([project: other('2')], known, agency()), matched(other('3'), agency()), matched(other('4'))]))
        .getSheet('统计汇总')
    def outcomes = (1..sheet.lastRowNum).collect { row -> [0, 1, 2, 7, 8].collect { read(sheet.getRow(row).getCell(it)) } }.findAll { it[0] == '对接情况' }

    then: 'name, projects, without a match, with an agency that needs no verifying'
    outcomes*.drop(1) == [['有匹配', 2, 0, 1], ['仅有0分机构', 1, 1, 0], ['无匹配', 1, 1, 0]]
  }

  def "the summary counts projects, budgets, agencies and pairs by field, region and outcome"() {
    given:
    def local = agency()
    def other = agency(id: new Agency.Id('o'), registeredRegion: new Region.Code('5108'), fields: terms('anti-drug'))
    def unplaced = agency(id: new Agency.Id('u'), registeredRegion: null, fields: [] as Set)
    def projects = [
        matched(project(budget: Money.of('100000.10'), fields: terms('eldercare', 'anti-drug')), local, other),
        matched(project(id: new Project.Id('2'), budget: Money.of('0.20'), fields: terms('eldercare'), regime: null), local),
        matched(project(id: new Project.Id('3'), budget: null, region: new Region.Code('5108'), fields: terms('anti-drug')))]

    when:
    def sheet = write(book(projects: projects, agencies: [local, other, unplaced])).getSheet('统计汇总')
    def lines = (1..sheet.lastRowNum).collect { row -> (0..7).collect { read(sheet.getRow(row).getCell(it)) } }

    then:
    lines[0] == ['合计', '全部', 3, 100000.3, 1, 3, 3, 1]
    lines.findAll { it[0] == '服务领域' }*.drop(1) == [
        ['社工站', 0, 0, 0, 1, 0, 0],
        ['养老', 2, 100000.3, 0, 1, 3, 0],
        ['禁毒', 2, 100000.1, 1, 1, 2, 1],
        ['未填写', 0, 0, 0, 1, 0, 0]]
    lines.findAll { it[0] == '区划' }*.drop(1) == [
        ['四川省/广元市', 1, 0, 1, 1, 0, 1],
        ['四川省/广元市/旺苍县', 2, 100000.3, 0, 1, 3, 0],
        ['未填写', 0, 0, 0, 1, 0, 0]]
    lines.findAll { it[0] == '采购制度' }*.drop(1) == [
        ['比选', 2, 100000.1, 1, '', 2, 1],
        ['未填写', 1, 0.2, 0, '', 1, 0]]
    lines.findAll { it[0] == '对接情况' }*.drop(1) == [
        ['有匹配', 2, 100000.3, 0, 2, 3, 0],
        ['仅有0分机构', 0, 0, 0, 0, 0, 0],
        ['无匹配', 1, 0, 1, 0, 0, 1]]
    lines.findAll { it[0] == '说明' }.collect { it[1] }.take(2) == ['基准日期：2026-11-24', '规则版本：' + 'b00c' * 16]
  }

  def "#name is ready to print"() {
    expect:
    with(write(book()).getSheet(name)) {
      printSetup.paperSizeEnum == PaperSize.A4_PAPER
      printSetup.landscape
      fitToPage
      printSetup.fitWidth == pages
      repeatingColumns?.formatAsString() == titles
      printSetup.fitHeight == 0
      paneInformation.horizontalSplitTopRow == 1
      repeatingRows.formatAsString() == '1:1'
      header.center.endsWith('&A')
      footer.right.contains('&P')
      footer.left.contains('2026-11-24')
    }

    where: 'what would be too small to read on one page goes over two, each naming its rows'
    name    || pages | titles
    '项目发布表' || 2     | 'A:B'
    '机构名录'  || 2     | 'A:A'
    '对接总表'  || 1     | null
    '统计汇总'  || 1     | null
  }

  def "#what in a cell is a text and stays exactly that"() {
    when:
    def workbook = write(book(projects: [matched(project(name: text, extra: ['备注一': text]))]))
    def sheet = workbook.getSheet('项目发布表')
    def cell = cell(sheet, '项目名称*')

    then:
    cell.cellType == CellType.STRING
    cell.stringCellValue == (shown ?: text)
    cell.cellStyle.quotePrefixed == quoted
    shown(sheet, '备注一') == (shown ?: text)

    where:
    what                            | text                        | quoted || shown
    'a formula'                     | '=HYPERLINK("http://x","点")' | true   || null
    'a command after +'             | '+cmd|calc'                 | true   || null
    'a minus'                       | '-1+1'                      | true   || null
    'an at sign'                    | '@SUM(A1)'                  | true   || null
    'a tab before a formula'        | '\t=1+1'                    | true   || null
    'markup'                        | '<b>&"\'</b>'               | false  || null
    'line breaks'                   | '一\n二'                     | false  || null
    'spaces at the edges'           | '  两端  '                   | false  || null
    'a character beyond the BMP'    | '𠮷村社工站😀'                | false  || null
    'a right-to-left override'      | 'a\u202Eb'                  | false  || null
    'what looks like an escape'     | '_x0041_ 与 _x'              | false  || null
    'a control character'           | '前\u0001\u001F后'           | false  || '前后'
    'half a character'              | '前\uD842后'                 | false  || '前\uFFFD后'
    'a non-character'               | '前\uFFFF后'                 | false  || '前\uFFFD后'
    'more than a cell can hold'     | '长' * 40000                | false  || '长' * 32766 + '…'
    'a cut through a character'     | '长' * 32765 + '𠮷' * 9      | false  || '长' * 32765 + '…'
  }

  def "an empty book has its sheets and headers"() {
    when:
    def workbook = write(new MatchmakingBook([], [], 'v', book().asOf(), true, false))

    then:
    workbook.getSheet('对接总表').lastRowNum == 0
    workbook.getSheet('机构名录').getRow(0).lastCellNum == 29
  }

  def "a directory alone is written the same way"() {
    given:
    def out = new ByteArrayOutputStream()

    when:
    writer.agencies([agency()], true, out)
    def sheet = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())).getSheet('机构名录')

    then:
    shown(sheet, '机构名称*') == agency().name()
  }

  def "the same book gives the same bytes"() {
    expect:
    bytes(book()) == bytes(book())
  }

  private byte[] bytes(MatchmakingBook book) {
    def out = new ByteArrayOutputStream()
    writer.matchmaking(book, out)
    out.toByteArray()
  }

  private XSSFWorkbook write(MatchmakingBook book) {
    new XSSFWorkbook(new ByteArrayInputStream(bytes(book)))
  }

  private static String headers(XSSFWorkbook workbook, String sheet) {
    workbook.getSheet(sheet).getRow(0).collect { it.stringCellValue }.join(', ')
  }

  private static XSSFCell cell(XSSFSheet sheet, String header, int row = 1) {
    sheet.getRow(row).getCell(sheet.getRow(0).find { it.stringCellValue == header }.columnIndex)
  }

  private static String shown(XSSFSheet sheet, String header, int row = 1) {
    cell(sheet, header, row).stringCellValue
  }

  private static Object read(XSSFCell cell) {
    cell.cellType == CellType.NUMERIC ? cell.numericCellValue : cell.stringCellValue
  }
}
