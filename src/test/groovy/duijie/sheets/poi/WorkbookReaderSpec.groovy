package duijie.sheets.poi

import duijie.agencies.Column as AgencyColumn
import duijie.matching.cel.CelRuleBooks
import duijie.projects.Column as ProjectColumn
import duijie.regions.ChinaRegions
import duijie.regions.Regions
import duijie.sheets.FewTerms
import duijie.sheets.Imported
import duijie.sheets.ProblemCode
import duijie.sheets.WorkbookReader
import duijie.sheets.WorkbookWriter.Kind
import duijie.vocabulary.Term
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import java.time.LocalDateTime
import org.apache.poi.ss.usermodel.Cell
import org.apache.poi.ss.usermodel.Sheet
import org.apache.poi.ss.util.CellRangeAddress
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Workbooks as bureaus and agencies send them: what is taken, what is said about the rest. */
class WorkbookReaderSpec extends Specification {

  static final String CODE = '53100000500019795A'

  static final Map PROJECT = [项目编号: 'P-1', 项目名称: '普济镇社工站', 购买主体: '旺苍县民政局', 区划: '四川省/广元市/旺苍县', 服务领域: '社工站', 需求概况: '建站']

  static final Map AGENCY = [机构名称: '阳光社工', 登记地区划: '旺苍县', 服务领域: '养老、禁毒']

  @Shared
  Regions regions = ChinaRegions.shipped()

  @TempDir
  Path folder

  WorkbookReader reader = PoiWorkbooks.reader(regions, new FewTerms())

  def "a project is read as it was meant"() {
    given:
    def file = projects([PROJECT + [
        '服务对象': '老年人；留守儿童', '服务方式': '个案', '预算金额(元)': '120万', '年度金额(元)': 600000, '服务期限(月)': '两年',
        '采购制度': '比选', '采购方式': '公开比选', '计价方式': '总价包干', '社工人数要求': '8人', '持证社工人数要求': 3,
        '持证比例要求(%)': '30%', '负责人年限要求': '5年以上', '最低评估等级': 'AAA', '须年检合格': '√', '须本地登记': '否', '专门面向中小企业': '',
        '发布日期': LocalDate.of(2026, 3, 1), '响应截止时间': LocalDateTime.of(2026, 3, 20, 17, 0), '联系电话': 13912345678L]])

    when:
    def imported = reader.projects(file)
    def project = imported.rows()[0].value()

    then:
    imported.problems() == []
    imported.rows()*.number() == [2]
    project.id().value() == 'P-1'
    project.region().value() == '510821'
    project.fields()*.value() == ['social-work-station']
    project.targetGroups()*.value() == ['elderly', 'left-behind-children']
    project.budget().plain() == '1200000'
    project.annualBudget().plain() == '600000'
    project.termMonths() == 24
    project.staffing().headcount() == 8
    project.staffing().licensedShare() == 30
    project.staffing().headYears() == 5
    project.minimumGrade().label() == '3A'
    project.demandsAnnualInspection()
    !project.demandsLocalRegistration()
    project.publishedOn() == LocalDate.of(2026, 3, 1)
    project.respondBy() == LocalDateTime.of(2026, 3, 20, 17, 0)
    project.phone() == '13912345678'
    project.unreadable().empty
  }

  def "an agency is read as it was meant"() {
    given:
    def file = agencies([AGENCY + [
        统一社会信用代码: CODE, 组织类型: '民非', 成立日期: '2012年2月', 服务区域: '旺苍县、510802', 评估等级: '三A', 等级有效期至: '2028/6/30',
        最近年检年度: 2025, 年检结论: '合格', 信用状态: '正常', 专职人数: '12名', 助理社会工作师: 4, 高级社会工作师: '无',
        '最低承接金额(元)': '5万', '最高承接金额(元)': '200万元']])

    when:
    def imported = reader.agencies(file)
    def agency = imported.rows()[0].value()

    then:
    imported.problems() == []
    agency.id().value() == 'row-2'
    agency.creditCode().value() == CODE
    agency.founded().toString() == '2012-02'
    agency.registeredRegion().value() == '510821'
    agency.serviceRegions()*.value() == ['510802', '510821']
    agency.fields()*.value() == ['anti-drug', 'eldercare']
    agency.grade().label() == '3A'
    agency.gradeValidUntil() == LocalDate.of(2028, 6, 30)
    agency.inspectionYear() == 2025
    agency.licensed().assistants() == 4
    agency.licensed().socialWorkers() == null
    agency.licensed().seniors() == 0
    agency.maximumAmount().plain() == '2000000'
  }

