package duijie.sessions.web;

import duijie.pages.Problem;
import java.util.List;

/**
 * All that was asked for at a session, before its organizer.
 *
 * @param answerable whether the organizer may answer for those who have nobody here
 * @param counts how many stand where
 */
public record TalksPage(
    String path,
    String name,
    boolean answerable,
    List<GuestsPage.Count> counts,
    List<Row> rows,
    List<Problem> problems) {

  /**
   * A request.
   *
   * @param by who asked
   * @param orphan whether it waits for a buyer who has nobody here to answer
   */
  public record Row(
      String project,
      String projectName,
      String agency,
      String agencyName,
      String by,
      String state,
      String words,
      boolean orphan) {}
}
