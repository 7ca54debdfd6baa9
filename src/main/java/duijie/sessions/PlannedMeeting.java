package duijie.sessions;

import duijie.agencies.Agency;
import duijie.projects.Project;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A project and an agency that may talk at a session 洽谈.
 *
 * @param worth what the talk is worth, 0 or more
 * @param place where they talk, or null where they have no place
 * @param locked whether they stay there, whatever is planned anew
 * @param reason why they have no place; null where they have one
 */
public record PlannedMeeting(
    Project.Id project,
    Agency.Id agency,
    BigDecimal worth,
    @Nullable Place place,
    boolean locked,
    @Nullable String reason) {

  /** Why a meeting has no place that the organizer took out. */
  static final String MOVED_OUT = "组织者移出";

  public PlannedMeeting {
    worth = worth.stripTrailingZeros();
    if (place == null && locked) {
      throw new IllegalArgumentException("nothing is locked nowhere");
    }
  }

  /** Whether it is of these two. */
  public boolean of(Project.Id one, Agency.Id other) {
    return project.equals(one) && agency.equals(other);
  }

  PlannedMeeting at(@Nullable Place other) {
    return new PlannedMeeting(
        project, agency, worth, other, locked && other != null, other == null ? MOVED_OUT : null);
  }

  PlannedMeeting locked(boolean stays) {
    return new PlannedMeeting(project, agency, worth, place, stays && place != null, reason);
  }
}
