package duijie.projects;

import duijie.accounts.Organisation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase project on its way to being published 发布: what its buyer has typed so far, and who has
 * to do something about it.
 *
 * @param owner the organisation that buys
 * @param typed what was typed into the columns of 项目发布表
 * @param clauses the clauses of the procurement file by their heading, for example 资格条件
 * @param version counts the changes, so that of two people who change it at once the second is told
 * @param note why it was returned or cancelled, or null
 */
public record Publication(
    Id id,
    Organisation.Id owner,
    Map<Column, String> typed,
    Map<String, String> clauses,
    Stage stage,
    int version,
    @Nullable String note) {

  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_TEXT = 20_000;

  public Publication {
    var columns = new EnumMap<Column, String>(Column.class);
    typed.forEach((column, text) -> keep(columns, column, text));
    var texts = new LinkedHashMap<String, String>();
    clauses.forEach((heading, text) -> keep(texts, heading, text));
    typed = Collections.unmodifiableMap(columns);
    clauses = Collections.unmodifiableMap(texts);
  }

  /** A publication's id. */
  public record Id(UUID value) {

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** Where it stands. */
  public enum Stage {
    DRAFT("草稿"),
    SUBMITTED("待审批"),
    RETURNED("退回修改"),
    PUBLISHED("已发布"),
    CANCELLED("已作废");

    private final String label;

    Stage(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether its buyer may still change what it says. */
    public boolean editable() {
      return this == DRAFT || this == RETURNED;
    }
  }

  /** What may be done to it. */
  public enum Step {
    EDIT(Set.of(Stage.DRAFT, Stage.RETURNED), null),
    SUBMIT(Set.of(Stage.DRAFT, Stage.RETURNED), Stage.SUBMITTED),
    RETURN(Set.of(Stage.SUBMITTED), Stage.RETURNED),
    PUBLISH(Set.of(Stage.SUBMITTED), Stage.PUBLISHED),
    CANCEL(Set.of(Stage.DRAFT, Stage.RETURNED, Stage.SUBMITTED), Stage.CANCELLED);

    private final Set<Stage> from;
    private final @Nullable Stage to;

    Step(Set<Stage> from, @Nullable Stage to) {
      this.from = from;
      this.to = to;
    }
  }

  /**
   * The publication after this step.
   *
   * @param note why, for a return or a cancellation
   * @return empty where the step cannot be taken from where it stands
   */
  public Optional<Publication> after(Step step, @Nullable String note) {
    return step.from.contains(stage)
        ? Optional.of(
            new Publication(
                id, owner, typed, clauses, step.to == null ? stage : step.to, version + 1, note))
        : Optional.empty();
  }

  /** Whether it stands already where this step leads: somebody pressed twice. */
  public boolean reached(Step step) {
    return step.to == stage;
  }

  /** The same with other words in it; empty where they may not be changed any more. */
  public Optional<Publication> saying(Map<Column, String> typed, Map<String, String> clauses) {
    return after(Step.EDIT, note)
        .map(
            next -> new Publication(id, owner, typed, clauses, next.stage(), next.version(), note));
  }

  /** Whether a project is not published without this column: those of the sheet, and its price. */
  public static boolean mustHave(Column column) {
    return column.required() || column == Column.BUDGET;
  }

  /**
   * What is longer than anybody reads.
   *
   * @return a sentence by the label of the column, or the heading of the clause
   */
  public static Map<String, String> tooLong(
      Map<Column, String> typed, Map<String, String> clauses) {
    var tooLong = new LinkedHashMap<String, String>();
    for (var column : Column.values()) {
      int most = column == Column.NEED ? LONGEST_TEXT : LONGEST_LINE;
      measure(tooLong, column.label(), typed.getOrDefault(column, ""), most);
    }
    clauses.forEach((heading, text) -> measure(tooLong, heading, text, LONGEST_TEXT));
    return tooLong;
  }

  private static void measure(Map<String, String> tooLong, String label, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      tooLong.put(label, "“%s”太长，最多 %d 个字，现在有 %d 个字。".formatted(label, most, length));
    }
  }

  /** Whether it says the same as another. */
  public boolean says(Map<Column, String> typed, Map<String, String> clauses) {
    var other = new Publication(id, owner, typed, clauses, stage, version, note);
    return other.typed().equals(this.typed) && other.clauses().equals(this.clauses);
  }

  /** What was typed as the project's name, or what to call it without one. */
  public String title() {
    return typed.getOrDefault(Column.NAME, "未命名的项目");
  }

  private static <K> void keep(Map<K, String> map, K key, String text) {
    if (!text.isBlank()) {
      map.put(key, text.strip());
    }
  }
}
