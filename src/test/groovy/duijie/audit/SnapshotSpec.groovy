package duijie.audit

import duijie.accounts.Account
import duijie.accounts.People
import duijie.shared.Money
import groovy.json.JsonSlurper
import java.time.LocalDate
import spock.lang.Specification

class SnapshotSpec extends Specification {

  def "equal values are written alike, in whatever order they came"() {
    expect:
    Snapshot.of([b: 1, a: ['z', 'y'] as LinkedHashSet]) == Snapshot.of([a: ['y', 'z'] as LinkedHashSet, b: 1])
    Snapshot.of([b: 1, a: ['z', 'y']]).json() == '{"a":["z","y"],"b":1}'
  }

  def "what people typed comes back letter by letter: #typed"() {
    expect:
    new JsonSlurper().parseText(Snapshot.of([typed: typed]).json()).typed == typed

    where:
    typed << ['"引号"\\', '换行\n与\t制表', '𠮷䶮㛃😀', '\u202e反向', '<script>alert(1)</script>', '', '\u0001']
  }

  def "what no database can hold is marked"() {
    expect:
    Snapshot.of([typed: 'a\u0000b\ud800c']).json() == '{"typed":"a\ufffdb\ufffdc"}'
  }

  def "an account is written down without anything that would let somebody in"() {
    given:
    def account = People.account(name: 'officer', hash: '$argon2id$secret')

    when:
    def json = Snapshot.of(account).json()
    def read = new JsonSlurper().parseText(json)

    then:
    !json.contains('argon2')
    read.id == account.id().toString()
    read.state == Account.State.ACTIVE.name()
    read.organisation.name == account.organisation().name()
  }

  def "ids, amounts and dates are written plainly, and what is not known as null"() {
    expect:
    Snapshot.of([budget: Money.of('120000.50'), day: LocalDate.of(2026, 3, 1), none: null, maybe: Optional.empty(), on: true]).json() ==
        '{"budget":120000.50,"day":"2026-03-01","maybe":null,"none":null,"on":true}'
  }
}
