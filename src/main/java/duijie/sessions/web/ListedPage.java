package duijie.sessions.web;

import duijie.pages.Problem;
import java.util.List;

/**
 * Which projects a session lists.
 *
 * @param open whether that may still be changed
 * @param listed those that it lists
 * @param query what candidates are looked for by
 * @param candidates open projects that it does not list
 * @param more how many there are beyond those shown
 */
public record ListedPage(
    String path,
    String name,
    boolean open,
    List<Row> listed,
    String query,
    List<Row> candidates,
    int more,
    List<Problem> problems) {

  /** A project. */
  public record Row(String id, String href, String name, List<String> meta) {}
}
