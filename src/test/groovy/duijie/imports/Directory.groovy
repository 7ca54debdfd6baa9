package duijie.imports

import java.nio.file.Files
import java.nio.file.Path
import org.dhatim.fastexcel.Workbook

/** Makes workbooks of 机构名录 and 项目发布表 for specs. */
class Directory {

  static final Map AGENCY = ['机构名称': '旺苍县青禾社会工作服务中心', '统一社会信用代码': '', '登记地区划': '四川省/广元市/旺苍县', '服务领域': '养老']

  /** A sheet with a header of all the columns that these rows have, in order. */
  static byte[] of(List<Map> rows, String sheet = '机构名录') {
    def out = new ByteArrayOutputStream()
    def headers = rows.collectMany { it.keySet() }.unique()
    def book = new Workbook(out, 'spec', '1.0')
    def page = book.newWorksheet(sheet)
    headers.eachWithIndex { header, i -> page.value(0, i, header as String) }
    rows.eachWithIndex { row, r -> headers.eachWithIndex { header, c -> if (row[header] != null) { page.value(r + 1, c, row[header] as String) } } }
    book.finish()
    out.toByteArray()
  }

  /** An agency of this credit code, with these columns filled in otherwise. */
  static Map agency(String code, Map changes = [:]) {
    AGENCY + ['统一社会信用代码': code, '机构名称': "第${code[-8..-2]}号社会工作服务中心".toString()] + changes
  }

  static Path file(Path folder, byte[] content, String name = 'book.xlsx') {
    Files.write(folder.resolve(name), content)
  }
}
