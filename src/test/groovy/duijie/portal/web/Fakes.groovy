package duijie.portal.web

import duijie.agencies.Agency
import duijie.matching.*
import duijie.projects.Project
import duijie.regions.Region
import duijie.vocabulary.Term
import duijie.vocabulary.Vocabulary
import java.time.LocalDate

class FakeVocabulary implements Vocabulary {
  List<Term> all = [
      ['social-work-station', '社工站', null], ['eldercare', '养老', null], ['meal-assistance', '助餐', 'eldercare'], ['minor-protection', '未成年人保护', null],
      ['child-care', '儿童关爱', 'minor-protection'], ['disabled', '残疾人', null], ['relief', '社会救助', null], ['community-corrections', '社区矫正', null], ['drug-control', '禁毒', null],
      ['youth', '青少年', null], ['community', '社区综合服务', null], ['orgs', '社会组织培育', null], ['evaluation', '第三方评估', null], ['mental', '心理健康', null]
  ].collect { new Term(new Term.Id(it[0]), Term.Kind.SERVICE_FIELD, it[1], [], it[2] ? new Term.Id(it[2]) : null) } +
      [['elderly', '老年人'], ['left-behind-children', '留守儿童']].collect { new Term(new Term.Id(it[0]), Term.Kind.TARGET_GROUP, it[1], [], null) } +
      [['casework', '个案工作'], ['group-work', '小组工作']].collect { new Term(new Term.Id(it[0]), Term.Kind.SERVICE_METHOD, it[1], [], null) }

  List<Term> terms(Term.Kind kind) { all.findAll { it.kind() == kind } }
  Optional<Term> find(Term.Id id) { Optional.ofNullable(all.find { it.id() == id }) }
  Optional<Term> named(Term.Kind kind, String text) { Optional.ofNullable(all.find { it.name() == text }) }
  List<Term> mentioned(Term.Kind kind, String text) { [] }
  List<Term> suggestions(Term.Kind kind, String text) { [] }
  List<Term.Id> ancestors(Term.Id id) { def p = find(id).map { it.parent() }.orElse(null); p ? [p] + ancestors(p) : [] }
  Set<Term.Id> withDescendants(Term.Id id) { ([id] + all.findAll { it.parent() == id }*.id()) as Set }
  Set<String> commonWords() { [] as Set }
  String version() { 'v' }
}

class FakeIndex implements CandidateIndex {
  List<Project> projects = []
  List<Agency> agencies = []
  FakeVocabulary vocabulary = new FakeVocabulary()

  void putAgencies(Collection<Agency> a) { agencies.addAll(a) }
  void putProjects(Collection<Project> p) { projects.addAll(p) }
  void removeAgencies(Collection<Agency.Id> ids) { agencies.removeAll { it.id() in ids } }
  void removeProjects(Collection<Project.Id> ids) { projects.removeAll { it.id() in ids } }
  void clear() { projects.clear(); agencies.clear() }
  List<Agency.Id> agencies(Filter filter) { agencies*.id() }
  List<Project.Id> projects(Filter filter) { projects*.id() }
  List<Agency.Id> nearestAgencies(Filter filter, List<String> terms, int limit) { [] }
  List<Project.Id> nearestProjects(Filter filter, List<String> terms, int limit) { [] }
  SearchPage<Agency.Id> searchAgencies(SearchQuery q) { search(agencies.sort(false) { it.name() }, q, { it.registeredRegion() }, { null }) }
  SearchPage<Project.Id> searchProjects(SearchQuery q) { search(projects.sort(false) { -(it.publishedOn()?.toEpochDay() ?: 0) }, q, { it.region() }, { AmountBand.of(it.budget()) }) }
  void close() {}

  private SearchPage search(List all, SearchQuery q, Closure region, Closure band) {
    def wide = { r -> r.fields().collectMany { [it] + vocabulary.ancestors(it) } as Set }
    def tests = [
        (SearchPage.Facet.REGION): { r -> (!q.region() || (region(r) && q.region().covers(region(r)))) && (!q.outside() || (region(r) && !q.outside().covers(region(r)))) },
        (SearchPage.Facet.FIELD) : { r -> q.fields().isEmpty() || wide(r).any { it in q.fields() } },
        (SearchPage.Facet.STATE) : { r -> q.states().isEmpty() || r.state().name() in q.states() },
        (SearchPage.Facet.AMOUNT): { r -> q.bands().isEmpty() || band(r) in q.bands() }]
    def text = all.findAll { it.name().contains(q.text()) }
    def values = [
        (SearchPage.Facet.REGION): { r -> region(r) ? [2, 4, 6, 9].findAll { it <= region(r).value().length() }.collect { region(r).value()[0..<it] } : [] },
        (SearchPage.Facet.FIELD) : { r -> wide(r)*.value() },
        (SearchPage.Facet.STATE) : { r -> [r.state().name()] },
        (SearchPage.Facet.AMOUNT): { r -> band(r) ? [band(r).name()] : [] }]
    def facets = values.collectEntries { facet, of ->
      def others = text.findAll { r -> tests.every { f, t -> f == facet && f != SearchPage.Facet.STATE && !(f == SearchPage.Facet.REGION && q.outside()) || t(r) } }
      [facet, others.collectMany { r -> of(r) }.countBy { it }.collect { k, v -> new SearchPage.Count(k, v) }.sort { -it.count() }]
    }
    def found = text.findAll { r -> tests.values().every { it(r) } }
    new SearchPage(found.drop(q.offset()).take(q.limit())*.id(), found.size(), facets)
  }
}

