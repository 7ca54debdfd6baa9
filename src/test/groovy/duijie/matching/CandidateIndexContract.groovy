package duijie.matching

import static duijie.matching.Sample.agency
import static duijie.matching.Sample.code
import static duijie.matching.Sample.project

import duijie.agencies.Agency
import duijie.matching.Filter.Clause
import duijie.matching.Filter.Test.Between
import duijie.matching.Filter.Test.HasAny
import duijie.matching.SearchPage.Facet
import duijie.projects.Project
import duijie.vocabulary.Term
import java.time.LocalDate
import java.time.LocalDateTime
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What every engine behind the index must do, in the same way. */
abstract class CandidateIndexContract extends Specification {

  static final analysis = new PairsOfCharacters()
  static final vocabulary = new SmallVocabulary()
  static final regions = new SmallMap()

  @AutoCleanup
  CandidateIndex index = emptyIndex()

  /** An empty index with the small world's analysis, regions and vocabulary. */
  abstract CandidateIndex emptyIndex()

  def "an empty index answers everything with nothing"() {
    expect:
    index.agencies().passing(Filter.ALL) == []
    index.projects().passing(Filter.ALL) == []
    index.agencies().nearest(Filter.ALL, ['养老'], 10) == []
    index.projects().nearest(Filter.ALL, [], 10) == []
    with(index.agencies().search(query())) {
      ids() == []
      total() == 0
      facets().keySet() == Facet.values() as Set
      facets().values().every { it.empty }
    }
    index.projects().search(query(text: '养老', region: '51')).ids() == []
  }

  def "what a call put in is seen by the next call, what it replaced or took out is not"() {
    when:
    index.agencies().put([agency(id: 'A-1', name: '旧名服务中心'), agency(id: 'A-2')])
    then:
    ids(index.agencies().passing(Filter.ALL)) == ['A-1', 'A-2']
    ids(index.agencies().search(query(text: '旧名')).ids()) == ['A-1']

    when:
    index.agencies().put([agency(id: 'A-1', name: '新名服务中心'), agency(id: 'A-1', name: '后名服务中心')])
    then:
    ids(index.agencies().passing(Filter.ALL)) == ['A-1', 'A-2']
    index.agencies().search(query(text: '旧名')).total() == 0
    index.agencies().search(query(text: '新名')).total() == 0
    ids(index.agencies().search(query(text: '后名')).ids()) == ['A-1']

    when:
    index.agencies().remove([new Agency.Id('A-1'), new Agency.Id('nobody')])
    then:
    ids(index.agencies().passing(Filter.ALL)) == ['A-2']

    when:
    index.projects().put([project(id: 'P-1')])
    index.clear()
    then:
    index.agencies().passing(Filter.ALL) == []
    index.projects().passing(Filter.ALL) == []

    when:
    index.projects().put([project(id: 'P-2'), project(id: 'P-3')])
    index.projects().remove([new Project.Id('P-2')])
    then:
    ids(index.projects().passing(Filter.ALL)) == ['P-3']
  }

  def "calls with nothing in them change nothing"() {
    when:
    index.agencies().put([])
    index.projects().put([])
    index.agencies().remove([])
    index.projects().remove([])
    then:
    index.agencies().passing(Filter.ALL) == []
  }

