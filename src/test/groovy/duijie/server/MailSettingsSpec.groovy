package duijie.server

import duijie.database.CannotStart
import duijie.messages.MailSettings.Security
import io.micronaut.context.env.Environment
import spock.lang.Specification

class MailSettingsSpec extends Specification {

  static final Map<String, String> GOOD = ['duijie.smtp.host': 'mail.example.org', 'duijie.mail.from': 'noreply@example.org', 'duijie.site': 'https://duijie.example.org/']

  def "without a mail server no mail is sent, whatever else is said"() {
    expect:
    settings(GOOD - ['duijie.smtp.host': 'mail.example.org']) == null
  }

  def "what is not said is as usual: #security at port #port"() {
    given:
    def settings = settings(GOOD + given)

    expect:
    [settings.security(), settings.port(), settings.site(), settings.user()] == [security, port, 'https://duijie.example.org', null]

    where:
    given                              || security          | port
    [:]                                || Security.STARTTLS | 587
    ['duijie.smtp.security': 'TLS']    || Security.TLS      | 465
    ['duijie.smtp.security': 'none']   || Security.NONE     | 25
    ['duijie.smtp.port': '2525']       || Security.STARTTLS | 2525
  }

  def "the start ends with a sentence that names #variable"() {
    when:
    settings(GOOD + [(property): value])

    then:
    def refusal = thrown(CannotStart)
    refusal.chinese().contains(variable)
    refusal.english().contains(variable)

    where:
    property               | value                 || variable
    'duijie.smtp.port'     | '0'                   || 'DUIJIE_SMTP_PORT'
    'duijie.smtp.port'     | '99999'               || 'DUIJIE_SMTP_PORT'
    'duijie.smtp.port'     | 'smtp'                || 'DUIJIE_SMTP_PORT'
    'duijie.smtp.security' | 'ssl3'                || 'DUIJIE_SMTP_SECURITY'
    'duijie.mail.from'     | 'Duijie'              || 'DUIJIE_MAIL_FROM'
    'duijie.mail.from'     | ' '                   || 'DUIJIE_MAIL_FROM'
    'duijie.site'          | 'duijie.example.org'  || 'DUIJIE_SITE'
    'duijie.site'          | 'https://a/?b=c'      || 'DUIJIE_SITE'
    'duijie.site'          | ''                    || 'DUIJIE_SITE'
  }

  private settings(Map<String, String> given) {
    MailBeans.settings([getProperty: { String name, Class type -> Optional.ofNullable(given[name]) }] as Environment)
  }
}
