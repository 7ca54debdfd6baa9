package duijie.matching.cel

import duijie.shared.yaml.FileErrors
import duijie.shared.yaml.SourceFile
import duijie.regions.ChinaRegions
import spock.lang.Shared
import spock.lang.Specification

/** What the shipped book says of a pair tells a clerk how the points come about. */
class ReasonsSpec extends Specification {

  @Shared
  def book = BookFolder.BOOKS.shipped()

  def "#rule: #sentence"(String rule, String project, String agency, BigDecimal points, String sentence) {
    when:
    def pair = pair(rule, project, agency)
    def factor = book.assess(pair, Examples.USUAL_DATE).factors().find { it.rule() == rule }

    then:
    factor.sentence() == sentence
    factor.points() == points

    where:
    rule                | project                        | agency                                     || points | sentence
    'field-fit'         | '服务领域: 养老'                   | '服务领域: 养老、禁毒'                             || 25.00  | '项目的服务领域为养老，机构为禁毒、养老，完全相符，得满分。'
    'field-fit'         | '服务领域: 助餐'                   | '服务领域: 养老'                                || 17.50  | '项目的服务领域为助餐，机构为养老，是上级或下级，得七成。'
    'field-fit'         | '服务领域: 养老、助餐、禁毒'             | '服务领域: 养老'                                || 14.17  | '项目的服务领域为禁毒、养老、助餐，机构为养老，3项中相同1项，上级或下级1项（得七成）。'
    'field-fit'         | '服务领域: 养老'                   | '服务领域: 禁毒'                                || 0.00   | '项目的服务领域为养老，机构为禁毒，没有相同的，不得分。'
    'target-group'      | '服务对象: 老年人、残疾人'              | '服务对象: 老年人'                               || 4.00   | '项目服务残疾人、老年人，机构服务老年人，2项中相同1项。'
    'service-method'    | '服务方式: 个案工作'                 | '服务方式: 个案工作、小组工作'                         || 4.00   | '项目的服务方式为个案，机构为个案、小组，完全相符，得满分。'
    'region-nearness'   | '区划: 旺苍县'                    | '登记地区划: 广元市/利州区'                          || 10.50  | '项目在四川省广元市旺苍县，机构的登记地和服务区域中最近的是四川省广元市利州区，同市，得七成。'
    'region-nearness'   | '区划: 旺苍县'                    | '登记地区划: 西安市, 服务区域: 旺苍县'                   || 15.00  | '项目在四川省广元市旺苍县，机构的登记地和服务区域中最近的是四川省广元市旺苍县，就在当地，得满分。'
    'region-nearness'   | '区划: 旺苍县'                    | '服务区域: 四川省'                              || 6.00   | '项目在四川省广元市旺苍县，机构的登记地和服务区域中最近的是四川省，同省，得四成。'
    'region-nearness'   | '区划: 旺苍县'                    | '登记地区划: 西安市'                              || 0.00   | '项目在四川省广元市旺苍县，机构的登记地和服务区域中最近的是陕西省西安市，不同省，不得分。'
    'experience'        | '服务领域: 养老'                   | '项目经验: 2024年承接镇养老服务项目'                    || 12.00  | '机构的项目经验提到养老，得满分。'
    'experience'        | '服务领域: 养老'                   | '项目经验: 2024年承接社区助餐项目'                     || 8.40   | '机构的项目经验提到养老的上级或下级领域，得七成。'
    'experience'        | '服务领域: 养老、禁毒'                | '项目经验: 2024年承接社区助餐项目'                     || 4.20   | '项目的服务领域为禁毒、养老，机构的项目经验2项中提到0项，上级或下级1项（得七成）。'
    'experience'        | '服务领域: 养老'                   | '项目经验: 2024年承接禁毒宣传项目'                     || 0.00   | '机构的项目经验里没有提到养老，不得分。'
    'licensed-strength' | '持证社工人数要求: 4'                | '助理社会工作师: 8'                              || 8.00   | '项目要求持证社工4人，达8人得满分；机构至少有8人。'
    'licensed-strength' | '持证社工人数要求: 5'                | '助理社会工作师: 5, 社会工作师: 2, 高级社会工作师: 1'         || 6.40   | '项目要求持证社工5人，达10人得满分；机构有8人。'
    'licensed-strength' | '项目名称: 示例'                   | '助理社会工作师: 5, 社会工作师: 2, 高级社会工作师: 1'         || 6.40   | '项目没有明确要求，持证社工达10人得满分；机构有8人。'
    'grade'             | '项目名称: 示例'                   | '评估等级: 3A, 等级有效期至: 2027-03-31'             || 3.60   | '机构评估等级3A，有效期至2027年3月31日，每级得两成。'
    'grade'             | '项目名称: 示例'                   | '评估等级: 5A, 等级有效期至: 2026-08-31'             || 0.00   | '机构评估等级5A，有效期至2026年8月31日，已过期，不得分。'
    'grade'             | '项目名称: 示例'                   | '组织类型: 企业'                                || 0.00   | '机构是企业，不参加社会组织评估，不得分。'
    'size'              | '年度金额(元): 385000'            | '专职人数: 1'                                 || 1.56   | '项目每年38.5万元，按每人10万元算，3.85人得满分；机构专职1人。'
    'capacity'          | '项目名称: 示例'                   | '可承接项目数: 4, 在手项目数: 2'                      || 2.67   | '机构可承接4个项目，在手2个，余量2个；余量3个得满分。'
    'capacity'          | '项目名称: 示例'                   | '可承接项目数: 2, 在手项目数: 3'                      || 0.00   | '机构可承接2个项目，在手3个，没有余量，不得分。'
  }

  def "the share of words is told so exactly that the points follow from it"() {
    given:
    def pair = pair('text-relevance', '项目名称: 独居老人探访, 需求概况: 为独居老人提供探访和助餐，组织志愿者结对', '机构名称: 甲, 机构简介: 组织志愿者上门探访')

    when:
    def factor = book.assess(pair, Examples.USUAL_DATE).factors().find { it.rule() == 'text-relevance' }
    def share = (factor.sentence() =~ /^项目名称、领域和需求里的词，有([0-9.]+)%（按轻重计）也在机构的名称、领域、简介和经验里；满40%得满分。$/)

    then:
    share.matches()
    (share.group(1) as BigDecimal) < 40
    ((share.group(1) as BigDecimal) / 40 * 12 - factor.points()).abs() <= 0.01
  }

  /** A project and an agency with these columns, as an example of the book writes them. */
  private Pair pair(String rule, String project, String agency) {
    def errors = FileErrors.none()
    def file = SourceFile.of('examples.yml', "- {rule: ${rule}, project: {${project}}, agency: {${agency}}, expect: unknown}".getBytes('UTF-8'), errors)
    def reader = new BookReader(errors)
    ['eligibility.yml': { reader.eligibility(it) }, 'scoring.yml': { reader.criteria(it) }].each { name, read ->
      read(SourceFile.of(name, java.nio.file.Files.readAllBytes(BookFolder.SHIPPED.resolve(name)), errors))
    }
    def examples = new Examples(file, book.facts(), ChinaRegions.shipped(), book.vocabulary(), errors).read(reader)
    assert errors.empty: errors.inOrder()
    examples.first().pair()
  }
}
