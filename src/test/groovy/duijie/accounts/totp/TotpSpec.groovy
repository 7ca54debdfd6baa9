package duijie.accounts.totp

import duijie.accounts.Account
import duijie.accounts.OneTimeCodes.Secret
import java.time.Instant
import org.apache.commons.codec.binary.Base32
import spock.lang.Specification

class TotpSpec extends Specification {

  static final Secret EXAMPLE = new Secret(new Base32().encodeToString('12345678901234567890'.bytes))
  static final Account.Id SOMEBODY = new Account.Id(UUID.randomUUID())

  Totp codes = CodesOfTelephones.sealedWith(new byte[32]) as Totp

  def "the codes are those of the standard: #code at #second"() {
    expect: 'the last six digits of the examples of RFC 6238'
    codes.steps(EXAMPLE, code, Instant.ofEpochSecond(second)) == [(second / 30) as long]

    where:
    second        || code
    59            || '287082'
    1111111109    || '081804'
    1111111111    || '050471'
    1234567890    || '005924'
    2000000000    || '279037'
    20000000000L  || '353130'
  }

  def "a clock that is #seconds seconds off is #answer"() {
    expect:
    (codes.steps(EXAMPLE, '005924', Instant.ofEpochSecond(1234567890 + seconds)) == [1234567890L.intdiv(30)]) == taken

    where:
    seconds || taken | answer
    -31     || false | 'too far off'
    -30     || true  | 'near enough'
    29      || true  | 'near enough'
    59      || true  | 'near enough'
    60      || false | 'too far off'
  }

  def "what is no code is no code: #typed"() {
    expect:
    codes.steps(EXAMPLE, typed, Instant.ofEpochSecond(1234567890)) == []

    where:
    typed << ['', '5924', '0005924', '００５９２４', 'abcdef', '005925']
  }

  def "no secret is like another, and each has 160 bits"() {
    given:
    def secrets = (1..100).collect { codes.fresh() }

    expect:
    secrets.toSet().size() == 100
    secrets.every { it.value() ==~ /[A-Z2-7]{32}/ && !it.toString().contains(it.value()) }
  }

  def "a sealed secret opens for its account and purpose alone, and does not show what is in it"() {
    given:
    def sealed = codes.seal(SOMEBODY, 'a', EXAMPLE)

    expect:
    codes.open(SOMEBODY, 'a', sealed).get() == EXAMPLE
    codes.open(SOMEBODY, 'b', sealed).empty
    codes.open(new Account.Id(UUID.randomUUID()), 'a', sealed).empty
    CodesOfTelephones.sealedWith([1] * 32 as byte[]).open(SOMEBODY, 'a', sealed).empty
    ['', '.', 'x', 'x.y', sealed + 'A', sealed.substring(1), EXAMPLE.value()].every { codes.open(SOMEBODY, 'a', it).empty }
    !sealed.contains(EXAMPLE.value())
    codes.seal(SOMEBODY, 'a', EXAMPLE) != sealed
  }
}
