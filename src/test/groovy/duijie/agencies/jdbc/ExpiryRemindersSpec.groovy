package duijie.agencies.jdbc

import duijie.accounts.Accounts
import duijie.accounts.People
import duijie.accounts.Role
import duijie.agencies.Agencies
import duijie.agencies.Agency
import duijie.agencies.Credential
import duijie.agencies.CredentialSpec
import duijie.agencies.Credentials
import duijie.agencies.ExpiryReminders
import duijie.database.Database
import duijie.database.TestDatabase
import duijie.shared.EvaluationGrade
import duijie.sheets.Examples
import io.micronaut.context.ApplicationContext
import java.time.Instant
import java.time.LocalDate
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ExpiryRemindersSpec extends Specification {

  static final AGENCY = new Agency.Id('R-1')
  static final LAST = LocalDate.parse('2027-03-31')

  @Shared Database owned = TestDatabase.fresh()
  @Shared @AutoCleanup ApplicationContext context =
      ApplicationContext.builder().properties(TestDatabase.asApplication(owned).properties()).singletons(RegistrationSpec.CLOCK).start()
  @Shared Agencies agencies = context.getBean(Agencies)
  @Shared Credentials credentials = context.getBean(Credentials)
  @Shared ExpiryReminders reminders = context.getBean(ExpiryReminders)

  def setupSpec() {
    context.getBean(Accounts).add(People.account(name: 'reminded', roles: [Role.AGENCY], organisation: People.agency(id: AGENCY.value())))
  }

  def cleanup() {
    TestDatabase.execute(owned, 'truncate message, agency_credential, agency cascade')
  }

  def "people are told 60, 30 and 7 days before, and when it is over, once each"() {
    given:
    agencies.saveAll([Examples.agency(id: AGENCY, grade: null, gradeValidUntil: null)])
    credentials.add(certificate())

    when: 'each day it is looked at, twice'
    (-70..40).each { day -> 2.times { reminders.remind(LAST.plusDays(day)) } }

    then:
    subjects() == ['“登记证书（登记证书.pdf）”还有 60 天到期', '“登记证书（登记证书.pdf）”还有 30 天到期', '“登记证书（登记证书.pdf）”还有 7 天到期', '“登记证书（登记证书.pdf）”已经过期']
  }

  def "whoever hands it in late is told what holds then, and not all that was missed"() {
    given:
    agencies.saveAll([Examples.agency(id: AGENCY, grade: null, gradeValidUntil: null)])
    credentials.add(certificate())

    when:
    reminders.remind(LAST.minusDays(3))
    reminders.remind(LAST)

    then:
    subjects() == ['“登记证书（登记证书.pdf）”还有 3 天到期']
  }

  def "what was renewed, taken away or revoked, and what ran out long ago, is no news"() {
    given:
    agencies.saveAll([Examples.agency(id: AGENCY, grade: null, gradeValidUntil: null)])
    credentials.add(certificate())
    change(credentials)

    when:
    reminders.remind(day)

    then:
    subjects() == []

    where:
    day << [LAST.minusDays(7)] * 3 + [LAST.plusDays(31)]
    change << [
        { Credentials all -> all.add(certificate(validUntil: LAST.plusYears(4))) },
        { Credentials all -> all.remove(all.of(AGENCY)[0].id(), Instant.parse('2026-12-01T00:00:00Z')) },
        { Credentials all -> all.revoke(all.of(AGENCY)[0].id(), new Credential.Revocation(Instant.parse('2026-12-01T00:00:00Z'), '经办', '看不清')) },
        { Credentials all -> },
    ]
  }

  def "an agency's grade is watched too"() {
    given:
    agencies.saveAll([Examples.agency(id: AGENCY, grade: EvaluationGrade.FOUR_A, gradeValidUntil: LAST)])

    when:
    2.times { reminders.remind(LAST.minusDays(60)) }
    reminders.remind(LAST)

    then:
    subjects() == ['“评估等级 4A”还有 60 天到期', '“评估等级 4A”今天到期']
  }

  private List<String> subjects() {
    owned.connect().withCloseable {
      def rows = it.createStatement().executeQuery('select subject from message order by number')
      def found = []
      while (rows.next()) {
        found << rows.getString(1)
      }
      found
    }
  }

  private static Credential certificate(Map change = [:]) {
    CredentialSpec.credential([agency: AGENCY, validUntil: LAST] + change)
  }
}
