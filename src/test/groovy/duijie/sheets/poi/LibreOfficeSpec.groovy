package duijie.sheets.poi

import static duijie.sheets.Examples.agency
import static duijie.sheets.Examples.book
import static duijie.sheets.Examples.matched
import static duijie.sheets.Examples.project

import duijie.projects.Project
import duijie.sheets.FewRegions
import duijie.sheets.FewTerms
import duijie.sheets.Problem
import duijie.sheets.WorkbookWriter
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A second opinion on our workbooks: another program opens them, reads them and prints them. */
class LibreOfficeSpec extends Specification {

  static final Path SOFFICE = LibreOffice.SOFFICE
  static final Path PDFTOTEXT = LibreOffice.found('pdftotext')

  @Shared @TempDir Path folder
  @Shared boolean converted

  @Requires(value = { System.getenv('CI') == 'true' }, reason = 'only CI must have LibreOffice')
  def "CI looks at the workbooks with LibreOffice"() {
    expect:
    SOFFICE != null
    PDFTOTEXT != null
  }

  @Requires(value = { LibreOfficeSpec.SOFFICE }, reason = 'no LibreOffice (soffice) on the PATH')
  def "#sheet of the #file workbook says #words"() {
    given:
    convert()

    expect:
    def text = Files.readString(folder.resolve("$file-${sheet}.csv"))
    words.every { text.contains(it) }

    where:
    file       | sheet   || words
    'book'     | '项目发布表' || ['项目名称*', '旺苍县普济镇社会工作服务站项目', '360000,180000.5,24', '2026-11-30 17:30']
    'book'     | '机构名录'  || ['统一社会信用代码', '53100000500019795A', '2028-12-31']
    'book'     | '对接总表'  || ['场次,时段,桌号', 'P-001', '32.5', '主营社工站、养老，与项目领域一致（25/25分）', '=1+1 𠮷']
    'book'     | '统计汇总'  || ['合计,全部,40']
    'template' | '项目发布表' || ['需求概况*']
    'template' | '填写说明'  || ['10 MB', '四川省/广元市/旺苍县/普济镇']
    'errors'   | '机构名录'  || ['错误原因', '校验位不对。']
    'errors'   | '错误汇总'  || ['缺少列。', '校验位不对。']
  }

  @Requires(value = { LibreOfficeSpec.SOFFICE && LibreOfficeSpec.PDFTOTEXT }, reason = 'no LibreOffice (soffice) or no pdftotext on the PATH')
  def "the list of pairs is printed over pages that each carry title, header, all columns and page number"() {
    given:
    convert()

    when:
    def pages = LibreOffice.run(PDFTOTEXT.toString(), '-layout', folder.resolve('book.pdf').toString(), '-').split('\f').toList()
    def pairs = pages.findAll { it.contains('社会工作服务供需对接 · 对接总表') }

    then:
    pairs.size() > 2
    pairs.every { page -> ['场次', '项目名称', '匹配理由', '待核事项', '备注'].every { page.contains(it) } }
    pages.withIndex().every { page, i -> page.contains("第 ${i + 1} 页，共 ${pages.size()} 页") }

    and: 'no cell is too narrow for its number'
    !pages.any { it.contains('###') }
  }

  @Requires(value = { LibreOfficeSpec.SOFFICE }, reason = 'no LibreOffice (soffice) on the PATH')
  def "what LibreOffice saves as #kind is refused as #code"() {
    given:
    def file = folder.resolve('names.xlsx')
    file.toFile().withOutputStream { PoiWorkbooks.writer(new FewRegions(), new FewTerms()).agencies([agency()], false, it) }

    when:
    soffice(format, [file], folder.resolve('saved'))
    def imported = PoiWorkbooks.reader(new FewRegions(), new FewTerms()).agencies(folder.resolve("saved/names.$ending"))

    then:
    imported.problems()*.code() == [code]

    where:
    kind                       | format                                                      | ending || code
    'an old workbook'          | 'xls'                                                       | 'xls'  || 'old-workbook'
    'an OpenDocument sheet'    | 'ods'                                                       | 'ods'  || 'not-a-workbook'
  }

  private void convert() {
    if (converted) {
      return
    }
    def writer = PoiWorkbooks.writer(new FewRegions(), new FewTerms())
    def files = ['book', 'template', 'errors'].collect { folder.resolve(it + '.xlsx') }
    def agencies = (1..3).collect { agency() } + agency(name: '=1+1 𠮷')
    def projects = (1..40).collect { matched(project(id: new Project.Id(String.format('P-%03d', it))), *agencies) }
    files[0].toFile().withOutputStream { writer.matchmaking(book(projects: projects, agencies: agencies), it) }
    files[1].toFile().withOutputStream { writer.template(WorkbookWriter.Kind.PROJECTS, it) }
    def problem = { cell, sentence -> new Problem('book.xlsx', '机构名录', cell, Problem.Severity.ERROR, 'a-code', sentence) }
    files[2].toFile().withOutputStream { writer.errors(files[0], [problem(null, '缺少列。'), problem('B2', '校验位不对。')], it) }
    // Every sheet into a file of its own.
    soffice('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', files)
    soffice('pdf', files.take(1))
    converted = true
  }

  private void soffice(String format, List<Path> files, Path into = folder) {
    LibreOffice.convert(folder, format, files, into)
  }
}
