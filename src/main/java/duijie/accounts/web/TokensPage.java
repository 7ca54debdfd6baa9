package duijie.accounts.web;

import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of the own account, and the form for another.
 *
 * @param key made with the form: sending it twice makes one token
 * @param name what was typed
 * @param days for how many days a token may hold
 * @param fresh the token that was just made, or null
 */
public record TokensPage(
    String key,
    String name,
    List<Integer> days,
    List<Problem> problems,
    @Nullable Fresh fresh,
    List<Row> rows) {

  /** A token that holds. */
  public record Row(String id, String name, String made, String expires, String used) {}

  /**
   * A token as it is shown this once.
   *
   * @param secret what the program is to show
   */
  public record Fresh(String name, String secret) {}

  /** What is wrong with a field, if anything. */
  public boolean faulty(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }
}
