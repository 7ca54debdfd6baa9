package duijie.imports.web

import duijie.accounts.People
import duijie.accounts.Role
import duijie.imports.Directory
import duijie.imports.ImportWork
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.projects.Column
import duijie.projects.PackageNumber
import duijie.projects.ProjectWords
import duijie.projects.Projects
import duijie.projects.Publication
import duijie.projects.Publications
import duijie.projects.TypedProjects
import duijie.sheets.Examples
import spock.lang.Shared
import spock.lang.Specification

/** Rows of 项目发布表 become drafts, and old projects too. */
class DraftImportPagesSpec extends Specification {

  static final Map PROJECT = ['项目编号': '', '项目名称': '普济镇社工站', '购买主体': '某县民政局', '区划': '四川省/广元市/旺苍县/普济镇', '服务领域': '社工站', '需求概况': '为60名留守老人提供探访。', '预算金额(元)': '15万']

  @Shared Publications publications = PortalServer.running().applicationContext.getBean(Publications)
  @Shared ImportWork work = PortalServer.running().applicationContext.getBean(ImportWork)
  @Shared TypedProjects typing = PortalServer.running().applicationContext.getBean(TypedProjects)
  @Shared ProjectWords wording = PortalServer.running().applicationContext.getBean(ProjectWords)
  static int number = 0
  String bureau = "drafts-bureau-${++number}"
  Site officer = PortalServer.site(Role.OFFICER, "drafts-officer-$number", People.bureau(id: bureau))

  def "each row becomes a draft, never published, with what the check says of it; packages stand together"() {
    given:
    def rows = [PROJECT + ['项目编号': "C-$number/2".toString(), '项目名称': '第二包：禁毒'], PROJECT + ['项目名称': '单独的项目'],
                PROJECT + ['项目编号': "C-$number/1".toString(), '项目名称': '第一包：社工站', '资格条件': '投标人须成立满三年。', '社工人数要求': '若干'], PROJECT + ['项目名称': '']]

    when:
    def page = upload(rows)
    work()
    def preview = officer.page(page)

    then:
    ['新增 3', '不导入 1', '确认导入 3 份草稿'].every { Site.text(preview).contains(it) }
    Site.text(preview).contains('资格条件：')
    Site.text(preview).contains('建议：')
    Site.text(preview) =~ /H4 ?[：:]? ?资格条件：/
    drafts() == []

    when:
    officer.post("$page/confirm", [_form: Site.token(preview), version: (preview =~ /name="version" value="(\d+)"/)[0][1]])
    work()
    def list = officer.page('/drafts')
    def first = drafts().find { it.title() == '第一包：社工站' }

    then: 'the words that nobody understood are there to be mended'
    Site.titles(list).with { it.indexOf('第二包：禁毒') == it.indexOf('第一包：社工站') + 1 }
    Site.text(list).contains("C-$number 第 1 包")
    drafts().every { it.stage() == Publication.Stage.DRAFT }
    first.typed()[Column.HEADCOUNT] == '若干'
    first.typed()[Column.BUDGET] == '150000'
    first.clauses() == ['资格条件': '投标人须成立满三年。']
    Site.text(officer.page("/drafts/${first.id()}")).with { it.contains('同一次采购的其他包') && it.contains('第二包：禁毒') }

    when: 'the same file once more'
    def again = upload(rows)
    work()

    then:
    Site.text(officer.page(again)).contains('没有变化 3')
    drafts().size() == 3
  }

  def "a number that is taken is refused: #what"() {
    given:
    if (draft) {
      confirm(upload([PROJECT + ['项目编号': 'D-1', '项目名称': '另一份']]))
    }

    when:
    def page = upload([PROJECT + ['项目编号': id], PROJECT + ['项目名称': '可以的']])
    work()

    then:
    Site.text(officer.page("$page?show=refused")).contains(words)
    Site.text(officer.page(page)).contains('确认导入 1 份草稿')

    where:
    what                 | draft | id      || words
    'by a project'       | false | 'P-001' || '已经有发布过的项目'
    'by another draft'   | true  | 'D-1'   || '已经有一份草稿'
  }

