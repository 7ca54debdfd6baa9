package duijie.sheets.poi

import duijie.Alongside
import static duijie.sheets.poi.HostileWorkbooks.*

import duijie.regions.ChinaRegions
import duijie.regions.Regions
import duijie.sheets.FewTerms
import duijie.sheets.Imported
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Files that are no workbooks, broken ones and hostile ones: each gets a sentence in plain Chinese, in time. */
@Alongside('long specs')
@Timeout(30)
class MalformedWorkbooksSpec extends Specification {

  @Shared
  Regions regions = ChinaRegions.shipped()

  @TempDir
  Path folder

  HostileWorkbooks make

  def setup() {
    make = new HostileWorkbooks(folder)
  }

  def "#what is refused as #code"() {
    when:
    def imported = read(content.call(make))

    then:
    imported.problems()*.code() == [code]
    imported.rows() == []
    imported.hasErrors()
    isPlain(imported.problems()[0].sentence())

    where:
    what                              | code                | content
    'a missing file'                  | 'file-missing'      | { HostileWorkbooks m -> m.folder.resolve('none.xlsx') }
    'a folder'                        | 'not-a-file'        | { HostileWorkbooks m -> m.folder }
    'an empty file'                   | 'file-empty'        | { HostileWorkbooks m -> m.file('') }
    'a file of eleven megabytes'      | 'file-too-large'    | { HostileWorkbooks m -> m.file(new byte[11 << 20]) }
    'random bytes'                    | 'not-a-workbook'    | { HostileWorkbooks m -> m.file(noise(5000)) }
    'a CSV file renamed'              | 'not-a-workbook'    | { HostileWorkbooks m -> m.file('机构名称,登记地区划\n阳光社工,510821\n') }
    'a web page renamed'              | 'not-a-workbook'    | { HostileWorkbooks m -> m.file('<html><table><tr><td>机构名称</td></tr></table></html>') }
    'a PDF renamed'                   | 'not-a-workbook'    | { HostileWorkbooks m -> m.file('%PDF-1.7 ...') }
    'an XML workbook of 2003'         | 'not-a-workbook'    | { HostileWorkbooks m -> m.file('<?xml version="1.0"?><Workbook/>') }
    'a zip file renamed'              | 'not-a-workbook'    | { HostileWorkbooks m -> m.zip(['机构名录.txt': '阳光社工']) }
    'a Word document renamed'         | 'not-a-workbook'    | { HostileWorkbooks m -> m.zip(['[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml').replace('xl/workbook', 'word/document'), '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]), 'word/document.xml': '<document/>']) }
    'an OpenDocument sheet renamed'   | 'not-a-workbook'    | { HostileWorkbooks m -> m.zip([mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>']) }
    'an .xls file renamed'            | 'old-workbook'      | { HostileWorkbooks m -> m.file(oldWorkbook()) }
    'an .xlsb file renamed'           | 'binary-workbook'   | { HostileWorkbooks m -> m.of(['[Content_Types].xml': contentTypes('application/vnd.ms-excel.sheet.binary.macroEnabled.main')]) }
    'a workbook with a password'      | 'encrypted'         | { HostileWorkbooks m -> m.file(m.encrypted()) }
    'a truncated workbook'            | 'damaged'           | { HostileWorkbooks m -> m.file(Arrays.copyOf(Files.readAllBytes(m.of()), 900)) }
    'a workbook with a flipped bit'   | 'damaged'           | { HostileWorkbooks m -> m.file(flipped(Files.readAllBytes(m.of()))) }
    'macros by their part'            | 'macros'            | { HostileWorkbooks m -> m.of(['xl/vbaProject.bin': 'x']) }
    'macros by the content type'      | 'macros'            | { HostileWorkbooks m -> m.of(['[Content_Types].xml': contentTypes('application/vnd.ms-excel.sheet.macroEnabled.main+xml')]) }
    'external links by their part'    | 'external-links'    | { HostileWorkbooks m -> m.of(['xl/externalLinks/externalLink1.xml': '<externalLink/>']) }
    'external links by reference'     | 'external-links'    | { HostileWorkbooks m -> m.of(['xl/worksheets/_rels/sheet1.xml.rels': relations([['rId1', 'image', 'http://example.org/a.png', 'External']])]) }
    'an external entity'              | 'unsafe'            | { HostileWorkbooks m -> m.of(sheet().replace('<worksheet', '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet').replace('阳光社工', '&e;')) }
    'entities upon entities'          | 'unsafe'            | { HostileWorkbooks m -> m.of(['xl/sharedStrings.xml': '<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><sst/>']) }
    'a document type in UTF-16'       | 'unsafe'            | { HostileWorkbooks m -> m.of(['xl/styles.xml': '<!DOCTYPE s><styleSheet/>'.getBytes('UTF-16')]) }
    'a part twice'                    | 'unsafe'            | { HostileWorkbooks m -> m.file(m.withRepeatedPart()) }
    'a part outside the file'         | 'unsafe'            | { HostileWorkbooks m -> m.of(['../../etc/cron.d/x': 'x']) }
    'elements nested a million deep'  | 'unsafe'            | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': repeated('<worksheet>', '<a>', 1_000_000, '')]) }
    'a tag of a megabyte'             | 'unsafe'            | { HostileWorkbooks m -> m.of(sheet().replace('<sheetData>', "<sheetData a='${'x' * (1 << 20)}'>")) }
    'a tag of megabytes after a comment' | 'unsafe'         | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': repeated('<!-- > <x " --><worksheet a="A>', 'B', 2_000_000, '"><sheetData/></worksheet>')]) }
    'a document type after a comment' | 'unsafe'            | { HostileWorkbooks m -> m.of(sheet().replace('<worksheet', '<!-- > <x " --><!DOCTYPE w [<!ENTITY e "x">]><worksheet')) }
    'a tag of megabytes, elsewhere'   | 'unsafe'            | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': null, 'xl/worksheets/sheet1.dat': repeated('<worksheet a="', 'B', 2_000_000, '"><sheetData/></worksheet>'), 'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'worksheets/sheet1.dat']])]) }
    'a text of ten megabytes'         | 'unsafe'            | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': repeated("<worksheet><sheetData><row><c t='inlineStr'><is><t>", 'B', 10_000_000, '</t></is></c></row></sheetData></worksheet>')]) }
    'an instruction of ten megabytes' | 'unsafe'            | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': repeated('<worksheet><?a ', 'B', 10_000_000, '?><sheetData/></worksheet>')]) }
    'markup in an unusual encoding'   | 'unsafe'            | { HostileWorkbooks m -> m.of(['xl/styles.xml': "<?xml version='1.0' encoding='IBM037'?>".getBytes('UTF-8')]) }
    'markup in UTF-32'                | 'unsafe'            | { HostileWorkbooks m -> m.of(['xl/styles.xml': '<styleSheet/>'.getBytes('UTF-32LE')]) }
    'a document type among UTF-16 characters with the bytes of markup' | 'unsafe' | { HostileWorkbooks m -> m.of(['xl/styles.xml': '<!-- \u3c21\u3e3c --><!DOCTYPE s><styleSheet/>'.getBytes('UTF-16')]) }
    'one text in thousands of cells'  | 'too-much-text'     | { HostileWorkbooks m -> m.of(['xl/sharedStrings.xml': "<sst xmlns='$SPREADSHEET'><si><t>${'甲' * 32_000}</t></si></sst>", 'xl/worksheets/sheet1.xml': repeated(worksheet(headerRow()).replace('</sheetData></worksheet>', ''), "<row><c t='s'><v>0</v></c></row>", 2_000, '</sheetData></worksheet>')]) }
    'one text merged over thousands of rows' | 'too-much-text' | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': repeated(worksheet(headerRow() + sheetRow(2).replace('养老', '甲' * 32_000)).replace('</sheetData></worksheet>', ''), "<row>${cell(0, 0, '甲').replace("r='A0'", '')}</row>", 2_000, '</sheetData><mergeCells><mergeCell ref="C2:C3000"/></mergeCells></worksheet>')]) }
    'ten thousand kinds of elements'  | 'unsafe'            | { HostileWorkbooks m -> m.of(worksheet((1..10_000).collect { "<e$it/>" }.join(''))) }
    'two thousand parts'              | 'too-many-parts'    | { HostileWorkbooks m -> m.of((1..2000).collectEntries { ["xl/media/$it".toString(), 'x'] }) }
    'a part of 300 megabytes'         | 'unpacks-too-large' | { HostileWorkbooks m -> m.of(['xl/media/image1.png': repeated('', '\0' * 1000, 300_000, '')]) }
    'the same, lying about its size'  | 'unpacks-too-large' | { HostileWorkbooks m -> m.file(m.withLyingSizes(m.of(['xl/media/image1.png': repeated('', '\0' * 1000, 300_000, '')]))) }
    'no list of content types'        | 'not-a-workbook'    | { HostileWorkbooks m -> m.of(['[Content_Types].xml': null]) }
    'a wrong content type'            | 'not-a-workbook'    | { HostileWorkbooks m -> m.of(['[Content_Types].xml': contentTypes('text/plain')]) }
    'no workbook part'                | 'damaged'           | { HostileWorkbooks m -> m.of(['xl/workbook.xml': null]) }
    'no sheets'                       | 'no-sheet'          | { HostileWorkbooks m -> m.of(['xl/workbook.xml': workbook([])]) }
    'a sheet without its part'        | 'no-sheet'          | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': null]) }
    'several sheets, none of ours'    | 'sheet-not-found'   | { HostileWorkbooks m -> m.of(['xl/workbook.xml': workbook(["A'B".replace("'", '&apos;'), '<>'.replace('<', '&lt;')])]) }
    'XML that ends in the middle'     | 'damaged'           | { HostileWorkbooks m -> m.of(sheet().take(300)) }
    'bytes that are no UTF-8'         | 'damaged'           | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': flippedText(sheet().getBytes('UTF-8'))]) }
    'a text that is not shared'       | 'damaged'           | { HostileWorkbooks m -> m.of(worksheet("<row r='1'><c r='A1' t='s'><v>7</v></c></row>")) }
    'a cell beyond the last column'   | 'damaged'           | { HostileWorkbooks m -> m.of(worksheet("<row r='1'><c r='ZZZZZZ1'><v>7</v></c></row>")) }
    'a row beyond the last'           | 'damaged'           | { HostileWorkbooks m -> m.of(worksheet("<row r='99999999999'/>")) }
    'no header'                       | 'no-header'         | { HostileWorkbooks m -> m.of(sheet([['甲', '乙'], ['1', '2']])) }
    'an empty sheet'                  | 'no-header'         | { HostileWorkbooks m -> m.of(worksheet('')) }
    'sixteen thousand columns'        | 'too-many-columns'  | { HostileWorkbooks m -> m.of(worksheet("<row>${HEADER.withIndex().collect { v, c -> cell(1, c, v) }.join('')}${(1..16_000).collect { "<c><v>$it</v></c>" }.join('')}</row>")) }
    'rows past the limit'             | 'too-many-rows'     | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': repeated(worksheet(headerRow()).replace('</sheetData></worksheet>', ''), "<row><c t='inlineStr'><is><t>甲</t></is></c></row>", 102_000, '</sheetData></worksheet>')]) }
    'millions of shared texts'        | 'too-much-text'     | { HostileWorkbooks m -> m.of(['xl/sharedStrings.xml': repeated("<sst xmlns='$SPREADSHEET'>", '<si><t>a</t></si>', 2_000_000, '</sst>')]) }
  }

  def "#what is read, with #codes"() {
    when:
    def imported = read(content.call(make))

    then:
    imported.rows()*.value()*.name() == names
    imported.problems()*.code().unique() == codes
    imported.problems().every { isPlain(it.sentence()) }

    where:
    what                              | names    | codes                                    | content
    'a plain workbook'                | ['阳光社工'] | []                                       | { HostileWorkbooks m -> m.of() }
    'a strict workbook'               | ['阳光社工'] | []                                       | { HostileWorkbooks m -> m.of(['xl/workbook.xml': workbook(['机构名录']).replace(SPREADSHEET, 'http://purl.oclc.org/ooxml/spreadsheetml/main')], sheet().replace(SPREADSHEET, 'http://purl.oclc.org/ooxml/spreadsheetml/main')) }
    'prefixes on every element'       | ['阳光社工'] | []                                       | { HostileWorkbooks m -> m.of(sheet().replaceAll('<(/?)(worksheet|sheetData|row|c|is|t)\\b', '<$1x:$2').replace('xmlns=', 'xmlns:x=')) }
    'a header alone'                  | []       | ['no-rows']                              | { HostileWorkbooks m -> m.of(sheet([HEADER])) }
    'a million blank rows'            | ['阳光社工'] | []                                       | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': repeated(sheet().replace('</sheetData></worksheet>', ''), "<row><c s='1'/></row>", 1_000_000, '</sheetData></worksheet>')]) }
    'a dimension that lies'           | ['阳光社工'] | []                                       | { HostileWorkbooks m -> m.of(sheet().replace('A1:C2', 'A1:XFD1048576')) }
    'formulas alone'                  | []       | ['formula-refused', 'name-missing']      | { HostileWorkbooks m -> m.of(worksheet(headerRow() + "<row r='2'>${('A'..'C').collect { "<c r='${it}2' t='str'><f>A1</f><v>甲</v></c>" }.join('')}</row>")) }
    'formulas without values'         | ['阳光社工'] | ['unknown-column']                       | { HostileWorkbooks m -> m.of(worksheet(headerRow().replace('</row>', cell(1, 3, '备注') + '</row>') + sheetRow(2) .replace('</row>', "<c r='D2'><f>A1</f></c></row>"))) }
    'comments and more among the cells' | ['阳光<社工'] | []                                    | { HostileWorkbooks m -> m.of(sheet().replace('<sheetData>', '<!-- <a "> --><?a <b ">?><sheetData>').replace('阳光社工', '<![CDATA[阳光]]><!----><![CDATA[<社工]]>')) }
    'a workbook in UTF-16'            | ['阳光社工\u3c21'] | []                              | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': sheet().replace('UTF-8', 'UTF-16').replace('阳光社工', '阳光社工\u3c21').getBytes('UTF-16')]) }
    'a picture with a document type'  | ['阳光社工'] | []                                       | { HostileWorkbooks m -> m.of(['xl/media/image1.svg': '<!DOCTYPE svg><svg/>']) }
    'a cell of three megabytes'       | []       | ['cell-too-long', 'name-missing']        | { HostileWorkbooks m -> m.of(['xl/worksheets/sheet1.xml': repeated(worksheet(headerRow()).replace('</sheetData></worksheet>', "<row r='2'>" + cell(2, 1, '510821') + cell(2, 2, '养老') + "<c r='A2' t='inlineStr'><is><t>"), '甲', 1_000_000, '</t></is></c></row></sheetData></worksheet>')]) }
    'numbers beyond all measure'      | ['阳光社工'] | ['cell-fault']                           | { HostileWorkbooks m -> m.of(worksheet(headerRow().replace('</row>', cell(1, 3, '专职人数') + '</row>') + sheetRow(2).replace('</row>', "<c r='D2'><v>1E999999999</v></c></row>"))) }
    'control characters and markup'   | ["<甲>&'"] | []                                     | { HostileWorkbooks m -> m.of(sheet([HEADER, ["&lt;甲&gt;&amp;'_x000D_", '510821', '养老']])) }
    'thousands of items in a cell'    | ['阳光社工'] | ['unknown-field', 'too-many-items']      | { HostileWorkbooks m -> m.of(sheet([HEADER, ['阳光社工', '510821', (1..4000).collect { "甲$it" }.join('、')]])) }
    'a link to click on'              | ['阳光社工'] | []                                       | { HostileWorkbooks m -> m.of(['xl/worksheets/_rels/sheet1.xml.rels': relations([['rId1', 'hyperlink', 'http://example.org/', 'External']])]) }
  }

  def "reading that takes too long is stopped"() {
    given:
    def hasty = new StreamingReader(regions, new FewTerms(), limits(Duration.ofNanos(1)))

    expect:
    hasty.agencies(make.of()).problems()*.code() == ['too-slow']
  }

  def "the heaviest fit into 512 MB of heap"() {
    given:
    make.of(['xl/sharedStrings.xml': repeated("<sst xmlns='$SPREADSHEET'>", '<si><t>abc</t></si>', 1_490_000, '</sst>'),
             'xl/worksheets/sheet1.xml': repeated(worksheet(headerRow()).replace('</sheetData></worksheet>', ''),
                 "<row>${['甲', '510821', '养老', '其他' * 30, '备注'].collect { "<c t='inlineStr'><is><t>$it</t></is></c>" }.join('')}</row>", 99_000, '</sheetData></worksheet>')])

    expect:
    inChild(folder.resolve('book.xlsx')) == ['unknown-column duplicate-name more-problems']
  }

  def "what is made to fill the memory is refused within 512 MB, and marked within it"() {
    given: 'parts that pack to next to nothing'
    def files = [
        ['a text', "<worksheet><sheetData><row><c t='inlineStr'><is><t>", '</t></is></c></row></sheetData></worksheet>'],
        ['an attribute', '<!-- > <x " --><worksheet a="A>', '"/>'],
        ['a comment', '<worksheet><!--', '--></worksheet>'],
        ['an instruction', '<!-- > <x " --><worksheet><?a ', '?></worksheet>'],
    ].collect { name, before, after ->
      Files.move(make.of(['xl/worksheets/sheet1.xml': repeated(before, 'B' * 1000, 190_000, after)]), folder.resolve("${name}.xlsx"))
    }

    expect:
    inChild(*files) == files.collect { 'unsafe' }
  }

  def "the time for all workbooks of a run is one"() {
    given:
    def file = make.of()
    def run = StreamingReader.ofOneRun(regions, new FewTerms(), LocalDate.MAX, limits(Duration.ofMillis(1500)))

    when:
    def codes = (1..100_000).collect { run.agencies(file).problems()*.code() }.flatten()

    then: 'the first are read, the last are not'
    codes.size() < 100_000
    codes.unique() == ['too-slow']
  }

  private static Limits limits(Duration time) {
    new Limits(10 << 20, 200 << 20, 1000, 100_000, 50_000_000, 1_500_000, time)
  }

  private Imported read(Path file) {
    PoiWorkbooks.reader(regions, new FewTerms()).agencies(file)
  }

  /** The kinds of problems of each file, read and marked in a process that has 512 MB of heap. */
  private static List<String> inChild(Path... files) {
    def child = new ProcessBuilder(Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-Xmx512m',
        '-cp', System.getProperty('java.class.path'), ReadInChild.name, *files*.toString())
        .redirectErrorStream(true).start()
    def said = child.inputStream.getText('UTF-8')
    assert child.waitFor() == 0 && !said.contains('OutOfMemory')
    said.readLines()
  }

  /** Chinese, a whole sentence, and nothing of the machine's inside. */
  private static boolean isPlain(String sentence) {
    sentence ==~ /(?s).*\p{IsHan}.*。/ && !(sentence =~ /Exception|java\.|null|\bat \w+\./)
  }

  private static String sheetRow(int row) {
    "<row r='$row'>${AGENCY.withIndex().collect { v, c -> cell(row, c, v) }.join('')}</row>"
  }

  private static byte[] noise(int length) {
    def bytes = new byte[length]
    new Random(7).nextBytes(bytes)
    bytes
  }

  /** Spoils the packed bytes of the last part. */
  private static byte[] flipped(byte[] bytes) {
    int at = new String(bytes, 'ISO-8859-1').indexOf('xl/worksheets/sheet1.xml') + 60
    bytes[at] = (byte) (bytes[at] ^ 0x10)
    bytes
  }

  private static byte[] flippedText(byte[] bytes) {
    int at = new String(bytes, 'ISO-8859-1').indexOf('<t>') + 3
    bytes[at] = (byte) 0xFF
    bytes
  }
}
