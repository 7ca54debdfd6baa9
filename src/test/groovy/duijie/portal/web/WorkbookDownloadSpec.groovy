package duijie.portal.web

import duijie.accounts.Role
import duijie.projects.Project
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDateTime
import org.apache.poi.ss.usermodel.DataFormatter
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Shared
import spock.lang.Specification

class WorkbookDownloadSpec extends Specification {

  @Shared Site site = PortalServer.site(Role.ORGANIZER)

  def "the matchmaking workbook holds the projects that the list shows, and whom to call"() {
    when:
    def answer = site.bytes('/matchmaking.xlsx?region=510821&state=PUBLISHED')
    def cells = cells(answer.body())

    then: 'it is a workbook with a Chinese name'
    answer.statusCode() == 200
    answer.headers().firstValue('Content-Type').get() == 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    answer.headers().firstValue('Content-Disposition').get() ==
        "attachment; filename=\"matchmaking.xlsx\"; filename*=UTF-8''%E5%AF%B9%E6%8E%A5%E8%A1%A8-2026-11-24.xlsx"

    and: 'with the sheets of a matchmaking'
    cells.keySet().containsAll(['项目发布表', '机构名录', '对接总表', '统计汇总'])

    and: 'the projects of the filter'
    def names = Site.titles(site.page('/projects?region=510821&state=PUBLISHED&size=100'))
    names.size() > 2
    names.every { cells['项目发布表'].contains(it) }
    !cells['项目发布表'].contains('只有名称的项目')
    cells['对接总表'].contains('第')

    and: 'whom to call, and no agency that waits for its review'
    PortalRecords.CONTACTS.findAll { contact -> !cells.values().any { it.contains(contact) } } == []
    !cells['机构名录'].contains('待审不公开的机构')
  }

  def "nothing is left behind after a download"() {
    given:
    def before = leftovers()

    when:
    site.bytes('/matchmaking.xlsx?state=MATCHING')

    then:
    leftovers() == before
  }

  def "HEAD tells what a download would be without making it"() {
    when:
    def head = site.send('HEAD', '/matchmaking.xlsx')

    then:
    head.statusCode() == 200
    head.headers().firstValue('Content-Type').get().contains('spreadsheetml')
  }

  def "without a chosen state the workbook holds only projects that look for their agency"() {
    when:
    def cells = cells(site.bytes('/matchmaking.xlsx?region=510821').body())
    def (open, over) = PortalRecords.projects().findAll { it.region() && PortalRecords.HOME.covers(it.region()) && it.state() != Project.State.DRAFT }
        .split { it.openAt(LocalDateTime.now(PortalServer.CLOCK)) }

    then:
    open.size() > 3
    over.size() > 3
    open.every { cells['项目发布表'].contains(it.id().value()) }
    over.every { !cells['项目发布表'].contains(it.name()) }
  }

  def "the button says which projects the workbook will hold"() {
    given:
    def open = Site.total(site.page('/projects?only=open'))

    expect:
    open < Site.total(site.page('/projects'))
    site.page('/projects').contains("下载对接表（全部正在找机构的 $open 个项目）")
    site.page('/projects').contains('已经结束的不在里面')
    site.page('/projects?only=open').contains("正在找机构的 $open 个项目）")
    site.page('/projects?state=CLOSED').contains("下载对接表（当前筛选中所选状态的 ${Site.total(site.page('/projects?state=CLOSED'))} 个项目）")
    !site.page('/projects?q=xyzzy').contains('下载对接表')
  }

  private static Set<String> leftovers() {
    Files.list(Path.of(System.getProperty('java.io.tmpdir'))).withCloseable { files ->
      files.map { it.fileName.toString() }.filter { it.startsWith('matchmaking') }.toList() as Set
    }
  }

  /** All text of each sheet. */
  private static Map<String, String> cells(byte[] bytes) {
    def format = new DataFormatter()
    new XSSFWorkbook(new ByteArrayInputStream(bytes)).withCloseable { book ->
      book.sheetIterator().collectEntries { sheet ->
        [sheet.sheetName, sheet.collectMany { row -> row.collect { format.formatCellValue(it) } }.join('\n')]
      }
    }
  }
}