  def "two files in each other's place are said to be so, and nothing else"() {
    when:
    def imported = fileOf == Kind.AGENCIES ? reader.projects(agencies([AGENCY])) : reader.agencies(projects([PROJECT]))

    then:
    imported.rows().empty
    imported.problems()*.code() == ['swapped-files']
    imported.problems()[0].sentence().contains('两个文件可能放反了')

    where:
    fileOf << Kind.values()
  }

  def "a problem calls its column as the sheet does"() {
    given:
    def row = PROJECT + [(header): '若干']

    expect:
    reader.projects(sheet('项目发布表', row.keySet().toList(), [row])).problems()*.sentence()[0].startsWith(said)

    where:
    header        || said
    '预算金额（万元）'    || '预算金额（万元）（G2）'
    '年度金额 (元)*'  || '年度金额(元)（G2）'
  }

  def "the state that a workbook of the platform tells is passed over"() {
    given:
    def row = PROJECT + ['平台状态': '结项']

    when:
    def imported = reader.projects(sheet('项目发布表', row.keySet().toList(), [row]))

    then:
    imported.problems() == []
    imported.extraColumns() == []
    imported.rows()[0].value().extra() == [:]
  }

  def "a project with #column = #typed: #severity #code at #cell"() {
    when:
    def imported = reader.projects(projects([PROJECT + [(column): typed]]))

    then:
    imported.problems().collect { [it.severity().name(), it.code(), it.cell()] } == [[severity, code, cell]]
    imported.problems()[0].sheet() == '项目发布表'
    imported.problems()[0].sentence().contains(cell)
    imported.rows()[0].value().unreadable()*.name() == unreadable

    where:
    column       | typed                  || severity  | code                 | cell | unreadable
    '购买主体'       | ''                     || 'ERROR'   | 'required-empty'     | 'C2' | []
    '购买主体'       | '/'                    || 'ERROR'   | 'required-empty'     | 'C2' | []
    '购买主体'       | '同上'                   || 'ERROR'   | 'ditto'              | 'C2' | ['BUYER']
    '购买主体'       | '=A2'                  || 'ERROR'   | 'formula-refused'    | 'C2' | ['BUYER']
    '区划'         | '蓬莱仙岛'                 || 'ERROR'   | 'unknown-region'     | 'D2' | ['REGION']
    '区划'         | '鼓楼区'                  || 'ERROR'   | 'ambiguous-region'   | 'D2' | ['REGION']
    '区划'         | '510899'               || 'WARNING' | 'retired-region'     | 'D2' | []
    '服务领域'       | '星际旅行'                 || 'ERROR'   | 'unknown-field'      | 'E2' | ['FIELDS']
    '服务领域'       | '养老、星际旅行'              || 'WARNING' | 'unknown-field'      | 'E2' | []
    '服务领域'       | '居家养老服务'               || 'WARNING' | 'term-understood'    | 'E2' | []
    '服务对象'       | '外星人'                  || 'WARNING' | 'unknown-target-group' | 'F2' | ['TARGET_GROUPS']
    '服务方式'       | '心灵感应'                 || 'WARNING' | 'unknown-method'     | 'G2' | ['METHODS']
    '预算金额(元)'    | '约120万'                || 'ERROR'   | 'unreadable-amount'  | 'I2' | ['BUDGET']
    '预算金额(元)'    | '120'                  || 'WARNING' | 'doubtful-value'     | 'I2' | []
    '采购方式'       | '=A2'                  || 'WARNING' | 'formula-value'      | 'M2' | []
    '采购制度'       | '随便'                   || 'ERROR'   | 'unreadable-choice'  | 'L2' | ['REGIME']
    '社工人数要求'     | '-3'                   || 'ERROR'   | 'out-of-range'       | 'O2' | ['HEADCOUNT']
    '持证比例要求(%)'  | '130%'                 || 'ERROR'   | 'out-of-range'       | 'Q2' | ['LICENSED_SHARE']
    '持证比例要求(%)'  | 0.3                    || 'WARNING' | 'value-understood'   | 'Q2' | []
    '须年检合格'      | '也许'                   || 'ERROR'   | 'unreadable-yes-no'  | 'T2' | ['ANNUAL_INSPECTION']
    '响应截止时间'     | '尽快'                   || 'ERROR'   | 'unreadable-date'    | 'X2' | ['RESPOND_BY']
    '联系人'        | '=1/0'                 || 'ERROR'   | 'cell-fault'         | 'Y2' | ['CONTACT']
  }

