package duijie.sheets.poi

import static duijie.sheets.poi.HostileWorkbooks.*

import duijie.regions.ChinaRegions
import duijie.regions.Regions
import duijie.sheets.FewTerms
import duijie.sheets.Imported
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Long sheets are parsed and understood at the same time; what comes of them tells nothing of it. */
@Timeout(30)
class LongSheetsSpec extends Specification {

  static final int ROWS = 6_000

  @Shared
  Regions regions = ChinaRegions.shipped()

  @TempDir
  Path folder

  def "rows and problems come in the order of the sheet"() {
    when: 'every hundredth row names an unknown place'
    def imported = read(worksheet(rows { it % 100 == 0 ? '乌有县' : '510821' }))

    then:
    imported.rows()*.number() == (2..ROWS + 1).toList()
    imported.rows()*.value()*.name() == (2..ROWS + 1).collect { "阳光社工$it".toString() }
    imported.problems()*.cell() == (2..ROWS + 1).findAll { it % 100 == 0 }.collect { "B$it".toString() }
  }

  def "values merged over several rows at the end of a long sheet belong to each of them"() {
    when:
    def imported = read(worksheet(rows { it > ROWS ? null : '510821' }, "<mergeCells><mergeCell ref='B$ROWS:B${ROWS + 1}'/></mergeCells>"))

    then:
    imported.rows()*.value()*.registeredRegion()*.value().unique() == ['510821']
    imported.problems()*.code() == ['merged-cells']
  }

  def "where #what, it is #code"() {
    when:
    def imported = read(sheet)

    then:
    imported.problems()*.code() == [code]
    imported.rows() == []

    where:
    what                                                | code               | sheet
    'the XML breaks off after thousands of rows'        | 'damaged'          | worksheet(rows { '510821' }).replace('</sheetData>', '')
    'a row has too many columns and then the XML breaks off' | 'too-many-columns' | worksheet(rows { '510821' }).replace('</sheetData>', '').replace("<row r='${ROWS - 50}'>", "<row r='${ROWS - 50}'>${(1..300).collect { "<c r='${letters(it + 30)}1'><v>1</v></c>" }.join('')}")
    'a row has too many columns and thousands follow'   | 'too-many-columns' | worksheet(rows { '510821' }).replace("<row r='1500'>", "<row r='1500'>${(1..300).collect { "<c r='${letters(it + 30)}1'><v>1</v></c>" }.join('')}")
  }

  private Imported read(String sheet) {
    PoiWorkbooks.reader(regions, new FewTerms()).agencies(new HostileWorkbooks(folder).of(sheet))
  }

  /** A header and thousands of agencies, each registered where this tells for its row. */
  private static String rows(Closure<String> place) {
    headerRow() + (2..ROWS + 1).collect { "<row r='$it'>${cell(it, 0, "阳光社工$it")}${place(it) == null ? '' : cell(it, 1, place(it))}${cell(it, 2, '养老')}</row>" }.join('')
  }

  private static String letters(int column) {
    duijie.sheets.Cell.letters(column)
  }
}
