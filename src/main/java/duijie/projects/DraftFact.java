package duijie.projects;

import duijie.calendar.Answer;
import duijie.calendar.EarliestDeadline;
import duijie.calendar.ProcurementMethod;
import duijie.calendar.Reason;
import duijie.shared.Money;
import duijie.shared.SameName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule of the lint may read of a draft beside its clauses. */
public enum DraftFact {
  PUBLISHER("publisher", Type.TEXT, "起草、发布的单位", r -> r.draft().publisher()),
  OTHER_BUYER("otherBuyer", Type.FLAG, "购买主体不是起草、发布的单位", DraftFact::otherBuyer),
  BUDGET("budget", Type.YUAN, "预算金额", r -> r.project().budget()),
  ANNUAL_BUDGET("annualBudget", Type.YUAN, "年度金额", r -> r.project().annualBudget()),
  TERM_MONTHS("termMonths", Type.WHOLE, "服务期限，月", r -> r.project().termMonths()),
  REGIME("regime", Type.TEXT, "采购制度", DraftFact::regime),
  METHOD("method", Type.TEXT, "采购方式，认得出是法定方式时才有，如“竞争性磋商”", DraftFact::method),
  PRICING("pricing", Type.TEXT, "计价方式", DraftFact::pricing),
  MINIMUM_GRADE("minimumGrade", Type.WHOLE, "最低评估等级，1到5", DraftFact::minimumGrade),
  LOCAL_REGISTRATION(
      "demandsLocalRegistration", Type.FLAG, "须本地登记", r -> r.project().demandsLocalRegistration()),
  SMALL_FIRMS_ONLY("smallFirmsOnly", Type.FLAG, "专门面向中小企业", r -> r.project().smallFirmsOnly()),
  PUBLISHED_ON("publishedOn", Type.DATE, "发布日期，没填就是检查的当天", DraftReading::publishedOn),
  RESPOND_ON("respondOn", Type.DATE, "响应截止的日期", DraftReading::respondOn),
  EARLIEST_DEADLINE("earliestDeadline", Type.DATE, "按法定期限推算的最早截止日期", DraftFact::earliest),
  DEADLINE_REASONS("deadlineReasons", Type.TEXT, "最早截止日期的依据和算法，只写没有满足的", DraftFact::reasons),
  MISSING_YEAR("missingYear", Type.WHOLE, "推算截止日期时缺少放假安排的年份", DraftFact::missingYear),
  NEXT_WORKING_DAY("nextWorkingDay", Type.DATE, "响应截止日不是工作日时，之后的第一个工作日", DraftFact::nextWorkingDay),
  INTENDED_ON("intendedOn", Type.DATE, "采购意向公开的日期，先公开过意向的采购公告才有", r -> r.draft().intendedOn()),
  EARLIEST_CALL(
      "earliestCall", Type.DATE, "采购意向公开满法定期限的日期，从这天起可以发布采购公告", DraftReading::earliestCall),
  PRICE_WEIGHT("priceWeight", Type.NUMBER, "评分项里价格分所占的百分比", DraftFact::priceWeight);

  private final String word;
  private final Type type;
  private final String meaning;
  private final Function<DraftReading, @Nullable Object> read;

  DraftFact(String word, Type type, String meaning, Function<DraftReading, @Nullable Object> read) {
    this.word = word;
    this.type = type;
    this.meaning = meaning;
    this.read = read;
  }

  /** Its name in rules. */
  public String word() {
    return word;
  }

  public Type type() {
    return type;
  }

  /** What it means, for the guide. */
  public String meaning() {
    return meaning;
  }

  /** The fact of this draft; null where it is not known. */
  public @Nullable Object of(DraftReading reading) {
    return read.apply(reading);
  }

  /** What facts are. */
  public enum Type {
    TEXT("文字"),
    WHOLE("整数"),
    NUMBER("小数"),
    YUAN("金额"),
    FLAG("是否"),
    DATE("日期");

    private final String label;

    Type(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How a fact is written in a sentence. */
  public static String written(Object value) {
    return switch (value) {
      case Money money -> money.toString();
      case Boolean flag -> flag ? "是" : "否";
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }

  private static @Nullable Object otherBuyer(DraftReading reading) {
    var buyer = reading.project().buyer();
    var publisher = reading.draft().publisher();
    return buyer == null || publisher == null ? null : !SameName.alike(buyer, publisher);
  }

  private static @Nullable Object regime(DraftReading reading) {
    var regime = reading.project().regime();
    return regime == null ? null : regime.label();
  }

  private static @Nullable Object method(DraftReading reading) {
    return reading.method().map(ProcurementMethod::label).orElse(null);
  }

  private static @Nullable Object pricing(DraftReading reading) {
    var pricing = reading.project().pricing();
    return pricing == null ? null : pricing.label();
  }

  private static @Nullable Object minimumGrade(DraftReading reading) {
    var grade = reading.project().minimumGrade();
    return grade == null ? null : grade.level();
  }

  private static @Nullable Object earliest(DraftReading reading) {
    return switch (reading.earliest()) {
      case EarliestDeadline.Known known -> known.day();
      case EarliestDeadline.Unpublished unpublished -> unpublished.notBefore();
      case EarliestDeadline.NoPeriod none -> null;
    };
  }

  private static @Nullable Object missingYear(DraftReading reading) {
    return reading.earliest() instanceof EarliestDeadline.Unpublished unpublished
        ? unpublished.year()
        : null;
  }

  private static @Nullable Object reasons(DraftReading reading) {
    var reasons =
        switch (reading.earliest()) {
          case EarliestDeadline.Known known -> known.reasons();
          case EarliestDeadline.Unpublished unpublished -> unpublished.reasons();
          case EarliestDeadline.NoPeriod none -> null;
        };
    return reasons == null
        ? null
        : reasons.stream()
            .filter(reason -> !met(reason, reading.respondOn()))
            .map(Reason::sentence)
            .collect(Collectors.joining());
  }

  /** Whether responses are due late enough for this period. */
  private static boolean met(Reason reason, @Nullable LocalDate respondOn) {
    return respondOn != null
        && reason.ends() instanceof Answer.Known<LocalDate>(LocalDate day)
        && !respondOn.isBefore(day);
  }

  private static @Nullable Object nextWorkingDay(DraftReading reading) {
    var day = reading.respondOn();
    return day != null
            && reading.calendar().workingDayFrom(day)
                instanceof Answer.Known<LocalDate>(LocalDate next)
            && !next.equals(day)
        ? next
        : null;
  }

  private static @Nullable Object priceWeight(DraftReading reading) {
    var items = reading.draft().scoring();
    var all =
        items.stream().map(Draft.ScoringItem::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (all.signum() <= 0) {
      return null;
    }
    var price =
        items.stream()
            .filter(Draft.ScoringItem::price)
            .map(Draft.ScoringItem::points)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return price.multiply(BigDecimal.valueOf(100)).divide(all, 2, RoundingMode.HALF_UP);
  }
}
