package duijie.projects.cel

import duijie.demonstration.Demonstration
import duijie.demonstration.yaml.Demonstrations
import duijie.projects.Clause
import duijie.projects.Draft
import duijie.projects.Lint
import duijie.projects.Remark
import duijie.regions.ChinaRegions
import duijie.vocabulary.yaml.YamlVocabularies
import groovy.json.JsonSlurper
import java.time.LocalDate
import spock.lang.Shared
import spock.lang.Specification

/** What the lint says of notices that were really published, with all that was read of them: this and nothing else. */
class NoticesLintSpec extends Specification {

  static final LocalDate DAY = LocalDate.of(2026, 9, 1)
  static final Map<String, Clause.Kind> CLAUSES = [
      qualification: Clause.Kind.QUALIFICATION, staff_required: Clause.Kind.STAFF,
      scoring_criteria: Clause.Kind.SCORING, payment_terms: Clause.Kind.PAYMENT, notes: Clause.Kind.OTHER]

  @Shared Lint lint = ShippedLintSpec.RULES.shipped().lint()
  @Shared Demonstration demonstration = Demonstrations.shipped(ChinaRegions.shipped(), YamlVocabularies.shipped())
  @Shared Map<String, Map> notices = new JsonSlurper()
      .parse(getClass().getResource('/duijie/demonstration/notices-projects.json'), 'UTF-8').collectEntries { [it.id, it] }

  def "of the real notices these are doubtful, and a clerk would agree"() {
    expect:
    found() == [
        'PRJ-014 term-over-one-year 服务期限(月)「24」',
        'PRJ-022 buyer-institution 购买主体「救助管理站」',
        'PRJ-022 buyer-institution 购买主体「未成年人保护中心」',
        'PRJ-030 term-over-one-year 服务期限(月)「36」',
        'PRJ-044 founding-age 资格条件「登记满1年」',
        'PRJ-044 grade-scored 资格条件「3A以上优先」',
        'PRJ-044 regional-record 资格条件「市级奖项」',
        'PRJ-047 term-over-one-year 服务期限(月)「36」',
        'PRJ-054 term-over-one-year 服务期限(月)「24」',
        'PRJ-056 term-over-one-year 服务期限(月)「36」',
        'PRJ-091 grade-scored 评分标准「第三方的评估名次」',
        'PRJ-091 grade-scored 评分标准「项目评估情况」']
  }

  def "a notice without a budget is told so, and no other"() {
    given:
    def without = notices.values().findAll { it.budget_yuan == null }*.id.sort()

    expect:
    notices.size() == 65
    without.size() > 30
    remarks().findAll { it.value*.rule()*.id().contains('budget-missing') }.keySet().findAll { notices.containsKey(it) }.sort() == without
  }

  def "of the invented projects of the county only what they were made to show is doubtful"() {
    expect: 'a deadline may fall on a day off, depending on the day of filling'
    remarks().findAll { !notices.containsKey(it.key) }.values().flatten()
        .findAll { it.rule().id() != 'deadline-day-off' }*.rule()*.id().toSet() ==
        ['minimum-grade-field', 'local-registration-field', 'term-over-one-year', 'small-firms-only-field'] as Set
  }

  private List<String> found() {
    remarks().collectMany { id, remarks ->
      remarks.findAll { notices.containsKey(id) && it.rule().id() != 'budget-missing' }
          .collect { "$id ${it.rule().id()} ${it.where()}「${it.quote().words()}」" as String }
    }.sort()
  }

  private Map<String, List<Remark>> remarks() {
    demonstration.projects(DAY).collectEntries { project ->
      def notice = notices[project.id().value()] ?: [:]
      def further = CLAUSES.findAll { notice[it.key] }.collect { key, kind -> new Clause(kind, kind.label(), notice[key]) }
      [project.id().value(), lint.inspect(new Draft(project, further, []), DAY)]
    }
  }
}