  def "a filter lets pass what satisfies one test of each clause: #what"() {
    given:
    index.agencies().put([
      agency(id: 'none'),
      agency(id: 'meals', fields: ['meals'], serviceRegions: ['5108'], maximumAmount: 500_000),
      agency(id: 'drugs', fields: ['anti-drug'], serviceRegions: ['510821'], minimumAmount: 0.01),
      agency(id: 'both', fields: ['anti-drug', 'meals'], serviceRegions: ['510822', '61'],
        creditStanding: Agency.CreditStanding.ABNORMAL)])

    expect:
    ids(index.agencies().passing(new Filter(clauses.collect { new Clause('some-rule', it) }))) == passing

    where:
    what              | clauses                                                                                    || passing
    'no clause'       | []                                                                                         || ['both', 'drugs', 'meals', 'none']
    'one value'       | [[new HasAny('fields', ['meals'] as Set)]]                                                 || ['both', 'meals']
    'unknown'         | [[new HasAny('fields', ['?', 'meals'] as Set)]]                                            || ['both', 'meals', 'none']
    'two clauses'     | [[new HasAny('fields', ['meals'] as Set)], [new HasAny('credit', ['?'] as Set)]]           || ['meals']
    'two tests'       | [[new HasAny('fields', ['?'] as Set), new HasAny('serves', ['=61'] as Set)]]               || ['both', 'none']
    'around a region' | [[new HasAny('serves', ['=51', '=5108', '=510821'] as Set)]]                               || ['drugs', 'meals']
    'within a region' | [[new HasAny('serves', ['=5108', '~5108'] as Set)]]                                        || ['both', 'drugs', 'meals']
    'a number'        | [[new Between('takes-to', 50_000_000, Long.MAX_VALUE)]]                                    || ['both', 'drugs', 'meals', 'none']
    'a lower number'  | [[new Between('takes-to', 50_000_001, Long.MAX_VALUE)]]                                    || ['both', 'drugs', 'none']
    'number or value' | [[new Between('takes-from', 1, 1), new HasAny('fields', ['?'] as Set)]]                    || ['drugs', 'none']
    'many values'     | [[new HasAny('fields', (['meals'] + (1..2000).collect { "f$it" as String }) as Set)]]      || ['both', 'meals']
    'no value'        | [[new HasAny('fields', [] as Set)]]                                                        || []
    'no test'         | [[]]                                                                                       || []
    'no such field'   | [[new HasAny('colour', ['red'] as Set)]]                                                   || []
  }

  def "none of thousands is missing"() {
    given:
    index.agencies().put((1..1500).collect { agency(id: "A-$it", fields: it % 2 ? ['meals'] : ['children']) })
    (1..3).each { round -> index.agencies().put((1..200).collect { agency(id: "A-${it * round}", fields: ['meals']) }) }

    expect:
    index.agencies().passing(Filter.ALL).toSet().size() == 1500
    def meals = index.agencies().passing(new Filter([new Clause('offers-field', [new HasAny('fields', ['meals'] as Set)])]))
    meals.size() == meals.toSet().size()
    meals.size() == (1..1500).count { n -> n % 2 || (1..3).any { n % it == 0 && n / it <= 200 } }
  }

  def "the nearest are those that share the most telling words, of those that pass"() {
    given:
    index.agencies().put([
      agency(id: 'far', profile: '为青少年提供禁毒宣传'),
      agency(id: 'near', profile: '为高龄老人助餐送餐上门', fields: ['meals']),
      agency(id: 'nearer', profile: '为高龄老人助餐送餐上门和居家照护', fields: ['meals'])])
    def terms = analysis.terms('高龄老人居家照护和助餐')

    expect:
    ids(index.agencies().nearest(Filter.ALL, terms, 2), false) == ['nearer', 'near']
    ids(index.agencies().nearest(Filter.ALL, terms, 1), false) == ['nearer']
    ids(index.agencies().nearest(only('fields', '?'), terms, 5), false) == []
    index.agencies().nearest(Filter.ALL, analysis.terms('养' * 3000 + '老' * 3000), 5) == []
  }

  def "the list of projects is newest first, those without a date last, then by number"() {
    given:
    index.projects().put([
      project(id: 'P-9', publishedOn: LocalDate.of(2026, 3, 1)),
      project(id: 'P-2'),
      project(id: 'P-1', publishedOn: LocalDate.of(2026, 3, 1)),
      project(id: 'P-5', publishedOn: LocalDate.of(2026, 11, 20))])

    expect:
    ids(index.projects().search(query()).ids(), false) == ['P-5', 'P-1', 'P-9', 'P-2']
  }

  def "the list of agencies is by name in the order of pinyin, then by id"() {
    given:
    index.agencies().put([agency(id: '3', name: '乙'), agency(id: '2', name: '丙😀'), agency(id: '1', name: '乙'),
      agency(id: '4', name: '丁' * 40_000), agency(id: '5', name: '1号')])

    expect:
    ids(index.agencies().search(query()).ids(), false) == ['5', '2', '4', '1', '3']
  }

