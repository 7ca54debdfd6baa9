package duijie.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The searches that somebody saved.
 *
 * @param problem why something was not done, or null
 * @param field the field that this is about, or null
 * @param fresh what is to be saved still, or null
 * @param most how many one may have
 */
public record SearchesPage(
    @Nullable String problem,
    @Nullable String field,
    @Nullable Fresh fresh,
    List<Row> rows,
    int most) {

  /** A search that was not saved yet, with what was typed as its name. */
  public record Fresh(String query, String name) {}

  /**
   * One of them.
   *
   * @param name as it is
   * @param typed what its field shows: the name, or what was typed and refused
   * @param href the list, or null where what it asks for is no more
   * @param words what it asks for
   */
  public record Row(
      String id, String name, String typed, @Nullable String href, List<String> words) {}
}
