package duijie.accounts

import spock.lang.Specification

class AccountSpec extends Specification {

  def "a name is the same however it is typed: #typed"() {
    expect:
    Account.folded(typed) == folded

    where:
    typed                || folded
    'JingBan'            || 'jingban'
    ' ｊｉｎｇｂａｎ１　' || 'jingban1'
    '王三'               || '王三'
    'a@B.cn'             || 'a@b.cn'
    ''                   || ''
  }

  def "what makes no sense is no account: #what"() {
    when:
    make.call()

    then:
    thrown(IllegalArgumentException)

    where:
    what                                | make
    'a name that is not folded'         | { People.account(name: 'JingBan') }
    'no role'                           | { new Account(new Account.Id(UUID.randomUUID()), 'a', 'a', People.bureau(), [] as Set, null, false, Account.State.ACTIVE) }
    'an agency that is an officer'      | { People.account(roles: [Role.OFFICER], organisation: People.agency()) }
    'a bureau that is an agency'        | { People.account(roles: [Role.AGENCY], organisation: People.bureau()) }
    'an administrator of no agency'     | { People.account(roles: [Role.AGENCY_ADMINISTRATOR, Role.OFFICER], organisation: People.bureau()) }
    'an administrator not of the agency' | { People.account(roles: [Role.AGENCY_ADMINISTRATOR], organisation: People.agency()) }
    'an agency with one role too many'  | { People.account(roles: [Role.AGENCY, Role.REVIEWER], organisation: People.agency()) }
  }

  def "nothing secret is printed"() {
    expect:
    !People.account(hash: 'the-hash').toString().contains('the-hash')
    def token = SecretToken.random()
    !"$token".contains(token.value())
  }

  def "tokens are random, recognised by their form, and known to the server by their hash"() {
    given:
    def token = SecretToken.random()

    expect:
    (1..1000).collect { SecretToken.random().value() }.toSet().size() == 1000
    SecretToken.of(token.value()).get() == token
    token.hash() ==~ /[0-9a-f]{64}/
    token.hash() != SecretToken.random().hash()
    token.derived('csrf') == token.derived('csrf')
    token.derived('csrf') != token.derived('other')
    token.derived('csrf') != token
    token.same(new SecretToken(token.value()))
    !token.same(SecretToken.random())
    ['', 'short', token.value() + 'x', token.value().replaceAll(/.$/, '='), token.value() + '\n'].every { SecretToken.of(it).empty }
  }
}
