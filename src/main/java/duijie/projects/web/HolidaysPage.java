package duijie.projects.web;

import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days off that are known, and where further ones are loaded.
 *
 * @param text as far as it was typed
 * @param said what was done just now, or null
 */
public record HolidaysPage(
    List<Year> years, String text, @Nullable String said, List<Problem> problems) {

  /**
   * A year.
   *
   * @param off the days off, those that follow each other as one
   * @param working days of weekends on which people work
   */
  public record Year(int year, String source, List<String> off, List<String> working) {}
}