  def "what contradicts itself is not believed"() {
    expect:
    reader.projects(projects([PROJECT + [发布日期: '2026-03-02', 响应截止时间: '2026-03-01']])).problems()*.code() == ['contradiction']
    reader.projects(projects([PROJECT + ['预算金额(元)': 100000, '年度金额(元)': 200000]])).problems()*.code() == ['doubtful-value']

    and:
    def imported = reader.agencies(agencies([AGENCY + ['最低承接金额(元)': '20万', '最高承接金额(元)': '10万']]))
    imported.problems()*.cell() == ['W2', 'X2']
    imported.rows()[0].value().unreadable() == [AgencyColumn.MINIMUM_AMOUNT, AgencyColumn.MAXIMUM_AMOUNT] as Set
  }

  def "an inspection of a year that has not come is not known"() {
    when:
    def reader = PoiWorkbooks.readerOfOneRun(regions, new FewTerms(), LocalDate.of(2026, 11, 24))
    def imported = reader.agencies(agencies([AGENCY + [最近年检年度: '2030']]))

    then:
    imported.problems().find { it.code() == 'out-of-range' }.sentence().contains('晚于基准日期 2026-11-24 所在的年度')
    imported.rows()[0].value().inspectionYear() == null
    imported.rows()[0].value().unreadable().contains(AgencyColumn.INSPECTION_YEAR)
  }

  def "an agency that is hard to believe is taken and doubted: #told"() {
    when:
    def reader = PoiWorkbooks.readerOfOneRun(regions, new FewTerms(), LocalDate.of(2026, 11, 24))
    def imported = reader.agencies(agencies([AGENCY + told]))

    then:
    imported.problems().collect { [it.severity().name(), it.code(), it.cell()] } == doubts.collect { ['WARNING', *it] }
    imported.rows().size() == 1
    imported.rows()[0].value().unreadable().empty

    where:
    told                                            || doubts
    [专职人数: 1, 助理社会工作师: 60, 社会工作师: 40]            || [['doubtful-value', 'P2']]
    [专职人数: 100, 助理社会工作师: 60, 社会工作师: 40]          || []
    [助理社会工作师: 60]                                 || []
    [成立日期: '2099-01-01']                           || [['doubtful-value', 'E2']]
    [成立日期: '2026-11-25']                           || [['doubtful-value', 'E2']]
    [成立日期: '2027']                                 || [['doubtful-value', 'E2']]
    [成立日期: '2026年11月']                            || []
    [成立日期: '2026-11-24']                           || []
  }

  def "an agency that lists many fields is asked for its main ones"() {
    given:
    def regions = regions
    def terms = CelRuleBooks.ruleBooks(regions).shipped().vocabulary()
    def names = terms.terms(Term.Kind.SERVICE_FIELD)*.name()
    def reader = PoiWorkbooks.reader(regions, terms)

    expect:
    reader.agencies(agencies([AGENCY + [服务领域: names.take(12).join('、')]])).problems() == []
    reader.agencies(agencies([AGENCY + [服务领域: names.take(13).join('、')]])).problems().collect { [it.severity().name(), it.code(), it.cell()] } ==
        [['WARNING', 'too-many-items', 'H2']]
  }

