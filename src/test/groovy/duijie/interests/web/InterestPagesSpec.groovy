package duijie.interests.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agency
import duijie.audit.AuditEntries
import duijie.audit.Entry
import duijie.interests.Interests
import duijie.interests.Invitations
import duijie.matching.Matching
import duijie.messages.Messages
import duijie.messages.News
import duijie.pages.Addresses
import duijie.pages.Words
import duijie.portal.web.PortalRecords
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.projects.Column
import duijie.projects.Notice
import duijie.projects.Notices
import duijie.projects.Project
import duijie.projects.Projects
import duijie.sheets.Examples
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.function.Predicate
import spock.lang.Shared
import spock.lang.Specification

/** Agencies that want a project, and agencies that its buyer wants. */
class InterestPagesSpec extends Specification {

  static final BUREAU = People.bureau(id: 'interested-bureau', name: '意向县民政局')

  /** The server's clock stands still in November 2026; that of the database goes on. */
  static final LocalDateTime LATER = LocalDateTime.now().plusDays(20)
  static final LocalDateTime OVER_FOR_THE_DATABASE = LocalDateTime.of(2026, 11, 25, 9, 0)

  static final String NAUGHTY = '<script>alert(1)</script> =1+1 \u202E翻转 𠮷 １２３ 👩‍👧'

  @Shared context = PortalServer.running().applicationContext
  @Shared Matching matching = context.getBean(Matching)
  @Shared Interests interests = context.getBean(Interests)
  @Shared Invitations invitations = context.getBean(Invitations)
  @Shared Agency own = PortalRecords.agencies()[0]
  @Shared Agency rival = PortalRecords.agencies()[1]
  @Shared Agency nobody = PortalRecords.agencies()[2]
  @Shared Site officer = PortalServer.site(Role.OFFICER, 'interest-officer', BUREAU)
  @Shared Site head = PortalServer.site(Role.HEAD, 'interest-head', BUREAU)
  @Shared Site stranger = PortalServer.site(Role.OFFICER, 'interest-stranger', People.bureau(id: 'another-bureau', name: '别的局'))
  @Shared Site agency = PortalServer.site(own.id())
  @Shared Site other = PortalServer.site(rival.id())

  def "an agency declares interest, whoever presses how often, and the buyer alone learns of it"() {
    given:
    def project = published('EOI-1', '有人愿意承接的项目')
    def form = "/interests?project=${project.id()}"
    def token = Site.token(agency.page(form))
    def threads = Executors.newFixedThreadPool(4)

    when: 'four times in the same moment'
    def answers = (1..4).collect {
      threads.submit({ agency.post('/interests', [project: project.id(), note: NAUGHTY, _form: token]) } as Callable)
    }*.get()

    then: 'it is one'
    answers*.statusCode().unique() == [303]
    interests.in(project.id())*.agency() == [own.id()]
    Site.text(agency.page(form)).contains('已表达意向')
    agency.page("/projects/${project.id()}").contains('查看或撤回')

    and: 'the buyer is told once, and sees who, with the score, and exactly what was said'
    told('interest-officer', '有机构表达意向：有人愿意承接的项目') == 1
    told('interest-head', '有机构表达意向：有人愿意承接的项目') == 1
    def html = officer.page("/projects/${project.id()}")
    def score = Words.points(matching.assess(project, own, LocalDate.now(PortalServer.CLOCK)).score())
    Site.text(html).contains("匹配分 $score")
    Site.text(html).contains('资料未经核实')
    Site.unescaped(html).contains(NAUGHTY) && !html.contains('<script>alert')
    Site.text(head.page("/projects/${project.id()}")).contains('1 家，只有本单位看得到')

    and: 'nobody else does'
    [stranger, other, PortalServer.site(), PortalServer.site(Role.ORGANIZER)].every { site ->
      def page = Site.unescaped(site.page("/projects/${project.id()}"))
      !page.contains('=1+1') && !page.contains('表达意向的机构')
    }

    and: 'it is written down'
    deeds('DECLARE_INTEREST').count { it.entry().after().toString().contains('EOI-1') } == 1

    when: 'a colleague says something else meanwhile'
    def otherwise = agency.submit(form, [project: project.id(), note: '同事另写的附言'], '/interests')

    then: 'their words are not lost without a word'
    otherwise.statusCode() == 422
    Site.text(otherwise.body()).contains('您写的附言没有保存')
    Site.text(otherwise.body()).contains('同事另写的附言')
    interests.find(project.id(), own.id()).get().note() == NAUGHTY

    when: 'it is taken back, twice'
    (1..2).each { assert agency.submit(form, [project: project.id(), withdraw: '1'], '/interests').statusCode() == 303 }

    then:
    interests.in(project.id()) == []
    Site.text(officer.page("/projects/${project.id()}")).contains('还没有机构表达意向')
    deeds('WITHDRAW_INTEREST').count { it.entry().before().toString().contains('EOI-1') } == 1

    when: 'and declared again'
    agency.submit(form, [project: project.id(), note: ''], '/interests')

    then: 'the buyer sees it, and is not told again'
    interests.in(project.id())*.agency() == [own.id()]
    told('interest-officer', '有机构表达意向：有人愿意承接的项目') == 1

    cleanup:
    threads.shutdownNow()
  }

