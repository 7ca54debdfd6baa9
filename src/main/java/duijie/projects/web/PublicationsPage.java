package duijie.projects.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projects that an organisation is writing.
 *
 * @param fresh the id that a new one would get, so that a form that is sent twice makes one
 * @param missing the number of which no project was found to be copied, or null
 */
public record PublicationsPage(
    String fresh, boolean deciding, @Nullable String missing, List<Row> rows) {

  /**
   * One of them.
   *
   * @param kind what it is to be published as
   * @param number 项目编号, or null where it has none yet
   * @param pack which package of which procurement it is, or null
   * @param changed who last did something to it and when, or null where that is not known
   * @param waiting whether this visitor has to do something about it
   */
  public record Row(
      String href,
      String title,
      String kind,
      @Nullable String number,
      @Nullable String pack,
      String stage,
      @Nullable String changed,
      boolean waiting) {}
}
