package duijie.projects.cel

import static duijie.projects.LintRule.Severity.ADVISORY
import static duijie.projects.LintRule.Severity.BLOCKING

import duijie.projects.Clause
import duijie.projects.Clause.Kind
import duijie.projects.Draft
import duijie.projects.Lint
import duijie.projects.Project
import duijie.projects.Remark
import duijie.shared.Money
import java.time.LocalDate
import java.time.LocalDateTime
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** The lint as an officer meets it before publishing. */
class LintSpec extends Specification {

  static final LocalDate DAY = LocalDate.of(2026, 9, 1)

  @Shared Lint lint = ShippedLintSpec.RULES.shipped().lint()

  def "every doubtful clause is named at once, the blocking ones first, with its words, where they stand, the article and a suggestion"() {
    given:
    def project = project(
        need: '服务全县留守儿童，以劳务派遣方式派驻3人。', term: 24, method: '竞争性磋商',
        published: DAY, deadline: LocalDateTime.of(2026, 9, 8, 9, 30), smallFirms: true)
    def draft = new Draft(project, [
        new Clause(Kind.QUALIFICATION, '资格条件第1条', '依法在民政部门登记，登记地不限。'),
        new Clause(Kind.QUALIFICATION, '资格条件第2条', '供应商须成立满2年，并在本县有固定办公场所。'),
        new Clause(Kind.OTHER, '保证金', '投标保证金为预算金额的5%；履约保证金为合同金额的5%。')],
        [new Draft.ScoringItem('报价', 40, true, null), new Draft.ScoringItem('方案', 50, false, '方案完整的得满分'),
         new Draft.ScoringItem('荣誉', 10, false, '获得区级以上荣誉的得10分')])

    when:
    def remarks = lint.inspect(draft, DAY)

    then:
    remarks.collect { "${it.severity().word()} ${it.rule().id()} ${it.where()}「${it.quote().words()}」" as String } == [
        'blocking staff-hiring 需求概况「劳务派遣方式」',
        'blocking founding-age 资格条件第2条「成立满2年」',
        'blocking local-site 资格条件第2条「本县有固定办公场所」',
        'blocking bid-deposit-percent 保证金「投标保证金为预算金额的5%」',
        'blocking regional-record 评分项“荣誉”「区级以上荣誉」',
        'blocking deadline-too-early 响应截止时间「2026-09-08 09:30」',
        'blocking price-weight-high-items 评分标准「报价 40分，方案 50分，荣誉 10分」',
        'advisory small-firms-only-field 专门面向中小企业「是」',
        'advisory term-over-one-year 服务期限(月)「24」']
    remarks.every { it.sentence() && it.suggestion() && it.rule().source() }
    remarks.every { !(it.sentence() + it.suggestion()).contains('{') && !(it.sentence() + it.suggestion()).contains('未填写') }

    and: 'the words stand where the remark says'
    def site = remarks.find { it.rule().id() == 'local-site' }
    '供应商须成立满2年，并在本县有固定办公场所。'.substring(site.quote().start(), site.quote().end()) == site.quote().words()

    and: 'the reasons of the law are counted out'
    remarks.find { it.rule().id() == 'deadline-too-early' }.sentence() ==
        '竞争性磋商项目最早可在2026-09-11截止，现定2026-09-08 09:30。' +
        '从磋商文件发出之日起至供应商提交首次响应文件截止之日止，不得少于10日（政府采购竞争性磋商采购方式管理暂行办法（财库〔2014〕214号）第十条）：2026-09-01起算（当日不计），最早2026-09-11截止。'
  }