  def "no interest is declared #situation"() {
    given:
    def project = published(id, "不能表达意向的项目$id", changes)
    def form = "/interests?project=${project.id()}"

    when:
    def answer = agency.submit('/account/password', [project: project.id(), note: ''], '/interests')

    then:
    answer.statusCode() == 422
    Site.text(answer.body()).contains('已经截止或者终止')
    Site.text(agency.page(form)).contains('已经截止或者终止')
    !agency.page("/projects/${project.id()}").contains('/interests?project=')
    interests.in(project.id()) == []

    where:
    situation                                                     | id      | changes
    'after the deadline by the clock of the database'             | 'EOI-2' | [respondBy: OVER_FOR_THE_DATABASE]
    'in a project that was cancelled'                             | 'EOI-3' | [state: Project.State.CANCELLED]
    'in a project for which the agency has been found'            | 'EOI-4' | [state: Project.State.AWARDED]
  }

  def "what cannot be declared is told, and what was written is kept"() {
    given:
    def project = published('EOI-5', '附言太长的项目')
    def form = "/interests?project=${project.id()}"

    expect:
    def answer = agency.submit(form, [project: project.id(), note: '𠮷' * 501], '/interests')
    answer.statusCode() == 422
    Site.text(answer.body()).contains('附言最多 500 个字，现在有 501 个')
    answer.body().contains('𠮷' * 501)
    answer.body().contains('href="#note"')
    agency.get('/interests?project=nothing').statusCode() == 404
    agency.get('/interests?project=%00').statusCode() == 404
    officer.get('/invitations?project=%00&agency=%00').statusCode() == 404
    agency.get('/interests?project=%E8%8D%89%E7%A8%BF').statusCode() == 404
    officer.get(form).statusCode() == 403
    Site.text(agency.page('/interests?project=P-001')).contains('不是在本平台发布的')
    Site.text(PortalServer.site(PortalRecords.agencies()[3].id()).page(form)).contains('审核通过以后')
  }

