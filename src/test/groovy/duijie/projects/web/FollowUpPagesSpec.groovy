package duijie.projects.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agency
import duijie.interests.Interest
import duijie.interests.Interests
import duijie.interests.Invitation
import duijie.interests.Invitations
import duijie.messages.Messages
import duijie.messages.News
import duijie.portal.SavedSearch
import duijie.portal.SavedSearches
import duijie.portal.web.PortalRecords
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.projects.Column
import duijie.projects.Followings
import duijie.projects.Notice
import duijie.projects.Notices
import duijie.projects.Project
import duijie.projects.Projects
import duijie.projects.Publication
import duijie.projects.Publications
import duijie.sheets.Examples
import java.time.Instant
import java.time.LocalDateTime
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

/** What happens to a project after its publication: amendments, the end, questions and answers, and who is told. */
class FollowUpPagesSpec extends Specification {

  static final String NAUGHTY = '<script>1</script> =1+1 \u202E翻 𠮷 １２ 👩‍👧'

  static final BUREAU = People.bureau(id: 'follow-up-bureau', name: '后续县民政局')

  static final Map<String, String> GOOD = [
      buyer: '后续县民政局', region: '四川省/广元市/旺苍县/普济镇', fields: '养老、助餐', need: '为120名独居老人每周送餐并探访，记录需求。', budget: '12万',
      'term-months': '12', regime: '政府采购', 'procurement-method': '竞争性磋商', 'respond-by': '2026-12-10 17:00', contact: '某股', phone: '0839-4200000',
      payment: '验收合格后30日内付款。',
  ]

  @Shared context = PortalServer.running().applicationContext
  @Shared Publications publications = context.getBean(Publications)
  @Shared Projects projects = context.getBean(Projects)
  @Shared Notices notices = context.getBean(Notices)
  @Shared Site officer = PortalServer.site(Role.OFFICER, 'fu-officer', BUREAU)
  @Shared Site head = PortalServer.site(Role.HEAD, 'fu-head', BUREAU)
  @Shared Site agency = PortalServer.site(PortalRecords.agencies().find { it.state() == Agency.State.VERIFIED }.id())
  @Shared Site public_ = PortalServer.site()

  def "an amendment says why, shows the old beside the new, puts the deadline off, and is told to whoever asked or follows"() {
    given:
    def path = published('顺延的送餐项目')
    def number = number(path)
    def other = PortalServer.site(Role.SUPERVISOR, 'fu-follower', People.bureau(id: 'follow-up-other', name: '别的局'))
    other.submit("/projects/$number", [project: number], '/followings').statusCode() == 303

    when: 'an officer begins one, changes the need, and hands it in five days before the deadline would be too near'
    def draft = officer.submit(path, [fresh: UUID.randomUUID().toString()], "$path/amend").headers().firstValue('Location').get()

    then: 'it has the words of the notice'
    officer.page(draft).contains('value="顺延的送餐项目"')
    Site.text(officer.page(draft)).contains('更正公告')

    when: 'nothing is changed and no reason given'
    def empty = officer.submit(draft, GOOD + [name: '顺延的送餐项目', version: version(draft), submit: '1', affecting: '1'])

    then:
    empty.statusCode() == 422
    Site.text(empty.body()).contains('请写明更正事由')
    Site.text(empty.body()).contains('还没有改动任何内容')

    when: 'the deadline is moved nearer'
    def nearer = officer.submit(draft, GOOD + [name: '顺延的送餐项目', 'respond-by': '2026-12-08 17:00', 'amendment-reason': '改', version: version(draft), submit: '1'])

    then:
    nearer.statusCode() == 422
    Site.text(nearer.body()).contains('响应截止时间只能延后，不能提前或删去。原定 2026-12-10 17:00')

    when: 'it is whole'
    def sent = officer.submit(draft, GOOD + [name: '顺延的送餐项目', need: '为150名独居老人每周送餐并探访，记录需求。电话13900000000', 'respond-by': '2026-12-15 17:00',
        'amendment-reason': '服务人数核实后有增加', affecting: '1', version: version(draft), submit: '1'])
    def shown = Site.text(head.page(draft))

    then: 'the head sees what changes'
    sent.statusCode() == 303
    shown.contains('和上一次公告相比')
    shown.contains('为150名独居老人')

    when:
    head.submit(draft, [version: version(draft)], "$draft/publish").statusCode() == 303
    def project = projects.find(new Project.Id(number)).get()
    def all = notices.of(project.id())
    def notice = Site.text(public_.page("/notices/${all[1].id()}"))

    then: 'the project is changed under its number, its day of publication stays'
    project.need().contains('150名')
    project.respondBy().toString() == '2026-12-15T17:00'
    project.publishedOn().toString() == '2026-11-24'
    all*.kind() == [Notice.Kind.CALL, Notice.Kind.AMENDMENT]

    and: 'everybody reads both versions, and nobody the telephone'
    notice.contains('服务人数核实后有增加')
    notice.contains('为120名独居老人') && notice.contains('为150名独居老人')
    notice.contains('预算金额(元) 120,000 元（12 万元）')
    !notice.contains('12万')
    !notice.contains('13900000000') && !notice.contains('0839-4200000')
    Site.text(public_.page("/notices/${all[0].id()}")).contains('之后还有新的公告')
    Site.text(public_.page("/projects/$number")).contains('更正公告')

    and: 'whoever follows it is told'
    Site.text(other.page('/messages')).contains('更正公告：顺延的送餐项目')
  }