  def "the identifier #typed is #id, with #codes"() {
    when:
    def imported = reader.projects(projects([PROJECT + [项目编号: typed]]))

    then:
    imported.problems()*.code() == codes
    imported.rows()[0].value().id().value() == id
    imported.rows()[0].value().unreadable()*.name() == (codes ? ['ID'] : [])

    where:
    typed              || id             | codes
    '旺采〔2026〕12/3号'   || '旺采〔2026〕12/3号' | []
    'A\\B'             || 'A\\B'           | []
    '../P-1'           || 'row-2'        | ['unusable-id']
    '../../etc'        || 'row-2'        | ['unusable-id']
    'P\\..'            || 'row-2'        | ['unusable-id']
    'P\u202E1'         || 'row-2'        | ['unusable-id']
    ' P-1\u3000'       || 'P-1'          | []
    'P\t 1'            || 'P 1'          | []
    'P-_x200B_1'       || 'P-1'          | []
    'P_x0001_-1'       || 'row-2'        | ['unusable-id']
    '_xD800_7'         || '7'            | []
    '。'                || 'row-2'        | []
    '..。'              || '..。'          | []
    '..'               || 'row-2'        | ['unusable-id']
    '._x200B_.'        || 'row-2'        | ['unusable-id']
    'P' * 101          || 'row-2'        | ['unusable-id']
  }

  def "a sentence says what was written, where, and what was meant or could be"() {
    expect:
    reader.projects(projects([PROJECT + [服务领域: '养劳']])).problems()[0].sentence() == '服务领域（E2）不认识“养劳”。最接近的标准名称：“养老”。'
    reader.agencies(agencies([AGENCY + [统一社会信用代码: '53100000500019795B']])).problems()[0].sentence().contains('应为 A')
  }

  def "a project is left out where it has no name or repeats a number, and still every problem is told"() {
    when:
    def imported = reader.projects(projects([
        PROJECT, PROJECT + [项目编号: ' p-1', 区划: ''], PROJECT + [项目编号: '', 项目名称: '另一个'], PROJECT + [项目编号: 'P-2', 项目名称: '', 服务领域: '星际旅行']]))

    then:
    imported.rows()*.number() == [2, 4]
    imported.rows()*.value()*.id()*.value() == ['P-1', 'row-4']
    imported.problems().collect { [it.cell(), it.code()] } ==
        [['A3', 'duplicate-id'], ['D3', 'required-empty'], ['B5', 'name-missing'], ['E5', 'unknown-field']]
  }

  def "an agency is left out where it has no name or repeats an earlier one"() {
    when:
    def imported = reader.agencies(agencies([
        AGENCY + [统一社会信用代码: CODE],
        AGENCY + [机构名称: '同一代码', 统一社会信用代码: CODE],
        AGENCY,
        AGENCY + [登记地区划: '苍溪县'],
        AGENCY + [登记地区划: '苍溪县'],
        AGENCY + [机构名称: ' '],
        AGENCY + [登记地区划: '苍溪县', 统一社会信用代码: '51510000500000000' + duijie.shared.CreditCode.checkDigit('51510000500000000').get()]]))

    then:
    imported.rows()*.number() == [2, 5, 8]
    imported.problems().collect { [it.cell(), it.code()] } ==
        [['B3', 'duplicate-credit-code'], ['A4', 'duplicate-name'], ['A6', 'duplicate-name'], ['A7', 'name-missing'], ['A8', 'possible-duplicate']]
  }