  def "wording that is usual and harmless gets no remark: #text"(Kind kind, String text) {
    expect:
    lint.inspect(new Draft(project(method: '竞争性磋商'), [new Clause(kind, kind.label(), text)], []), DAY)
        .collect { "${it.rule().id()}「${it.quote().words()}」" as String } == []

    where:
    kind               | text
    Kind.QUALIFICATION | '符合政府采购法第二十二条的规定，依法在民政部门登记或者在市场监督管理部门注册，具有独立承担民事责任的能力。'
    Kind.QUALIFICATION | '在县级以上民政部门依法登记的社会组织，最近一年年检合格，未列入活动异常名录和严重违法失信名单。'
    Kind.QUALIFICATION | '参加政府采购活动前三年内，在经营活动中没有重大违法记录。'
    Kind.QUALIFICATION | '有固定社会工作评估专家团队；不接受联合体；无失信记录。'
    Kind.QUALIFICATION | '项目负责人具有五年以上社会工作经验，持有社会工作师及以上职业资格证书。'
    Kind.QUALIFICATION | '原则上业务范围与项目相符，社会组织、社会企业、企业均可参加。'
    Kind.QUALIFICATION | '法定代表人为同一人的两家机构不得同时参加；本项目不专门面向中小企业。'
    Kind.QUALIFICATION | '提供登记证书、2025年度审计报告和依法缴纳税收、社会保险费的证明。'
    Kind.QUALIFICATION | '须具备服务儿童的经验，工作人员无犯罪记录，注册志愿者不少于20人。'
    Kind.QUALIFICATION | '公益一类事业单位、使用事业编制且由财政拨款保障的群团组织不得参加。'
    Kind.STAFF         | '5名全职+1名兼职督导：中心主任1名，一线社工3名，经验1年以上，社工助理1名。'
    Kind.STAFF         | '每站不少于2人，其中持证社工不少于1人，会说普通话和本地方言。'
    Kind.STAFF         | '成交后15日内在本县设立项目办公室并报采购人备案。'
    Kind.SCORING       | '价格分15分：满足要求且最低的报价为基准价，得满分。'
    Kind.SCORING       | '服务方案40分：需求评估准确、目标明确、评估方案可行的得满分。'
    Kind.SCORING       | '近三年承接过同类社会工作服务项目的，每个得2分，最多10分。'
    Kind.SCORING       | '团队30分：每有1名社会工作师得3分，每有1名助理社会工作师得1分。'
    Kind.SCORING       | '小微企业的价格给予10%的扣除，用扣除后的价格参加评审。'
    Kind.PAYMENT       | '签约后支付40%，中期评估合格后支付40%，末期评估和审计后支付20%，凭发票在10个工作日内支付。'
    Kind.PAYMENT       | '按实际服务人数据实结算，由机构先行承担的活动费用凭票报销。'
    Kind.PAYMENT       | '履约保证金为合同金额的5%，可以保函代替；不收取投标保证金。'
    Kind.NEED          | '为本县登记在册的社区矫正对象和登记失业人员提供就业辅导，推荐公益性岗位。'
    Kind.NEED          | '本镇设有儿童之家三处，由社工机构派驻专职社工3名，开展个案、小组和社区活动。'
    Kind.NEED          | '协助民政办开展低保对象入户核查，宣传社会救助政策，不代替审核审批。'
    Kind.NEED          | '组织儿童参加市级绘画比赛，获奖作品在社区展出；表彰优秀志愿者。'
    Kind.NEED          | '承接机构自2015年成立以来的经验可供参考；本站2021年建成，已服务5年。'
    Kind.NEED          | '为残疾人家庭做无障碍和适老化改造的需求评估，链接慈善资源购买辅具。'
    Kind.NEED          | '活动留存照片、签到表和工作群截图，档案保存10年。'
    Kind.NEED          | '服务期限1年，期满考核合格的可续签一次，总期限不超过3年。'
    Kind.NEED          | '由县社会工作服务指导中心督导，各乡镇社会工作服务站协同实施。'
    Kind.NEED          | '打造本地社工服务品牌，形成可复制的服务模式，争取媒体报道5篇。'
  }

  def "a project without doubt gets no remark"() {
    expect:
    lint.inspect(Draft.of(project(method: '竞争性磋商', published: DAY, deadline: LocalDateTime.of(2026, 9, 11, 9, 30))), DAY) == []
  }

