package duijie.agencies;

import duijie.files.FileKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of an agency, with the scan that proves it.
 *
 * @param number 证书编号 as it was typed, or empty
 * @param validUntil its last day, or null where it does not run out
 * @param addedBy who handed it in, as pages name them
 * @param removedAt when the agency took it away, or null; its file is kept, for it may have been
 *     what a review was about
 * @param revocation that the bureau does not accept it any more, or null
 */
public record Credential(
    Id id,
    Agency.Id agency,
    Kind kind,
    String number,
    @Nullable LocalDate validUntil,
    File file,
    Instant addedAt,
    String addedBy,
    @Nullable Instant removedAt,
    @Nullable Revocation revocation) {

  /** So many days before its last one it is about to run out. */
  public static final int EXPIRING_DAYS = 60;

  /** Tells credentials from one another; made with the form that hands one in. */
  public record Id(UUID value) {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /**
   * The scan.
   *
   * @param name what it is called where it comes from
   * @param fingerprint SHA-256 of its content, under which it is kept
   */
  public record File(String name, String fingerprint, long bytes, FileKind kind) {}

  /**
   * That the bureau does not accept it any more.
   *
   * @param by who decided, as pages name them
   */
  public record Revocation(Instant at, String by, String reason) {}

  /** What it certifies. */
  public enum Kind {
    REGISTRATION("登记证书"),
    GRADE("评估等级证书"),
    INSPECTION("年检结论"),
    STAFF("社会工作者职业资格证书"),
    AUDIT("审计报告"),
    TAX_EXEMPTION("非营利组织免税资格"),
    DONATION_DEDUCTION("公益性捐赠税前扣除资格"),
    OTHER("其他证明");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether an agency may hold several that do not take each other's place. */
    boolean many() {
      return this == STAFF || this == OTHER;
    }
  }

  /** Where it stands. */
  public enum State {
    VALID("有效"),
    EXPIRING("将到期"),
    EXPIRED("过期"),
    REVOKED("撤销");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Where it stands on this day: the only place that says so. */
  public State state(LocalDate today) {
    if (revocation != null) {
      return State.REVOKED;
    }
    if (validUntil == null || today.plusDays(EXPIRING_DAYS).isBefore(validUntil)) {
      return State.VALID;
    }
    return today.isAfter(validUntil) ? State.EXPIRED : State.EXPIRING;
  }

  /** Whether it is among what the agency hands in now. */
  public boolean held() {
    return removedAt == null;
  }

  /** Whether it was among what the agency handed in then. */
  public boolean held(Instant then) {
    return !addedAt.isAfter(then) && (removedAt == null || removedAt.isAfter(then));
  }

  /** Whether this takes the other's place: of the same kind, and good for longer. */
  boolean renews(Credential other) {
    return held()
        && revocation == null
        && kind == other.kind
        && (!kind.many() || number.equals(other.number))
        && !id.equals(other.id)
        && other.validUntil != null
        && (validUntil == null || validUntil.isAfter(other.validUntil));
  }
}
