package duijie.sessions.web;

import duijie.pages.Problem;
import duijie.sessions.Slot;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session before a buyer with projects at it.
 *
 * @param changeable whether it may still say in which turns it cannot talk
 * @param shut why nobody can ask for talks now, or null
 * @param projects its own at the session
 * @param itinerary the talks about them in the version that was released last
 */
public record BuyerPage(
    String path,
    String name,
    String state,
    String when,
    String place,
    boolean changeable,
    @Nullable String shut,
    List<Slot> slots,
    List<Listed> projects,
    List<Itinerary> itinerary,
    List<Problem> problems) {

  /**
   * A project with the agencies that come.
   *
   * @param away in which turns nobody can talk about it
   * @param day what there is to say on the day, or null
   */
  public record Listed(
      String id,
      String name,
      String href,
      Set<Integer> away,
      @Nullable DayNote day,
      List<Talk> talks) {}
}