  def "an amendment that may affect offers keeps the statutory days before the deadline"() {
    given: 'the deadline is four days off'
    def path = published('临近截止的项目')
    def project = projects.find(new Project.Id(number(path))).get()
    projects.saveAll([Examples.changed(project, respondBy: LocalDateTime.of(2026, 11, 28, 17, 0))])
    def draft = officer.submit(path, [fresh: UUID.randomUUID().toString()], "$path/amend").headers().firstValue('Location').get()
    def said = GOOD + [name: '临近截止的项目', need: '为130名独居老人每周送餐并探访，记录需求。', 'amendment-reason': '核实', submit: '1', 'respond-by': '2026-11-28 17:00']

    when:
    def answer = officer.submit(draft, said + [affecting: '1', version: version(draft)])

    then: 'the 29th is a Sunday: the first working day from then on is the 30th'
    answer.statusCode() == 422
    Site.text(answer.body()).contains('响应截止时间应当顺延，请改到 2026-11-30 17:00 或以后')
    Site.text(answer.body()).contains('至少5日前')
  }

  def "of one project one amendment is written at a time, whoever begins it and however often"() {
    given:
    def path = published('只有一份更正的项目')
    def html = officer.page(path)
    def threads = Executors.newFixedThreadPool(4)

    when:
    def answers = (1..4).collect { n ->
      threads.submit({ officer.post("$path/amend", [fresh: UUID.randomUUID().toString(), _form: Site.token(html)]) } as Callable)
    }*.get()

    then:
    answers*.statusCode().unique() == [303]
    answers*.headers()*.firstValue('Location')*.get().unique().size() == 1
    publications.of(BUREAU.id()).count { it.purpose().project()?.value() == number(path) } == 1

    cleanup:
    threads.shutdownNow()
  }

  def "the head ends a project for everybody to read, and what was being written for it ends with it"() {
    given:
    def path = published('要终止的项目')
    def number = number(path)
    def draft = officer.submit(path, [fresh: UUID.randomUUID().toString()], "$path/amend").headers().firstValue('Location').get()

    expect: 'an officer may not, and a reason is needed'
    officer.submit(path, [reason: '不做了'], "$path/terminate").statusCode() == 403
    head.submit(path, [reason: ' '], "$path/terminate").statusCode() == 422

    when:
    def answers = (1..2).collect { head.submit(path, [reason: '<b>预算</b>取消 拨打13900000000'], "$path/terminate") }

    then:
    answers*.statusCode() == [303, 303]
    projects.find(new Project.Id(number)).get().state() == Project.State.CANCELLED
    notices.of(new Project.Id(number))*.kind() == [Notice.Kind.CALL, Notice.Kind.TERMINATION]
    publication(draft).stage() == Publication.Stage.CANCELLED
    def page = public_.page("/projects/$number")
    Site.text(page).contains('终止公告')
    page.contains('&lt;b&gt;预算') && !page.contains('13900000000')

    and: 'nothing follows any more'
    officer.submit(path, [fresh: UUID.randomUUID().toString()], "$path/amend").statusCode() == 422
    !agency.page("/projects/$number").contains('我要提问')
  }