  def "however it is typed, #typed is found and quoted as it was typed"(String typed, String quoted) {
    when:
    def remark = lint.inspect(qualified(typed), DAY).find { it.rule().id() == 'founding-age' }

    then:
    remark.quote().words() == quoted
    typed.substring(remark.quote().start(), remark.quote().end()) == quoted

    where:
    typed                       || quoted
    '须成立满２年'                    || '成立满２年'
    '须 成 立 满 2 年 以 上'            || '成 立 满 2 年 以 上'
    '𠮷祥、䶮字，须成立满2年'             || '成立满2年'
    '须成立\u200b满2年'              || '成立\u200b满2年'
    '一、依法登记;\n二、成立满2年;\n三、其他' || '成立满2年'
  }

  def "what stands on two lines is not one clause"() {
    expect:
    lint.inspect(qualified('服务对象在本县\n依法登记的社会组织'), DAY) == []
  }

  def "columns that the product does not know are looked through as what their heading says"() {
    expect:
    lint.inspect(Draft.of(project(extra: [资格要求: '须在本县登记', 联系地址: '在本县登记大厅二楼'])), DAY)
        .collect { "${it.rule().id()} ${it.where()}" as String } == ['local-registration 资格要求']
  }

  def "below the threshold of the law on government procurement #id is #severity"(String id, Project.Regime regime, Object severity) {
    given:
    def draft = new Draft(project(regime: regime), [new Clause(Kind.OTHER, '保证金', '投标保证金为预算金额的5%'), new Clause(Kind.QUALIFICATION, '资格', '成立满2年')], [])

    expect:
    lint.inspect(draft, DAY).find { it.rule().id() == id }.severity() == severity

    where:
    id                    | regime                                || severity
    'bid-deposit-percent' | null                                  || BLOCKING
    'bid-deposit-percent' | Project.Regime.GOVERNMENT_PROCUREMENT || BLOCKING
    'bid-deposit-percent' | Project.Regime.SELECTION              || ADVISORY
    'bid-deposit-percent' | Project.Regime.VENTURE_PHILANTHROPY   || ADVISORY
    'founding-age'        | Project.Regime.SELECTION              || BLOCKING
  }

  def "a rule is applied from the day on which it is valid"() {
    expect:
    lint.inspect(qualified('成立满2年'), LocalDate.of(2016, 11, 30))*.rule()*.id() == []
    lint.inspect(qualified('成立满2年'), LocalDate.of(2016, 12, 1))*.rule()*.id() == ['founding-age']
  }

  def "the period runs from the day of publishing where the draft names no day"() {
    given:
    def draft = Draft.of(project(method: '公开招标', deadline: LocalDateTime.of(2026, 9, 21, 9, 30)))

    expect:
    lint.inspect(draft, DAY) == []
    lint.inspect(draft, DAY.plusDays(1))*.rule()*.id() == ['deadline-too-early']
  }

  @Timeout(20)
  def "a text without end is looked through in time: #what"(String what, String text) {
    when:
    lint.inspect(qualified(text), DAY)

    then:
    noExceptionThrown()

    where:
    what                | text
    'the same word'     | '本县' * 50_000
    'nothing but blank' | ' ' * 100_000
    'one long sentence' | '供应商须提供服务' * 12_000
    'many findings'     | '成立满2年。' * 2_000
  }

  def "each of many findings is named"() {
    expect:
    lint.inspect(qualified('成立满2年。' * 50), DAY).size() == 50
  }

  private static Draft qualified(String text) {
    new Draft(project(), [new Clause(Kind.QUALIFICATION, '资格条件', text)], [])
  }

  private static Project project(Map with = [:]) {
    new Project(new Project.Id('P-1'), '留守儿童关爱服务', Project.State.DRAFT, false, '旺苍县民政局', null, [] as Set, [] as Set, [] as Set,
        with.need ?: '每周入户探访，建立一户一档。', Money.of(480_000), null, with.term ?: 12, with.regime, with.method, null,
        Project.Staffing.NONE, null, false, false, with.smallFirms ?: false, with.published, with.deadline, null, null, null, [] as Set, with.extra ?: [:])
  }
}
