package duijie.matching

import duijie.agencies.Agency
import duijie.projects.Project
import duijie.regions.Region
import duijie.shared.CreditCode
import duijie.shared.Money
import duijie.vocabulary.Term
import java.time.LocalDate

/** Agencies and projects with only what a spec names; everything else is unknown. */
class Sample {

  static final LocalDate AS_OF = LocalDate.of(2026, 11, 23)

  /** An agency with these components, in plain words: regions as digits, fields as ids, amounts as yuan. */
  static Agency agency(Map given = [:]) {
    def known = [id: 'A-1', name: '星光社会工作服务中心', state: Agency.State.VERIFIED] + given
    make(Agency, known + [
      id: new Agency.Id(known.id as String),
      creditCode: known.creditCode == null ? null : new CreditCode(known.creditCode as String),
      registeredRegion: code(known.registeredRegion),
      serviceRegions: (known.serviceRegions ?: []).collect { code(it) } as Set,
      licensed: known.licensed ?: Agency.LicensedStaff.UNKNOWN,
      minimumAmount: money(known.minimumAmount),
      maximumAmount: money(known.maximumAmount),
    ])
  }

  /** A project with these components, in plain words. */
  static Project project(Map given = [:]) {
    def known = [id: 'P-1', name: '居家养老服务项目', state: Project.State.PUBLISHED] + given
    make(Project, known + [
      id: new Project.Id(known.id as String),
      region: code(known.region),
      budget: money(known.budget),
      annualBudget: money(known.annualBudget),
      staffing: known.staffing ?: Project.Staffing.NONE,
    ])
  }

  static Region.Code code(digits) {
    digits == null ? null : new Region.Code(digits as String)
  }

  static Money money(yuan) {
    yuan == null ? null : Money.of(yuan as String)
  }

  private static <T> T make(Class<T> type, Map known) {
    known += ['fields', 'targetGroups', 'methods'].collectEntries { kind ->
      [kind, (known[kind] ?: []).collect { new Term.Id(it as String) } as Set]
    }
    def components = type.recordComponents
    def unknown = known.keySet() - components*.name
    assert unknown.empty: "no such component of $type.simpleName: $unknown"
    def values = components.collect { component ->
      known[component.name] == null ? empty(component.type) : known[component.name]
    }
    type.getDeclaredConstructor(components*.type as Class[]).newInstance(values as Object[])
  }

  private static Object empty(Class<?> type) {
    switch (type) {
      case boolean: return false
      case Set: return [] as Set
      case Map: return [:]
      default: return null
    }
  }
}