class FakeMatching implements Matching {
  FakeIndex index
  RuleBook book = [version: { 'b00c' * 16 }] as RuleBook
  boolean broken

  void putAgencies(List<Agency> a) {}
  void putProjects(List<Project> p) {}
  RuleBook ruleBook() { book }
  void use(RuleBook b) { book = b }
  Ranking<Agency> agenciesFor(Project p, LocalDate asOf, int top) { rank(index.agencies.findAll { it.state() == Agency.State.VERIFIED && assess(p, it, asOf).eligible() }, { assess(p, it, asOf) }, top) }
  List<Exclusion<Agency>> excludedFrom(Project p, LocalDate asOf) { index.agencies.findAll { !assess(p, it, asOf).eligible() }.collect { new Exclusion(it, assess(p, it, asOf).failed()) } }
  Ranking<Project> projectsFor(Agency a, LocalDate asOf, int top) { rank(index.projects.findAll { assess(it, a, asOf).eligible() }, { assess(it, a, asOf) }, top) }
  List<Exclusion<Project>> excludedFor(Agency a, LocalDate asOf) { index.projects.findAll { !assess(it, a, asOf).eligible() }.collect { new Exclusion(it, assess(it, a, asOf).failed()) } }

  private static Ranking rank(List all, Closure assess, int top) {
    def ranked = all.collect { [it, assess(it)] }.sort { -it[1].score() }
    new Ranking(ranked.take(top).withIndex().collect { pair, i -> new Ranking.Ranked(i + 1, pair[0], pair[1]) }, all.size(), false)
  }

  Assessment assess(Project p, Agency a, LocalDate asOf) {
    def fail = { String id, String name, String s, String r -> new Finding(id, name, Verdict.FAIL, s, r, id == 'annual-inspection' ? '社会团体登记管理条例、民办非企业单位登记管理暂行条例' : null, null) }
    def pass = { String id, String name, String s -> new Finding(id, name, Verdict.PASS, s, null, null, null) }
    def findings = [
        a.fields().any { it in p.fields() } || p.fields().isEmpty() ? pass('offers-field', '服务领域', '机构提供所需的服务领域') : fail('offers-field', '服务领域', '机构的服务领域里没有项目需要的领域。', '在机构资料里补充确实开展的服务领域'),
        a.serviceRegions().isEmpty() ? new Finding('serves-region', '服务区域', Verdict.UNKNOWN, '未提供服务区域，不知道能否服务当地。', '补充服务区域', null, null) : pass('serves-region', '服务区域', '服务当地'),
        a.inspectionResult() == null ? new Finding('annual-inspection', '年检', Verdict.UNKNOWN, '未提供最近年检结论。', '补充最近年检年度和结论', null, null) : pass('annual-inspection', '年检', '年检合格'),
        pass('credit', '登记与信用', '正常'), pass('capacity', '承接能力', '有余力')]
    int seed = Math.abs((p.id().value() + a.id().value()).hashCode())
    def names = ['服务领域契合': 25, '服务对象': 10, '服务方式': 8, '需求文字相关': 15, '地域远近': 12, '持证社工': 10, '同领域经验': 8, '评估等级': 5, '规模与预算': 4, '承接余量': 3]
    def factors = names.entrySet().toList().withIndex().collect { e, i ->
      Double v = (seed >> i) % 7 == 3 ? null : ((seed >> i) % 11) / 10.0d
      new Factor("f$i", e.key, new BigDecimal(e.value), v, new BigDecimal(e.value * (v ?: 0)).setScale(2, java.math.RoundingMode.HALF_UP),
          v == null ? "未提供${e.key}方面的资料。" : "按“${e.key}”衡量，达到满分的 ${Math.round(v * 100)}%。", v == null ? "补充${e.key}资料" : null)
    }
    def score = factors*.points().sum()
    new Assessment(book.version(), asOf, findings, factors, score, score + (factors.findAll { it.unknown() }*.weight().sum() ?: 0))
  }
}