  def "headers are known with stars, widths, line breaks and units, wherever they stand"() {
    given:
    def file = workbook { book ->
      def sheet = book.createSheet('项目发布表')
      put(sheet, 0, ['2026年旺苍县供需对接会'])
      put(sheet, 1, ['', '单位：万元'])
      put(sheet, 3, ['序号', '项 目 名 称＊', '*购买主体', '区划\n*', '服务领域（必填）', '需求概况*', '预算金额（万元）', '备注'])
      put(sheet, 4, [1, '甲', '民政局', '510821', '养老', '略', 77.25, '急'])
      put(sheet, 5, [2])
      put(sheet, 7, [3, '乙', '民政局', 510821000000L, '养老', '略', '120万', ''])
    }

    when:
    def imported = reader.projects(file)

    then:
    imported.rows()*.number() == [5, 8]
    imported.rows()*.value()*.budget()*.plain() == ['772500', '1200000']
    imported.rows()*.value()*.region()*.value() == ['510821', '510821']
    imported.rows()[0].value().extra() == [序号: '1', 备注: '急']
    imported.extraColumns() == ['序号', '备注']
    imported.problems().collect { [it.severity().name(), it.code(), it.cell()] } ==
        [['WARNING', 'unknown-column', 'A4'], ['WARNING', 'unknown-column', 'H4']]
  }

  def "a missing column with a star is one error, and its values are unknown"() {
    when:
    def imported = reader.agencies(workbook { book ->
      def sheet = book.createSheet('机构名录')
      put(sheet, 0, ['机构名称', '服务领域', '服务领域', '错误原因'])
      put(sheet, 1, ['甲', '养老', '禁毒', '上次的错误'])
      put(sheet, 2, ['机构名称', '服务领域'])
      put(sheet, 3, ['乙', '养老'])
    })

    then:
    imported.rows()*.value()*.name() == ['甲', '乙']
    imported.rows()*.value()*.fields()*.toString() == ['[eldercare]', '[eldercare]']
    imported.problems()*.code() == ['missing-column', 'duplicate-column', 'repeated-header']
    imported.problems()[0].sentence().contains('登记地区划')
  }

  def "without the column of names no row can be taken"() {
    when:
    def imported = reader.agencies(workbook { book ->
      def sheet = book.createSheet('机构名录')
      put(sheet, 0, ['登记地区划', '服务领域'])
      put(sheet, 1, ['旺苍县', '养老'])
    })

    then:
    imported.rows() == []
    imported.problems()*.code() == ['missing-column']
  }

  def "the sheet goes by its name, else by being the only one that people see"() {
    expect:
    reader.agencies(workbook { book ->
      names.each { name ->
        def sheet = book.createSheet(name)
        put(sheet, 0, AGENCY.keySet() as List)
        put(sheet, 1, AGENCY.values() as List)
        if (name.startsWith('_') || name == '选项') {
          book.setSheetHidden(book.getSheetIndex(sheet), true)
        }
      }
    }).with { it.problems().findAll { p -> p.code() != 'template-version' }*.code() } == codes

    where:
    names                          || codes
    ['机构名录']                       || []
    ['别的', '机构名录']                 || []
    ['别的']                         || []
    ['别的', '填写说明', '错误汇总', '选项']   || []
    ['甲', '乙']                     || ['sheet-not-found']
  }

  def "values merged over several rows belong to each of them"() {
    when:
    def imported = reader.projects(workbook { book ->
      def sheet = book.createSheet('项目发布表')
      put(sheet, 0, ['某县项目一览'])
      sheet.addMergedRegion(CellRangeAddress.valueOf('A1:F1'))
      put(sheet, 1, ['项目编号', '项目名称', '购买主体', '区划', '服务领域', '需求概况'])
      put(sheet, 2, ['1', '包一', '民政局', '510821', '养老', '略'])
      put(sheet, 3, ['2', '包二', '', '', '禁毒', '略'])
      put(sheet, 4, ['3', '包三', '妇联', '', '养老', '略'])
      sheet.addMergedRegion(CellRangeAddress.valueOf('C3:C4'))
      sheet.addMergedRegion(CellRangeAddress.valueOf('D3:D5'))
    })

    then:
    imported.rows()*.value()*.buyer() == ['民政局', '民政局', '妇联']
    imported.rows()*.value()*.region()*.value() == ['510821'] * 3
    imported.problems().collect { [it.code(), it.cell()] } == [['merged-cells', 'C3'], ['merged-cells', 'D3']]
  }