  def "a buyer invites several agencies at once, each of them once"() {
    given:
    def project = published('EOI-6', '要邀请机构的项目')
    def list = officer.page("/projects/${project.id()}")
    def chosen = "/invitations?project=${project.id()}&" + [own, rival].collect { 'agency=' + Addresses.encode(it.id().value()) }.join('&')
    def fields = [project: project.id(), agency: [own, rival]*.id()*.value(), words: "请来看看。$NAUGHTY"]

    expect: 'they can be chosen from the ranking'
    list.contains('id="invite"')
    list.contains('form="invite" name="agency"')
    Site.text(officer.page("/invitations?project=${project.id()}&agency=${nobody.id()}")).contains('没有账号，收不到消息，请打电话告诉他们')
    !Site.text(officer.page("/invitations?project=${project.id()}&agency=${Addresses.encode(own.id().value())}")).contains("没有账号")
    !stranger.page("/projects/${project.id()}").contains('id="invite"')

    when:
    def answers = (1..2).collect { officer.submit(chosen, fields, '/invitations') }

    then: 'and are told what was said'
    answers*.statusCode() == [303, 303]
    invitations.to(project.id())*.agency() as Set == [own, rival]*.id() as Set
    Site.text(agency.page('/messages')).contains('邀请：要邀请机构的项目')
    Site.unescaped(agency.page("/projects/${project.id()}")).contains(NAUGHTY)
    Site.text(agency.page("/projects/${project.id()}")).contains('已获邀请')
    deeds('INVITE_AGENCY').count { it.entry().after().toString().contains('EOI-6') } == 2

    and: 'the buyer sees whom it has invited, and cannot choose them again'
    def html = officer.page("/projects/${project.id()}")
    Site.text(html).contains('已邀请 20')
    !html.contains("name=\"agency\" value=\"${own.id().value()}\"")
    Site.text(officer.page(chosen)).contains('选中的机构都已经邀请过了')

    when: 'somebody invites them again with other words'
    def again = officer.submit(chosen, fields + [words: '请务必来。'], '/invitations')

    then:
    again.statusCode() == 422
    Site.text(again.body()).contains('您写的附言（没有发出）') && Site.text(again.body()).contains('请务必来。')
  }

  def "nobody is invited where it makes no sense, and what was written is kept"() {
    given:
    def project = published('EOI-7', '不能乱邀请的项目')
    def over = published('EOI-8', '截止以后的项目', [respondBy: OVER_FOR_THE_DATABASE])
    def today = LocalDate.now(PortalServer.CLOCK)
    def excluded = matching.excludedFrom(project, { it.state() == Agency.State.VERIFIED } as Predicate<Agency>, today).first()
    def invite = { Map fields -> officer.submit("/projects/${project.id()}", fields, '/invitations') }

    when: 'one of two is excluded'
    def answer = invite([project: project.id(), agency: [own.id().value(), excluded.partner().id().value()], words: '写好的话'])

    then: 'none is invited, and it says why'
    answer.statusCode() == 422
    Site.text(answer.body()).contains("“${excluded.partner().name()}”不符合硬性条件，不能邀请：${excluded.failed().first().sentence()}")
    answer.body().contains('写好的话')
    answer.body().contains("value=\"${excluded.partner().id().value()}\" checked")
    invitations.to(project.id()) == []

    and:
    invite([project: project.id(), words: '']).statusCode() == 422
    Site.text(invite([project: project.id(), agency: own.id().value(), words: '长' * 501]).body()).contains('附言最多 500 个字')
    Site.text(invite([project: project.id(), agency: PortalRecords.agencies()[3].id().value()]).body()).contains('不能邀请')
    Site.text(invite([project: over.id(), agency: own.id().value()]).body()).contains('已经截止或者终止')
    Site.text(officer.page("/invitations?project=${project.id()}")).contains('还没有选择机构')
    stranger.get("/invitations?project=${project.id()}").statusCode() == 404
    stranger.submit('/account/password', [project: project.id(), agency: own.id().value()], '/invitations').statusCode() == 404
    agency.get("/invitations?project=${project.id()}").statusCode() == 403
    invitations.to(project.id()) == [] && invitations.to(over.id()) == []
  }

  private Project published(String id, String name, Map changes = [:]) {
    def project = Examples.project([id: new Project.Id(id), name: name, respondBy: LATER] + changes)
    context.getBean(Projects).saveAll([project])
    context.getBean(Notices).add(new Notice(new Notice.Id(UUID.randomUUID()), project.id(), 1, Notice.Kind.CALL, BUREAU.id(), null, [(Column.NAME): name], [:], '', Instant.parse('2026-11-24T02:00:00Z')))
    project
  }

  private int told(String name, String subject) {
    context.getBean(Messages).of(context.getBean(Accounts).named(name).get().id(), News.Kind.INVITATION, 0, 100).count { it.news().subject() == subject } as int
  }

  private List<AuditEntries.Written> deeds(String deed) {
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(null, deed, Entry.Outcome.DONE, null, null, null, null), null, 50)
  }
}
