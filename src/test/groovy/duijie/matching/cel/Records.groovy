package duijie.matching.cel

import duijie.agencies.Agency
import duijie.projects.Project
import duijie.regions.ChinaRegions
import duijie.regions.Region

/** Projects and agencies of which nothing is known but what a spec says. */
class Records {

  Agency agency(Map given = [:]) {
    new Agency(*Agency.recordComponents.collect { given.containsKey(it.name) ? given[it.name] : unknown(it, [
        id: new Agency.Id('A-1'), name: '示例社会工作服务中心', state: Agency.State.VERIFIED, licensed: Agency.LicensedStaff.UNKNOWN]) })
  }

  Project project(Map given = [:]) {
    new Project(*Project.recordComponents.collect { given.containsKey(it.name) ? given[it.name] : unknown(it, [
        id: new Project.Id('P-1'), name: '示例项目', state: Project.State.PUBLISHED, staffing: Project.Staffing.NONE]) })
  }

  /** That many towns of the country, in the order of their codes. */
  Set<Region.Code> towns(int count) {
    def regions = ChinaRegions.shipped()
    def below = { List<Region> parents -> parents.collectMany { regions.children(it.code()) } }
    below(below(below(regions.provinces())).take(400)).take(count)*.code() as Set
  }

  private static Object unknown(java.lang.reflect.RecordComponent component, Map<String, Object> always) {
    if (always.containsKey(component.name)) {
      return always[component.name]
    }
    switch (component.type) {
      case Set: return [] as Set
      case Map: return [:]
      case boolean: return false
      default: return null
    }
  }
}
