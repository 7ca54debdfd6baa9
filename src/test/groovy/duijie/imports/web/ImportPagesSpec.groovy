package duijie.imports.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Registering
import duijie.imports.Directory
import duijie.imports.ImportWork
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.shared.CreditCode
import duijie.sheets.Examples
import org.apache.poi.xssf.usermodel.XSSFWorkbook
import spock.lang.Shared
import spock.lang.Specification

/** Officers at the pages on which workbooks are imported. */
class ImportPagesSpec extends Specification {

  static final String FORM = '/agencies/import'

  @Shared Agencies agencies = PortalServer.running().applicationContext.getBean(Agencies)
  @Shared ImportWork work = PortalServer.running().applicationContext.getBean(ImportWork)
  @Shared Site officer = PortalServer.site(Role.OFFICER)
  static int number = 5000

  def "an officer uploads, waits, sees what would happen, confirms, and it is done"() {
    given:
    def known = Examples.agency(id: new Agency.Id("import-known-${++number}"), name: '改名前的中心', creditCode: new CreditCode(Registering.code(number)), fullTimeStaff: 3)
    agencies.saveAll([known])
    def rows = [Directory.agency(Registering.code(++number), ['机构名称': '新来的<b>中心</b>']), Directory.agency(known.creditCode().value(), ['机构名称': known.name(), '专职人数': '7']), Directory.AGENCY + ['机构名称': ''],
                Directory.agency(Registering.code(++number), ['成立日期': '很久以前'])]

    when:
    def page = upload(Directory.of(rows), '今年的名录.xlsx')
    def waiting = officer.page(page)

    then: 'it waits, and tells how to look again, with and without scripts'
    Site.text(waiting).contains('已上传')
    waiting.contains('<noscript><meta http-equiv="refresh"')
    waiting.contains('hx-trigger="every 1s"')
    !waiting.contains('确认导入')

    when:
    work()
    def preview = officer.page(page)

    then:
    Site.text(preview).contains('待确认')
    !preview.contains('http-equiv="refresh"')
    ['新增 2', '修改 1', '没有变化 0', '不导入 1', '确认导入 3 家机构'].every { Site.text(preview).contains(it) }
    officer.page('/todo').contains("href=\"$page\"")
    preview.contains('新来的&lt;b>中心&lt;/b>') || preview.contains('新来的&lt;b&gt;中心&lt;/b&gt;')
    Site.text(officer.page("$page?show=changed")).with { it.contains('改名前的中心') && it.contains('专职人数 ：') && it.contains('3') && it.contains('7') }
    Site.text(officer.page("$page?show=refused")).contains('没有填写，本行未导入')
    Site.text(officer.page("$page?show=problems")).contains('F5')

    when: 'the same workbook, marked'
    def marked = new XSSFWorkbook(new ByteArrayInputStream(officer.bytes("$page/marked").body()))
    def header = marked.getSheet('机构名录').getRow(0).collect { it.stringCellValue }

    then:
    header.contains('错误原因')
    marked.getSheet('机构名录').getRow(3).getCell(header.indexOf('错误原因')).stringCellValue.contains('没有填写')

    when:
    def confirmed = officer.post("$page/confirm", [_form: Site.token(preview), version: version(preview)])
    def again = officer.post("$page/confirm", [_form: Site.token(preview), version: version(preview)])
    work()
    def done = Site.text(officer.page(page))

    then:
    [confirmed, again]*.statusCode() == [303, 303]
    done.contains('已完成')
    !officer.page('/todo').contains(page)
    done.contains('已导入：新增 2 家，修改 1 家，不导入 1 家')
    agencies.find(known.id()).get().fullTimeStaff() == 7
    Site.text(officer.page('/agencies/imports')).contains('今年的名录.xlsx')
  }

