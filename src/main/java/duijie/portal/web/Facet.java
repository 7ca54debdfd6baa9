package duijie.portal.web;

import duijie.pages.Shell;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to narrow a list.
 *
 * @param id unique on the page
 * @param title what it narrows by
 * @param path for a tree: the way down to where one is, each step a link back to it
 * @param choices what can be chosen now
 * @param more further choices, folded away
 */
public record Facet(
    String id, String title, List<Shell.Crumb> path, List<Choice> choices, List<Choice> more) {

  /** Whether a choice beside those taken adds records to the list. */
  public boolean adding() {
    return Stream.concat(choices.stream(), more.stream())
        .anyMatch(choice -> choice.count() != null && choice.count().startsWith("+"));
  }

  /**
   * A choice.
   *
   * @param count how many records there would be, or after a plus sign how many more
   * @param href the list with this chosen, or no longer chosen where it is
   * @param depth 0 for a root of a tree, 1 below it
   */
  public record Choice(
      String id, String label, @Nullable String count, String href, boolean chosen, int depth) {}
}
