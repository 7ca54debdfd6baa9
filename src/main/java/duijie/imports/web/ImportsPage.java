package duijie.imports.web;

import duijie.pages.Paging;
import java.util.List;

/** The imports of an organisation. */
public record ImportsPage(String title, String upload, List<Row> rows, Paging paging) {

  /**
   * An import.
   *
   * @param tone how its state looks
   * @param what it came to, in a line; blank where that is not known
   */
  public record Row(
      String href,
      String name,
      String state,
      String tone,
      String uploadedAt,
      String uploadedBy,
      String what) {}
}
