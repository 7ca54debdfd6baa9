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
 * @param purpose what it is to be published as
 * @param typed what was typed into the columns of 项目发布表
 * @param clauses the clauses of the procurement file by their heading, for example 资格条件
 * @param version counts the changes, so that of two people who change it at once the second is told
 * @param note why it was returned or cancelled, or null
 */
public record Publication(
    Id id,
    Organisation.Id owner,
    Purpose purpose,
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

  /**
   * What it is to be published as.
   *
   * @param kind which notice it becomes
   * @param project the project that it goes on with, or null where it makes a new one
   * @param reason 更正事由, empty where nothing is amended
   * @param affecting whether the amendment may affect what agencies hand in 可能影响响应文件编制
   */
  public record Purpose(
      Notice.Kind kind, Project.@Nullable Id project, String reason, boolean affecting) {

    /** A new project for which agencies are called at once. */
    public static final Purpose CALL = new Purpose(Notice.Kind.CALL, null, "", false);

    /** A new project that is announced before agencies are called. */
    public static final Purpose INTENTION = new Purpose(Notice.Kind.INTENTION, null, "", false);

    public Purpose {
      reason = reason.strip();
    }

    /** Agencies are called for a project that was announced. */
    public static Purpose callFor(Project.Id project) {
      return new Purpose(Notice.Kind.CALL, project, "", false);
    }

    /** A published project is amended. */
    public static Purpose amendmentOf(Project.Id project) {
      return new Purpose(Notice.Kind.AMENDMENT, project, "", true);
    }

    /** The same amendment for another reason. */
    public Purpose because(String reason, boolean affecting) {
      return new Purpose(kind, project, reason, affecting);
    }

    public boolean amending() {
      return kind == Notice.Kind.AMENDMENT;
    }
  }

  /** A new draft that says this. */
  public static Publication begun(Id id, Organisation.Id owner, Content content) {
    return new Publication(
        id, owner, content.purpose(), content.typed(), content.clauses(), Stage.DRAFT, 1, null);
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
                id,
                owner,
                purpose,
                typed,
                clauses,
                step.to == null ? stage : step.to,
                version + 1,
                note))
        : Optional.empty();
  }

  /** Whether it stands already where this step leads: somebody pressed twice. */
  public boolean reached(Step step) {
    return step.to == stage;
  }

  /** The same with other words in it; empty where they may not be changed any more. */
  public Optional<Publication> saying(Content content) {
    return after(Step.EDIT, note).map(next -> next.with(content));
  }

  /** What is said in it. */
  public Content content() {
    return new Content(purpose, typed, clauses);
  }

  /** What is said in a publication. */
  public record Content(Purpose purpose, Map<Column, String> typed, Map<String, String> clauses) {}

  /** As it would be with other words in it, whether they may be stored or not. */
  public Publication with(Content content) {
    return new Publication(
        id, owner, content.purpose(), content.typed(), content.clauses(), stage, version, note);
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
  public static Map<String, String> tooLong(Content content) {
    var tooLong = new LinkedHashMap<String, String>();
    for (var column : Column.values()) {
      int most = column == Column.NEED ? LONGEST_TEXT : LONGEST_LINE;
      measure(tooLong, column.label(), content.typed().getOrDefault(column, ""), most);
    }
    content.clauses().forEach((heading, text) -> measure(tooLong, heading, text, LONGEST_TEXT));
    measure(tooLong, "更正事由", content.purpose().reason(), LONGEST_TEXT);
    return tooLong;
  }

  private static void measure(Map<String, String> tooLong, String label, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      tooLong.put(label, "“%s”太长，最多 %d 个字，现在有 %d 个字。".formatted(label, most, length));
    }
  }

  /** Whether it says this already. */
  public boolean says(Content content) {
    return with(content).content().equals(content());
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
