package duijie.shared

import spock.lang.Specification

/** 统一社会信用代码 and its check digit, GB 32100-2015. */
class CreditCodeSpec extends Specification {

  static final SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

  def "53100000500019795A is a code"() {
    expect:
    new CreditCode('53100000500019795A').value() == '53100000500019795A'
  }

  def "the last symbol of 91350100M000100Y4Z should be 3"() {
    expect:
    CreditCode.hasShape('91350100M000100Y43')
    CreditCode.checkDigit('91350100M000100Y4Z').get() == '3' as char
    new CreditCode('91350100M000100Y43')
  }

  def "'#text' is no code"(String text) {
    when:
    new CreditCode(text)

    then:
    thrown(IllegalArgumentException)

    where:
    text << ['', '5310000050001979', '53100000500019795B', '53100000500019795a', '531000005000197955A', '5310000050001979IA', '91350100M000100Y4Z', '５3100000500019795A']
  }

  def "one wrong symbol anywhere is noticed"() {
    given:
    def code = '53100000500019795A'

    expect:
    (0..<17).every { place ->
      SYMBOLS.findAll { it != code[place] }.every { other ->
        CreditCode.checkDigit(code[0..<place] + other + code[(place + 1)..-1]).get() != 'A' as char
      }
    }
  }
}
