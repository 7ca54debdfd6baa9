package duijie.sheets.poi

import duijie.sheets.FewRegions
import duijie.sheets.FewTerms
import duijie.sheets.Problem
import duijie.sheets.Problem.Severity
import duijie.sheets.WorkbookWriter
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipInputStream
import java.util.zip.ZipOutputStream
import org.apache.poi.ss.util.CellRangeAddress
import org.apache.poi.ss.util.CellReference
import org.apache.poi.xssf.usermodel.XSSFCell
import org.apache.poi.xssf.usermodel.XSSFSheet
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import org.dhatim.fastexcel.Workbook
import spock.lang.Specification
import spock.lang.TempDir

/** The workbook that comes back to be mended. */
class ErrorWorkbookSpec extends Specification {

  static final String SHEET = '机构名录'

  @TempDir Path folder
  WorkbookWriter writer = PoiWorkbooks.writer(new FewRegions(), new FewTerms())

  def "each faulty row says at its end what is wrong, and its faulty cells are marked"() {
    given:
    def file = uploaded()

    when:
    def sheet = errors(file, [
        problem('B3', '校验位不对，应为3。'), problem('D3', '不认识“火星”。', Severity.WARNING), problem('A5', '机构名称为空。')]).getSheet(SHEET)

    then: 'a column after the last header'
    text(sheet, 'E2') == '错误原因'
    text(sheet, 'E3') == '1. 校验位不对，应为3。\n2. （提醒）不认识“火星”。'
    cell(sheet, 'E4') == null
    text(sheet, 'E5') == '机构名称为空。'

    and: 'errors in red, warnings in yellow, and a note on each'
    fill(sheet, 'B3') == 'FFFFC7CD'
    fill(sheet, 'D3') == 'FFFFEB9D'
    fill(sheet, 'A5') == 'FFFFC7CD'
    fill(sheet, 'A3') == null
    sheet.getCellComment(CellAddress('B3')).string.string == '校验位不对，应为3。'
    sheet.getCellComment(CellAddress('A5')).string.string == '机构名称为空。'
  }

  def "everything else comes back as it went in"() {
    given:
    def file = uploaded()

    when:
    def workbook = errors(file, [problem('C4', '日期读不懂。')])
    def sheet = workbook.getSheet(SHEET)

    then:
    workbook*.sheetName == ['说明', SHEET, '错误汇总']
    text(workbook.getSheet('说明'), 'A1') == '别的内容 𠮷😀'
    text(sheet, 'A1') == '机构名录（2026）'
    sheet.mergedRegions == [CellRangeAddress.valueOf('A1:D1')]
    text(sheet, 'A3') == '旺苍县米仓山社会工作服务中心 𠮷 <&> _x0041_'
    cell(sheet, 'C3').localDateTimeCellValue.toLocalDate().toString() == '2026-03-01'
    cell(sheet, 'C4').cellStyle.dataFormatString == 'yyyy-mm-dd'
    cell(sheet, 'C4').cellFormula == 'C3+1'
    fill(sheet, 'C4') == 'FFFFC7CD'
    sheet.getColumnWidth(0) == 30 * 256
    sheet.getColumnWidth(4) == 60 * 256
    sheet.dataValidations.size() == 1
    sheet.dataValidations[0].promptBoxText == '请填标准名称'
    sheet.getCellComment(CellAddress('A2')).string.string == '填全称'
  }

  def "all problems are listed with links, those of no cell too"() {
    when:
    def sheet = errors(uploaded(), [
        new Problem('a.xlsx', SHEET, null, Severity.ERROR, 'missing-column', '缺少列“登记地区划”。'),
        problem('B3', '校验位不对。')]).getSheet('错误汇总')

    then:
    (0..2).collect { row -> (0..5).collect { show(sheet, row, it) } } == [
        ['序号', '工作表', '单元格', '程度', '错误原因', '代码'],
        ['1', SHEET, '', '错误', '缺少列“登记地区划”。', 'missing-column'],
        ['2', SHEET, 'B3', '错误', '校验位不对。', 'a-code']]
    sheet.getHyperlink(CellAddress('C3')).location == "'机构名录'!B3"
    sheet.repeatingRows.formatAsString() == '1:1'
  }

