package duijie.sessions.web;

import duijie.pages.Problem;
import duijie.sessions.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session before its organizer.
 *
 * @param path the session's address
 * @param when the day with its first and last minute
 * @param facts how it is held, label and value
 * @param tasks what is to be done, in the order of doing
 * @param steps what can be done next
 */
public record SessionPage(
    String path,
    String name,
    String state,
    int version,
    String when,
    String place,
    List<Fact> facts,
    List<Slot> slots,
    List<Task> tasks,
    List<Option> steps,
    List<Problem> problems) {

  /** Something about it. */
  public record Fact(String label, String value) {}

  /**
   * Something to do.
   *
   * @param mark how far it is, in a word
   * @param done whether it is done
   */
  public record Task(String label, String href, String hint, String mark, boolean done) {}

  /**
   * A step that can be taken.
   *
   * @param hint what comes of it
   */
  public record Option(String value, String label, @Nullable String hint) {}
}
