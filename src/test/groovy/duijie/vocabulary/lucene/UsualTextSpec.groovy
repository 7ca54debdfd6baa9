package duijie.vocabulary.lucene

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute
import spock.lang.Specification

/** The quick way through usual texts tells nothing that the analyzer does not. */
class UsualTextSpec extends Specification {

  static final String SIGNS = ('一丁养老社工龥' * 4) + 'azAZ09' * 3 + " !\"#\$%&'()*+,-./:;<=>?@[\\]^`{|}~、。《》—“”"

  def "'#text' gives #tokens"() {
    expect:
    UsualText.tokens(text) == tokens
    byAnalyzer(text) == tokens

    where:
    text                  | tokens
    ''                    | []
    '养'                  | ['养']
    '养老、社工站。'      | ['养老', '社工', '工站']
    '为3a级机构,用abc量表' | ['为', '3a', '级机', '机构', '用', 'abc', '量表']
    '养 老'               | ['养', '老']
  }

  def "'#text' is left to the analyzer"() {
    expect:
    UsualText.tokens(text) == null

    where:
    text << ['约3.5万', "it's", '1,000人', 'a_b', '_', '养老ー', 'カラオケ', '한국', '𠀀', '鿿', '3\uFE0F', 'a' * 256]
  }

  def "random texts of usual signs give what the analyzer gives"() {
    given:
    def random = new Random(7)
    def texts = (1..20_000).collect { (1..random.nextInt(1, 24)).collect { SIGNS[random.nextInt(SIGNS.length())] }.join('') }

    when:
    def usual = texts.findAll { UsualText.tokens(it) != null }

    then:
    usual.size() > 15_000
    usual.findAll { UsualText.tokens(it) != byAnalyzer(it) } == []
  }

  def "every common character is a character to both"() {
    given:
    def all = (0x4E00..0x9FA5).collect { (char) it }.join('')

    expect:
    UsualText.tokens(all) == byAnalyzer(all)
  }

  private static List<String> byAnalyzer(String text) {
    def tokens = []
    new BigramAnalyzer(false).tokenStream('', text).withCloseable { stream ->
      def token = stream.addAttribute(CharTermAttribute)
      stream.reset()
      while (stream.incrementToken()) {
        tokens << token.toString()
      }
    }
    tokens
  }
}
