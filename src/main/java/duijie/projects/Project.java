package duijie.projects;

import duijie.regions.Region;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.vocabulary.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A purchase project 采购项目, or one package of it: what a buyer wants done. A null is "not known" for
 * facts and "not demanded" for demands; a demand that was written but could not be read is named in
 * {@code unreadable}.
 *
 * @param id 项目编号
 * @param name 项目名称
 * @param state where it stands
 * @param demonstration whether it is made up to show the product
 * @param buyer 购买主体
 * @param region 区划, the narrowest known
 * @param fields 服务领域
 * @param targetGroups 服务对象
 * @param methods 服务方式
 * @param need 需求概况, free text
 * @param budget 预算金额 for the whole term
 * @param annualBudget 年度金额
 * @param termMonths 服务期限, months
 * @param regime 采购制度
 * @param procurementMethod 采购方式, as written
 * @param pricing 计价方式
 * @param staffing what staff is demanded
 * @param minimumGrade 最低评估等级
 * @param demandsAnnualInspection 须年检合格
 * @param demandsLocalRegistration 须本地登记
 * @param smallFirmsOnly 专门面向中小企业
 * @param publishedOn 发布日期
 * @param respondBy 响应截止时间 in Asia/Shanghai
 * @param contact 联系人
 * @param phone 联系电话
 * @param source 信息来源
 * @param unreadable columns that were filled in but could not be understood
 * @param extra columns the product does not know, kept as they were
 */
public record Project(
    Id id,
    String name,
    State state,
    boolean demonstration,
    @Nullable String buyer,
    Region.@Nullable Code region,
    Set<Term.Id> fields,
    Set<Term.Id> targetGroups,
    Set<Term.Id> methods,
    @Nullable String need,
    @Nullable Money budget,
    @Nullable Money annualBudget,
    @Nullable Integer termMonths,
    @Nullable Regime regime,
    @Nullable String procurementMethod,
    @Nullable PricingForm pricing,
    Staffing staffing,
    @Nullable EvaluationGrade minimumGrade,
    boolean demandsAnnualInspection,
    boolean demandsLocalRegistration,
    boolean smallFirmsOnly,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDateTime respondBy,
    @Nullable String contact,
    @Nullable String phone,
    @Nullable String source,
    Set<Column> unreadable,
    Map<String, String> extra) {

  /** A call without a deadline is over so many months after it was published. */
  private static final int MONTHS_WITHOUT_DEADLINE = 12;

  public Project {
    fields = Collections.unmodifiableSet(new TreeSet<>(fields));
    targetGroups = Collections.unmodifiableSet(new TreeSet<>(targetGroups));
    methods = Collections.unmodifiableSet(new TreeSet<>(methods));
    unreadable = Set.copyOf(unreadable);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /**
   * The moment in Asia/Shanghai from which the project no longer looks for its agency: its
   * deadline, or without one the end of the day twelve months after it was published. Empty where
   * it does not look for one by its state, or where neither day is known: a notice of unknown age
   * calls nobody.
   */
  public Optional<LocalDateTime> openUntil() {
    if (!state.seeking()) {
      return Optional.empty();
    }
    if (respondBy != null) {
      return Optional.of(respondBy);
    }
    return Optional.ofNullable(publishedOn)
        .map(day -> day.plusMonths(MONTHS_WITHOUT_DEADLINE).plusDays(1).atStartOfDay());
  }

  /** Whether the project looks for its agency 正在找机构 at this moment in Asia/Shanghai. */
  public boolean openAt(LocalDateTime moment) {
    return openUntil().filter(moment::isBefore).isPresent();
  }

  /**
   * The project as it is published.
   *
   * @param on the day on which it was first published
   * @param clauses the clauses of the procurement file, by heading
   */
  public Project published(Id number, State state, LocalDate on, Map<String, String> clauses) {
    return copy(number, state, on, clauses);
  }

  /**
   * The project after this step.
   *
   * @return empty where the step cannot be taken from where it stands
   */
  public Optional<Project> move(Step step) {
    return step.from().contains(state)
        ? Optional.of(copy(id, step.to(state), publishedOn, extra))
        : Optional.empty();
  }

  private Project copy(Id id, State state, @Nullable LocalDate on, Map<String, String> extra) {
    return new Project(
        id,
        name,
        state,
        demonstration,
        buyer,
        region,
        fields,
        targetGroups,
        methods,
        need,
        budget,
        annualBudget,
        termMonths,
        regime,
        procurementMethod,
        pricing,
        staffing,
        minimumGrade,
        demandsAnnualInspection,
        demandsLocalRegistration,
        smallFirmsOnly,
        on,
        respondBy,
        contact,
        phone,
        source,
        unreadable,
        extra);
  }

  /** A project's number 项目编号; a package's is {@code P-001/2}. */
  public record Id(String value) implements Comparable<Id> {
    @Override
    public int compareTo(Id other) {
      return value.compareTo(other.value);
    }

    @Override
    public String toString() {
      return value;
    }
  }

  /**
   * Demanded staff. Null is "not demanded".
   *
   * @param headcount 社工人数要求
   * @param licensed 持证社工人数要求
   * @param licensedShare 持证比例要求, percent 0 to 100
   * @param headYears 负责人年限要求, years
   */
  public record Staffing(
      @Nullable Integer headcount,
      @Nullable Integer licensed,
      @Nullable BigDecimal licensedShare,
      @Nullable Integer headYears) {

    public static final Staffing NONE = new Staffing(null, null, null, null);
  }

  /** Where a project stands. */
  public enum State {
    DRAFT("草稿"),
    INTENTION("采购意向"),
    PUBLISHED("发布"),
    MATCHING("对接"),
    PROCURING("采购"),
    AWARDED("成交"),
    CONTRACTED("签约"),
    CLOSED("结项"),
    FAILED("废标"),
    CANCELLED("终止");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether a project in this state looks for its agency, as long as its time is not over. */
    public boolean seeking() {
      return this == INTENTION || this == PUBLISHED || this == MATCHING;
    }
  }

  /** Under which rules it is bought 采购制度. */
  public enum Regime {
    GOVERNMENT_PROCUREMENT("政府采购"),
    SELECTION("比选"),
    VENTURE_PHILANTHROPY("公益创投");

    private final String label;

    Regime(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What the price is a price of 计价方式. */
  public enum PricingForm {
    COMPETITIVE("竞价"),
    FIXED_TOTAL("固定总价"),
    PER_POST("岗位"),
    PER_PERSON_MONTH("人月"),
    PER_ACTIVITY("活动"),
    HOURS_OFFERED("工时");

    private final String label;

    PricingForm(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
