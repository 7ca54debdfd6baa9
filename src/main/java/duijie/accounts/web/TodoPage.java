package duijie.accounts.web;

import duijie.pages.Duties;
import java.util.List;

/**
 * What waits for somebody.
 *
 * @param total how much that is
 */
public record TodoPage(int total, List<Group> groups) {

  /**
   * Things of one kind that wait.
   *
   * @param count how many there are
   * @param more how many of them are not listed here
   */
  public record Group(String title, String href, int count, int more, List<Duties.Item> items) {}
}