  def "an intention is announced first, and agencies are called for it later under the same number"() {
    given:
    def html = officer.page('/drafts')
    def path = officer.post('/drafts', [fresh: (html =~ /name="fresh" value="([^"]+)"/)[0][1], intention: '1', _form: Site.token(html)]).headers().firstValue('Location').get()

    when:
    def early = officer.submit(path, GOOD + ['respond-by': '', name: '先公开意向的项目', expected: '2026年12月', version: version(path), submit: '1'])
    head.submit(path, [version: version(path)], "$path/publish")
    def number = number(path)

    then:
    early.statusCode() == 303
    projects.find(new Project.Id(number)).get().state() == Project.State.INTENTION
    Site.text(public_.page("/projects/$number")).contains('2026年12月')

    when:
    def call = officer.submit(path, [fresh: UUID.randomUUID().toString()], "$path/call").headers().firstValue('Location').get()
    officer.submit(call, GOOD + [name: '先公开意向的项目', 'procurement-method': '竞争性磋商', version: version(call)])
    def looked = Site.text(officer.page(call))
    def sent = officer.submit(call, GOOD + [name: '先公开意向的项目', version: version(call), submit: '1'])
    head.submit(call, [version: version(call)], "$call/publish")

    then: 'that the intention is of today is said, and stops nobody'
    looked.contains('原则上应在采购活动开始前30日公开')
    sent.statusCode() == 303
    projects.find(new Project.Id(number)).get().state() == Project.State.PUBLISHED
    notices.of(new Project.Id(number))*.kind() == [Notice.Kind.INTENTION, Notice.Kind.CALL]
  }

  def "an agency asks, the buyer answers, everybody reads both and nobody who asked"() {
    given:
    def path = published('有人提问的项目')
    def number = number(path)
    def follower = PortalServer.site(Role.SUPERVISOR, 'fu-reader', People.bureau(id: 'follow-up-readers', name: '读者局'))
    follower.submit("/projects/$number", [project: number], '/followings')

    expect: 'who has not signed in is sent to sign in'
    public_.get("/questions/new?project=$number").headers().firstValue('Location').get().startsWith('/sign-in')
    agency.page("/projects/$number").contains("/questions/new?project=$number")

    when: 'the form is sent twice'
    def form = agency.page("/questions/new?project=$number")
    def fields = [fresh: (form =~ /name="fresh" value="([^"]+)"/)[0][1], project: number, text: '送餐的<b>餐标</b>是多少？=1+1 \u202E𠮷', _form: Site.token(form)]
    def asked = (1..2).collect { agency.post('/questions', fields).headers().firstValue('Location').get() }

    then: 'it is one question, which the buyer is told of and nobody else sees'
    asked.unique().size() == 1
    Site.text(officer.page('/messages')).contains('有人提问：有人提问的项目')
    Site.text(officer.page('/questions')).contains('答复期限 2026-11-27')
    public_.get(asked[0]).statusCode() == 404
    follower.get(asked[0]).statusCode() == 404
    !officer.page(asked[0]).contains(PortalRecords.agencies().find { it.state() == Agency.State.VERIFIED }.name())

    when:
    def answered = officer.submit(asked[0], [version: '1', answer: '每餐15元。'], "${asked[0]}/answer")
    def late = head.submit(asked[0], [version: '1', answer: '每餐16元。'], "${asked[0]}/answer")

    then: 'the second of two who answer is told, and nothing of theirs is lost'
    answered.statusCode() == 303
    late.statusCode() == 409
    late.body().contains('每餐16元。') && late.body().contains('每餐15元。')
    Site.unescaped(public_.page("/projects/$number")).contains('送餐的<b>餐标</b>是多少？=1+1 \u202E𠮷')
    Site.text(public_.page("/projects/$number")).contains('每餐15元。')
    Site.text(agency.page('/messages')).contains('已答复：有人提问的项目')
    Site.text(follower.page('/messages')).contains('已答复：有人提问的项目')

    when: 'a mistake is put right'
    head.submit(asked[0], [version: '2', answer: '每餐16元。'], "${asked[0]}/answer")

    then:
    Site.text(public_.page("/projects/$number")).contains('更正')
    Site.text(agency.page('/messages')).contains('答复有更正')
  }

  def "what cannot be asked is told, and what was written is kept"() {
    given:
    def number = number(published('问得太长的项目'))
    def form = "/questions/new?project=$number"

    expect:
    def answer = agency.submit(form, [fresh: UUID.randomUUID().toString(), project: number, text: '长' * 2001], '/questions')
    answer.statusCode() == 422
    Site.text(answer.body()).contains('最多 2000 个字，现在有 2001 个')
    answer.body().contains('长' * 2001)
    agency.submit(form, [fresh: UUID.randomUUID().toString(), project: number, text: ' '], '/questions').statusCode() == 422
    agency.get('/questions/new?project=P-001').statusCode() == 404
    agency.get('/questions/new').statusCode() == 404
    officer.get(form).statusCode() == 403
  }

  def "an agency that nothing excludes is told of a new project with its own score"() {
    when:
    def number = number(published('通知合适机构的项目'))

    then:
    def messages = agency.page('/messages')
    Site.text(messages).contains('适合本机构的新项目：通知合适机构的项目')

    and: 'follows it and follows it no more'
    agency.submit("/projects/$number", [project: number], '/followings')
    Site.text(agency.page('/followings')).contains('通知合适机构的项目')
    agency.submit('/followings', [project: number, leave: '1'])
    !Site.text(agency.page('/followings')).contains('通知合适机构的项目')
    context.getBean(Followings).of(new Project.Id(number)) == []
  }

  def "whoever saved a search is told once of each new project that meets it, and of no other"() {
    given:
    def searcher = PortalServer.site(Role.SUPERVISOR, 'fu-searcher', People.bureau(id: 'follow-up-searchers', name: '检索局'))
    def stranger = PortalServer.site(Role.SUPERVISOR, 'fu-search-stranger', People.bureau(id: 'follow-up-searchers', name: '检索局'))
    def account = context.getBean(Accounts).named('fu-searcher').get().id()
    def list = '/projects?q=%E9%80%81%E9%A4%90&region=510821'
    def save = { String query, String name -> searcher.submit(list, [query: query, name: name], '/searches') }

    when: 'a list is saved twice, and some that a project does not meet, though it has some of the words of one'
    def shown = (searcher.page(list) =~ /name="query" value="([^"]+)"/)[0][1]
    def answers = (1..2).collect { save(Site.unescaped(shown), NAUGHTY) }
    answers += [save('q=xyzzy', ''), save('q=%E9%80%81%E9%A4%90+xyzzy', '两个词'), save('region=5101', '成都')]
    def saved = context.getBean(SavedSearches).of(account)

    then:
    answers*.statusCode().unique() == [303]
    saved.size() == 4
    Site.unescaped(searcher.page('/searches')).contains(NAUGHTY)
    Site.text(searcher.page('/searches')).contains('搜索：xyzzy')
    !PortalServer.site().page(list).contains('订阅此检索')

    when:
    published('订阅检索的送餐项目')

    then:
    def told = context.getBean(Messages).of(account, News.Kind.NEW_PROJECT, 0, 100)*.news()
    told*.subject() == ['订阅的检索有新项目：订阅检索的送餐项目']
    told[0].text().contains(NAUGHTY)

    when: 'it is called otherwise, and another person tries so, too'
    def path = "/searches/${saved.find { it.name() == NAUGHTY }.id()}"
    def renamed = searcher.submit('/searches', [name: '送餐'], path)
    def strange = stranger.submit('/account/password', [delete: '1'], path)

    then:
    renamed.statusCode() == 303
    strange.statusCode() == 404
    context.getBean(SavedSearches).of(account)*.name().contains('送餐')
    searcher.submit('/searches', [name: '长' * 41], path).statusCode() == 422
    searcher.submit('/searches', [name: '长' * 41], path).body().contains("value=\"${'长' * 41}\"")
    with(save(Site.unescaped(shown), '换个名称再订')) {
      statusCode() == 422
      Site.text(body()).contains('这个检索已经订阅过，名称是“送餐”')
      body().contains('value="换个名称再订"')
    }
    save('', '').statusCode() == 422
    save('field=nothing', '').statusCode() == 422
    save('q=%E9%zz', '').statusCode() == 422

    when: 'it is deleted'
    searcher.submit('/searches', [delete: '1'], path)
    published('删除检索以后的送餐项目')

    then:
    context.getBean(SavedSearches).of(account).size() == 3
    context.getBean(Messages).of(account, News.Kind.NEW_PROJECT, 0, 100).size() == 1

    when: 'there are as many as one may have'
    (1..47).each { context.getBean(SavedSearches).add(new SavedSearch(new SavedSearch.Id(UUID.randomUUID()), account, "第$it", "q=w$it")) }
    def full = save('q=more', '再来一个')

    then:
    full.statusCode() == 422
    Site.text(full.body()).contains('最多订阅 50 个检索')
    full.body().contains('再来一个')
  }

