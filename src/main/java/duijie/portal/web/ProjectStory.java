package duijie.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was told about a project since it was published.
 *
 * @param clauses the clauses of the procurement file as they stand
 * @param notices the first one first
 * @param questions those that are answered
 * @param asked whether there is somebody who answers questions
 * @param ask where this visitor can ask, or null
 * @param follow whether this visitor follows it, or null where nobody has signed in
 */
public record ProjectStory(
    List<Clause> clauses,
    List<NoticeLink> notices,
    List<Asked> questions,
    boolean asked,
    @Nullable String ask,
    @Nullable Follow follow) {

  /** A clause under its heading. */
  public record Clause(String label, String text) {}

  /**
   * A notice.
   *
   * @param at when it was published, to the minute
   * @param reason why it followed, or null for the first
   */
  public record NoticeLink(String href, String kind, String at, @Nullable String reason) {}

  /**
   * A question with its answer.
   *
   * @param at when it was answered
   * @param correctedAt when the answer was last corrected, or null
   */
  public record Asked(String text, String answer, String at, @Nullable String correctedAt) {}

  /** Whether somebody follows the project of this id. */
  public record Follow(String project, boolean following) {}
}
