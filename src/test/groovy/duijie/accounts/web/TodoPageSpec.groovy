package duijie.accounts.web

import duijie.accounts.Organisation
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Answers
import duijie.agencies.Column
import duijie.agencies.Profiles
import duijie.agencies.ProfileKeeping
import duijie.agencies.Registering
import duijie.agencies.Section
import duijie.portal.web.PortalServer
import duijie.portal.web.Site
import duijie.projects.Publication
import duijie.projects.Publications
import duijie.shared.CreditCode
import duijie.sheets.Examples
import spock.lang.Shared
import spock.lang.Specification

class TodoPageSpec extends Specification {

  static final BUREAU = People.bureau(id: 'todo-bureau', name: '某县民政局')
  static final OTHER = People.bureau(id: 'todo-other', name: '别的局')

  @Shared Publications publications = PortalServer.running().applicationContext.getBean(Publications)
  @Shared Agencies agencies = PortalServer.running().applicationContext.getBean(Agencies)
  @Shared ProfileKeeping keeping = PortalServer.running().applicationContext.getBean(ProfileKeeping)
  @Shared Site officer = PortalServer.site(Role.OFFICER, 'todo-officer', BUREAU)
  @Shared Site head = PortalServer.site(Role.HEAD, 'todo-head', BUREAU)

  def "a project waits for whoever has the next step, and for nobody of another bureau"() {
    given:
    def stranger = PortalServer.site(Role.HEAD, 'todo-stranger', OTHER)
    publications.add(draft('甲项目', Publication.Stage.SUBMITTED))
    publications.add(draft('乙项目', Publication.Stage.RETURNED))

    expect:
    duties(head).contains('甲项目') && !duties(head).contains('乙项目')
    duties(officer).contains('乙项目') && !duties(officer).contains('甲项目')
    Site.text(officer.page('/todo')).contains('退回原因：要改')
    !duties(stranger).any { it in ['甲项目', '乙项目'] }
  }

  def "what is done waits no more, and whoever did it finds it among what they did"() {
    given:
    def draft = draft('丙项目', Publication.Stage.SUBMITTED)
    publications.add(draft)
    int before = count(head)

    when:
    head.submit("/drafts/${draft.id()}", [version: '1', reason: '再想想'], "/drafts/${draft.id()}/return")

    then:
    !duties(head).contains('丙项目')
    count(head) == before - 1
    duties(officer).contains('丙项目')
    done(head)[0] == ['退回项目', '丙项目', "/drafts/${draft.id()}"]*.toString()
    !Site.text(head.page('/todo/done')).contains('登录：')
    done(officer) == []
  }

  def "the bureau sees what agencies handed in, until it is decided"() {
    given:
    agency('todo-a', Agency.State.DRAFT, 801)
    int before = count(officer)

    when:
    Section.values().each { fill('todo-a', it, 801) }
    keeping.submit(new Agency.Id('todo-a'), Registering.STRANGER)

    then:
    count(officer) == before + 1
    Site.text(officer.page('/todo')).contains('首次审核')
  }

  def "an agency sees what is left to fill in, then that it may submit, then nothing"() {
    given:
    agency('todo-b', Agency.State.DRAFT, 802)
    def site = PortalServer.site(Role.AGENCY, 'todo-agency', People.agency(id: 'todo-b'))

    expect:
    duties(site) == ['开始填写']

    when:
    fill('todo-b', Section.BASIC, 802)

    then:
    !duties(site).contains(Section.BASIC.label())
    duties(site).contains(Section.STAFF.label())
    count(site) == duties(site).size()

    when:
    Section.values().findAll { it != Section.BASIC }.each { fill('todo-b', it, 802) }

    then:
    duties(site) == ['核对并提交']

    when:
    keeping.submit(new Agency.Id('todo-b'), Registering.STRANGER)

    then:
    duties(site) == []
    Site.text(site.page('/todo')).contains('都处理完了')
  }

  def "an agency that the bureau knows has nothing to do until it begins to change something"() {
    given:
    def known = agency('todo-c', Agency.State.VERIFIED, 803)
    def site = PortalServer.site(Role.AGENCY, 'todo-known', People.agency(id: 'todo-c'))
    keeping.of(known)

    expect:
    duties(site) == []

    when:
    fill('todo-c', Section.STAFF, 803)

    then:
    duties(site).size() > 0
  }

  def "what somebody did comes page by page, each with where it was done"() {
    given:
    def site = PortalServer.site(Role.OFFICER, 'todo-busy', People.bureau(id: 'todo-busy-bureau', name: '某局'))
    35.times { site.submit('/drafts', [fresh: UUID.randomUUID() as String]) }

    when:
    def first = site.page('/todo/done')
    def next = Site.unescaped(((first =~ /<a href="([^"]+)" rel="next"/)[0] as List)[1] as String)

    then:
    rows(first).size() == 30
    rows(site.page(next)).size() == 5
    rows(first).every { it[0] == '起草项目' && it[2].startsWith('/drafts/') }
    site.get('/todo/done?before=x').statusCode() == 400
  }

  private Publication draft(String name, Publication.Stage stage) {
    new Publication(new Publication.Id(UUID.randomUUID()), BUREAU.id(), Publication.Purpose.CALL, [(duijie.projects.Column.NAME): name], [:], stage, 1,
        stage == Publication.Stage.RETURNED ? '要改' : null)
  }

  private Agency agency(String id, Agency.State state, int number) {
    def agency = Examples.agency(id: new Agency.Id(id), state: state, creditCode: new CreditCode(Registering.code(number)))
    agencies.saveAll([agency])
    agency
  }

  private void fill(String id, Section section, int number) {
    def agency = agencies.find(new Agency.Id(id)).get()
    def answers = new Answers(Profiles.complete(Registering.code(number))[section] as Map<Column, List<String>>)
    assert keeping.save(agency, section, keeping.of(agency).part(section).version(), answers, true, Registering.STRANGER) instanceof ProfileKeeping.Saved.Done
  }

  private static List<String> duties(Site site) {
    (site.page('/todo') =~ /class="task-name" href="[^"]*"><bdi>(.*?)<\/bdi>/).collect { it[1] }
  }

  private static int count(Site site) {
    def found = site.page('/account/password') =~ /待办 <span class="menu-count">(\d+)</
    found.find() ? found.group(1) as int : 0
  }

  private static List<List<String>> done(Site site) {
    rows(site.page('/todo/done'))
  }

  private static List<List<String>> rows(String html) {
    (html =~ /(?s)<h2 class="row-title">([^：<]*)：(?:<a href="([^"]*)">)?<bdi>(.*?)<\/bdi>/).collect { [it[1], it[3], it[2]]*.toString() }
  }
}
