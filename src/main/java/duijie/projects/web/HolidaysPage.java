package duijie.projects.web;

import duijie.pages.Problem;
import java.util.List;

/**
 * The days off that are known, and where further ones are loaded.
 *
 * @param text as far as it was typed
 */
public record HolidaysPage(List<Year> years, String text, List<Problem> problems) {

  /**
   * A year.
   *
   * @param off the days off, those that follow each other as one
   * @param working days of weekends on which people work
   */
  public record Year(int year, String source, List<String> off, List<String> working) {}
}
