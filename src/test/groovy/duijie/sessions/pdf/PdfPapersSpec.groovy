package duijie.sessions.pdf

import duijie.Camera
import duijie.sessions.Papers
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import org.apache.pdfbox.Loader
import org.apache.pdfbox.rendering.PDFRenderer
import org.apache.pdfbox.text.PDFTextStripper
import org.apache.pdfbox.text.TextPosition
import spock.lang.Shared
import spock.lang.Specification

class PdfPapersSpec extends Specification {

  static final HEADING = new Papers.Heading('冬季供需对接会', '2026-12-18 09:30—10:48', '县政务中心三楼', 2)

  /** What people type, and what some of them type to do harm. */
  static final List<String> NAUGHTY = ['𠮷野家社会工作服务中心', '㐂乐社工', '全角１２３ＡＢＣ', '笑😀脸👨‍👩‍👧', 'gnp\u202Efdp.exe', '=cmd|\' /C calc\'!A0', '<script>alert(1)</script>', 'a\u0000b\tc\nd', '\uD842', 'العربية', '']

  @Shared Papers papers = new PdfPapers(new ShippedFont(), new RareLetters())

  def "a table has a card to be seen across the hall, with its talks in turn"() {
    when:
    def pdf = papers.tableCards([12, 3].collect { new Papers.TableCard(HEADING, it, (1..4).collect { n -> line(n, agency: "机构$n") }) })

    then:
    read(pdf) { document ->
      document.numberOfPages == 2 && document.getPage(0).mediaBox.with { it.width > it.height } && text(document, 1).with {
        contains('12') && contains('号桌') && contains('社区养老项目') && contains('某县民政局') && contains('冬季供需对接会') &&
            contains('时刻表第 2 版') && indexOf('机构1') < indexOf('机构4') && contains('DJ-004') && !contains('3\n号桌')
      }
    }
  }

  def "an agency has its day on a page, and a code that the door reads"() {
    given:
    def address = 'https://duijie.example.gov.cn/check-in/00000000-0000-0000-0000-000000000001/ABCDEFGHJKLMNPQR'

    when:
    def pdf = papers.itineraries([new Papers.Itinerary(HEADING, '阳光社会工作服务中心', address, (1..6).collect { line(it) })])

    then:
    read(pdf) { document ->
      Camera.scanned(picture(document, 0)) == address && text(document, 1).with {
        contains('阳光社会工作服务中心') && contains('5 号桌') && contains('社区养老项目') && contains('09:30–09:38') && contains('2026-12-18')
      }
    }
  }

  def "the letters travel with the file, and only those that it uses"() {
    when:
    def pdf = papers.itineraries([itinerary('阳光社工', 1)])

    then:
    read(pdf) { document ->
      document.getPage(0).resources.with { resources -> resources.fontNames.collect { resources.getFont(it) } }.every { it.embedded && it.name ==~ /[A-Z]{6}\+.*/ }
    }
    pdf.length < 200_000
  }

  def "whatever people are called, a page comes out and nothing runs over its edge or into another column"() {
    when:
    def pdf = papers.tableCards([new Papers.TableCard(HEADING, 1, names.indexed().collect { i, name -> line(i + 1, agency: name, project: name, buyer: name) })])
    def itineraries = papers.itineraries(names.collect { name ->
      new Papers.Itinerary(new Papers.Heading(name, HEADING.when(), name, 1), name, 'http://localhost/check-in/x/y', [line(1, project: name, buyer: name)])
    })

    then:
    [pdf, itineraries].every { file ->
      read(file) { document ->
        def bounds = [Float.MAX_VALUE, 0f]
        def stripper = new PDFTextStripper() {
          @Override
          void processTextPosition(TextPosition position) {
            bounds[0] = Math.min(bounds[0], position.getXDirAdj())
            bounds[1] = Math.max(bounds[1], (position.getXDirAdj() + position.getWidthDirAdj()) / position.getPageWidth() as float)
          }
        }
        stripper.getText(document)
        document.numberOfPages == (file.is(pdf) ? 1 : names.size()) && bounds[0] >= 38 && bounds[1] < 0.96
      }
    }

    where:
    names << [NAUGHTY, ['长' * 80, 'Abcdefghij ' * 8, 'W' * 80, '名' * 400]]
  }

  def "what is written is shown as it is, and nothing turns it round"() {
    when:
    def pdf = papers.itineraries([itinerary('gnp\u202Efdp.exe １２３ <script>', 1)])

    then:
    read(pdf) { text(it, 1).contains('gnpfdp.exe １２３ <script>') }
  }

  def "many talks go on on a second page"() {
    expect:
    read(papers.itineraries([itinerary('忙碌的机构', 60)])) { document ->
      document.numberOfPages > 1 && (1..60).every { n -> (1..document.numberOfPages).count { text(document, it).contains("DJ-${String.format('%03d', n)}") } == 1 }
    }
    read(papers.tableCards([new Papers.TableCard(HEADING, 1, (1..60).collect { line(it) })])) { it.numberOfPages > 1 }
    read(papers.tableCards([new Papers.TableCard(HEADING, 1, [])])) { text(it, 1).contains('本桌没有洽谈') }
  }

  private static Papers.Itinerary itinerary(String agency, int talks) {
    new Papers.Itinerary(HEADING, agency, 'http://localhost/check-in/x/y', (1..talks).collect { line(it) })
  }

  private static Papers.Line line(Map changes = [:], int n) {
    def of = [number: "DJ-${String.format('%03d', n)}".toString(), time: '09:30–09:38', table: 5, project: '社区养老项目', buyer: '某县民政局', agency: '阳光社工'] + changes
    new Papers.Line(of.number, of.time, of.table, of.project as String, of.buyer as String, of.agency as String)
  }

  /** Also puts the file aside where somebody wants to look at it. */
  private boolean read(byte[] pdf, Closure<Boolean> test) {
    if (System.getenv('PAPERS')) {
      Files.write(Files.createDirectories(Path.of(System.getenv('PAPERS'))).resolve("${UUID.randomUUID()}.pdf"), pdf)
    }
    Loader.loadPDF(pdf).withCloseable(test)
  }

  private static String text(document, int page) {
    new PDFTextStripper().with { it.startPage = page; it.endPage = page; it.getText(document) }
  }

  private static BufferedImage picture(document, int page) {
    new PDFRenderer(document).renderImageWithDPI(page, 110)
  }
}
