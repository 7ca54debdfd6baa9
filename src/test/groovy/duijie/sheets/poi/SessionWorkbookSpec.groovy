package duijie.sheets.poi

import duijie.sheets.FewRegions
import duijie.sheets.FewTerms
import duijie.sheets.SessionBook
import duijie.sheets.SessionBookExamples
import duijie.sheets.SessionSheet
import duijie.sheets.WorkbookWriter
import org.apache.poi.xssf.usermodel.XSSFSheet
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Shared
import spock.lang.Specification

/** The workbook of a session, as its organizer prints it and takes it along. */
class SessionWorkbookSpec extends Specification {

  static final Set<SessionSheet> READY = SessionSheet.values() as Set

  @Shared WorkbookWriter writer = PoiWorkbooks.writer(new FewRegions(), new FewTerms())
  @Shared XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes(SessionBookExamples.book())))

  def "the sheet of pairs says when and where each talks, and why a pair does not"() {
    given:
    def sheet = workbook.getSheet('对接总表')

    expect:
    row(sheet, 0) == ['场次', '时段', '桌号', '项目编号', '项目名称', '购买主体', '机构名称', '统一社会信用代码', '匹配分', '匹配理由', '待核事项', '双方确认', '签到', '备注']
    row(sheet, 1).take(4) == ['上午场', '09:00–09:08', '1', 'P-001']
    row(sheet, sheet.lastRowNum).with { it.take(3) == ['', '', ''] && it.last() == '未排：项目的洽谈次数已满' }
    sheet.lastRowNum == 12 * 8 + 1
  }

  def "measured"() {
    given:
    def big = SessionBookExamples.book(projects: 441, agencies: 600, slots: 20, perProject: 18)
    long begun = System.nanoTime()
    def bytes = bytes(big)
    println "big workbook: ${(System.nanoTime() - begun) / 1e9} s, ${bytes.length} bytes, ${big.talks().size()} talks"
    new File('/tmp/book').mkdirs()
    new File('/tmp/book/big.xlsx').bytes = bytes
    new File('/tmp/book/small.xlsx').bytes = this.bytes(SessionBookExamples.book())

    expect:
    bytes.length > 0
  }

  private byte[] bytes(SessionBook book, Set<SessionSheet> sheets = READY) {
    def out = new ByteArrayOutputStream()
    writer.session(book, sheets, out)
    out.toByteArray()
  }

  private static List<String> row(XSSFSheet sheet, int number) {
    def formatter = new org.apache.poi.ss.usermodel.DataFormatter()
    sheet.getRow(number).collect { formatter.formatCellValue(it) }
  }
}