  def "a second round replaces what the first one added"() {
    given:
    def first = folder.resolve('first.xlsx')
    Files.write(first, bytes(uploaded(), [problem('B3', '第一次。'), problem('A4', '第一次也错。')]))

    when:
    def workbook = errors(first, [problem('A4', '第二次。')])
    def sheet = workbook.getSheet(SHEET)

    then:
    workbook*.sheetName == ['说明', SHEET, '错误汇总']
    sheet.getRow(1).collect { it.stringCellValue } == ['机构名称*', '统一社会信用代码', '成立日期', '服务领域*', '错误原因']
    cell(sheet, 'E3') == null
    text(sheet, 'E4') == '第二次。'
    fill(sheet, 'B3') == null
    fill(sheet, 'A4') == 'FFFFC7CD'
    sheet.getCellComment(CellAddress('B3')) == null
    sheet.getCellComment(CellAddress('A4')).string.string == '第二次。'
    sheet.getCellComment(CellAddress('A2')).string.string == '填全称'
    show(workbook.getSheet('错误汇总'), 1, 4) == '第二次。'
    workbook.getSheet('错误汇总').lastRowNum == 1

    and: 'when all is mended nothing is left'
    def second = folder.resolve('second.xlsx')
    Files.write(second, bytes(first, [problem('A4', '第二次。')]))
    def mended = errors(second, []).getSheet(SHEET)
    (3..6).every { cell(mended, 'E' + it) == null }
    fill(mended, 'A4') == null
  }

  def "cells and rows that are not in the file are marked all the same"() {
    when:
    def sheet = errors(uploaded(), [problem('D4', '必填项为空。'), problem('B9', '空行里的错。')]).getSheet(SHEET)

    then:
    fill(sheet, 'D4') == 'FFFFC7CD'
    fill(sheet, 'B9') == 'FFFFC7CD'
    text(sheet, 'E9') == '空行里的错。'
  }

  def "what is to be mended is seen: a filter is cleared, hidden rows, columns and sheets are shown"() {
    given:
    def file = folder.resolve('filtered.xlsx')
    def sheetXml = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr filterMode="1"/><cols><col min="1" max="3" width="0" hidden="1" customWidth="1"/></cols><sheetData>' +
        '<row r="1"><c r="A1" t="inlineStr"><is><t>机构名称</t></is></c><c r="B1" t="inlineStr"><is><t>服务领域</t></is></c></row>' +
        '<row r="2" hidden="1"><c r="A2" t="str"><v>甲</v></c></row><row r="3"><c r="A3" t="str"><v>乙</v></c></row></sheetData>' +
        '<autoFilter ref="A1:B3"><filterColumn colId="0"><filters><filter val="乙"/></filters></filterColumn></autoFilter></worksheet>'
    def files = parts(sheetXml)
    files['xl/workbook.xml'] = files['xl/workbook.xml'].replace("sheetId='1'", "sheetId='1' state='hidden'")
    Files.write(file, zip(files))

    when:
    def out = bytes(file, [problem('B3', '不对。')])
    def back = new XSSFWorkbook(new ByteArrayInputStream(out))
    def sheet = back.getSheet(SHEET)

    then:
    !back.isSheetHidden(0)
    !sheet.getRow(1).zeroHeight
    [0, 1, 2, 3].collect { sheet.isColumnHidden(it) } == [true, false, false, false]
    sheet.getColumnWidth(1) > 0

    and: 'the buttons stay'
    def xml = part(out, 'xl/s.xml')
    xml.contains('<autoFilter ref="A1:B3"/>')
    !xml.contains('filterMode')
  }

