package duijie.projects.web;

import duijie.pages.Problem;
import duijie.projects.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project on its way to being published.
 *
 * @param path its address
 * @param kind what it is to be published as
 * @param stage where it stands
 * @param version over which version a form writes
 * @param note why it was returned or cancelled, or null
 * @param editable whether this visitor may change it now
 * @param deciding whether this visitor decides about it now
 * @param cancelling whether this visitor may give it up now
 * @param problems why the last step was not taken
 * @param overtaken what somebody else saved meanwhile, field by field; empty where nobody did
 * @param remarks what the lint says
 * @param pack which package of which procurement it is, or null
 * @param siblings the other packages of that procurement
 * @param amendment what only an amendment has, or null
 * @param changes what it says otherwise than the notice before it
 * @param published what can be done since it was published, or null before
 */
public record PublicationPage(
    String path,
    String title,
    String kind,
    String stage,
    int version,
    @Nullable String note,
    boolean editable,
    boolean deciding,
    boolean cancelling,
    List<Problem> problems,
    List<Difference> overtaken,
    List<Section> sections,
    List<RemarkView> remarks,
    @Nullable String pack,
    List<Sibling> siblings,
    @Nullable Amendment amendment,
    List<Change> changes,
    @Nullable Published published) {

  /** Another package of the same procurement. */
  public record Sibling(String href, String title, String pack, String stage) {}

  /** How many remarks stand in the way. */
  public long blocking() {
    return remarks.stream().filter(RemarkView::blocking).count();
  }

  /** Fields under a heading. */
  public record Section(String title, List<Field> fields) {}

  /**
   * A field.
   *
   * @param value what was typed
   * @param doubts what could not be understood
   */
  public record Field(
      String name,
      String label,
      String hint,
      boolean required,
      List<String> choices,
      int lines,
      String value,
      List<String> doubts) {}

  /** A field that two people filled in differently. */
  public record Difference(String label, String theirs, String yours) {}

  /**
   * What only an amendment has.
   *
   * @param affecting whether it may affect what agencies hand in
   * @param advice what its writer should know
   */
  public record Amendment(String reason, boolean affecting, List<String> advice) {}

  /**
   * What can be done since it was published.
   *
   * @param fresh the id for what follows
   * @param notice where everybody reads it
   * @param callable whether agencies can be called for it now
   */
  public record Published(
      String fresh,
      String notice,
      String project,
      boolean callable,
      boolean amendable,
      boolean terminable) {}

  /** A remark of the lint. */
  public record RemarkView(
      boolean blocking,
      String where,
      String quote,
      String sentence,
      String suggestion,
      @Nullable String source) {}
}