  def "an old project is copied without what is its own, and only once"() {
    given:
    def fresh = UUID.randomUUID().toString()
    def old = PortalServer.running().applicationContext.getBean(Projects).find(new duijie.projects.Project.Id('P-001')).get()

    when:
    def answers = (1..2).collect { officer.post('/drafts/copy', [_form: Site.token(officer.page('/drafts')), fresh: fresh, from: 'P-001']) }
    def copy = drafts()

    then:
    answers*.statusCode() == [303, 303]
    copy.size() == 1
    copy[0].title() == old.name()
    !copy[0].typed().containsKey(Column.ID)
    !copy[0].typed().containsKey(Column.RESPOND_BY)
    copy[0].typed()[Column.BUYER] == People.bureau().name()

    when: 'and the copy again, but nothing of others'
    def second = officer.post('/drafts/copy', [_form: Site.token(officer.page('/drafts')), fresh: UUID.randomUUID().toString(), from: copy[0].id().toString()])
    def other = PortalServer.site(Role.OFFICER, "drafts-other-$number", People.bureau(id: "drafts-other-$number"))

    then:
    second.statusCode() == 303
    drafts()*.typed().unique().size() == 1
    other.post('/drafts/copy', [_form: Site.token(other.page('/drafts')), from: copy[0].id().toString()]).statusCode() == 404
    officer.post('/drafts/copy', [_form: Site.token(officer.page('/drafts')), from: 'no such']).statusCode() == 404
  }

  def "whoever types a number in small or wide letters gets the project, and a wrong number leads on"() {
    when:
    def found = officer.post('/drafts/copy', [_form: Site.token(officer.page('/drafts')), from: typed])

    then:
    found.statusCode() == status
    status == 303 || Site.text(found.body()).with { it.contains("没有编号是“ $typed ”的项目") && it.contains('采购项目') }
    status == 303 || found.body().contains("value=\"$typed\"")

    where:
    typed      || status
    'p-001'    || 303
    'Ｐ－００１' || 303
    'P-9999'   || 404
  }

  def "drafts are told apart by number, by who last changed them, and when"() {
    given:
    confirm(upload([PROJECT + ['项目编号': "L-$number".toString()], PROJECT]))

    when:
    def list = Site.text(officer.page('/drafts'))

    then:
    list.contains("编号 L-$number")
    list.count('2026-') >= 2 || list =~ /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/
  }

  def "what a project is written as reads back as the same"() {
    given:
    def project = Examples.project(methods: Examples.terms('casework'))

    expect:
    typing.understand(wording.typed(project)).doubts() == []
    typing.understand(wording.typed(project)).project() == project
  }

  def "a package is told by its number: #id"() {
    expect:
    PackageNumber.of(id).map { [it.procurement(), it.number()] }.orElse(null) == found

    where:
    id          || found
    'P-001/2'   || ['P-001', 2]
    'P/2026/12' || ['P/2026', 12]
    'P-001'     || null
    'P-001/0'   || null
    '/2'        || null
    'P-001/甲'   || null
  }

  private List<Publication> drafts() {
    publications.of(new duijie.accounts.Organisation.Id(bureau))
  }

  private String upload(List<Map> rows) {
    def answer = officer.upload('/drafts/import', [_form: Site.token(officer.page('/drafts/import')), fresh: UUID.randomUUID().toString()], '项目.xlsx', Directory.of(rows, '项目发布表'))
    assert answer.statusCode() == 303
    answer.headers().firstValue('Location').get()
  }

  private void confirm(String page) {
    work()
    def preview = officer.page(page)
    officer.post("$page/confirm", [_form: Site.token(preview), version: (preview =~ /name="version" value="(\d+)"/)[0][1]])
    work()
  }

  private void work() {
    while (work.next()) {
    }
  }
}
