package duijie.vocabulary

import duijie.vocabulary.lucene.LuceneTextAnalysis
import duijie.vocabulary.yaml.YamlVocabularies
import java.util.concurrent.Executors
import spock.lang.Shared
import spock.lang.Specification

/** Chinese text as terms to search and to compare by. */
class TextAnalysisSpec extends Specification {

  @Shared
  Vocabulary vocabulary = YamlVocabularies.shipped()

  @Shared
  TextAnalysis analysis = LuceneTextAnalysis.of(vocabulary)

  def "every word of the vocabulary survives whole in a sentence"() {
    given:
    def words = Term.Kind.values().collectMany { vocabulary.terms(it) }.collectMany { [it.name(), *it.synonyms()] }

    expect:
    words.size() > 200
    words.findAll { word -> !analysis.terms("今年为全县群众开展${word}，效果良好。").contains(TermVocabulary.key(word)) } == []
  }

  def "the query #query finds '#text'"(String query, String text, boolean found) {
    expect:
    answers(text, analysis.query(query)) == found

    where:
    query                | text                      || found
    '养老'               | '居家养老服务'            || true
    '居家养老'           | '居家养老服务'            || true
    '留守儿童'           | '关爱农村留守儿童'        || true
    '儿童'               | '关爱农村留守儿童'        || true
    '养老'               | '老人休养'                || false
    '残'                 | '县残疾人联合会'          || true
    'ＡＢＣ'             | '使用abc量表'             || true
    '2026'               | '２０２６年度'            || true
    '𠮷'                 | '𠮷镇社工站'              || true
    '𠮷镇'               | '𠮷镇社工站'              || true
    '养老 旺苍'          | '旺苍县养老服务'          || true
    '养老 旺苍'          | '青川县养老服务'          || false
    '旺苍养老'           | '养老服务，旺苍县'        || true
    // Other words for the same.
    '社矫'               | '社区矫正对象'            || true
    '社区矫正'           | '协助社矫'                || true
    '长者'               | '服务老年人'              || true
    '老年人'             | '服务长者'                || true
    '残障'               | '残疾人康复'              || true
    '吸毒'               | '禁毒宣传'                || true
    '社会工作服务站'     | '镇社工站'                || true
    '未保'               | '未成年人保护'            || true
    // A narrower word answers a wider one, not the other way round.
    '养老'               | '老年食堂'                || true
    '助餐'               | '养老服务'                || false
    '低保户'             | '低保边缘家庭'            || true
    '低保'               | '结对帮扶'                || false
    // What is in every notice, and what is left over beside a word, is not insisted on.
    '留守儿童关爱项目'   | '关爱农村留守儿童'        || true
    '老人院'             | '为老年人服务'            || true
    '项目'               | '服务'                    || false
    '事务所'             | '旺苍县社会工作事务所'    || true
    // Short names of public bodies; they mean the body alone.
    '残联'               | '旺苍县残疾人联合会'      || true
    '残疾人联合会'       | '县残联'                  || true
    '团委'               | '共青团旺苍县委员会'      || true
    '妇联'               | '服务妇女'                || false
    '司法局'             | '司法社会工作'            || false
  }

  def "'#stray' asks for everything and is no harm"(String stray) {
    expect:
    analysis.query(stray) == TextQuery.ALL

    where:
    stray << ['', '  ', '，。！', '\u202E', '<>', '\uD800']
  }

  def "the word itself counts more than what it means, and a long text is cut"() {
    given:
    def wish = analysis.query('社矫').wishes().first()

    expect:
    wish.anyOf().first().terms() == ['社矫']
    wish.anyOf().drop(1)*.terms() == [['=community-corrections']]
    analysis.query('没有这样的字' * 100_000).asTyped().terms().size() < 200
    analysis.query((0x4E00..0x6000).collect { Character.toString(it) }.join(' ')).wishes().size() < 200
  }

  def "no text has a term like a mark"() {
    expect:
    analysis.terms('=eldercare ＝elderly = 残联').every { !it.startsWith('=') }
    analysis.marks('为长者送餐').containsAll(['=elderly', '=eldercare', '=meal-service'])
  }

  private boolean answers(String text, TextQuery query) {
    def indexed = analysis.terms(text) + analysis.marks(text)
    query.wishes().every { wish -> wish.anyOf().any { indexed.containsAll(it.terms()) } }
  }

  def "#term counts #weight in a comparison"(String term, double weight) {
    expect:
    analysis.weight(term) == weight

    where:
    term   || weight
    '养老' || 4
    '服务' || 0
    '项目' || 0
    '老'   || 0
    '旺苍' || 1
    '2026' || 0
    'abc'  || 1
  }

  def "a number says nothing in a comparison, whatever its length"() {
    expect:
    analysis.terms('投入1234567元，服务89人次').findAll { it ==~ /\d+/ }.every { analysis.weight(it) == 0 }
  }

  def "the same text gives the same terms in every thread"() {
    given:
    def text = '为留守儿童、困境儿童开展心理疏导和课后托管，链接资源，𠮷镇、䶮镇、㛃村 😀 都有站点。' * 5
    def expected = analysis.terms(text)
    def pool = Executors.newFixedThreadPool(8)

    when:
    def answers = pool.invokeAll((1..64).collect { { -> analysis.terms(text) } as java.util.concurrent.Callable })*.get()

    then:
    answers.every { it == expected }

    cleanup:
    pool.shutdownNow()
  }

  def "folding gives the same however it is done"() {
    given: 'texts of the signs that people type, some of them rare'
    def signs = '养老助餐，。、；：？！“”（）《》—…　 ABCxyz０１２ａＺ~～·•ＡＢ①㎡\u00a0\u200b\r\n\t\u0301é𠮷'.codePoints().toArray()
    def random = new Random(20261124)
    def texts = (1..3000).collect {
      def text = new StringBuilder()
      random.nextInt(12).times { text.appendCodePoint(signs[random.nextInt(random.nextBoolean() ? 20 : signs.length)]) }
      text.toString()
    }

    expect:
    texts.every { text ->
      // A rare sign makes the whole text go the long way.
      Words.folded(text) + '1' == Words.folded(text + '①')
    }
  }
}
