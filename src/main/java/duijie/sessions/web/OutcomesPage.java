package duijie.sessions.web;

import duijie.pages.Addresses;
import duijie.pages.Paging;
import duijie.pages.Parameters;
import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the talks of a session, before those who record it.
 *
 * @param path the session's address
 * @param organizing whether it is the organizer who looks
 * @param shut why there is nothing to record now, or null
 * @param choices what can be asked for of an outcome
 * @param counts how many talks ended how
 * @param ending the end of the follow-up, or null where it is not the time
 */
public record OutcomesPage(
    String path,
    String name,
    boolean organizing,
    @Nullable String shut,
    Filter filter,
    List<Choice> choices,
    List<GuestsPage.Count> counts,
    List<Row> rows,
    Paging paging,
    @Nullable Ending ending,
    List<Problem> problems) {

  /** What is asked for; empty for all. */
  public record Filter(String project, String agency, String outcome) {

    static Filter of(Parameters given) {
      return new Filter(given.text("project"), given.text("agency"), given.text("outcome"));
    }

    boolean all() {
      return project.isEmpty() && agency.isEmpty() && outcome.isEmpty();
    }

    /** The address of a page of a list with what this lets through. */
    String of(String list, int page) {
      return "%s?project=%s&agency=%s&outcome=%s&page=%d"
          .formatted(
              list,
              Addresses.encode(project),
              Addresses.encode(agency),
              Addresses.encode(outcome),
              page);
    }
  }

  /** Something that can be asked for. */
  public record Choice(String value, String label) {}

  /**
   * A talk.
   *
   * @param number 对接编号, or null
   * @param href where it is recorded
   * @param mark what counts
   * @param said who says what
   * @param waiting whether whoever looks has recorded nothing
   */
  public record Row(
      @Nullable String number,
      String time,
      String place,
      String project,
      String agency,
      String href,
      String mark,
      boolean disputed,
      String amount,
      List<Said> said,
      boolean waiting) {}

  /** What somebody recorded. */
  public record Said(String who, String what) {}

  /**
   * The end of the follow-up.
   *
   * @param open how many talks have no outcome that counts
   * @param warned whether that was said already
   */
  public record Ending(int open, boolean warned) {}
}
