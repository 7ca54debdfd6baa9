package duijie.projects.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projects that an organisation is writing.
 *
 * @param fresh the id that a new one would get, so that a form that is sent twice makes one
 */
public record PublicationsPage(String fresh, boolean deciding, List<Row> rows) {

  /**
   * One of them.
   *
   * @param kind what it is to be published as
   * @param pack which package of which procurement it is, or null
   * @param waiting whether this visitor has to do something about it
   */
  public record Row(
      String href,
      String title,
      String kind,
      @Nullable String pack,
      String stage,
      boolean waiting) {}
}
