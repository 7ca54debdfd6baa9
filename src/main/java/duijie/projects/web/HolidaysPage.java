package duijie.projects.web;

import duijie.pages.Problem;
import java.util.List;

/**
 * The days off that are known, and where further ones are loaded.
 *
 * @param typed as far as it was typed into the fields
 * @param text as far as it was typed or pasted as a file
 */
public record HolidaysPage(
    List<Year> years, TypedHolidays typed, String text, List<Problem> problems) {

  /** Whether something is wrong there. */
  public boolean faulty(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }

  /**
   * A year.
   *
   * @param off the days off, those that follow each other as one
   * @param working days of weekends on which people work
   */
  public record Year(int year, String source, List<String> off, List<String> working) {}
}
