package duijie.sessions.web;

import duijie.pages.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The intents that a session left 跟踪台账, before those who follow them up.
 *
 * @param path the session's address
 * @param filter of which the outcome is the state
 * @param choices the states that can be asked for
 * @param counts how many stand where
 */
public record IntentsPage(
    String path,
    String name,
    OutcomesPage.Filter filter,
    List<OutcomesPage.Choice> choices,
    List<GuestsPage.Count> counts,
    List<Row> rows,
    Paging paging) {

  /**
   * An intent.
   *
   * @param number 对接编号, or null
   * @param intended how the talk ended and what for
   * @param procured since when it is in procurement; empty where it is not
   * @param signed when it was signed; empty where it is not
   * @param until the last day to follow it up; empty where there is none
   * @param overdue whether that is past
   */
  public record Row(
      @Nullable String number,
      String project,
      String agency,
      String href,
      String state,
      String intended,
      String procured,
      String signed,
      String contract,
      String amount,
      String firstPaid,
      String accepted,
      String who,
      String until,
      boolean overdue) {}
}