  def "what agencies keep themselves is told, and changed only where the officer says so"() {
    given:
    def known = Examples.agency(id: new Agency.Id("import-kept-${++number}"), name: '自己管的中心', creditCode: new CreditCode(Registering.code(number)), fullTimeStaff: 3)
    agencies.saveAll([known])
    PortalServer.running().applicationContext.getBean(Accounts).add(People.account(name: "kept-$number", roles: [Role.AGENCY], organisation: People.agency(id: known.id().value())))

    when:
    def page = upload(Directory.of([Directory.agency(known.creditCode().value(), ['机构名称': known.name(), '专职人数': '7'])]))
    work()
    def preview = officer.page(page)

    then:
    ['机构自己维护 1', '机构自己维护的 1 家，也按表修改', '默认不改'].every { Site.text(preview).contains(it) }

    when:
    officer.post("$page/confirm", [_form: Site.token(preview), version: version(preview), overwrite: 'yes'])
    work()

    then:
    agencies.find(known.id()).get().fullTimeStaff() == 7
  }

  def "what is no workbook says so, and what to do: #what"() {
    when:
    def answer = officer.upload(FORM, [_form: Site.token(officer.page(FORM)), fresh: UUID.randomUUID().toString()], name, content as byte[])

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains(words)
    answer.body().contains('href="#file"')

    where:
    what                | name       | content                     || words
    'nothing chosen'    | ''         | new byte[0]                 || '请先选择'
    'an empty file'     | 'a.xlsx'   | new byte[0]                 || '文件是空的'
    'far too large'     | 'a.xlsx'   | new byte[(12 << 20)]        || '文件超过 10 MB'
  }

  def "a form that another page made, or that has no file, is not taken"() {
    expect:
    officer.upload(FORM, [_form: 'made-up'], 'a.xlsx', Directory.of([Directory.AGENCY])).with { it.statusCode() == 422 && it.body().contains('请重新选择') }
    officer.post(FORM, [_form: Site.token(officer.page(FORM))]).statusCode() == 422
    PortalServer.site().upload(FORM, [:], 'a.xlsx', 'x'.bytes).statusCode() in [303, 401]
    PortalServer.site(Role.AUDITOR).upload(FORM, [:], 'a.xlsx', 'x'.bytes).statusCode() == 403
  }

  def "a file of which nothing can be read stays in the list with its reason"() {
    given:
    def page = upload('机构名称,登记地区划'.getBytes('UTF-8'), '名录.csv')

    when:
    work()
    def seen = Site.text(officer.page(page))

    then:
    seen.contains('有错误')
    seen.contains('CSV')
    officer.bytes("$page/marked").statusCode() == 200
  }

  def "given up, it says so"() {
    given:
    def page = upload(Directory.of([Directory.agency(Registering.code(++number))]))

    when:
    def answer = officer.post("$page/cancel", [_form: Site.token(officer.page(page))])
    work()

    then:
    answer.statusCode() == 303
    Site.text(officer.page(page)).contains('已取消')
    officer.post("$page/confirm", [_form: Site.token(officer.page(FORM)), version: '0']).statusCode() == 409
  }

  def "the template is for the taking, and another bureau's import is not there"() {
    given:
    def page = upload(Directory.of([Directory.agency(Registering.code(++number))]))
    def other = PortalServer.site(Role.OFFICER, 'import-other', People.bureau(id: 'import-other-bureau'))

    expect:
    new XSSFWorkbook(new ByteArrayInputStream(officer.bytes("$FORM/template").body())).getSheet('机构名录') != null
    other.get(page).statusCode() == 404
    !other.page('/agencies/imports').contains(page)
    officer.get("$page?show=changed&page=x").statusCode() == 400
  }

  private String upload(byte[] file, String name = '名录.xlsx') {
    def answer = officer.upload(FORM, [_form: Site.token(officer.page(FORM)), fresh: UUID.randomUUID().toString()], name, file)
    assert answer.statusCode() == 303: answer.body()
    answer.headers().firstValue('Location').get()
  }

  private void work() {
    while (work.next()) {
    }
  }

  private static String version(String page) {
    (page =~ /name="version" value="(\d+)"/)[0][1]
  }
}
