package duijie.portal.web;

import duijie.pages.Paging;
import duijie.pages.Param;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projects that are recommended to an agency.
 *
 * @param obstacle why none are recommended, or null
 * @param text what was typed in the search box
 * @param hidden what a new search keeps
 * @param total how many there are, grouped
 * @param capped whether there are more than are ever listed
 * @param rows this page's
 * @param facets ways to narrow the list
 * @param clear the address without any of that, or null where nothing narrows
 * @param excluded where the projects are that rules exclude the agency from
 * @param asOf the reference date
 * @param address of this page, to come back to
 */
public record RecommendationsPage(
    @Nullable Obstacle obstacle,
    String text,
    List<Param> hidden,
    String total,
    boolean capped,
    List<Row> rows,
    List<Facet> facets,
    @Nullable String clear,
    Paging paging,
    String excluded,
    String asOf,
    String address) {

  /**
   * Why none are recommended.
   *
   * @param href where something can be done about it, or null
   * @param label what that is
   */
  public record Obstacle(String sentence, @Nullable String href, String label) {}

  /**
   * A project.
   *
   * @param match how the agency suits it
   * @param why what gave most, in sentences
   * @param left how much time there still is
   * @param soon whether that is little
   * @param following whether the visitor follows it
   * @param interest where interest is declared, or null where nobody here would learn of it
   * @param declaredOn the day on which it was, or null
   * @param invitedOn the day on which the agency was invited, or null
   */
  public record Row(
      MatchView match,
      List<Reason> why,
      String left,
      boolean soon,
      boolean following,
      @Nullable String interest,
      @Nullable String declaredOn,
      @Nullable String invitedOn) {}

  /** What a criterion gave. */
  public record Reason(String name, String points, String weight, String sentence) {}
}
