package duijie.sheets.poi

import duijie.sheets.FewRegions
import duijie.sheets.FewTerms
import duijie.sheets.SessionBook
import duijie.sheets.SessionBookExamples
import duijie.sheets.SessionSheet
import duijie.sheets.WorkbookWriter
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.apache.poi.ss.usermodel.CellType
import org.apache.poi.ss.usermodel.DataFormatter
import org.apache.poi.xssf.usermodel.XSSFSheet
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The workbook of a session, as its organizer prints it and takes it along. */
class SessionWorkbookSpec extends Specification {

  static final Path PDFTOTEXT = LibreOffice.found('pdftotext')

  @Shared WorkbookWriter writer = PoiWorkbooks.writer(new FewRegions(), new FewTerms())
  @Shared SessionBook small = SessionBookExamples.book()
  @Shared XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(small)))
  @Shared @TempDir Path folder

  def "it has nine sheets; those of which columns are agreed have these"() {
    expect:
    workbook*.sheetName == ['对接总表', '桌次时刻表', '机构行程单', '签到表', '意向台账', '跟踪台账', '统计汇总', '项目发布表', '机构名录']
    seen('对接总表', 0) == '场次, 时段, 桌号, 项目编号, 项目名称, 购买主体, 机构名称, 统一社会信用代码, 匹配分, 匹配理由, 待核事项, 双方确认, 签到, 备注'
    seen('意向台账', 0) == '对接编号, 项目, 机构, 洽谈结果, 意向金额(元), 待补事项, 责任人, 跟进期限, 项目方签字, 机构签字'
    seen('跟踪台账', 0) == '意向, 采购, 成交, 合同号, 合同金额(元), 首付款, 验收'
  }

  def "the sheet of pairs says when and where each talks, and why a pair does not"() {
    given:
    def sheet = workbook.getSheet('对接总表')

    expect:
    row(sheet, 1).take(4) == ['上午场', '09:00–09:08', '1', 'P-001']
    row(sheet, sheet.lastRowNum).with { it.take(3) == ['', '', ''] && it.last() == '未排：项目的洽谈次数已满' }
    sheet.lastRowNum == 12 * 8 + 1
  }

  def "turns go down and tables across, and each cell says who sits there"() {
    given:
    def sheet = workbook.getSheet('桌次时刻表')

    expect:
    row(sheet, 0).take(4) == ['场次', '时段', '1 号桌\n普济镇第1期社会工作服务站项目', '2 号桌\n=cmd|某项目𠮷']
    row(sheet, 1)[4] == '+SUM(A1) 中心😀'
    sheet.lastRowNum == 8
  }

  def "each agency has a page of its own"() {
    given:
    def sheet = workbook.getSheet('机构行程单')

    expect:
    sheet.rowBreaks.length == 30 - 1
    row(sheet, 0)[0] == '+SUM(A1) 中心😀'
    row(sheet, 1)[0].contains('共 3 场洽谈，每场 8 分钟，换桌 2 分钟')
    sheet.rowBreaks.every { row(sheet, it + 1)[0].contains('中心') && row(sheet, it + 3)[0] == '场次' }
  }

  def "both sides are to sign, and who came has the minute as a real time"() {
    given:
    def sheet = workbook.getSheet('签到表')

    expect:
    row(sheet, 1).take(7) == ['1', '购买方', '旺苍县第1民政办', '普济镇第1期社会工作服务站项目', '09:00 1 号桌', '8', '09:05']
    sheet.getRow(1).getCell(6).cellType == CellType.NUMERIC
    sheet.getRow(13).heightInPoints >= 30
    sheet.lastRowNum == 12 + 30
    sheet.isColumnHidden(9)
  }

  def "outcomes have real amounts and dates, and the five words to choose from"() {
    given:
    def sheet = workbook.getSheet('意向台账')

    expect:
    row(sheet, 1)[0] == 'DJ-001'
    sheet.getRow(1).getCell(4).numericCellValue == 120000.5d
    sheet.getRow(1).getCell(7).localDateTimeCellValue.toLocalDate().toString() == '2027-01-15'
    sheet.dataValidations*.validationConstraint*.explicitListValues*.toList() == [['无联系', '仅交流', '储备', '洽商', '达成意向']]
    sheet.isColumnHidden(10)
  }

  def "counts and sums are exact: #group #name"() {
    given:
    def line = (1..workbook.getSheet('统计汇总').lastRowNum).collect { row(workbook.getSheet('统计汇总'), it) }.find { it[0] == group && it[1] == name }

    expect: 'projects, budget, agencies, talks, without a place, recorded, intents and what they come to'
    line.drop(2) == numbers

    where:
    group      | name           || numbers
    '合计'     | '全部'         || ['12', '4,320,000', '30', '96', '1', '39', '20', '2,400,010']
    '服务领域' | '养老'         || ['12', '4,320,000', '30', '96', '1', '39', '20', '2,400,010']
    '区划'     | '四川省/广元市/旺苍县' || ['12', '4,320,000', '30', '96', '1', '39', '20', '2,400,010']
    '洽谈结果' | '达成意向'     || ['12', '4,320,000', '6', '20', '0', '20', '20', '2,400,010']
    '洽谈结果' | '双方所记不同' || ['12', '4,320,000', '6', '19', '0', '0', '0', '0']
    '洽谈结果' | '无联系'       || ['0', '0', '0', '0', '0', '0', '0', '0']
  }

  def "nothing that people wrote is a formula"() {
    expect:
    workbook.every { sheet -> sheet.every { row -> row.every { it.cellType != CellType.FORMULA } } }
    workbook.getSheet('意向台账').getRow(2).getCell(1).with { it.stringCellValue == '=cmd|某项目𠮷' && it.cellStyle.quotePrefixed }
  }

  def "every sheet is printed on A4 landscape, numbered, its header on every page"() {
    expect:
    workbook.every { it.printSetup.landscape && it.printSetup.paperSize == 9 && it.footer.right.contains('&P') }
    workbook.findAll { it.sheetName != '机构行程单' }.every { it.fitToPage && it.repeatingRows.formatAsString() == '1:1' && it.paneInformation.freezePane }
  }

  @Requires(value = { LibreOffice.PRESENT && SessionWorkbookSpec.PDFTOTEXT }, reason = 'no LibreOffice (soffice) or no pdftotext on the PATH')
  def "LibreOffice prints it: a page for each agency, tables over several pages that each begin with the turn"() {
    given:
    def file = Files.write(folder.resolve('session.xlsx'), bytes(small))

    when:
    LibreOffice.convert(folder, 'pdf', [file])
    def pages = LibreOffice.run(PDFTOTEXT.toString(), '-layout', folder.resolve('session.pdf').toString(), '-').split('\f').toList()
    def of = { String sheet -> pages.findAll { it.contains("供需对接 · $sheet") } }

    then:
    of('机构行程单').size() == 30
    of('机构行程单').every { it.contains('洽谈记录') }
    of('桌次时刻表').size() == 2
    of('桌次时刻表').every { it.contains('09:00–09:08') }
    SessionSheet.values().every { of(it.label()) }
    !pages.any { it.contains('###') }
  }

  def "441 projects and 600 agencies with 8,000 talks are written in seconds"() {
    given:
    def large = SessionBookExamples.book(projects: 441, agencies: 600, slots: 20, perProject: 18)
    long begun = System.nanoTime()

    when:
    def written = bytes(large)
    def took = Duration.ofNanos(System.nanoTime() - begun)

    then:
    large.talks().size() == 7939
    written.length < 5_000_000
    took < Duration.ofSeconds(20)
  }

  private byte[] bytes(SessionBook book) {
    def out = new ByteArrayOutputStream()
    writer.session(book, SessionSheet.values() as Set, out)
    out.toByteArray()
  }

  /** What people see of a row. */
  private String seen(String name, int number) {
    def sheet = workbook.getSheet(name)
    row(sheet, number).withIndex().findAll { text, i -> !sheet.isColumnHidden(i) }.collect { it[0] }.join(', ')
  }

  private static List<String> row(XSSFSheet sheet, int number) {
    def formatter = new DataFormatter()
    sheet.getRow(number).collect { formatter.formatCellValue(it) }
  }
}
