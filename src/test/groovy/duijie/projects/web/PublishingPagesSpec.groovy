package duijie.projects.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.audit.AuditEntries
import duijie.messages.Messages
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.projects.Notices
import duijie.projects.Project
import duijie.projects.Projects
import duijie.projects.Publication
import duijie.projects.Publications
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

class PublishingPagesSpec extends Specification {

  static final BUREAU = People.bureau(id: 'publishing-bureau', name: '某县民政局')

  static final Map<String, String> GOOD = [
      name: '', buyer: '某县民政局', region: '四川省/广元市/旺苍县/普济镇', fields: '养老、助餐', need: '为120名独居老人每周送餐并探访，记录需求。', budget: '12万',
      'term-months': '12', regime: '比选', 'respond-by': '2026-12-31 17:00',
  ]

  @Shared Publications publications = PortalServer.running().applicationContext.getBean(Publications)
  @Shared Projects projects = PortalServer.running().applicationContext.getBean(Projects)
  @Shared Site officer = PortalServer.site(Role.OFFICER, 'pub-officer', BUREAU)
  @Shared Site second = PortalServer.site(Role.OFFICER, 'pub-second', BUREAU)
  @Shared Site head = PortalServer.site(Role.HEAD, 'pub-head', BUREAU)

  def "from the first word to everybody's page: the lint objects, the head returns, then publishes"() {
    given:
    def path = begin()
    def name = '普济镇独居老人送餐项目'

    when: 'an officer writes a condition that the law forbids'
    def objected = officer.submit(path, GOOD + [name: name, version: '1', qualification: '投标人须成立满三年。', submit: '1'])

    then: 'it is named with the words and the article, saved, and not submitted'
    objected.statusCode() == 422
    Site.text(objected.body()).contains('必须改')
    Site.text(objected.body()).contains('成立')
    publication(path).stage() == Publication.Stage.DRAFT
    publication(path).clauses()['资格条件'] == '投标人须成立满三年。'

    when: 'mends it and submits'
    def submitted = officer.submit(path, GOOD + [name: name, version: version(path), qualification: '依法登记，信用良好。', submit: '1'])

    then:
    submitted.statusCode() == 303
    publication(path).stage() == Publication.Stage.SUBMITTED
    Site.text(head.page('/drafts')).contains('等您处理')

    when: 'the head wants something else first'
    head.submit(path, [version: version(path), reason: '请写明送餐时间'], "$path/return")

    then:
    Site.text(officer.page(path)).contains('请写明送餐时间')

    when:
    officer.submit(path, GOOD + [name: name, need: GOOD.need + '每日十一点前送达。', version: version(path), submit: '1'])
    def answer = head.submit(path, [version: version(path)], "$path/publish")

    then: 'everybody reads it under a number of its own'
    answer.statusCode() == 303
    def published = projects.stream().withCloseable { all -> all.filter { it.name() == name }.toList() }
    published.size() == 1
    published[0].id().value() ==~ /P2026-\d{4}/
    published[0].state() == Project.State.PUBLISHED
    published[0].publishedOn().toString() == '2026-11-24'
    published[0].budget().yuan() == 120000.0
    Site.text(PortalServer.site().page("/projects/${published[0].id()}")).contains('每日十一点前送达')

    and: 'each step is written down'
    deeds(path) == ['DRAFT_PROJECT', 'EDIT_PROJECT_DRAFT', 'EDIT_PROJECT_DRAFT', 'SUBMIT_PROJECT', 'RETURN_PROJECT', 'EDIT_PROJECT_DRAFT', 'SUBMIT_PROJECT', 'PUBLISH_PROJECT']

    and: 'pressing once more publishes nothing twice'
    head.submit(path, [version: version(path)], "$path/publish").statusCode() == 303

    and: 'the head was told twice that it is their turn, and the officer who handed it in what came of it'
    told('pub-head', name) == ["项目待审批：$name", "项目待审批：$name"]
    told('pub-officer', name) == ["项目已发布：$name", "项目被退回：$name"]
    told('pub-second', name) == []
    Site.text(officer.page(message('pub-officer', "项目被退回：$name"))).contains('请写明送餐时间')
    officer.page(message('pub-officer', "项目已发布：$name")).contains("href=\"/projects/${published[0].id()}\"")
    projects.stream().withCloseable { all -> all.filter { it.name() == name }.count() } == 1
  }

  def "of two officers who edit at once the second is told, sees both versions, and loses nothing"() {
    given:
    def path = begin()
    def old = version(path)
    officer.submit(path, GOOD + [name: '先来的名称', version: old])

    when:
    def answer = second.submit(path, GOOD + [name: '后来的名称', contact: '<b>后来的联系人</b>', version: old])

    then:
    answer.statusCode() == 409
    def text = Site.text(answer.body())
    text.contains('项目名称 先来的名称 后来的名称')
    answer.body().contains('value="后来的名称"')
    !answer.body().contains('<b>后来的')
    publication(path).title() == '先来的名称'

    when: 'they look at both and save theirs'
    def again = second.post(path, GOOD + [name: '后来的名称', version: (answer.body() =~ /name="version" value="(\d+)"/)[0][1], _form: Site.token(answer.body())])

    then:
    again.statusCode() == 303
    publication(path).title() == '后来的名称'
  }

