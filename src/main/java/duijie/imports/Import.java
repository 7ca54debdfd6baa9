package duijie.imports;

import duijie.accounts.Organisation;
import duijie.audit.Entry;
import duijie.sessions.Session;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A workbook 导入 that somebody uploaded, on its way into the records.
 *
 * @param owner the organisation of whoever uploaded it
 * @param session the session whose sheets it holds, or null
 * @param version counts the previews and what people decided on them
 * @param attempts how often the work at hand was begun
 * @param done rows that the work at hand is through with
 * @param total rows that the work at hand has; 0 while that is not known
 * @param sentence what is to be said of it, or null
 * @param overwrites whether records that are kept by their own people are changed too
 * @param uploadedBy who, as pages name them
 * @param confirmedBy who, as pages name them, or null
 * @param endedAt when it came to its end, or null
 */
public record Import(
    Id id,
    Kind kind,
    Organisation.Id owner,
    Session.@Nullable Id session,
    File file,
    State state,
    int version,
    int attempts,
    int done,
    int total,
    Tally tally,
    @Nullable String sentence,
    boolean overwrites,
    String uploadedBy,
    Instant uploadedAt,
    @Nullable String confirmedBy,
    @Nullable Instant endedAt) {

  /** An import's id. */
  public record Id(UUID value) {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** What a workbook holds. */
  public enum Kind {
    AGENCIES("机构名录"),
    PROJECTS("项目发布表"),
    SESSION("签到表和意向台账");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name of the sheet, or the names of the sheets. */
    public String label() {
      return label;
    }
  }

  /**
   * The file as it was uploaded.
   *
   * @param name what it was called there
   * @param fingerprint SHA-256 of its content
   */
  public record File(String name, String fingerprint, long bytes) {}

  /** Where it stands. */
  public enum State {
    UPLOADED("已上传"),
    READING("读取中"),
    TO_CONFIRM("待确认"),
    IMPORTING("导入中"),
    DONE("已完成"),
    FAULTY("有错误"),
    CANCELLED("已取消"),
    FAILED("失败");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** What can come after it; nothing comes after its end. */
    public Set<State> next() {
      return switch (this) {
        case UPLOADED -> EnumSet.of(READING, CANCELLED);
        case READING -> EnumSet.of(TO_CONFIRM, FAULTY, DONE, CANCELLED, FAILED);
        case TO_CONFIRM -> EnumSet.of(IMPORTING, CANCELLED);
        case IMPORTING -> EnumSet.of(DONE, TO_CONFIRM, FAILED);
        case DONE, FAULTY, CANCELLED, FAILED -> EnumSet.noneOf(State.class);
      };
    }

    /** Whether the program has something to do, and the person to wait. */
    public boolean working() {
      return this == UPLOADED || this == READING || this == IMPORTING;
    }

    public boolean ended() {
      return next().isEmpty();
    }
  }

  /**
   * How many rows by what becomes of them, and how many problems.
   *
   * @param errors values or rows that were lost
   * @param warnings doubts
   */
  public record Tally(Map<Effect, Integer> rows, int errors, int warnings) {

    public static final Tally NONE = new Tally(Map.of(), 0, 0);

    public Tally {
      rows = Map.copyOf(rows);
    }

    public int of(Effect effect) {
      return rows.getOrDefault(effect, 0);
    }

    /** Rows that would change a record, if everything is wanted. */
    public int changing() {
      return of(Effect.NEW) + of(Effect.CHANGED) + of(Effect.KEPT) + of(Effect.CONFLICTING);
    }
  }

  /** The import as the record that something is done to. */
  public Entry.Subject subject() {
    return new Entry.Subject("import", id.toString());
  }
}
