package duijie.sheets

import duijie.accounts.Organisation
import duijie.agencies.Agency
import duijie.matching.Assessment
import duijie.matching.Factor
import duijie.matching.Finding
import duijie.matching.Ranking
import duijie.matching.Verdict
import duijie.projects.Column as ProjectColumn
import duijie.projects.Project
import duijie.projects.Publication
import duijie.regions.Region
import duijie.shared.CreditCode
import duijie.shared.EvaluationGrade
import duijie.shared.Money
import duijie.shared.PartialDate
import duijie.vocabulary.Term
import java.time.LocalDate
import java.time.LocalDateTime

/** Records to put on sheets; each takes changes by the names of their components. */
class Examples {

  static Project project(Map changes = [:]) {
    build(Project, [
        id: new Project.Id('P-001'), name: '旺苍县普济镇社会工作服务站项目', state: Project.State.PUBLISHED, demonstration: false,
        buyer: '旺苍县民政局', region: new Region.Code('510821103'), fields: terms('social-work-station', 'eldercare'),
        targetGroups: terms('elderly', 'left-behind-children'), methods: terms('casework', 'group-work'),
        need: '在普济镇设立社工站，为留守老人和儿童提供入户探访、个案和小组服务，全年不少于3000人次；派驻社工4名，其中持证不少于2名。',
        budget: Money.of(360000), annualBudget: Money.of('180000.50'), termMonths: 24, regime: Project.Regime.SELECTION,
        procurementMethod: '公开比选', pricing: Project.PricingForm.FIXED_TOTAL,
        staffing: new Project.Staffing(4, 2, new BigDecimal('33.3'), 3), minimumGrade: EvaluationGrade.THREE_A,
        demandsAnnualInspection: true, demandsLocalRegistration: false, smallFirmsOnly: false,
        publishedOn: LocalDate.of(2026, 11, 2), respondBy: LocalDateTime.of(2026, 11, 30, 17, 30),
        contact: '社会救助股', phone: '0839-4200000', source: '示例数据', unreadable: [] as Set, extra: [:],
    ], changes)
  }

  static Publication publication(Map changes = [:]) {
    build(Publication, [
        id: new Publication.Id(UUID.randomUUID()), owner: new Organisation.Id('bureau'), purpose: Publication.Purpose.CALL,
        typed: [(ProjectColumn.NAME): '某项目'], clauses: [:], stage: Publication.Stage.DRAFT, version: 3, note: null,
    ], changes)
  }

  static Agency agency(Map changes = [:]) {
    build(Agency, [
        id: new Agency.Id('53100000500019795A'), name: '旺苍县米仓山社会工作服务中心', state: Agency.State.VERIFIED, demonstration: false,
        creditCode: new CreditCode('53100000500019795A'), type: Agency.OrganisationType.PRIVATE_NON_ENTERPRISE,
        registrar: '旺苍县民政局', founded: new PartialDate(2015, 6, 1), registeredRegion: new Region.Code('510821'),
        serviceRegions: [new Region.Code('510821'), new Region.Code('510802')] as Set, fields: terms('social-work-station', 'eldercare'),
        targetGroups: terms('elderly'), methods: terms('casework'), grade: EvaluationGrade.FOUR_A,
        gradeValidUntil: LocalDate.of(2028, 12, 31), inspectionYear: 2025, inspectionResult: Agency.InspectionResult.PASSED,
        creditStanding: Agency.CreditStanding.NORMAL, fullTimeStaff: 12, licensed: new Agency.LicensedStaff(5, 3, 0), headYears: 8,
        currentProjects: 2, capacity: 5, minimumAmount: Money.of(50000), maximumAmount: Money.of(800000),
        profile: '专注乡镇社工站建设和居家养老，服务覆盖全县23个乡镇。', experience: '2023—2025年承接6个乡镇社工站项目，年度评估均为优秀。',
        contact: '项目部', phone: '0839-4211111', source: '示例数据', unreadable: [] as Set, extra: [:],
    ], changes)
  }

  /** A match at that score, half of it for the field and half for what is near. */
  static Assessment assessment(Map changes = [:]) {
    build(Assessment, [
        ruleBook: 'b00c' * 16, asOf: LocalDate.of(2026, 11, 24),
        findings: [new Finding('serves-region', '服务区域', Verdict.PASS, '服务旺苍县。', null, null, null),
                   new Finding('inspection', '年检', Verdict.UNKNOWN, '未提供最近年检结论。', '补充年检结论', null, null)],
        factors: [factor('region-nearness', 15, 0.5, '登记在同一个县'), factor('field-fit', 25, 1.0, '主营社工站、养老，与项目领域一致。'),
                  factor('experience', 10, null, '未提供同领域项目经验'), factor('grade', 10, 0.0, '无有效评估等级')],
        score: new BigDecimal('32.50'), potential: new BigDecimal('42.50'),
    ], changes)
  }

  static Factor factor(String rule, int weight, Double value, String sentence) {
    def points = new BigDecimal(weight * (value ?: 0)).setScale(2, java.math.RoundingMode.HALF_UP)
    new Factor(rule, rule, new BigDecimal(weight), value, points, sentence, null)
  }

  static MatchmakingBook.Matched matched(Project project, Agency... agencies) {
    matched([project: project], [:], agencies)
  }

  /** The same, each pair's assessment with these changes. */
  static MatchmakingBook.Matched matched(Map of, Map assessment, Agency... agencies) {
    def ranked = agencies.toList().withIndex().collect { agency, i -> new Ranking.Ranked<Agency>(i + 1, agency, Examples.assessment(assessment)) }
    new MatchmakingBook.Matched(of.project as Project, new Ranking<Agency>(ranked, ranked.size(), ranked.count { it.assessment().verified() } as int, false))
  }

  static MatchmakingBook book(Map changes = [:]) {
    build(MatchmakingBook, [projects: [matched(project(), agency())], agencies: [agency()], ruleBook: 'b00c' * 16,
        asOf: LocalDate.of(2026, 11, 24), contacts: true, states: false], changes)
  }

  static Set<Term.Id> terms(String... ids) {
    ids.collect { new Term.Id(it) } as Set
  }

  /** The same record with other components. */
  static <T extends Record> T changed(Map changes = [:], T record) {
    build(record.class, record.class.recordComponents.collectEntries { [it.name, it.accessor.invoke(record)] }, changes)
  }

  private static <T> T build(Class<T> type, Map defaults, Map changes) {
    def unknown = changes.keySet() - defaults.keySet()
    assert !unknown: "no component $unknown in $type.simpleName"
    def values = defaults + changes
    def components = type.recordComponents
    type.getDeclaredConstructor(components*.type as Class[]).newInstance(components.collect { values[it.name] } as Object[])
  }
}
