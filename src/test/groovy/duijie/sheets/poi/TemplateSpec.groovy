package duijie.sheets.poi

import duijie.sheets.FewRegions
import duijie.sheets.FewTerms
import duijie.sheets.WorkbookWriter
import duijie.sheets.WorkbookWriter.Kind
import org.apache.poi.ss.usermodel.DataValidation
import org.apache.poi.ss.usermodel.SheetVisibility
import org.apache.poi.xssf.usermodel.XSSFSheet
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Specification

/** The empty workbooks that agencies and bureaus fill in. */
class TemplateSpec extends Specification {

  WorkbookWriter writer = PoiWorkbooks.writer(new FewRegions(), new FewTerms())

  def "the template of #kind asks for every column, says which should be filled in, and explains each"() {
    when:
    def workbook = template(kind)
    def header = workbook.getSheet(kind.sheet()).getRow(0)

    then: 'the sheet to fill in comes first, by its name'
    workbook*.sheetName == [kind.sheet(), '填写说明', '_duijie']
    header.collect { it.stringCellValue } == columns.collect { it.label() + (it.required() ? '*' : '') }

    and: 'a note on each header, and the same in the guide'
    header.every { it.cellComment.string.string.contains('例如：') }
    columns*.label().every { label -> workbook.getSheet('填写说明').any { it.getCell(0).stringCellValue == label } }

    and: 'nothing else in the sheet that could be taken for a row'
    workbook.getSheet(kind.sheet()).lastRowNum == 0

    where:
    kind          | columns
    Kind.PROJECTS | duijie.projects.Column.values().toList()
    Kind.AGENCIES | duijie.agencies.Column.values().toList()
  }

  def "the hidden sheet of #kind tells which template it is"() {
    when:
    def workbook = template(kind)
    def marker = workbook.getSheet('_duijie')

    then:
    workbook.getSheetVisibility(workbook.getSheetIndex(marker)) == SheetVisibility.VERY_HIDDEN
    (0..1).collect { row -> (0..1).collect { marker.getRow(row).getCell(it).stringCellValue } } ==
        [['template', kind.sheet()], ['version', '1']]

    where:
    kind << Kind.values()
  }

  def "#label offers #words, and a word that is none of them is #otherwise"() {
    when:
    def validation = validation(kind, label)

    then:
    offered(kind, validation) == words
    validation.showErrorBox == (otherwise == 'refused')
    !validation.showErrorBox || validation.errorStyle == DataValidation.ErrorStyle.STOP

    and: 'in the thousand rows that are prepared'
    validation.regions.cellRangeAddresses.every { it.firstRow == 1 && it.lastRow == 1000 }

    where:
    kind          | label      | words                                     | otherwise
    Kind.PROJECTS | '采购制度'     | ['政府采购', '比选', '公益创投']                  | 'refused'
    Kind.PROJECTS | '计价方式'     | ['竞价', '固定总价', '岗位', '人月', '活动', '工时']    | 'refused'
    Kind.PROJECTS | '须年检合格'    | ['是', '否']                                | 'refused'
    Kind.PROJECTS | '须本地登记'    | ['是', '否']                                | 'refused'
    Kind.PROJECTS | '专门面向中小企业' | ['是', '否']                                | 'refused'
    Kind.PROJECTS | '最低评估等级'   | ['1A', '2A', '3A', '4A', '5A']            | 'refused'
    Kind.PROJECTS | '服务领域*'    | ['社工站', '养老', '助餐', '未成年人保护', '禁毒']             | 'taken too'
    Kind.AGENCIES | '服务领域*'    | ['社工站', '养老', '助餐', '未成年人保护', '禁毒']             | 'taken too'
    Kind.AGENCIES | '组织类型'     | ['民办非企业单位', '社会团体', '基金会', '企业', '事业单位'] | 'refused'
    Kind.AGENCIES | '年检结论'     | ['合格', '基本合格', '不合格']                    | 'refused'
    Kind.AGENCIES | '信用状态'     | ['正常', '活动异常名录', '严重违法失信']              | 'refused'
    Kind.AGENCIES | '评估等级'     | ['1A', '2A', '3A', '4A', '5A']            | 'refused'
  }

  def "#label asks about what is no #type, since the import understands more than Excel does"() {
    expect:
    with(validation(kind, label)) {
      validationConstraint.validationType == type
      errorStyle == DataValidation.ErrorStyle.WARNING
    }

    where:
    kind          | label       | type
    Kind.PROJECTS | '预算金额(元)'   | 2 // decimal
    Kind.PROJECTS | '持证比例要求(%)' | 2
    Kind.PROJECTS | '服务期限(月)'   | 1 // whole number
    Kind.PROJECTS | '发布日期'      | 4 // date
    Kind.AGENCIES | '成立日期'      | 4
    Kind.AGENCIES | '最近年检年度'    | 1
  }

  def "#label is typed as text, so that no digit is lost"() {
    expect:
    def sheet = template(kind).getSheet(kind.sheet())
    sheet.getColumnStyle(sheet.getRow(0).find { it.stringCellValue == label }.columnIndex).dataFormatString == '@'

    where:
    kind          | label
    Kind.PROJECTS | '项目编号'
    Kind.PROJECTS | '联系电话'
    Kind.AGENCIES | '统一社会信用代码'
    Kind.AGENCIES | '联系电话'
  }

  private XSSFWorkbook template(Kind kind) {
    def out = new ByteArrayOutputStream()
    writer.template(kind, out)
    new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))
  }

  private DataValidation validation(Kind kind, String label) {
    XSSFSheet sheet = template(kind).getSheet(kind.sheet())
    def column = sheet.getRow(0).find { it.stringCellValue == label }.columnIndex
    sheet.dataValidations.find { it.regions.cellRangeAddresses.any { it.firstColumn == column } }
  }

  private List<String> offered(Kind kind, DataValidation validation) {
    def range = (validation.validationConstraint.formula1 =~ /'_duijie'!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)/)[0]
    def lists = template(kind).getSheet('_duijie')
    def column = org.apache.poi.ss.util.CellReference.convertColStringToIndex(range[1])
    (0..<(range[2] as int)).collect { lists.getRow(it).getCell(column).stringCellValue }
  }
}
