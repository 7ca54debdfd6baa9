package duijie.sheets.poi

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** Another program that opens, prints and saves our workbooks. */
class LibreOffice {

  static final Path SOFFICE = found('soffice') ?: found('libreoffice')
  static final boolean PRESENT = SOFFICE != null

  /** Converts the files into a folder. */
  static void convert(Path folder, String format, List<Path> files, Path into = folder) {
    run(SOFFICE.toString(), "-env:UserInstallation=${folder.resolve('profile').toUri()}", '--headless', '--convert-to', format,
        '--outdir', into.toString(), *files*.toString())
  }

  /** The workbook as LibreOffice saves it. */
  static byte[] saved(Path folder, byte[] workbook) {
    def file = Files.write(folder.resolve('opened.xlsx'), workbook)
    convert(folder, 'xlsx:Calc MS Excel 2007 XML', [file], Files.createDirectories(folder.resolve('saved')))
    Files.readAllBytes(folder.resolve('saved/opened.xlsx'))
  }

  static String run(Object... command) {
    def process = new ProcessBuilder(command*.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start()
    def output = process.inputStream.getText('UTF-8')
    assert process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0
    output
  }

  static Path found(String program) {
    System.getenv('PATH').split(File.pathSeparator).collect { Path.of(it, program) }.find { Files.isExecutable(it) }
  }
}
