package duijie.agencies.jdbc

import duijie.accounts.Account
import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.accounts.SigningIn
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Answers
import duijie.agencies.Claim
import duijie.agencies.Claims
import duijie.agencies.Column
import duijie.agencies.Declaration
import duijie.agencies.Declarations
import duijie.agencies.ProfileKeeping
import duijie.agencies.Profiles
import duijie.agencies.Registering
import duijie.agencies.Registration
import duijie.agencies.Reviewing
import duijie.agencies.Reviewing.Decided
import duijie.agencies.Section
import duijie.agencies.Step
import duijie.accounts.Organisation
import duijie.audit.AuditEntries
import duijie.audit.AuditEntries.Filter
import duijie.audit.AuditTrail
import duijie.audit.Caller
import duijie.audit.Entry
import duijie.audit.Snapshot
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.messages.Message
import duijie.messages.Messages
import duijie.regions.Region
import duijie.shared.CreditCode
import duijie.sheets.Examples
import io.micronaut.context.ApplicationContext
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ReviewingSpec extends Specification {

  static final CODE = Registering.code(1)
  static final BY = Registering.STRANGER

  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context =
      ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties()).singletons(RegistrationSpec.CLOCK).start()
  @Shared Agencies agencies = context.getBean(Agencies)
  @Shared Accounts accounts = context.getBean(Accounts)
  @Shared Declarations declarations = context.getBean(Declarations)
  @Shared Claims claims = context.getBean(Claims)
  @Shared ProfileKeeping keeping = context.getBean(ProfileKeeping)
  @Shared Reviewing reviewing = context.getBean(Reviewing)
  @Shared Messages messages = context.getBean(Messages)
  @Shared AuditEntries trail = context.getBean(AuditEntries)

  def cleanup() {
    TestDatabase.execute(owned, 'truncate registration, account, organisation, agency, sign_in_attempt cascade')
  }

  def "what is passed holds from then on"() {
    given:
    def agency = submitted('R-1', Agency.State.DRAFT)

    when:
    def decided = reviewing.pass(agency.id(), number(agency), '经办甲', BY)
    def now = agencies.find(agency.id()).get()
    def declaration = declarations.find(agency.id()).get()

    then:
    decided instanceof Decided.Done
    now.state() == Agency.State.VERIFIED
    now.fullTimeStaff() == 6
    now.fields()*.value() as Set == ['eldercare', 'social-work-station'] as Set
    declaration.state() == Declaration.State.PASSED
    declaration.passedAt() == RegistrationSpec.CLOCK.instant()
    declaration.decidedBy() == '经办甲'
    trail.newest(Filter.NONE, null, 1)[0].entry().with { it.deed() == 'PASS_AGENCY' && it.before().json().contains('SUBMITTED') && it.after().json().contains('VERIFIED') }
  }

  def "an agency that is passed under another name is called so wherever its people are named"() {
    given:
    def agency = submitted('R-1', Agency.State.DRAFT)
    accounts.add(People.account(name: 'xinya', roles: [Role.AGENCY], organisation: People.agency(id: 'R-1', name: '旧名')))

    when:
    reviewing.pass(agency.id(), number(agency), '经办甲', BY)

    then:
    accounts.named('xinya').get().organisation().name() == '旺苍县新芽社会工作服务中心'
  }

  def "the agency's people are told what was decided, once, and nobody else is"() {
    given:
    def agency = submitted('R-1', Agency.State.DRAFT)
    ['xinya', 'xinya-2'].each { accounts.add(People.account(name: it, roles: [Role.AGENCY], organisation: People.agency(id: 'R-1'))) }
    accounts.add(People.account(name: 'other', roles: [Role.AGENCY], organisation: People.agency(id: 'R-2')))
    accounts.add(People.account(name: 'officer'))
    def first = number(agency)

    when:
    reviewing.turnBack(agency.id(), first, [(Section.STAFF): '专职人数和年检报告不一致'], '经办甲', BY)
    reviewing.turnBack(agency.id(), first, [(Section.STAFF): '再退一次'], '经办甲', BY)

    then:
    told('xinya')*.news()*.subject() == ['机构资料被退回，请修改后再提交']
    told('xinya-2')[0].news().text().contains('人员持证：专职人数和年检报告不一致')
    told('other') == []
    told('officer') == []

    when:
    fill(agency, Section.STAFF)
    def again = keeping.submit(agency.id(), BY).number()
    reviewing.pass(agency.id(), again, '经办甲', BY)
    reviewing.stand(agency.id(), Step.SUSPEND, '失信', BY)

    then:
    told('xinya')*.news()*.subject() as Set == ['机构资料被退回，请修改后再提交', '机构资料已通过审核', '机构状态变为“暂停”'] as Set
    told('xinya').every { it.news().link() == '/agency/profile' }
  }

  def "what is returned says why, section by section, and can be mended and submitted again"() {
    given:
    def agency = submitted('R-1', Agency.State.DRAFT)
    def first = number(agency)

    when:
    def decided = reviewing.turnBack(agency.id(), first, [(Section.STAFF): '专职人数和年检报告不一致'], '经办甲', BY)
    def declaration = declarations.find(agency.id()).get()

    then:
    decided instanceof Decided.Done
    agencies.find(agency.id()).get().state() == Agency.State.RETURNED
    declaration.part(Section.STAFF).reason() == '专职人数和年检报告不一致'
    declaration.progress(Section.STAFF) == Declaration.Progress.IN_PROGRESS
    declaration.progress(Section.BASIC) == Declaration.Progress.DONE
    declaration.passedAt() == null

    when:
    fill(agency, Section.STAFF)
    def again = keeping.submit(agency.id(), BY)

    then:
    again.number() != first
    declarations.find(agency.id()).get().part(Section.STAFF).reason() == null
    reviewing.pass(agency.id(), first, '经办甲', BY) instanceof Decided.Refused
    reviewing.pass(agency.id(), again.number(), '经办甲', BY) instanceof Decided.Done
  }

  def "nothing is returned without a reason"() {
    given:
    def agency = submitted('R-1', Agency.State.DRAFT)

    expect:
    reviewing.turnBack(agency.id(), number(agency), [:], '经办甲', BY) instanceof Decided.Refused
    declarations.find(agency.id()).get().state() == Declaration.State.SUBMITTED
  }

  def "changes to verified facts: #what"() {
    given:
    def agency = submitted('V-1', Agency.State.VERIFIED)

    when:
    passed ? reviewing.pass(agency.id(), number(agency), '经办甲', BY) : reviewing.turnBack(agency.id(), number(agency), [(Section.STAFF): '不符'], '经办甲', BY)
    def now = agencies.find(agency.id()).get()

    then:
    now.state() == Agency.State.VERIFIED
    now.fullTimeStaff() == (passed ? 6 : agency.fullTimeStaff())

    where:
    what                           | passed
    'passed, they hold'            | true
    'returned, the old ones stand' | false
  }

  def "only one agency of a credit code is passed"() {
    given:
    def one = submitted('R-1', Agency.State.DRAFT)
    def other = submitted('R-2', Agency.State.DRAFT)
    reviewing.pass(one.id(), number(one), '经办甲', BY)

    expect:
    (reviewing.pass(other.id(), number(other), '经办甲', BY) as Decided.Refused).sentence().contains('同一个统一社会信用代码')
    agencies.find(other.id()).get().state() == Agency.State.SUBMITTED
  }

  def "of two agencies of a credit code that are passed at the same time, one is"() {
    given:
    def waiting = (1..6).collect { submitted("R-$it", Agency.State.DRAFT) }
    def threads = Executors.newFixedThreadPool(6)

    when:
    def decided = waiting.collect { agency -> threads.submit({ reviewing.pass(agency.id(), number(agency), '经办甲', BY) } as Callable) }*.get()

    then:
    decided.count { it instanceof Decided.Done } == 1
    agencies.of(new CreditCode(CODE)).count { it.state() == Agency.State.VERIFIED } == 1

    cleanup:
    threads.shutdownNow()
  }

  def "of many who decide at once one does, and all others are told"() {
    given:
    def agency = submitted('R-1', Agency.State.DRAFT)
    def number = number(agency)
    def threads = Executors.newFixedThreadPool(6)

    when:
    def decided = (1..6).collect { n ->
      threads.submit({ n % 2 ? reviewing.pass(agency.id(), number, "经办$n", BY) : reviewing.turnBack(agency.id(), number, [(Section.BASIC): '看不清'], "经办$n", BY) } as Callable)
    }*.get()

    then:
    decided.count { it instanceof Decided.Done } == 1

    cleanup:
    threads.shutdownNow()
  }

  def "whoever claims an agency gets it when that is approved, and signs in anew"() {
    given:
    def claim = claimed()
    def account = accounts.find(claim.account()).get()
    def signing = context.getBean(SigningIn)
    def token = signing.anew(account.id(), '192.0.2.7')

    when:
    def decided = reviewing.approve(claim.id(), '经办甲', BY)

    then:
    decided instanceof Decided.Done
    accounts.find(account.id()).get().organisation().id().value() == claim.agency().value()
    signing.holder(token).isEmpty()
    claims.find(claim.id()).get().state() == Claim.State.APPROVED
    claims.waiting() == []
    trail.newest(Filter.NONE, null, 1)[0].entry().deed() == 'APPROVE_CLAIM'
    reviewing.refuse(claim.id(), '晚了', '经办乙', BY) instanceof Decided.Refused
    told('xinya')*.news()*.subject() == ['认领申请已同意']
    accounts.named('xinya').get().roles() == [Role.AGENCY, Role.AGENCY_ADMINISTRATOR] as Set
  }

  def "whoever comes to an agency whose accounts somebody minds already does not mind them, too"() {
    given:
    def claim = claimed()
    accounts.add(People.account(name: 'guanli', roles: People.with(Role.AGENCY_ADMINISTRATOR), organisation: People.agency(id: 'known'), state: state))

    when:
    reviewing.approve(claim.id(), '经办甲', BY)

    then:
    accounts.named('xinya').get().roles().contains(Role.AGENCY_ADMINISTRATOR) == minds

    where:
    state                  || minds
    Account.State.ACTIVE   || false
    Account.State.DISABLED || true
  }

  def "a claim is refused with a reason, and nothing else happens"() {
    given:
    def claim = claimed()

    expect:
    reviewing.refuse(claim.id(), ' ', '经办甲', BY) instanceof Decided.Refused
    reviewing.refuse(claim.id(), '证书编号对不上', '经办甲', BY) instanceof Decided.Done
    claims.find(claim.id()).get().with { it.state() == Claim.State.REFUSED && it.reason() == '证书编号对不上' && it.decidedBy() == '经办甲' }
    told('xinya').size() == 1 && told('xinya')[0].news().text().contains('证书编号对不上')
    accounts.find(claim.account()).get().organisation().id() == claim.id()
  }

  def "the head suspends, lifts that and takes off the register, each with a reason"() {
    given:
    def agency = Examples.agency(id: new Agency.Id('V-1'))
    agencies.saveAll([agency])

    expect:
    reviewing.stand(agency.id(), Step.SUSPEND, '', BY) instanceof Decided.Refused
    reviewing.stand(agency.id(), Step.RESUME, '误点', BY) instanceof Decided.Refused
    [[Step.SUSPEND, Agency.State.SUSPENDED], [Step.RESUME, Agency.State.VERIFIED], [Step.DEREGISTER, Agency.State.DEREGISTERED]].every { step, state ->
      reviewing.stand(agency.id(), step, '年检不合格', BY) instanceof Decided.Done && agencies.find(agency.id()).get().state() == state
    }
    trail.newest(Filter.NONE, null, 1)[0].entry().with { it.deed() == 'DEREGISTER_AGENCY' && it.after().json().contains('年检不合格') }
  }

  def "the bureau of the place minds an agency's standing, and else the one that took it in: #what"() {
    given:
    def ours = People.bureau(id: 'ours', name: '旺苍县民政局')
    def theirs = new Organisation(new Organisation.Id('theirs'), Organisation.Kind.BUREAU, '外县民政局', new Region.Code('510822'))
    accounts.add(People.account(name: 'ours-head', roles: [Role.HEAD], organisation: ours))
    accounts.add(People.account(name: 'theirs-head', roles: [Role.HEAD], organisation: theirs))
    def agency = Examples.agency(id: new Agency.Id('V-2'), registeredRegion: new Region.Code(region))
    agencies.saveAll([agency])
    takenIn.each { context.getBean(AuditTrail).record(Entry.added(by(it), 'IMPORT_AGENCY', new Entry.Subject('agency', 'V-2'), Snapshot.of(agency))) }

    when:
    def decided = reviewing.stand(agency.id(), Step.SUSPEND, '年检不合格', by('theirs-head'))

    then:
    decided instanceof Decided.Done == may
    may || decided.sentence().contains('由旺苍县民政局管理')
    (agencies.find(agency.id()).get().state() == Agency.State.SUSPENDED) == may

    where:
    what                       | region      | takenIn                       || may
    'registered here'          | '510821'    | ['theirs-head']               || false
    'registered in a town'     | '510821001' | []                            || false
    'registered there'         | '510822'    | ['ours-head']                 || true
    'elsewhere, taken in here' | '110101'    | ['theirs-head', 'ours-head']  || false
    'elsewhere, taken in there'| '110101'    | ['ours-head', 'theirs-head']  || true
    'elsewhere, by nobody'     | '110101'    | []                            || true
  }

  private Caller by(String head) {
    new Caller(accounts.named(head).get().actor(), '192.0.2.7', 'a browser')
  }

  private Agency submitted(String id, Agency.State state) {
    def agency = Examples.agency(id: new Agency.Id(id), state: state, creditCode: new CreditCode(CODE))
    agencies.saveAll([agency])
    keeping.of(agency)
    Section.values().each { fill(agency, it) }
    assert keeping.submit(agency.id(), BY) instanceof ProfileKeeping.Submitted.Accepted
    agency
  }

  private void fill(Agency agency, Section section) {
    def answers = new Answers(Profiles.complete(CODE)[section] as Map<Column, List<String>>)
    assert keeping.save(agency, section, keeping.of(agency).part(section).version(), answers, true, BY) instanceof ProfileKeeping.Saved.Done
  }

  private String number(Agency agency) {
    declarations.find(agency.id()).get().number()
  }

  private List<Message> told(String name) {
    messages.of(accounts.named(name).get().id(), null, 0, 100)
  }

  private Claim claimed() {
    agencies.saveAll([Examples.agency(id: new Agency.Id('known'), creditCode: new CreditCode(CODE))])
    def outcome = context.getBean(Registration).register(Registering.request(code: CODE, certificate: '川民证字第1号'), '192.0.2.7', BY)
    claims.find((outcome as Registration.Outcome.Accepted).receipt().organisation()).get()
  }
}
