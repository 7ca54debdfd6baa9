package duijie.sheets.poi

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.Deflater
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import org.apache.poi.hssf.usermodel.HSSFWorkbook
import org.apache.poi.poifs.crypt.EncryptionInfo
import org.apache.poi.poifs.crypt.EncryptionMode
import org.apache.poi.poifs.filesystem.POIFSFileSystem

/** Makes workbooks, part by part, that no spreadsheet program would write. */
class HostileWorkbooks {

  static final String MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  static final String SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  static final String RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  static final List<String> HEADER = ['机构名称', '登记地区划', '服务领域']
  static final List<String> AGENCY = ['阳光社工', '510821', '养老']

  final Path folder

  HostileWorkbooks(Path folder) {
    this.folder = folder
  }

  /** A sound workbook of this sheet XML, with parts added, replaced, or (null) taken away. */
  Path of(Map parts = [:], CharSequence sheet = sheet()) {
    zip(['[Content_Types].xml': contentTypes(), '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
         'xl/workbook.xml': workbook(['机构名录']), 'xl/_rels/workbook.xml.rels': relations([['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'sharedStrings', 'sharedStrings.xml'], ['rId3', 'styles', 'styles.xml']]),
         'xl/worksheets/sheet1.xml': sheet] + parts)
  }

  Path of(CharSequence sheet) {
    of([:], sheet)
  }

  /** A file of these bytes or this text. */
  Path file(Object content, String name = 'book.xlsx') {
    def file = folder.resolve(name)
    Files.write(file, content instanceof byte[] ? content : content.toString().getBytes(StandardCharsets.UTF_8))
    file
  }

  /** A part may be a text, bytes, or a closure that writes to a stream. */
  Path zip(Map parts) {
    def file = folder.resolve('book.xlsx')
    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file))).withCloseable { zip ->
      zip.level = Deflater.BEST_SPEED
      parts.findAll { it.value != null }.each { name, content ->
        zip.putNextEntry(new ZipEntry(name as String))
        content instanceof Closure ? content(zip) : zip.write(content instanceof byte[] ? content : content.toString().getBytes(StandardCharsets.UTF_8))
        zip.closeEntry()
      }
    }
    file
  }

  static String sheet(List<List> rows = [HEADER, AGENCY]) {
    worksheet(rows.withIndex().collect { row, i -> "<row r='${i + 1}'>${row.withIndex().collect { v, c -> cell(i + 1, c, v) }.join('')}</row>" }.join(''))
  }

  static String worksheet(String rows, String after = '') {
    "<?xml version='1.0' encoding='UTF-8'?><worksheet xmlns='$SPREADSHEET'><dimension ref='A1:C2'/><sheetData>$rows</sheetData>$after</worksheet>"
  }

  static String cell(int row, int column, Object value) {
    "<c r='${(char) (65 + column)}$row' t='inlineStr'><is><t>$value</t></is></c>"
  }

  static String headerRow() {
    "<row r='1'>${HEADER.withIndex().collect { v, c -> cell(1, c, v) }.join('')}</row>"
  }

  static String workbook(List<String> names) {
    "<?xml version='1.0'?><workbook xmlns='$SPREADSHEET' xmlns:r='$RELATIONS'><sheets>${names.withIndex().collect { n, i -> "<sheet name='$n' sheetId='${i + 1}' r:id='rId1'/>" }.join('')}</sheets></workbook>"
  }

  static String contentTypes(String main = MAIN) {
    "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Override PartName='/xl/workbook.xml' ContentType='$main'/></Types>"
  }

  static String relations(List<List<String>> relations) {
    "<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>${relations.collect { "<Relationship Id='${it[0]}' Type='$RELATIONS/${it[1]}' Target='${it[2]}'${it.size() > 3 ? " TargetMode='External'" : ''}/>" }.join('')}</Relationships>"
  }

  /** Writes a piece again and again between two others. */
  static Closure repeated(String before, String piece, long times, String after) {
    def block = (piece * 1000).getBytes(StandardCharsets.UTF_8)
    return { OutputStream out ->
      out.write(before.getBytes(StandardCharsets.UTF_8))
      (times.intdiv(1000)).times { out.write(block) }
      out.write(after.getBytes(StandardCharsets.UTF_8))
    }
  }

  static byte[] oldWorkbook() {
    def out = new ByteArrayOutputStream()
    new HSSFWorkbook().with { createSheet('机构名录'); write(out) }
    out.toByteArray()
  }

  byte[] encrypted() {
    def out = new ByteArrayOutputStream()
    new POIFSFileSystem().withCloseable { files ->
      def encryptor = new EncryptionInfo(EncryptionMode.standard).encryptor
      encryptor.confirmPassword('secret')
      encryptor.getDataStream(files).withCloseable { it.write(Files.readAllBytes(of())) }
      files.writeFilesystem(out)
    }
    out.toByteArray()
  }

  /** Two parts of one name, which no ordinary writer of zip files allows. */
  byte[] withRepeatedPart() {
    def bytes = Files.readAllBytes(of(['xl/worksheets/sheet2.xml': sheet()]))
    replace(bytes, 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet1.xml')
  }

  /** A part that says of itself that it unpacks to a single byte. */
  byte[] withLyingSizes(Path file) {
    def bytes = Files.readAllBytes(file)
    for (int i = 0; i < bytes.length - 46; i++) {
      if (bytes[i] == 0x50 && bytes[i + 1] == 0x4B && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 24] = 1
        bytes[i + 25] = bytes[i + 26] = bytes[i + 27] = 0
      }
    }
    bytes
  }

  static byte[] replace(byte[] bytes, String text, String by) {
    new String(bytes, StandardCharsets.ISO_8859_1).replace(text, by).getBytes(StandardCharsets.ISO_8859_1)
  }
}