  def "a workbook made from #version template says #codes"() {
    when:
    def imported = reader.agencies(workbook { book ->
      def sheet = book.createSheet('机构名录')
      put(sheet, 0, AGENCY.keySet() as List)
      put(sheet, 1, AGENCY.values() as List)
      def marker = book.createSheet('_duijie')
      put(marker, 0, ['template', '机构名录'])
      put(marker, 1, ['version', version])
    })

    then:
    imported.problems()*.code() == codes

    where:
    version || codes
    '1'     || []
    '0'     || ['template-version']
    '2'     || ['template-version']
  }

  def "our own template, filled in, is read without a word"() {
    given:
    def file = folder.resolve('template.xlsx')
    Files.newOutputStream(file).withCloseable { PoiWorkbooks.writer(regions, new FewTerms()).template(Kind.AGENCIES, it) }
    def book = Files.newInputStream(file).withCloseable { new XSSFWorkbook(it) }
    def row = book.getSheet('机构名录').createRow(1)
    [(AgencyColumn.NAME): '阳光社工', (AgencyColumn.REGISTERED_REGION): '510821', (AgencyColumn.FIELDS): '养老', (AgencyColumn.FULL_TIME_STAFF): 3].each { column, value ->
      write(row.createCell(column.ordinal()), value)
    }
    Files.newOutputStream(file).withCloseable { book.write(it) }

    expect:
    reader.agencies(file).problems() == []
    reader.agencies(file).rows()*.value()*.name() == ['阳光社工']
  }

  def "numbers that Excel keeps with the noise of binary fractions are read as it shows them"() {
    expect:
    reader.projects(projects([PROJECT + ['预算金额(元)': 0.1d + 0.2d + 1200]])).rows()[0].value().budget().plain() == '1200.3'
  }

  def "more problems than anyone reads are counted"() {
    given:
    def rows = (1..3).collect { PROJECT + [项目编号: "P-$it", 服务领域: (1..60).collect { "未知$it" }.join('、')] }

    when:
    def imported = reader.projects(projects((1..170).collectMany { i -> rows.collect { it + [项目编号: it.项目编号 + "-$i"] } }))

    then:
    imported.problems().size() == 10_001
    imported.problems().last().code() == 'more-problems'
    imported.hasErrors()
  }

  def "every code is unlike the others and explained"() {
    expect:
    ProblemCode.values()*.code().unique().size() == ProblemCode.values().size()
    ProblemCode.values().every { it.code() ==~ /[a-z]+(-[a-z]+)*/ && it.meaning() }
  }

  private Path projects(List<Map> rows) {
    sheet('项目发布表', ProjectColumn.values()*.label(), rows)
  }

  private Path agencies(List<Map> rows) {
    sheet('机构名录', AgencyColumn.values()*.label(), rows)
  }

  private Path sheet(String name, List<String> labels, List<Map> rows) {
    workbook { book ->
      def sheet = book.createSheet(name)
      put(sheet, 0, labels)
      rows.eachWithIndex { row, i -> put(sheet, i + 1, labels.collect { row.getOrDefault(it, '') }) }
    }
  }

  private Path workbook(Closure fill) {
    def book = new XSSFWorkbook()
    fill(book)
    book.creationHelper.createFormulaEvaluator().evaluateAll()
    def file = folder.resolve('book.xlsx')
    Files.newOutputStream(file).withCloseable { book.write(it) }
    file
  }

  private static void put(Sheet sheet, int number, List values) {
    def row = sheet.createRow(number)
    values.eachWithIndex { value, i ->
      if (value != '') {
        write(row.createCell(i), value)
      }
    }
  }

  private static void write(Cell cell, Object value) {
    if (value instanceof Number) {
      cell.setCellValue(value as double)
    } else if (value instanceof LocalDate || value instanceof LocalDateTime) {
      cell.setCellValue(value)
      cell.cellStyle = cell.sheet.workbook.createCellStyle()
      cell.cellStyle.dataFormat = 22
    } else if (value.toString().startsWith('=')) {
      cell.cellFormula = value.toString().substring(1)
    } else {
      cell.setCellValue(value.toString())
    }
  }
}
