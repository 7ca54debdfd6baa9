package duijie.shared

import spock.lang.Specification

/** Money in yuan, exact to the fen. */
class MoneySpec extends Specification {

  def "#text yuan is shown as #plain"(String text, String plain) {
    expect:
    Money.of(text).plain() == plain

    where:
    text         || plain
    '0'          || '0'
    '0.50'       || '0.5'
    '1854000'    || '1854000'
    '1854000.00' || '1854000'
    '100'        || '100'
    '0.01'       || '0.01'
    '1e6'        || '1000000'
  }

  def "amounts that are equal are equal however they were written"() {
    expect:
    Money.of('1200') == Money.of('1200.00')
    Money.of('1200') == Money.of(1200)
    Money.of('1200').hashCode() == Money.of('1.2e3').hashCode()
  }

  def "'#text' is no amount"(String text) {
    when:
    Money.of(text)

    then:
    thrown(RuntimeException)

    where:
    text << ['-1', '0.001', '100000000000.01', '1e30', '', '十']
  }

  def "the smaller comes first"() {
    expect:
    [Money.of('2'), Money.of('10'), Money.of('0.5')].sort()*.plain() == ['0.5', '2', '10']
  }
}
