package duijie.sessions.web;

import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hall on the day of a session, before its organizer.
 *
 * @param live whether the session is under way
 * @param shut why nobody can be noted as having come, or null
 * @param clock where the day stands
 * @param revision of the timetable that is shown
 * @param counts how many have come
 * @param tables what is talked at each table now, and what next
 * @param arrivals everybody who may come
 * @param toCome how many talks have not begun
 * @param absent how many parties with talks have not come
 * @param gaps how many talks that fell away could be filled again
 * @param found agencies that may be admitted though nobody asked them
 * @param query by what they were looked for
 */
public record HallPage(
    String path,
    String name,
    String state,
    boolean startable,
    boolean live,
    @Nullable String shut,
    RoundClock clock,
    int delay,
    int revision,
    List<Count> counts,
    List<Table> tables,
    List<Row> arrivals,
    int toCome,
    int absent,
    int gaps,
    List<Found> found,
    String query,
    List<Problem> problems) {

  /** How many of a side have come. */
  public record Count(String label, int came, int all) {}

  /** A table. */
  public record Table(int number, @Nullable Talk now, @Nullable Talk next) {

    /** The project that is talked about now, else the one that comes next, or null. */
    public @Nullable String project() {
      return now != null ? now.projectName() : next != null ? next.projectName() : null;
    }
  }

  /** A talk at a table. */
  public record Talk(
      String project,
      String projectName,
      boolean projectCame,
      String agency,
      String agencyName,
      boolean agencyCame,
      boolean refilled) {}

  /**
   * Somebody who may come.
   *
   * @param side whether they come for a project or for an agency
   * @param expected whether they have said that they come, or are waited for
   * @param came when they did, or null
   * @param missing whether they were noted as missing
   * @param left how many talks they still have before them
   */
  public record Row(
      String side,
      String id,
      String name,
      String kind,
      boolean expected,
      @Nullable String came,
      boolean missing,
      int left) {}

  /** An agency of the directory. */
  public record Found(String id, String name, String code) {}
}