  def "a text finds what has all its words anywhere, names first: #text"() {
    given:
    index.projects().put([
      project(id: 'body', name: '社区服务', need: '为老人助餐,含禁毒宣传', publishedOn: LocalDate.of(2026, 11, 1)),
      project(id: 'name', name: '老人助餐服务', publishedOn: LocalDate.of(2026, 1, 1)),
      project(id: 'place', name: '综合服务', region: '510821103'),
      project(id: 'buyer', name: '困境儿童', buyer: '旺苍县妇女联合会😀', fields: ['children'], phone: '13800000000'),
    ])

    expect:
    ids(index.projects().search(query(text: text)).ids(), false) == found

    where:
    text             || found
    '助餐'           || ['name', 'body']
    '老人 助餐 服务' || ['name', 'body']
    '老人助餐服务'   || ['name']
    '助餐禁毒'       || []
    '普济镇'         || ['place']
    '旺苍'           || ['buyer', 'place']
    '妇女联合会'     || ['buyer']
    '儿童关爱'       || ['buyer']
    '没有这样的字'   || []
    '13800000000'    || []
    ' ,。? '         || ['body', 'name', 'buyer', 'place']
    '助'             || ['body', 'name', 'buyer', 'place']
    'P-1" OR *:*'    || []
  }

  def "what is called by another word is found alike, names first, the word itself before others: #text"() {
    given:
    index.projects().put([
      project(id: 'other-word', name: '帮教服务', need: '协助开展社区矫正'),
      project(id: 'name', name: '社区矫正服务'),
      project(id: 'word', name: '帮教服务', need: '协助开展社矫'),
      project(id: 'pieces', name: '社区服务', need: '矫正坐姿'),
      project(id: 'elders', name: '关爱长者'),
    ])

    expect:
    def page = index.projects().search(query(text: text))
    ids(page.ids(), false) == found
    page.total() == found.size()
    !page.someWordsOnly()

    where:
    text            || found
    '社矫'          || ['name', 'word', 'other-word']
    '社区矫正'      || ['name', 'other-word', 'word']
    '社矫 帮教'     || ['word', 'other-word']
    '老人'          || ['elders']
    '老人 长者'     || ['elders']
    '=corrections'  || []
  }

  def "where nothing has all the words, what has most of them comes first, and the page says so"() {
    given:
    index.projects().put([
      project(id: 'one', name: '禁毒禁毒禁毒', need: '禁毒' * 50),
      project(id: 'two', name: '综合服务', need: '助餐,含社区矫正'),
      project(id: 'none', name: '综合服务', region: '510821'),
    ])

    when:
    def some = index.projects().search(query(text: '禁毒 助餐 社矫'))
    then:
    ids(some.ids(), false) == ['two', 'one']
    some.total() == 2
    index.projects().count(query(text: '禁毒 助餐 社矫')) == 2
    some.someWordsOnly()
    counts(some, Facet.STATE) == [PUBLISHED: 2]

    and: 'all the words are enough'
    with(index.projects().search(query(text: '助餐 社矫'))) {
      it.ids()*.value() == ['two']
      !someWordsOnly()
    }

    and: 'what is chosen beside the text holds still'
    with(index.projects().search(query(text: '禁毒 助餐', region: '510821'))) {
      ids() == []
      !someWordsOnly()
    }

    and: 'one word, or words that nothing has, find nothing'
    !index.projects().search(query(text: '没有这样的字')).someWordsOnly()
    !index.projects().search(query(text: '没有 这样 的字')).someWordsOnly()
    index.projects().search(query(text: '没有 这样 的字')).total() == 0
  }

  def "some of the words are paged like everything else, whatever else is in the index"() {
    given:
    index.projects().put((1..30).collect { project(id: "P-$it", name: it % 2 ? '助餐' : '禁毒', need: it % 3 ? '' : '社矫') })
    def asked = [text: '助餐 社区矫正 没有']

    when:
    def all = index.projects().search(query(asked)).ids()
    def pages = (0..<3).collect { index.projects().search(query(asked + [offset: it * 10, limit: 10])).ids() }
    then:
    all.size() == 20
    pages.flatten() == all
    all.take(5)*.value().every { (it - 'P-').toInteger() % 6 == 3 }

    when:
    index.projects().put((100..200).collect { project(id: "P-$it", name: '上门', need: '助' * it) })
    then:
    index.projects().search(query(asked)).ids() == all
  }

  def "the order by text does not change with what else is or was in the index"() {
    given:
    def wanted = (1..30).collect { project(id: "P-$it", name: '助餐' * (it % 3), need: '老人助餐' + '上门服务' * it) }
    index.projects().put(wanted)
    def before = index.projects().search(query(text: '助餐')).ids()

    when:
    index.projects().put((100..400).collect { project(id: "P-$it", name: '上门禁毒', need: '助' * it) })
    index.projects().put(wanted.reverse())

    then:
    index.projects().search(query(text: '助餐')).ids() == before
  }

