package duijie.portal.web

import duijie.agencies.Agency
import duijie.projects.Project
import duijie.regions.Region
import duijie.shared.EvaluationGrade
import duijie.shared.Money
import duijie.sheets.Examples
import java.time.LocalDate
import java.time.LocalDateTime

/** A county's projects and agencies, ordinary and odd ones. */
class PortalRecords {

  static final Region.Code HOME = new Region.Code('510821')

  /** Two towns of the home county, a city, and three counties elsewhere. */
  static final List<String> PLACES = ['510821100', '510821103', '510821', '5101', '440305', '330212', '510802']

  static final List<String> FIELDS = ['social-work-station', 'eldercare', 'meal-service', 'minor-protection', 'child-care', 'community-corrections', 'anti-drug']

  static final String SCRIPT = '''<script>alert('x')</script><img src=x onerror=alert(1)> & "引号" 'a' '''.strip()
  static final String OVERRIDE = '名称\u202E翻转\u202C 𠮷野家 👩‍👧‍👦 שלום'
  static final String LONG = '超长名称没有空格' * 12

  /** Contacts that must not appear on any page. */
  static final List<String> SECRETS = ['某某科长', '0839-4200000', '13812345678', '139 1234 5678', '0839-4211111', '备用联系人']
  /** Whom to call, as columns of their own. */
  static final List<String> CONTACTS = ['某某科长', '0839-4200000']


  static List<Project> projects() {
    [
        project(0, id: new Project.Id('P-001'), name: '旺苍县普济镇社会工作服务站项目', demonstration: true, respondBy: LocalDateTime.of(2026, 11, 30, 17, 30)),
        project(1, id: new Project.Id('P-001/2'), name: SCRIPT, need: "<b>粗体</b>需求，联系 13812345678 或 139 1234 5678，热线0839-4200000。", buyer: '<i>买方</i>'),
        project(2, id: new Project.Id('项目 二/100%?a=b#c&d+e'), name: OVERRIDE),
        project(3, id: new Project.Id('row-2'), name: LONG, buyer: LONG, need: LONG),
        unknown(),
        project(5, id: new Project.Id('草稿'), name: '不该公开的草稿', state: Project.State.DRAFT),
        project(6, id: new Project.Id('closed'), name: '昨天截止的项目', respondBy: LocalDateTime.of(2026, 11, 23, 17, 0)),
    ] + (7..61).collect { i ->
      project(i, id: new Project.Id("P-${100 + i}"), name: "第${i}号社会工作服务项目", region: new Region.Code(PLACES[i % PLACES.size()]),
          fields: Examples.terms(FIELDS[i % FIELDS.size()], FIELDS[i * 3 % FIELDS.size()]), budget: i % 4 ? Money.of(i * 37_000L) : null,
          minimumGrade: null, demandsAnnualInspection: i % 2 == 0, staffing: Project.Staffing.NONE, state: Project.State.values()[1 + i % 9])
    }
  }

  static List<Agency> agencies() {
    [
        agency(0, id: new Agency.Id('A/0 %'), name: '旺苍县米仓山社会工作服务中心', demonstration: true),
        agency(1, id: new Agency.Id('A-1'), name: SCRIPT.reverse() + SCRIPT, profile: '<u>简介</u> 电话：0839-4211111'),
        agency(2, id: new Agency.Id('A-2'), name: LONG),
        agency(3, id: new Agency.Id('A-3'), name: '待审不公开的机构', state: Agency.State.SUBMITTED),
    ] + (4..44).collect { i ->
      agency(i, id: new Agency.Id("A-$i"), name: "第${i}社会工作服务中心", registeredRegion: new Region.Code(PLACES[i % PLACES.size()]),
          serviceRegions: i % 2 ? [] as Set : [new Region.Code('51')] as Set, fields: Examples.terms(FIELDS[i * 5 % FIELDS.size()]), minimumAmount: null, maximumAmount: null,
          grade: i % 2 ? null : EvaluationGrade.ofLevel(1 + i % 5), inspectionYear: i % 3 ? null : 2025, inspectionResult: i % 3 ? null : Agency.InspectionResult.PASSED)
    }
  }

  private static Project project(Map changes, int day) {
    Examples.project([demonstration: false, publishedOn: LocalDate.of(2026, 11, 20).minusDays(day), contact: '某某科长', phone: '0839-4200000',
        extra: ['备用联系人': '13812345678']] + changes)
  }

  private static Agency agency(Map changes, int number) {
    Examples.agency([creditCode: null, contact: '某某科长', phone: '0839-4211111', extra: ['备用联系人': '某某科长']] + changes)
  }

  /** Nothing is known of it but its name. */
  private static Project unknown() {
    Examples.project(id: new Project.Id('unknown'), name: '只有名称的项目', buyer: null, region: null, fields: [] as Set, targetGroups: [] as Set, methods: [] as Set,
        need: null, budget: null, annualBudget: null, termMonths: null, regime: null, procurementMethod: null, pricing: null, staffing: Project.Staffing.NONE,
        minimumGrade: null, demandsAnnualInspection: false, publishedOn: null, respondBy: null, contact: null, phone: null, source: null)
  }
}