  def "without a filter only rows with problems are shown"() {
    given:
    def file = uploaded()
    def workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)))
    [2, 3].each { workbook.getSheet(SHEET).getRow(it).zeroHeight = true }
    file.toFile().withOutputStream { workbook.write(it) }

    expect:
    with(errors(file, [problem('B4', '不对。')]).getSheet(SHEET)) {
      it.getRow(2).zeroHeight
      !it.getRow(3).zeroHeight
    }
  }

  def "a template that was filled in keeps its notes, lists and hidden sheet"() {
    given:
    def file = folder.resolve('template.xlsx')
    def workbook = template()
    workbook.getSheet(SHEET).createRow(1).createCell(0).setCellValue('某机构')
    file.toFile().withOutputStream { workbook.write(it) }

    when:
    def back = errors(file, [problem('F2', '登记地区划为空。')])
    def sheet = back.getSheet(SHEET)

    then:
    text(sheet, 'AD1') == '错误原因'
    text(sheet, 'AD2') == '登记地区划为空。'
    fill(sheet, 'F2') == 'FFFFC7CD'
    sheet.getRow(0).take(29).every { it.cellComment != null }
    sheet.getCellComment(CellAddress('F2')) != null
    sheet.dataValidations.size() == template().getSheet(SHEET).dataValidations.size()
    back.isSheetVeryHidden(back.getSheetIndex('_duijie'))
  }

  def "a workbook of another program (fastexcel, shared texts, no notes) is marked too"() {
    given:
    def file = folder.resolve('fast.xlsx')
    file.toFile().withOutputStream { out ->
      new Workbook(out, 'test', null).withCloseable { workbook ->
        def sheet = workbook.newWorksheet(SHEET)
        ['机构名称*', '登记地区划*', '服务领域*'].eachWithIndex { header, i -> sheet.value(0, i, header) }
        sheet.value(1, 0, '某机构')
      }
    }

    expect:
    with(errors(file, [problem('B2', '区划为空。')]).getSheet(SHEET)) {
      text(it, 'D1') == '错误原因'
      text(it, 'D2') == '区划为空。'
      fill(it, 'B2') == 'FFFFC7CD'
    }
  }

  def "of #what only the list of problems goes back"() {
    given:
    def file = folder.resolve('bad.xlsx')
    Files.write(file, content)
    def problem = new Problem('bad.xlsx', null, null, Severity.ERROR, 'damaged', '文件损坏，请重新保存后再试。')

    when:
    def workbook = errors(file, [problem])

    then:
    workbook*.sheetName == ['错误汇总']
    show(workbook.getSheet('错误汇总'), 1, 4) == '文件损坏，请重新保存后再试。'

    where:
    what                     | content
    'an empty file'          | new byte[0]
    'no zip'                 | 'hello'.bytes
    'a zip of something else' | zip(['a.txt': 'x'])
    'a document type'        | zip(parts('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'))
    'a sheet cut short'      | zip(parts('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'))
    'a sheet of nonsense'    | zip(parts('<x/>'))
    'a workbook with macros' | zip(parts('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>') + ['xl/vbaProject.bin': 'x'])
  }

  def "no parser writes to standard error what is wrong with a part"() {
    given:
    def said = new ByteArrayOutputStream()
    def standard = System.err
    System.err = new PrintStream(said)

    when:
    PartTree.read([*'<a>'.bytes, 0xFF as byte, *'</a>'.bytes] as byte[])

    then:
    thrown(IOException)
    said.size() == 0

    cleanup:
    System.err = standard
  }

  def "prefixed names are copied, and what is added fits among them"() {
    given:
    def file = folder.resolve('prefixed.xlsx')
    Files.write(file, zip(parts('<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="1" max="16384" width="9"/></x:cols><x:sheetData><x:row r="1" spans="1:2"><x:c r="A1" t="inlineStr"><x:is><x:t>机构名称</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>服务领域</x:t></x:is></x:c></x:row><x:row><x:c r="A2" t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData><x:dataValidations count="1"><x:dataValidation sqref="A5" prompt="一&#10;二&#9;𠮷" type="list"><x:formula1>"a"</x:formula1></x:dataValidation></x:dataValidations></x:worksheet>')))

    when:
    def sheet = errors(file, [problem('B2', '空。')]).getSheet(SHEET)

    then:
    text(sheet, 'C1') == '错误原因'
    text(sheet, 'C2') == '空。'
    text(sheet, 'A2') == '甲'
    sheet.dataValidations[0].promptBoxText == '一\n二\t𠮷'
    [1, 2, 3].collect { sheet.getColumnWidth(it) } == [9 * 256, 60 * 256, 9 * 256]
  }

  /** Title row, header in row 2, three rows, a formula, a merged region, a note and another sheet. */
  private Path uploaded() {
    def file = folder.resolve('uploaded.xlsx')
    new XSSFWorkbook().withCloseable { workbook ->
      workbook.createSheet('说明').createRow(0).createCell(0).setCellValue('别的内容 𠮷😀')
      def sheet = workbook.createSheet(SHEET)
      sheet.setColumnWidth(0, 30 * 256)
      sheet.createRow(0).createCell(0).setCellValue('机构名录（2026）')
      sheet.addMergedRegion(CellRangeAddress.valueOf('A1:D1'))
      def header = sheet.createRow(1)
      ['机构名称*', '统一社会信用代码', '成立日期', '服务领域*'].eachWithIndex { name, i -> header.createCell(i).setCellValue(name) }
      new Notes(sheet).add(header.getCell(0), '填全称')
      def date = workbook.createCellStyle()
      date.dataFormat = workbook.createDataFormat().getFormat('yyyy-mm-dd')
      def first = sheet.createRow(2)
      first.createCell(0).setCellValue('旺苍县米仓山社会工作服务中心 𠮷 <&> _x005F_x0041_')
      first.createCell(1).setCellValue('91350100M000100Y4Z')
      first.createCell(2).with { it.setCellValue(java.time.LocalDate.of(2026, 3, 1)); it.cellStyle = date }
      first.createCell(3).setCellValue('火星')
      def second = sheet.createRow(3)
      second.createCell(0).setCellValue('乙机构')
      second.createCell(2).with { it.setCellFormula('C3+1'); it.cellStyle = date }
      sheet.createRow(4).createCell(3).setCellValue('养老')
      def helper = sheet.dataValidationHelper
      def validation = helper.createValidation(helper.createExplicitListConstraint(['a'] as String[]), new org.apache.poi.ss.util.CellRangeAddressList(2, 9, 3, 3))
      validation.createPromptBox('提示', '请填标准名称')
      sheet.addValidationData(validation)
      file.toFile().withOutputStream { workbook.write(it) }
    }
    file
  }

  private XSSFWorkbook template() {
    def out = new ByteArrayOutputStream()
    writer.template(WorkbookWriter.Kind.AGENCIES, out)
    new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))
  }

  private static Problem problem(String cell, String sentence, Severity severity = Severity.ERROR) {
    new Problem('a.xlsx', SHEET, cell, severity, 'a-code', sentence)
  }

  private byte[] bytes(Path file, List<Problem> problems) {
    def out = new ByteArrayOutputStream()
    writer.errors(file, problems, out)
    out.toByteArray()
  }

  private XSSFWorkbook errors(Path file, List<Problem> problems) {
    new XSSFWorkbook(new ByteArrayInputStream(bytes(file, problems)))
  }

  private static XSSFCell cell(XSSFSheet sheet, String name) {
    def at = new CellReference(name)
    sheet.getRow(at.row)?.getCell(at.col)
  }

  private static String text(XSSFSheet sheet, String name) {
    cell(sheet, name).stringCellValue
  }

  private static String show(XSSFSheet sheet, int row, int column) {
    def cell = sheet.getRow(row).getCell(column)
    cell == null ? '' : new org.apache.poi.ss.usermodel.DataFormatter().formatCellValue(cell)
  }

  private static String fill(XSSFSheet sheet, String name) {
    cell(sheet, name)?.cellStyle?.fillForegroundXSSFColor?.ARGBHex
  }

  private static org.apache.poi.ss.util.CellAddress CellAddress(String name) {
    new org.apache.poi.ss.util.CellAddress(name)
  }

  private static Map<String, String> parts(String sheet) {
    ['[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
     '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
     'xl/workbook.xml': "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet name='$SHEET' sheetId='1' r:id='a'/></sheets></workbook>".toString(),
     'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="./s.xml"/></Relationships>',
     'xl/s.xml': sheet]
  }

  private static String part(byte[] workbook, String name) {
    new ZipInputStream(new ByteArrayInputStream(workbook)).withCloseable { zip ->
      def entry = zip.nextEntry
      while (entry.name != name) {
        entry = zip.nextEntry
      }
      zip.getText('UTF-8')
    }
  }

  private static byte[] zip(Map<String, String> parts) {
    def out = new ByteArrayOutputStream()
    new ZipOutputStream(out).withCloseable { zip ->
      parts.each { name, content -> zip.putNextEntry(new ZipEntry(name)); zip.write(content.getBytes('UTF-8')) }
    }
    out.toByteArray()
  }
}
