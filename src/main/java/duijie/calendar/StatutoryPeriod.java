package duijie.calendar;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A period that the law sets 法定期限: nothing may be shorter.
 *
 * @param id stable, for example {@code tender-response}
 * @param step what it is a period of
 * @param methods for which ways of buying; empty for all
 * @param length how long it is at least
 * @param unit in days of which kind
 * @param text what the source says, from when to when
 * @param source law and article
 * @param inPrinciple whether the source says "in principle" 原则上
 * @param validFrom the first day on which it is in force
 * @param validUntil the last one, or null where it still is
 * @param verified whether it was read in the primary text; else only in what others say of it
 */
public record StatutoryPeriod(
    String id,
    Step step,
    Set<ProcurementMethod> methods,
    int length,
    Unit unit,
    String text,
    String source,
    boolean inPrinciple,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    boolean verified) {

  public StatutoryPeriod {
    methods = Set.copyOf(methods);
  }

  /** Whether it holds for this way of buying on this day. */
  public boolean holds(ProcurementMethod method, LocalDate on) {
    return (methods.isEmpty() || methods.contains(method))
        && !on.isBefore(validFrom)
        && (validUntil == null || !on.isAfter(validUntil));
  }

  /** The last day of the period that begins with this day, which does not count. */
  public Answer<LocalDate> end(LocalDate begins, WorkingCalendar calendar) {
    return switch (unit) {
      case DAYS -> new Answer.Known<>(begins.plusDays(length));
      case WORKING_DAYS -> calendar.plusWorkingDays(begins, length);
    };
  }

  /** What periods are of. */
  public enum Step {
    INTENTION("采购意向公开", false),
    PREQUALIFICATION("资格预审文件提供", false),
    SINGLE_SOURCE_NOTICE("单一来源公示", false),
    NOTICE("采购公告", true),
    FILE("采购文件提供", true),
    RESPONSE("响应文件编制", true),
    AMENDMENT("采购文件更正", false),
    RESULT_NOTICE("结果公告", false);

    private final String label;
    private final boolean beforeDeadline;

    Step(String label, boolean beforeDeadline) {
      this.label = label;
      this.beforeDeadline = beforeDeadline;
    }

    public String label() {
      return label;
    }

    /** Whether it begins as the project is published and must be over by the deadline. */
    public boolean beforeDeadline() {
      return beforeDeadline;
    }
  }

  /** What a period is counted in. */
  public enum Unit {
    DAYS("日"),
    WORKING_DAYS("个工作日");

    private final String label;

    Unit(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
