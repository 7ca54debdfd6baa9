package duijie.portal.web

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.audit.AuditEntries
import duijie.interests.Interests
import duijie.interests.Invitations
import duijie.matching.Matching
import duijie.messages.Messages
import duijie.messages.News
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

/** Programs of agencies and bureaus that look for each other. */
class PartnersApiSpec extends Specification {

  static final BUREAU = People.bureau(id: 'partners-bureau', name: '对接县民政局')
  static final LocalDateTime LATER = LocalDateTime.now().plusDays(20)
  static final LocalDateTime OVER = LocalDateTime.of(2026, 11, 25, 9, 0)
  static final String NAUGHTY = '<script>alert(1)</script> =1+1 \u202E翻转 𠮷 １２３ 👩‍👧'

  @Shared context = PortalServer.running().applicationContext
  @Shared Interests interests = context.getBean(Interests)
  @Shared Invitations invitations = context.getBean(Invitations)
  @Shared Agency own = PortalRecords.agencies()[0]
  @Shared Agency rival = PortalRecords.agencies()[1]
  @Shared Agency unverified = PortalRecords.agencies()[3]
  @Shared Program officer = of(Role.OFFICER, 'api-partner-officer', BUREAU)
  @Shared Program head = of(Role.HEAD, 'api-partner-head', BUREAU)
  @Shared Program stranger = of(Role.OFFICER, 'api-partner-stranger', People.bureau(id: 'another-partners-bureau', name: '别的局'))
  @Shared Program agency = of(Role.AGENCY, 'api-partner-agency', People.agency(id: own.id().value()))
  @Shared Program other = of(Role.AGENCY, 'api-partner-rival', People.agency(id: rival.id().value()))

  def "an agency's program declares interest, however often it sends it, and the buyer's alone reads it"() {
    given:
    published('API/EOI 1', '有人愿意承接')
    def path = '/api/v1/interests/API%2FEOI%201'
    def list = '/api/v1/project-interests?project=API%2FEOI%201'
    def threads = Executors.newFixedThreadPool(4)

    when:
    def answers = (1..4).collect { threads.submit({ agency.put(path, [note: NAUGHTY]) } as Callable) }*.get()

    then:
    answers*.statusCode().unique() == [200]
    answers.collect { Program.json(it) }.unique()*.note == [NAUGHTY]
    Program.json(officer.get(list)).items.collect { [it.agency, it.name, it.note] } == [[own.id().value(), own.name(), NAUGHTY]]
    Program.json(agency.get('/api/v1/interests')).items.count { it.project == 'API/EOI 1' } == 1
    told('api-partner-officer', '有机构表达意向：有人愿意承接') == 1

    and: 'nobody else does'
    Program.json(other.get('/api/v1/interests')).items.every { it.project != 'API/EOI 1' }
    Program.code(stranger.get(list)) == 'not-found'
    Program.code(officer.get('/api/v1/project-interests?project=none')) == 'not-found'
    Program.code(officer.get('/api/v1/project-interests')) == 'not-found'
    Program.code(other.get(list)) == 'not-allowed'
    Program.code(officer.put(path, [note: '']) ) == 'not-allowed'

    and: 'other words are refused, and where they are'
    Program.json(agency.put(path, [note: '同事另写的'])).errors*.pointer == ['/note']

    when:
    def gone = (1..2).collect { agency.delete(path).statusCode() }

    then:
    gone == [204, 204]
    Program.json(officer.get(list)).items == []
    deeds('api-partner-agency')[0..1] == ['WITHDRAW_INTEREST', 'DECLARE_INTEREST']

    cleanup:
    threads.shutdownNow()
  }

  def "no interest is declared where that makes no sense"() {
    given:
    published('API-EOI-2', '还开着的')
    published('API-EOI-3', '截止了的', [respondBy: OVER])

    expect:
    Program.code(agency.put('/api/v1/interests/API-EOI-3', [:])) == 'not-now'
    Program.code(agency.put('/api/v1/interests/P-001', [:])) == 'not-now'
    Program.code(of(Role.AGENCY, 'api-partner-unverified', People.agency(id: unverified.id().value())).put('/api/v1/interests/API-EOI-2', [:])) == 'not-now'
    Program.json(agency.put('/api/v1/interests/API-EOI-2', [note: '长' * 501, more: 1])).errors*.pointer == ['/more']
    Program.json(agency.put('/api/v1/interests/API-EOI-2', [note: '长' * 501])).errors*.pointer == ['/note']
    ['%E8%8D%89%E7%A8%BF', 'none', '%00'].every { Program.code(agency.put("/api/v1/interests/$it", [:])) == 'not-found' && Program.code(agency.delete("/api/v1/interests/$it")) == 'not-found' }
  }