  def "what is typed is kept by itself, and the form goes on from there"() {
    given:
    def path = begin()
    def html = officer.page(path)
    def token = Site.token(html)

    when:
    def kept = officer.post("$path/autosave", GOOD + [name: '写到一半 <b>𠮷', version: '1', _form: token])

    then:
    kept.statusCode() == 200
    Site.text(kept.body()).contains('已自动保存')
    publication(path).title() == '写到一半 <b>𠮷'

    when: 'it is gone on with, and another window with what it had before'
    def done = officer.post(path, GOOD + [name: '写完了', version: (kept.body() =~ /name="version" value="(\d+)"/)[0][1], _form: token])
    def other = officer.post("$path/autosave", GOOD + [name: '另一个窗口', version: '1', _form: token])

    then:
    done.statusCode() == 303
    Site.text(other.body()).contains('没有自动保存：别人刚改过')
    other.body().contains('name="version" value="1"')
    publication(path).title() == '写完了'

    and: 'that it was kept is said once, above the next page'
    Site.text(officer.page(path)).contains('已保存。')
    !Site.text(officer.page(path)).contains('已保存。')
  }

  def "of several who save in the same moment one is stored, and all others are told"() {
    given:
    def path = begin()
    def token = Site.token(officer.page(path))
    def threads = Executors.newFixedThreadPool(4)

    when:
    def answers = (1..4).collect { i -> threads.submit({ officer.post(path, GOOD + [name: "第${i}个同时", version: '1', _form: token]) } as Callable) }*.get()
    def stored = answers.findIndexOf { it.statusCode() == 303 } + 1

    then:
    answers*.statusCode().sort() == [303, 409, 409, 409]
    publication(path).title() == "第${stored}个同时"
    publication(path).version() == 2
    deeds(path) == ['DRAFT_PROJECT', 'EDIT_PROJECT_DRAFT']

    cleanup:
    threads.shutdownNow()

    where:
    time << (1..5)
  }

  def "a draft that is begun twice by a double click is one"() {
    given:
    def html = officer.page('/drafts')
    def fields = [fresh: (html =~ /name="fresh" value="([^"]+)"/)[0][1], _form: Site.token(html)]
    def before = publications.of(BUREAU.id()).size()
    def threads = Executors.newFixedThreadPool(4)

    when:
    def answers = (1..4).collect { threads.submit({ officer.post('/drafts', fields) } as Callable) }*.get()

    then:
    answers*.headers()*.firstValue('Location')*.get().unique().size() == 1
    publications.of(BUREAU.id()).size() == before + 1

    and: 'one beginning is written down'
    deeds(answers[0].headers().firstValue('Location').get()) == ['DRAFT_PROJECT']

    cleanup:
    threads.shutdownNow()
  }

  def "everything that keeps a draft from being submitted is told at once"() {
    given:
    def path = begin()

    when:
    def answer = officer.submit(path, [name: '缺东西的项目', buyer: '', region: '没有这个地方', budget: '很多', 'respond-by': '明天', version: '1', submit: '1'])
    def text = Site.text(answer.body())

    then:
    answer.statusCode() == 422
    ['“购买主体”还没有填', '“服务领域”还没有填', '“需求概况”还没有填', '没有这个地方', '很多'].every { text.contains(it) }

    and: 'what was typed is still there'
    answer.body().contains('value="没有这个地方"')
    officer.page(path).contains('value="很多"')
  }

  def "naughty words are kept and shown exactly, and do no harm"() {
    given:
    def path = begin()
    def need = "<script>alert(1)</script> =cmd|' /C calc'!A0 \u202Egnp 𠮷䶮㛃 🙂 １２３"

    when:
    officer.submit(path, GOOD + [name: '"><img src=x>', need: need, version: '1'])
    def html = officer.page(path)

    then:
    publication(path).typed()[duijie.projects.Column.NEED] == need
    !html.contains('<script>alert') && !html.contains('<img src=x')
    Site.unescaped(html).contains(need)
  }

  def "of several places of a name the one near the bureau is meant, and spelled out"() {
    given:
    def path = begin()

    when:
    officer.submit(path, GOOD + [name: '东河镇的项目', region: '东河镇', version: '1'])

    then:
    publication(path).typed()[duijie.projects.Column.REGION] == '四川省/广元市/旺苍县/东河镇'
    officer.page(path).contains('value="四川省/广元市/旺苍县/东河镇"')
  }

  def "a number that is an address elsewhere, or steers what stands beside it, is refused with a sentence: #words"() {
    given:
    def path = begin()

    when:
    def answer = officer.submit(path, GOOD + [name: '编号不行的项目', id: typed, version: '1', submit: '1'])

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains(words)

    where:
    typed        || words
    '../../etc'  || '只有点号'
    'P\u0007-1'  || '控制字符'
    'P\u202E1-P' || '控制字符'
  }