  def "each facet counts as if it alone were open"() {
    given:
    index.projects().put([
      project(id: '1', region: '510821103', fields: ['meals'], budget: 99_999.99),
      project(id: '2', region: '510821', fields: ['meals', 'home-care'], budget: 100_000),
      project(id: '3', region: '510104', fields: ['anti-drug'], budget: 2_000_000, state: Project.State.CLOSED),
      project(id: '4', fields: ['eldercare']),
      project(id: '5', region: '51', budget: 250_000)])

    when:
    def everything = index.projects().search(query())
    then:
    counts(everything, Facet.REGION) ==
      [51: 4, 5108: 2, 510821: 2, 5101: 1, 510104: 1, 510821103: 1]
    counts(everything, Facet.FIELD) == [eldercare: 3, meals: 2, 'anti-drug': 1, 'home-care': 1]
    counts(everything, Facet.STATE) == [PUBLISHED: 4, CLOSED: 1]
    counts(everything, Facet.AMOUNT) == [FROM_100K: 2, BELOW_100K: 1, FROM_2M: 1, UNKNOWN: 1]
    everything.facets()[Facet.REGION]*.value() == ['51', '5108', '510821', '5101', '510104', '510821103']

    when: 'narrowed by region and field'
    def narrowed = index.projects().search(query(region: '5108', fields: ['eldercare']))
    then:
    ids(narrowed.ids()) == ['1', '2']
    narrowed.total() == 2
    counts(narrowed, Facet.REGION) == [51: 2, 5108: 2, 510821: 2, 510821103: 1]
    counts(narrowed, Facet.FIELD) == [eldercare: 2, meals: 2, 'home-care': 1]
    counts(narrowed, Facet.STATE) == [PUBLISHED: 2]

    when: 'two values of one facet, and a text'
    def either = index.projects().search(query(text: '居家养老', states: ['CLOSED'], bands: [AmountBand.FROM_2M, AmountBand.UNKNOWN]))
    then:
    ids(either.ids()) == ['3']
    counts(either, Facet.STATE) == [CLOSED: 1, PUBLISHED: 1]
    counts(either, Facet.AMOUNT) == [FROM_2M: 1]

    when: 'nothing is left'
    def nothing = index.projects().search(query(region: '61', states: ['CLOSED']))
    then:
    nothing.total() == 0
    counts(nothing, Facet.REGION) == [51: 1, 5101: 1, 510104: 1]
    counts(nothing, Facet.STATE) == [:]
  }

  def "agencies are counted under every amount band of which they take some"() {
    given:
    index.agencies().put([
      agency(id: '1', minimumAmount: 50_000, maximumAmount: 400_000, registeredRegion: '510821', fields: ['meals']),
      agency(id: '2', minimumAmount: 1_000_000), agency(id: '3')])

    when:
    def page = index.agencies().search(query())
    then:
    counts(page, Facet.AMOUNT) ==
      [BELOW_100K: 1, FROM_100K: 1, FROM_300K: 1, FROM_1M: 1, FROM_2M: 1, UNKNOWN: 1]
    counts(page, Facet.REGION) == [51: 1, 5108: 1, 510821: 1]
    counts(page, Facet.FIELD) == [eldercare: 1, meals: 1]
    counts(page, Facet.STATE) == [VERIFIED: 3]
    ids(index.agencies().search(query(bands: [AmountBand.FROM_300K])).ids()) == ['1']
  }

  def "open projects are those that look for their agency at the moment asked for, and no others"() {
    given:
    def moment = LocalDateTime.of(2026, 11, 23, 17, 0)
    index.projects().put([
        project(id: 'closes in a second', respondBy: moment.plusSeconds(1)),
        project(id: 'closes now', respondBy: moment),
        project(id: 'a year old', publishedOn: moment.toLocalDate().minusYears(1)),
        project(id: 'older than a year', publishedOn: moment.toLocalDate().minusYears(1).minusDays(1)),
        project(id: 'of no known day'),
        project(id: 'awarded', state: Project.State.AWARDED, respondBy: moment.plusDays(1)),
    ])

    when:
    def page = index.projects().search(query(openAt: moment))

    then:
    ids(page.ids()) == ['a year old', 'closes in a second']
    page.total() == 2
    counts(page, Facet.STATE) == [PUBLISHED: 2]
    index.projects().count(query(openAt: moment)) == 2
    index.projects().count(query(openAt: moment, states: ['AWARDED'])) == 0
    index.projects().count(query()) == 6
  }

