package duijie.agencies.jdbc

import duijie.accounts.Accounts
import duijie.accounts.Organisation
import duijie.accounts.PasswordHashing
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Claim
import duijie.agencies.Claims
import duijie.agencies.Receipt
import duijie.agencies.Registering
import duijie.agencies.Registration
import duijie.agencies.Registration.Outcome
import duijie.agencies.RegistrationRequest.Field
import duijie.audit.AuditEntries
import duijie.audit.AuditEntries.Filter
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.shared.CreditCode
import duijie.sheets.Examples
import io.micronaut.context.ApplicationContext
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class RegistrationSpec extends Specification {

  static final Clock CLOCK = Clock.fixed(Instant.parse('2026-11-24T02:00:00Z'), ZoneId.of('Asia/Shanghai'))

  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context = ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties()).singletons(CLOCK).start()
  @Shared Registration registration = context.getBean(Registration)
  @Shared Accounts accounts = context.getBean(Accounts)
  @Shared Agencies agencies = context.getBean(Agencies)
  @Shared Claims claims = context.getBean(Claims)
  @Shared AuditEntries trail = context.getBean(AuditEntries)

  def cleanup() {
    TestDatabase.execute(owned, 'truncate registration, agency_claim, account, organisation, agency, sign_in_attempt cascade')
  }

  def "somebody who registers has a draft of the agency and an account for it"() {
    when:
    def receipt = accepted(Registering.request(code: Registering.code(11).toLowerCase(), signInName: 'ＸｉｎＹａ'))
    def account = accounts.named('xinya').get()
    def agency = agencies.find(new Agency.Id(receipt.organisation().value())).get()

    then:
    receipt.kind() == Receipt.Kind.NEW
    receipt.number() ==~ /SL20261124-\d{4,}/
    agency.state() == Agency.State.DRAFT
    agency.name() == '旺苍县新芽社会工作服务中心'
    agency.creditCode().value() == Registering.code(11)
    agency.phone() == '139 0000 0000'
    account.roles() == [Role.AGENCY, Role.AGENCY_ADMINISTRATOR] as Set
    account.organisation().id() == receipt.organisation()
    context.getBean(PasswordHashing).matches(Registering.PASSWORD, account.passwordHash())
  }

  def "it is written down, without the password"() {
    when:
    def receipt = accepted(Registering.request())
    def written = trail.newest(Filter.NONE, null, 2)*.entry()

    then:
    written*.deed() as Set == ['REGISTER_AGENCY', 'ADD_ACCOUNT'] as Set
    written*.by().unique() == [Registering.STRANGER]
    written.find { it.deed() == 'REGISTER_AGENCY' }.subject().id() == receipt.organisation().value()
    written.every { !it.after().json().contains('argon2') && !it.after().json().contains(Registering.PASSWORD) }
  }

  def "everything that is wrong is told at once"() {
    when:
    def outcome = register(Registering.request(code: '52510821MJ12345678', name: ' ', signInName: 'a b', displayName: '字' * 41, password: '12345', repeated: '1', reach: '不知道'))

    then:
    (outcome as Outcome.Refused).faults()*.field().unique() ==
        [Field.CREDIT_CODE, Field.NAME, Field.REACH, Field.SIGN_IN_NAME, Field.DISPLAY_NAME, Field.PASSWORD, Field.REPEATED]
    agencies.count() == 0
    !accounts.any()
  }

  def "a credit code #what is #outcome"() {
    when:
    def registered = register(Registering.request(code: typed))

    then:
    registered.class == type
    !(registered instanceof Outcome.Refused) || registered.faults()*.field() == [Field.CREDIT_CODE]

    where:
    what                    | typed                                                             || type
    'in full width'         | Registering.code(12).collect { it ==~ /\d/ ? (char) (0xFF10 + (it as int)) : it }.join() || Outcome.Accepted
    'with blanks'           | " ${Registering.code(12)[0..7]} ${Registering.code(12)[8..17]}　"     || Outcome.Accepted
    'one sign short'        | Registering.code(12)[0..16]                                        || Outcome.Refused
    'with another last one' | Registering.code(12)[0..16] + (Registering.code(12)[17] == '0' ? '1' : '0') || Outcome.Refused
    'with an O'             | 'O' + Registering.code(12)[1..17]                                  || Outcome.Refused
    'of emoji'              | '😀' * 9                                                           || Outcome.Refused
    outcome = type.simpleName
  }

  def "a registration that nobody looked at blocks no other of the same code"() {
    when:
    accepted(Registering.request(signInName: 'xian', name: '抢注的机构'))
    accepted(Registering.request(signInName: 'hou', name: '真正的机构'))

    then:
    agencies.of(new CreditCode(Registering.code(1)))*.name() as Set == ['抢注的机构', '真正的机构'] as Set
  }

  def "an agency that is known already is claimed, with its certificate"() {
    given:
    def known = Examples.agency(creditCode: new CreditCode(Registering.code(1)), state: state)
    agencies.saveAll([known])

    when: 'without it'
    def refused = register(Registering.request()) as Outcome.Refused

    then:
    refused.faults()*.field() == [Field.CERTIFICATE]
    refused.faults()[0].sentence().contains(known.name())

    when: 'with it'
    def receipt = accepted(Registering.request(certificate: ' 川民证字第0001号 ', note: '本人是中心副主任'))
    def claim = claims.find(receipt.organisation()).get()

    then: 'nothing about the agency changes until the bureau decides'
    receipt.kind() == Receipt.Kind.CLAIM
    claim.agency() == known.id()
    claim.state() == Claim.State.WAITING
    claim.certificate() == '川民证字第0001号'
    claim.note() == '本人是中心副主任'
    claim.filedAt() == CLOCK.instant()
    claims.waiting() == [claim]
    agencies.stream().withCloseable { it.toList() } == [known]
    accounts.of(new Organisation.Id(known.id().value())) == []
    accounts.named('xinya').get().organisation().id() == receipt.organisation()
    trail.newest(Filter.NONE, null, 2)*.entry()*.deed() as Set == ['CLAIM_AGENCY', 'ADD_ACCOUNT'] as Set

    where:
    state << [Agency.State.VERIFIED, Agency.State.SUSPENDED, Agency.State.DEREGISTERED]
  }

  def "sent twice, one after the other or at once, it makes one"() {
    given:
    def request = Registering.request()
    def start = new CyclicBarrier(8)
    def threads = Executors.newFixedThreadPool(8)

    when:
    def first = (1..8).collect { threads.submit({ start.await(); register(request) } as java.util.concurrent.Callable) }*.get()
    def later = register(request)

    then:
    (first + later).every { it == later && it instanceof Outcome.Accepted }
    agencies.count() == 1

    cleanup:
    threads.shutdownNow()
  }

  def "a sign-in name that somebody has is refused, however it is typed"() {
    given:
    accepted(Registering.request(code: Registering.code(2)))

    when:
    def outcome = register(Registering.request(code: Registering.code(3), signInName: 'XinYa'))

    then:
    (outcome as Outcome.Refused).faults()*.field() == [Field.SIGN_IN_NAME]
    agencies.count() == 1
  }

  def "one address cannot register without end"() {
    when:
    def outcomes = (1..Registration.PER_ADDRESS + 1).collect { register(Registering.request(signInName: 'xinya'), '198.51.100.9') }

    then:
    outcomes.last() instanceof Outcome.Later
    register(Registering.request(signInName: 'another'), '198.51.100.10') instanceof Outcome.Accepted
  }

  private Outcome register(request, String address = '192.0.2.7') {
    registration.register(request, address, Registering.STRANGER)
  }

  private Receipt accepted(request) {
    def outcome = register(request)
    assert outcome instanceof Outcome.Accepted
    outcome.receipt()
  }
}
