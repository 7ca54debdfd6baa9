package duijie.vocabulary

import spock.lang.Specification

/** Names in the order in which a Chinese reader looks for them. */
class PinyinOrderSpec extends Specification {

  def "names stand by pinyin, those with a rare character too"() {
    given:
    def names = ['同心', '夕照', '大河', '手拉手', '春晖', '普济', '阆中', '馨予', '鑫源', '啊', '做', '旺苍', '\uD842\uDFB7镇']

    expect:
    names.sort(false) { PinyinOrder.key(it) } ==
      ['啊', '春晖', '大河', '阆中', '普济', '手拉手', '同心', '旺苍', '夕照', '馨予', '鑫源', '做', '\uD842\uDFB7镇']
  }

  def "the shorter of two names that begin alike comes first, then the next character decides"() {
    expect:
    ['春晖社', '春晖', '春风社'].sort(false) { PinyinOrder.key(it) } == ['春风社', '春晖', '春晖社']
  }

  def "digits and letters come before ideographs; width, case and punctuation change nothing"() {
    expect:
    ['啊', 'b社', '1号'].sort(false) { PinyinOrder.key(it) } == ['1号', 'b社', '啊']
    PinyinOrder.key('“春晖”（ＡＢ）') == PinyinOrder.key('春晖ab')
    PinyinOrder.key('') == ''
  }

  def "every ideograph has a place of its own"() {
    given:
    def all = ((0x3400..0x4DBF) + (0x4E00..0x9FFF)).collect { Character.toString(it) }

    expect:
    all.collect { PinyinOrder.key(it) }.toSet().size() == all.size()
    all.every { PinyinOrder.key(it).length() == 1 }
  }
}