  def "a buyer sees its projects by state, the next deadline first, with what waits, and what is being written"() {
    given:
    def path = published('总览里的项目')
    def number = new Project.Id(number(path))
    def own = PortalRecords.agencies().find { it.state() == Agency.State.VERIFIED }
    def by = context.getBean(Accounts).named('fu-officer').get().id()
    context.getBean(Interests).add(new Interest(number, own.id(), UUID.randomUUID(), '', by, Instant.parse('2026-11-24T02:00:00Z')))
    context.getBean(Invitations).add(new Invitation(number, own.id(), UUID.randomUUID(), '', by, Instant.parse('2026-11-24T02:00:00Z')))
    agency.submit("/questions/new?project=$number", [fresh: UUID.randomUUID().toString(), project: number, text: '问'], '/questions')
    publications.add(Examples.publication(owner: BUREAU.id(), typed: [(Column.NAME): '条款有问题的草稿'], clauses: ['资格条件': '投标人须成立满三年。'], version: 1))

    when:
    def html = officer.page('/my-projects')
    def owned = projects.findAll(notices.projectsOf(BUREAU.id()))

    then:
    Site.text(html).contains('总览里的项目')
    Site.text((html =~ /(?s)<h2 class="row-title"><a href="[^"]*"><bdi>总览里的项目<.*?<\/li>/)[0] as String).with { it.contains('剩余 16 天') && it.contains('意向 1') && it.contains('已邀请 1') && it.contains('待答复 1') }
    Site.text(html).contains('条款有问题的草稿') && Site.text(html).contains('1 处须改后发布')
    Site.titles(html).size() == Math.min(20, owned.size())

    and: 'the next deadline comes first'
    def open = owned.findAll { it.openAt(LocalDateTime.now(PortalServer.CLOCK)) }
    Site.titles(html).take(open.size())*.toString() as Set == open*.name().take(20) as Set
    def first = Site.titles(html).first()
    open.find { it.name() == first }.respondBy() == open*.respondBy().findAll().min()

    and: 'each state leads to its projects'
    owned.countBy { it.state() }.every { state, count -> Site.titles(officer.page("/my-projects?state=$state")).size() == Math.min(20, count) }
    officer.get('/my-projects?state=NO').statusCode() == 400

    and: 'another bureau has its own'
    Site.text(PortalServer.site(Role.OFFICER, 'fu-elsewhere', People.bureau(id: 'follow-up-elsewhere', name: '别处')).page('/my-projects')).contains('这里还没有项目')
    agency.get('/my-projects').statusCode() == 403
  }

  private String published(String name) {
    def html = officer.page('/drafts')
    def path = officer.post('/drafts', [fresh: (html =~ /name="fresh" value="([^"]+)"/)[0][1], _form: Site.token(html)]).headers().firstValue('Location').get()
    def sent = officer.submit(path, GOOD + [name: name, version: '1', submit: '1'])
    assert sent.statusCode() == 303 : Site.text(sent.body())
    assert head.submit(path, [version: version(path)], "$path/publish").statusCode() == 303
    path
  }

  private String number(String path) {
    notices.of(publication(path).id()).get().project().value()
  }

  private Publication publication(String path) {
    publications.find(new Publication.Id(UUID.fromString(path.split('/').last()))).get()
  }

  private String version(String path) {
    publication(path).version() as String
  }
}
