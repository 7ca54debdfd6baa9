package duijie.agencies;

import duijie.regions.Region;
import duijie.shared.CreditCode;
import duijie.shared.EvaluationGrade;
import duijie.shared.Money;
import duijie.shared.PartialDate;
import duijie.vocabulary.Term;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A social work agency 社工机构. A null or an empty set is "not known".
 *
 * @param id what the data folder or the workbook calls it
 * @param name 机构名称
 * @param state where its registration with the platform stands
 * @param demonstration whether it is made up to show the product
 * @param creditCode 统一社会信用代码
 * @param type 组织类型
 * @param registrar 登记机关
 * @param founded 成立日期
 * @param registeredRegion 登记地区划
 * @param serviceRegions 服务区域
 * @param fields 服务领域
 * @param targetGroups 服务对象
 * @param methods 服务方式
 * @param grade 评估等级
 * @param gradeValidUntil 等级有效期至, the last valid day
 * @param inspectionYear 最近年检年度
 * @param inspectionResult 年检结论
 * @param creditStanding 信用状态
 * @param fullTimeStaff 专职人数
 * @param licensed licensed social workers by level
 * @param headYears 负责人从业年限
 * @param currentProjects 在手项目数
 * @param capacity 可承接项目数, those in hand included
 * @param minimumAmount 最低承接金额
 * @param maximumAmount 最高承接金额
 * @param profile 机构简介
 * @param experience 项目经验
 * @param contact 联系人
 * @param phone 联系电话
 * @param source 信息来源
 * @param unreadable columns that were filled in but could not be understood
 * @param extra columns the product does not know, kept as they were
 */
public record Agency(
    Id id,
    String name,
    State state,
    boolean demonstration,
    @Nullable CreditCode creditCode,
    @Nullable OrganisationType type,
    @Nullable String registrar,
    @Nullable PartialDate founded,
    Region.@Nullable Code registeredRegion,
    Set<Region.Code> serviceRegions,
    Set<Term.Id> fields,
    Set<Term.Id> targetGroups,
    Set<Term.Id> methods,
    @Nullable EvaluationGrade grade,
    @Nullable LocalDate gradeValidUntil,
    @Nullable Integer inspectionYear,
    @Nullable InspectionResult inspectionResult,
    @Nullable CreditStanding creditStanding,
    @Nullable Integer fullTimeStaff,
    LicensedStaff licensed,
    @Nullable Integer headYears,
    @Nullable Integer currentProjects,
    @Nullable Integer capacity,
    @Nullable Money minimumAmount,
    @Nullable Money maximumAmount,
    @Nullable String profile,
    @Nullable String experience,
    @Nullable String contact,
    @Nullable String phone,
    @Nullable String source,
    Set<Column> unreadable,
    Map<String, String> extra) {

  public Agency {
    serviceRegions = Collections.unmodifiableSet(new TreeSet<>(serviceRegions));
    fields = Collections.unmodifiableSet(new TreeSet<>(fields));
    targetGroups = Collections.unmodifiableSet(new TreeSet<>(targetGroups));
    methods = Collections.unmodifiableSet(new TreeSet<>(methods));
    unreadable = Set.copyOf(unreadable);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** The agency one step on; or why that step cannot be taken where it stands. */
  public Moved move(Step step) {
    return step.from().contains(state)
        ? new Moved.On(in(step.to()))
        : new Moved.Refused("机构现在的状态是“%s”，不能%s。".formatted(state.label(), step.label()));
  }

  private Agency in(State other) {
    return new Agency(
        id,
        name,
        other,
        demonstration,
        creditCode,
        type,
        registrar,
        founded,
        registeredRegion,
        serviceRegions,
        fields,
        targetGroups,
        methods,
        grade,
        gradeValidUntil,
        inspectionYear,
        inspectionResult,
        creditStanding,
        fullTimeStaff,
        licensed,
        headYears,
        currentProjects,
        capacity,
        minimumAmount,
        maximumAmount,
        profile,
        experience,
        contact,
        phone,
        source,
        unreadable,
        extra);
  }

  /** What comes of a step. */
  public sealed interface Moved {

    /** It was taken. */
    record On(Agency agency) implements Moved {}

    /** It cannot be taken. */
    record Refused(String sentence) implements Moved {}
  }

  /** An agency's identifier within one data folder or one workbook. */
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
   * How many hold each licence 社会工作者职业资格; null is "not known".
   *
   * @param assistants 助理社会工作师
   * @param socialWorkers 社会工作师
   * @param seniors 高级社会工作师
   */
  public record LicensedStaff(
      @Nullable Integer assistants, @Nullable Integer socialWorkers, @Nullable Integer seniors) {

    public static final LicensedStaff UNKNOWN = new LicensedStaff(null, null, null);

    /** The sum of the levels that are known; the agency has at least as many. */
    public int atLeast() {
      return orZero(assistants) + orZero(socialWorkers) + orZero(seniors);
    }

    /** Whether all three levels are known, so that {@link #atLeast} is the whole. */
    public boolean complete() {
      return assistants != null && socialWorkers != null && seniors != null;
    }

    private static int orZero(@Nullable Integer count) {
      return count == null ? 0 : count;
    }
  }

  /** Where an agency's registration with the platform stands. */
  public enum State {
    DRAFT("草稿"),
    SUBMITTED("待审"),
    VERIFIED("通过"),
    RETURNED("退回"),
    SUSPENDED("暂停"),
    DEREGISTERED("注销");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether what stands in the record was passed, and holds until something else is. */
    public boolean inForce() {
      return this == VERIFIED || this == SUSPENDED;
    }
  }

  /** Legal form 组织类型. */
  public enum OrganisationType {
    PRIVATE_NON_ENTERPRISE("民办非企业单位"),
    ASSOCIATION("社会团体"),
    FOUNDATION("基金会"),
    ENTERPRISE("企业"),
    PUBLIC_INSTITUTION("事业单位");

    private final String label;

    OrganisationType(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Conclusion of an annual inspection 年检结论. */
  public enum InspectionResult {
    PASSED("合格"),
    BASICALLY_PASSED("基本合格"),
    FAILED("不合格");

    private final String label;

    InspectionResult(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Standing in the credit register 信用状态. */
  public enum CreditStanding {
    NORMAL("正常"),
    ABNORMAL("活动异常名录"),
    SERIOUSLY_ILLEGAL("严重违法失信");

    private final String label;

    CreditStanding(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
