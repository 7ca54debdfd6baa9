package duijie.projects;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the lint.
 *
 * @param id stable, for example {@code founding-age}
 * @param name what people call it
 * @param severity what comes of it
 * @param belowThreshold what comes of it where the project is below the threshold of the law on
 *     government procurement; null for the same
 * @param source law and article
 * @param verified whether the source was read in the primary text; else only in what others say
 * @param validFrom the first day on which it is applied
 * @param validUntil the last one, or null where it still is
 */
public record LintRule(
    String id,
    String name,
    Severity severity,
    @Nullable Severity belowThreshold,
    String source,
    boolean verified,
    LocalDate validFrom,
    @Nullable LocalDate validUntil) {

  /** What comes of it under these rules of buying; where they are not known, as above it. */
  public Severity severity(Project.@Nullable Regime regime) {
    boolean below =
        regime == Project.Regime.SELECTION || regime == Project.Regime.VENTURE_PHILANTHROPY;
    return below && belowThreshold != null ? belowThreshold : severity;
  }

  /** Whether it is applied on this day. */
  public boolean holds(LocalDate on) {
    return !on.isBefore(validFrom) && (validUntil == null || !on.isAfter(validUntil));
  }

  /** What comes of a remark. */
  public enum Severity {
    BLOCKING("须改后发布", "blocking"),
    ADVISORY("请核对", "advisory");

    private final String label;
    private final String word;

    Severity(String label, String word) {
      this.label = label;
      this.word = word;
    }

    public String label() {
      return label;
    }

    /** How rules write it. */
    public String word() {
      return word;
    }
  }
}
