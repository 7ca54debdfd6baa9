package duijie.sessions.web;

import duijie.pages.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timetable of a session before its organizer.
 *
 * @param revision of what is shown; 0 where there is none yet
 * @param obstacle why nothing can be changed now, or null
 * @param quality how good it is, or null where there is none yet
 * @param tables the numbers of the tables that are in use, or that a meeting can be moved to
 * @param lines the turns of the day
 * @param unplaced the pairs that have no place
 * @param moving the meeting that is being moved, or null
 * @param versions those that were released, the last one first
 * @param changed whether it differs from the last version
 */
public record TimetablePage(
    String path,
    String name,
    int revision,
    @Nullable String obstacle,
    @Nullable Quality quality,
    List<Integer> tables,
    List<Line> lines,
    List<Out> unplaced,
    @Nullable Moving moving,
    List<Version> versions,
    boolean changed,
    List<Problem> problems) {

  /**
   * How good a timetable is.
   *
   * @param value what all its talks are worth
   * @param bound what no timetable can be worth more than
   * @param percent the one of the other; empty once the session is under way, for then others talk
   *     than were planned for
   */
  public record Quality(int talks, String value, String bound, String percent) {}

  /** A turn with what there is at each table. */
  public record Line(int slot, String time, List<Cell> cells) {}

  /**
   * A table in a turn.
   *
   * @param talk what is held there, or null
   * @param target whether the meeting that is being moved can go there
   * @param conflicts what speaks against it
   */
  public record Cell(int table, @Nullable Talk talk, boolean target, List<String> conflicts) {}

  /** A talk that has a place. */
  public record Talk(
      String project,
      String projectName,
      String agency,
      String agencyName,
      String worth,
      boolean locked,
      boolean moving) {}

  /** A pair that has none. */
  public record Out(
      String project,
      String projectName,
      String agency,
      String agencyName,
      String worth,
      String reason) {}

  /** The meeting that is being moved. */
  public record Moving(
      String project, String projectName, String agency, String agencyName, boolean placed) {}

  /** A version that was released. */
  public record Version(int number, String at, int talks) {}
}
