package duijie.sessions.web;

import duijie.pages.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of how a session is held.
 *
 * @param action where it is sent
 * @param back where one goes without sending it
 * @param fresh the id of a new session, or null
 * @param version of the session that is changed; 0 for a new one
 * @param typed what stands in the fields, by their names
 * @param modes who may say which talks there are to be
 * @param blocks the numbers of the rows for blocks
 * @param overtaken whether somebody else changed it meanwhile
 */
public record SetupPage(
    String title,
    String action,
    String back,
    @Nullable String fresh,
    int version,
    Map<String, String> typed,
    List<Mode> modes,
    List<Integer> blocks,
    boolean overtaken,
    List<Problem> problems) {

  /** One choice. */
  public record Mode(String value, String label) {}

  /** What stands in a field. */
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** What is wrong with a field, or null. */
  public @Nullable String problem(String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .map(Problem::sentence)
        .findFirst()
        .orElse(null);
  }
}