  def "a buyer's program invites agencies, each of them once, and they read it"() {
    given:
    published('API-EOI-6', '要邀请的')
    def path = '/api/v1/invitations?project=API-EOI-6'
    def body = [agencies: [own, rival, own]*.id()*.value(), words: NAUGHTY]

    when:
    def answers = (1..2).collect { officer.post(path, body) }

    then:
    answers*.statusCode() == [200, 200]
    answers.collect { Program.json(it).items*.agency as Set }.unique() == [[own, rival]*.id()*.value() as Set]
    Program.json(head.get(path)).items.size() == 2
    Program.json(agency.get('/api/v1/invitations/received')).items.find { it.project == 'API-EOI-6' }.words == NAUGHTY
    Program.json(other.get('/api/v1/invitations/received')).items*.agency.unique() == [rival.id().value()]
    told('api-partner-agency', '邀请：要邀请的') == 1
    Program.json(officer.post(path, body + [words: '另外的话'])).errors*.pointer == ['/words']

    and: 'nobody else may'
    Program.code(stranger.post(path, body)) == 'not-found'
    Program.code(stranger.get(path)) == 'not-found'
    Program.code(agency.post(path, body)) == 'not-allowed'
    Program.code(officer.post('/api/v1/invitations?project=none', body)) == 'not-found'
    Program.code(officer.get('/api/v1/invitations/received')) == 'not-allowed'
  }

  def "everything that is wrong with an invitation is told at once, each with where it is"() {
    given:
    def project = published('API-EOI-7', '不能乱邀请的')
    published('API-EOI-8', '已经截止的', [respondBy: OVER])
    def excluded = context.getBean(Matching).excludedFrom(project, { it.state() == Agency.State.VERIFIED } as Predicate<Agency>, LocalDate.now(PortalServer.CLOCK)).first().partner()
    def invite = { String id, Object body -> officer.post("/api/v1/invitations?project=$id", body) }

    expect:
    Program.json(invite('API-EOI-7', [agencies: [own.id().value(), 'nobody', excluded.id().value()], words: '长' * 501])).errors*.pointer as Set == ['/agencies/1', '/agencies/2', '/words'] as Set
    Program.json(invite('API-EOI-8', [agencies: ['nobody']])).errors*.pointer as Set == ['?project', '/agencies/0'] as Set
    Program.code(invite('API-EOI-8', [agencies: [own.id().value()]])) == 'not-now'
    Program.json(invite('API-EOI-7', [:])).errors*.pointer == ['/agencies']
    Program.json(invite('API-EOI-7', [agencies: 'A-1'])).errors*.code == ['not-an-array']
    Program.json(invite('API-EOI-7', [agencies: ['A-1', 1, [:]]])).errors*.pointer == ['/agencies/2']
    Program.json(invite('API-EOI-7', [agencies: (1..101).collect { "A-none-$it" }])).errors*.pointer.contains('/agencies')
    invitations.to(project.id()) == []
  }

  def "the head's program suspends an agency, lifts that, and takes it off the register"() {
    given:
    def id = new Agency.Id('api/standing')
    context.getBean(Agencies).saveAll([Examples.agency(id: id, name: '要暂停的机构', creditCode: null)])
    def path = '/api/v1/reviews/standing/api%2Fstanding'

    expect:
    Program.json(head.post(path, [:])).errors*.pointer == ['/step', '/reason']
    Program.json(head.post(path, [step: 'pass', reason: ' ', more: 1])).errors*.pointer == ['/more', '/step', '/reason']
    Program.code(head.post(path, [step: 'resume', reason: '没有暂停过'])) == 'not-now'
    Program.code(officer.post(path, [step: 'suspend', reason: '年检不合格'])) == 'not-allowed'
    Program.code(head.post('/api/v1/reviews/standing/none', [step: 'suspend', reason: '年检不合格'])) == 'not-found'

    when:
    def suspended = head.post(path, [step: 'suspend', reason: '年检不合格'])

    then:
    Program.json(suspended) == [agency: 'api/standing', name: '要暂停的机构', agencyState: 'SUSPENDED']
    Program.json(Program.anybody().get('/api/v1/agencies/api%2Fstanding')).state == 'SUSPENDED'
    Program.code(head.post(path, [step: 'suspend', reason: '年检不合格'])) == 'not-now'
    Program.json(head.post(path, [step: 'resume', reason: '已整改'])).agencyState == 'VERIFIED'
    Program.json(head.post(path, [step: 'deregister', reason: '已注销登记'])).agencyState == 'DEREGISTERED'
    deeds('api-partner-head')[0..2] == ['DEREGISTER_AGENCY', 'RESUME_AGENCY', 'SUSPEND_AGENCY']
  }

  private static Program of(Role role, String name, organisation) {
    PortalServer.site(role, name, organisation)
    Program.of(name)
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

  private List<String> deeds(String who) {
    context.getBean(AuditEntries).newest(new AuditEntries.Filter(who, null, duijie.audit.Entry.Outcome.DONE, null, null, null, null), null, 50)*.entry()*.deed()
  }
}
