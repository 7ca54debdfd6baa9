package duijie.agencies.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agency still has to do.
 *
 * @param name of the agency
 * @param state where its registration stands
 * @param news what to know about it
 * @param number 受理编号 of the last submission, or null
 * @param publicPath its page for everybody, or null
 * @param changing whether it changes what was passed, and may give that up
 */
public record ProfilePage(
    String name,
    String state,
    String tone,
    String news,
    @Nullable String number,
    @Nullable String publicPath,
    boolean changing,
    List<Task> tasks,
    int done) {

  /**
   * Something to do.
   *
   * @param href where, or null while it cannot be done
   * @param reason why the bureau returned it, or null
   */
  public record Task(
      String label, @Nullable String href, String progress, String tone, @Nullable String reason) {}
}
