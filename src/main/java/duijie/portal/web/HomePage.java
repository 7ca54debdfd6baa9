package duijie.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The home page.
 *
 * @param figures numbers at the top
 * @param latest the newest projects
 * @param fields how many projects each service field has
 * @param towns how many projects each town of the home county has; empty without one
 * @param ways where to begin
 * @param workbook the download of the open projects
 */
public record HomePage(
    List<Figure> figures,
    List<Row> latest,
    List<Bar> fields,
    List<Bar> towns,
    List<Way> ways,
    ListPage.@Nullable Download workbook) {

  /** A number with its parts. */
  public record Figure(
      String label, String value, String unit, String icon, String href, List<Part> parts) {}

  /** Where somebody may begin. */
  public record Way(String label, String note, String href, String icon) {}

  /** A part of a number. */
  public record Part(String label, String value, @Nullable String href) {}

  /**
   * A bar of a chart.
   *
   * @param width 0 to 100
   */
  public record Bar(String label, String value, double width, String href) {}
}