  def "outside a division is what is known to lie outside it"() {
    given:
    index.agencies().put([
      agency(id: 'inside', registeredRegion: '510821'), agency(id: 'town', registeredRegion: '510821103'),
      agency(id: 'beside', registeredRegion: '510822'), agency(id: 'elsewhere', registeredRegion: '61'),
      agency(id: 'around', registeredRegion: '51'), agency(id: 'unknown')])

    when:
    def page = index.agencies().search(query(outside: '510821'))
    then:
    ids(page.ids()) == ['beside', 'elsewhere']
    counts(page, Facet.REGION) == [51: 1, 5108: 1, 510822: 1, 61: 1]
  }

  def "pages follow one another without gap or overlap, and end"() {
    given:
    index.agencies().put((1..2345).collect { agency(id: "A-$it", name: "机构${it % 7}") })

    when:
    def pages = (0..<3).collect { index.agencies().search(query(offset: it * 1000, limit: 1000)) }
    then:
    pages*.total() == [2345, 2345, 2345]
    pages*.ids()*.size() == [1000, 1000, 345]
    pages*.ids().flatten().toSet().size() == 2345
    index.agencies().search(query(text: '机构', offset: 2000, limit: 1000)).ids() == pages[2].ids()

    and:
    with(index.agencies().search(query(offset: Integer.MAX_VALUE, limit: 1000))) {
      ids() == []
      total() == 2345
      facets()[Facet.STATE]*.count() == [2345]
    }
  }

  def "strange texts are kept and found"() {
    given:
    def name = '😀助餐👵🏽' + '长' * 50_000
    index.agencies().put([agency(id: '😀/1', name: name, profile: '\u0000\uFFFF\u200B'), agency(id: ' ', name: '')])

    expect:
    ids(index.agencies().passing(Filter.ALL)) == [' ', '😀/1']
    ids(index.agencies().search(query(text: name)).ids()) == ['😀/1']
    ids(index.agencies().search(query(text: '助餐')).ids()) == ['😀/1']
  }

  def "twenty writers and as many readers lose nothing"() {
    given:
    def threads = Executors.newFixedThreadPool(40)
    def writers = (0..<20).collect { writer ->
      {
        ->
        (0..<rounds()).collect { round ->
          def id = "A-$writer-$round" as String
          index.agencies().put([agency(id: id, name: "机构$writer"), agency(id: "shared-$round", name: "共有$writer")])
          def seen = index.agencies().passing(Filter.ALL)*.value()
          def listed = index.agencies().search(query(limit: 1000)).ids()*.value()
          if (round % 3 == 0) {
            index.agencies().remove([new Agency.Id(id)])
          }
          seen.contains(id) && listed.contains(id) && seen.toSet().size() == seen.size()
        }
      } as Callable<List<Boolean>>
    }
    def readers = (0..<20).collect {
      {
        ->
        (0..<2 * rounds()).collect {
          def page = index.agencies().search(query(text: '机构', limit: 1000))
          page.total() == page.ids().size() && page.facets()[Facet.STATE].sum(0) { it.count() } == page.total()
        }
      } as Callable<List<Boolean>>
    }

    when:
    def results = threads.invokeAll(writers + readers)*.get().flatten()
    then:
    results.every()
    index.agencies().passing(Filter.ALL).size() == 20 * (rounds() - (0..<rounds()).count { it % 3 == 0 }) + rounds()

    cleanup:
    threads.shutdownNow()
    threads.awaitTermination(10, TimeUnit.SECONDS)
  }

  /** How often each of twenty writers writes; fewer where every write goes over the network. */
  int rounds() {
    15
  }

  static SearchQuery query(Map given = [:]) {
    new SearchQuery((given.text ?: '') as String, code(given.region), code(given.outside), given.openAt as LocalDateTime,
      (given.fields ?: []).collect { new Term.Id(it as String) } as Set,
      (given.states ?: []) as Set<String>, (given.bands ?: []) as Set<AmountBand>,
      (given.offset ?: 0) as int, (given.limit ?: 20) as int)
  }

  static Filter only(String field, String value) {
    new Filter([new Clause('some-rule', [new HasAny(field, [value] as Set)])])
  }

  /** The ids as strings, sorted unless their order matters. */
  static List<String> ids(List<?> ids, boolean sorted = true) {
    def values = ids*.toString()
    sorted ? values.sort() : values
  }

  static Map<Object, Long> counts(SearchPage<?> page, Facet facet) {
    page.facets()[facet].collectEntries { [it.value().matches('\\d+') ? it.value() as int : it.value(), it.count()] }
  }
}
