package duijie.vocabulary

import static duijie.vocabulary.Term.Kind.SERVICE_FIELD
import static duijie.vocabulary.Term.Kind.SERVICE_METHOD
import static duijie.vocabulary.Term.Kind.TARGET_GROUP

import duijie.vocabulary.yaml.YamlVocabularies
import spock.lang.Shared
import spock.lang.Specification

/** The standard terms and the many ways in which people write them. */
class VocabularySpec extends Specification {

  /** Every way in which the collected notices and agencies name a service field. */
  static final NAMED_IN_NOTICES = ['社工站', '养老', '未成年人保护', '儿童关爱', '残疾人', '社会救助', '社区矫正', '司法', '禁毒', '青少年',
      '社区综合服务', '社会组织培育', '第三方评估', '心理健康', '妇女儿童家庭', '志愿服务', '助餐', '优抚', '企业社会工作', '安置帮教', '社区', '家庭',
      '家庭服务', '医务', '企业', '儿童', '农村', '困难群体', '退役军人', '公益创投', '乡村振兴', '岗位社工']

  @Shared
  Vocabulary vocabulary = YamlVocabularies.shipped()

  def "#text is a service field"(String text) {
    expect:
    vocabulary.named(SERVICE_FIELD, text).present

    where:
    text << NAMED_IN_NOTICES
  }

  def "'#text' means #name"(Term.Kind kind, String text, String name) {
    expect:
    vocabulary.named(kind, text).map { it.name() }.orElse('') == name

    where:
    kind          | text          || name
    SERVICE_FIELD | '养老服务'    || '养老'
    SERVICE_FIELD | ' 养 老 '     || '养老'
    SERVICE_FIELD | '居家养老服务' || '居家养老'
    SERVICE_FIELD | '社矫'        || '社区矫正'
    SERVICE_FIELD | '１、养老'    || '养老'
    SERVICE_FIELD | '禁毒类'      || '禁毒'
    TARGET_GROUP  | '老人'        || '老年人'
  }

  def "'#text' names nothing, and is no harm"(String text) {
    expect:
    vocabulary.named(SERVICE_FIELD, text).empty
    vocabulary.mentioned(SERVICE_FIELD, text) == []

    where:
    text << ['', ' ', '，', '修桥铺路', '\u202E', '服务', '𠮷']
  }

  def "what is almost a term is told the nearest ones"() {
    expect:
    vocabulary.suggestions(SERVICE_FIELD, '社区矫治')*.name().contains('社区矫正')
    vocabulary.suggestions(SERVICE_FIELD, '未成年人保户').size() <= 5
  }

  def "the longest word counts, overlapping ones once"() {
    expect:
    vocabulary.mentioned(SERVICE_FIELD, '开展居家养老服务，兼顾禁毒宣传')*.name() == ['居家养老', '禁毒']
    vocabulary.mentioned(TARGET_GROUP, '') == []
  }

  def "each term lies below its parent, and no word stands twice in a kind"() {
    given:
    def kinds = Term.Kind.values().collectEntries { [it, vocabulary.terms(it)] }

    expect:
    kinds[SERVICE_FIELD].size() >= 26
    kinds[TARGET_GROUP].size() >= 12
    kinds[SERVICE_METHOD].size() >= 10
    kinds.values().flatten().findAll { it.parent() }.every { term ->
      vocabulary.ancestors(term.id()).first() == term.parent() && vocabulary.withDescendants(term.parent()).contains(term.id())
    }
    kinds.values().every { terms ->
      def words = terms.collectMany { [it.name(), *it.synonyms()] }*.replaceAll(/\s/, '')
      words.size() == words.toUnique().size()
    }
  }

  def "#mistake is named with its place, along with all others"(String mistake, String yaml, List<String> places) {
    when:
    def loading = YamlVocabularies.load('vocabulary.yml', yaml.stripIndent().getBytes('UTF-8'))

    then:
    loading instanceof VocabularyLoading.Broken
    loading.errors().every { !it.sentence().blank && !it.english().blank }
    loading.errors().collect { "${it.line()}:${it.code()}".toString() }.containsAll(places)

    where:
    mistake            | yaml                                                                                       || places
    'an id twice'      | terms('- {id: a, name: 养老}', '- {id: a, name: 禁毒}')                                    || ['3:duplicate-id']
    'a word twice'     | terms('- {id: a, name: 养老}', '- {id: b, name: 禁毒, synonyms: [养老]}')                  || ['3:duplicate-word']
    'a missing parent' | terms('- {id: a, name: 养老, parent: z}')                                                  || ['2:unknown-parent']
    'a missing name'   | terms('- {id: a}')                                                                         || ['2:missing-name']
    'an unknown key'   | terms('- {id: a, name: 养老, nmae: 老}')                                                   || ['2:unknown-key']
    'a body without name' | bodies('- {synonyms: [残联]}')                                                        || ['9:missing-name']
    'a body twice'     | bodies('- {name: 残联}', '- {name: 残疾人联合会, synonyms: [残联]}')                       || ['10:duplicate-word']
    'no list of bodies' | bodies('- 残联')                                                                         || ['9:wrong-shape']
    'two at once'      | terms('- {id: a}', '- {id: b, name: 禁毒, parent: z}')                                     || ['2:missing-name', '3:unknown-parent']
  }

  def "public bodies may share words with terms and common words, or be left out"() {
    when:
    def loading = YamlVocabularies.load('vocabulary.yml', (terms('- {id: women, name: 妇女, synonyms: [妇联]}') + '''
      |public-bodies:
      |  - name: 妇女联合会
      |    synonyms: [妇联]
      |  - {name: 服务}
      |'''.stripMargin()).getBytes('UTF-8'))
    def without = YamlVocabularies.load('vocabulary.yml', terms('- {id: a, name: 养老}').getBytes('UTF-8'))

    then:
    loading.vocabulary().publicBodies() == [new PublicBody('妇女联合会', ['妇联']), new PublicBody('服务', [])]
    without.vocabulary().publicBodies() == []
  }

  private static String bodies(String... bodies) {
    terms('- {id: a, name: 养老}') + (['public-bodies:'] + bodies.collect { "  $it" }).join('\n') + '\n'
  }

  private static String terms(String... fields) {
    (['service-fields:'] + fields.collect { "  $it" } + ['target-groups:', '  - {id: elders, name: 老年人}', 'service-methods:', '  - {id: casework, name: 个案}', 'common-words: [服务]']).join('\n') + '\n'
  }
}