  def "a number that another project has is not given twice"() {
    given:
    def path = begin()
    officer.submit(path, GOOD + [name: '抢编号的项目', id: 'P-001', version: '1', submit: '1'])

    when:
    def answer = head.submit(path, [version: version(path)], "$path/publish")

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains('项目编号“P-001”已经有别的项目用了')
    projects.find(new Project.Id('P-001')).get().name() != '抢编号的项目'
  }

  def "an officer publishes nothing, and another bureau does not see the draft"() {
    given:
    def path = begin()
    def stranger = PortalServer.site(Role.HEAD, 'pub-stranger', People.bureau(id: 'another-publishing-bureau', name: '别的局'))

    expect:
    officer.submit(path, [version: '1'], "$path/publish").statusCode() == 403
    stranger.get(path).statusCode() == 404
    stranger.get(path).body().replaceAll(/name="_form" value="[^"]*"/, '') == stranger.get("/drafts/${UUID.randomUUID()}").body().replaceAll(/name="_form" value="[^"]*"/, '')
    stranger.submit('/drafts', [version: '1', reason: '不关他的事'], "$path/cancel").statusCode() == 404
    publication(path).stage() == Publication.Stage.DRAFT
  }

  def "of two that are published with one number at the same time, one is"() {
    given:
    def paths = (1..2).collect { begin() }
    def number = "同号-${++numbers}".toString()
    paths.eachWithIndex { path, i -> officer.submit(path, GOOD + [name: "同号的第${i}个", id: number, version: '1', submit: '1']) }
    def versions = paths.collect { version(it) }
    def token = Site.token(head.page(paths[0]))
    def threads = Executors.newFixedThreadPool(2)

    when:
    def answers = (0..1).collect { i -> threads.submit({ head.post("${paths[i]}/publish", [version: versions[i], _form: token]) } as Callable) }*.get()
    def won = paths.findIndexOf { publication(it).stage() == Publication.Stage.PUBLISHED }

    then:
    answers*.statusCode().sort() == [303, 422]
    paths.count { publication(it).stage() == Publication.Stage.PUBLISHED } == 1
    projects.find(new Project.Id(number)).get().name() == "同号的第${won}个"

    cleanup:
    threads.shutdownNow()

    where:
    time << (1..5)
  }

  def "a number is given as it was understood, without signs that nobody sees"() {
    given:
    def path = begin()

    when:
    officer.submit(path, GOOD + [name: '看不见的项目', id: 'SEEN-\u200B1', version: '1', submit: '1'])
    head.submit(path, [version: version(path)], "$path/publish")

    then:
    projects.find(new Project.Id('SEEN-1')).get().name() == '看不见的项目'
  }

  def "words that are too long are not stored, and stay on the page: #field"() {
    given:
    def path = begin()
    def words = '长' * length

    when:
    def answer = officer.submit(path, GOOD + [name: '太长的项目', version: '1'] + [(field): words])

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains("“$label”太长，最多 ${length - 1} 个字")
    answer.body().contains(words)
    publication(path).version() == 1

    where:
    field           | label      | length
    'name'          | '项目名称' | 501
    'need'          | '需求概况' | 20_001
    'qualification' | '资格条件' | 20_001
  }

  def "a buyer who is not the office that publishes is asked about, and named beside it on the notice"() {
    given:
    def path = begin()

    when:
    def saved = officer.submit(path, GOOD + [name: '替别人买的项目', buyer: '某县教育局', version: '1', qualification: '依法登记，信用良好。'])

    then:
    saved.statusCode() == 303
    Site.text(officer.page(path)).contains('购买主体“某县教育局”不是起草发布的单位“某县民政局”')

    when:
    officer.submit(path, GOOD + [name: '替别人买的项目', buyer: '某县教育局', version: version(path), qualification: '依法登记，信用良好。', submit: '1'])
    head.submit(path, [version: version(path)], "$path/publish")
    def notice = PortalServer.running().applicationContext.getBean(Notices).of(publication(path).id()).get()

    then:
    Site.text(PortalServer.site().page("/notices/${notice.id()}")) =~ /发布单位：\s*某县民政局/
  }

  private static int numbers

  private static List<String> deeds(String path) {
    PortalServer.running().applicationContext.getBean(AuditEntries)
        .newest(new AuditEntries.Filter(null, null, null, 'publication', path.split('/').last(), null, null), null, 50)*.entry()*.deed().reverse()
  }

  private String begin() {
    def html = officer.page('/drafts')
    officer.post('/drafts', [fresh: (html =~ /name="fresh" value="([^"]+)"/)[0][1], _form: Site.token(html)]).headers().firstValue('Location').get()
  }

  private List<String> told(String who, String about) {
    news(who).findAll { it.news().subject().contains(about) }*.news()*.subject()
  }

  private String message(String who, String subject) {
    '/messages/' + news(who).find { it.news().subject() == subject }.id()
  }

  private List news(String who) {
    def context = PortalServer.running().applicationContext
    context.getBean(Messages).of(context.getBean(Accounts).named(who).get().id(), null, 0, 100)
  }

  private Publication publication(String path) {
    publications.find(new Publication.Id(UUID.fromString(path.split('/').last()))).get()
  }

  private String version(String path) {
    publication(path).version() as String
  }
}
