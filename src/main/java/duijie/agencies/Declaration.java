package duijie.agencies;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says of itself, until the bureau passes it. What holds stands in {@link Agency}.
 *
 * @param number 受理编号 of the last submission, or null
 * @param submittedAt when that was, or null
 * @param decidedAt when the bureau last decided, or null
 * @param decidedBy who decided, as the page names them, or null
 * @param passedAt when the bureau last passed it, or null: the facts in force are those of then
 * @param parts by section, all of them
 */
public record Declaration(
    Agency.Id agency,
    State state,
    @Nullable String number,
    @Nullable Instant submittedAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable Instant passedAt,
    Map<Section, Part> parts) {

  public Declaration {
    var all = new EnumMap<Section, Part>(Section.class);
    for (var section : Section.values()) {
      all.put(section, parts.getOrDefault(section, Part.EMPTY));
    }
    parts = Map.copyOf(all);
  }

  /** Where it stands. */
  public enum State {
    OPEN("填写中"),
    SUBMITTED("审核中"),
    RETURNED("已退回"),
    PASSED("已通过");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /**
   * A section as it was filled in.
   *
   * @param version counts changes
   * @param done whether whoever filled it in said that it is complete, and it was
   * @param reason why the bureau returned it, or null
   */
  public record Part(int version, boolean done, Answers answers, @Nullable String reason) {

    static final Part EMPTY = new Part(0, false, Answers.NONE, null);
  }

  /**
   * A submission that the bureau returned.
   *
   * @param number 受理编号
   * @param by who returned it, as the page names them
   * @param parts by section, as they were handed in, each with why it was returned or without
   */
  public record Returned(String number, Instant at, String by, Map<Section, Part> parts) {

    /** All that was handed in. */
    public Answers answers() {
      return Declaration.answers(parts);
    }
  }

  /** How far a section is. */
  public enum Progress {
    CANNOT_START("不能开始"),
    TO_FILL("待填"),
    IN_PROGRESS("进行中"),
    DONE("已完成");

    private final String label;

    Progress(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public Part part(Section section) {
    return parts.getOrDefault(section, Part.EMPTY);
  }

  /** How far the section is: the only place that says so. */
  public Progress progress(Section section) {
    var part = part(section);
    var after = section.after();
    if (after != null && progress(after) != Progress.DONE) {
      return Progress.CANNOT_START;
    }
    if (part.done()) {
      return Progress.DONE;
    }
    boolean untouched =
        section.columns().isEmpty() ? part.version() == 0 : part.answers().isEmpty();
    return untouched ? Progress.TO_FILL : Progress.IN_PROGRESS;
  }

  /** How far checking and submitting is: all sections come first. */
  public Progress submission() {
    if (state == State.SUBMITTED || state == State.PASSED) {
      return Progress.DONE;
    }
    boolean ready = Arrays.stream(Section.values()).allMatch(s -> progress(s) == Progress.DONE);
    return ready ? Progress.TO_FILL : Progress.CANNOT_START;
  }

  /** Whether it can be changed: not while the bureau looks at it. */
  public boolean open() {
    return state != State.SUBMITTED;
  }

  /** All that was filled in. */
  public Answers answers() {
    return answers(parts);
  }

  private static Answers answers(Map<Section, Part> parts) {
    var all = Answers.NONE;
    for (var section : Section.values()) {
      all = all.and(parts.getOrDefault(section, Part.EMPTY).answers());
    }
    return all;
  }
}
