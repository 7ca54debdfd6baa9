package duijie.accounts

import duijie.accounts.PasswordRules.Fault
import spock.lang.Specification

class PasswordRulesSpec extends Specification {

  def rules = new PasswordRules(['password123', '1qaz2wsx3edc'] as Set)
  def account = People.account(name: 'jingban01', displayName: '经办人甲')

  def "#password: #faults"() {
    expect:
    rules.faults(password, account) == faults

    where:
    password                      || faults
    '春天的旺苍河边有三棵树'      || []
    'correct horse battery'       || []
    'ab1'                         || [Fault.TOO_SHORT]
    ''                            || [Fault.TOO_SHORT]
    'PassWord123'                 || [Fault.BREACHED]
    '1QAZ2wsx3edc'                || [Fault.BREACHED]
    'aaaaaaaaaaaa'                || [Fault.MONOTONE]
    '0123456789'                  || [Fault.MONOTONE]
    'zyxwvutsrqponm'              || [Fault.MONOTONE]
    '1111'                        || [Fault.TOO_SHORT, Fault.MONOTONE]
    'my-JingBan01-is-it'          || [Fault.OWN_NAME]
    '密码就是经办人甲的名字'      || [Fault.OWN_NAME]
    '某县民政局2026年11月'        || [Fault.OWN_NAME]
    'x1' * 101                    || [Fault.TOO_LONG]
    '👵🏽👴🏿👩‍👧'                 || [Fault.TOO_SHORT]
  }

  def "the list that ships knows what people choose"() {
    given:
    def shipped = new PasswordRules(BreachedPasswords.shipped())

    expect:
    BreachedPasswords.shipped().size() > 1000
    ['qwertyuiop', '1q2w3e4r5t', 'Password123'].every { shipped.faults(it, account) == [Fault.BREACHED] }
  }

  def "each fault tells how to mend it"() {
    expect:
    Fault.values().every { it.sentence().endsWith('。') }
  }
}
