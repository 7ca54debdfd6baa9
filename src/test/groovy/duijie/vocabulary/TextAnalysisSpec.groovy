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
    analysis.terms(text).containsAll(analysis.queryTerms(query)) == found

    where:
    query       | text                || found
    '养老'      | '居家养老服务'      || true
    '居家养老'  | '居家养老服务'      || true
    '留守儿童'  | '关爱农村留守儿童'  || true
    '儿童'      | '关爱农村留守儿童'  || true
    '养老'      | '老人休养'          || false
    '残'        | '县残疾人联合会'    || true
    'ＡＢＣ'    | '使用abc量表'       || true
    '2026'      | '２０２６年度'      || true
    '𠮷'        | '𠮷镇社工站'        || true
    '𠮷镇'      | '𠮷镇社工站'        || true
    '养老 旺苍' | '旺苍县养老服务'    || true
    '养老 旺苍' | '青川县养老服务'    || false
  }

  def "'#stray' asks for nothing and is no harm"(String stray) {
    expect:
    analysis.queryTerms(stray) == []

    where:
    stray << ['', '  ', '，。！', '\u202E', '<>', '\uD800']
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
}
