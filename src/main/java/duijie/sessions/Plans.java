package duijie.sessions;

import java.util.List;
import java.util.Optional;

/** The timetables of sessions, and the versions of them that were released. */
public interface Plans {

  Optional<Plan> find(Session.Id session);

  /**
   * Stores a timetable in the place of the revision before; the first has revision 1.
   *
   * @return false where that is not the one stored any more
   * @throws RuntimeException where somebody would be in two places at once
   */
  boolean put(Plan plan);

  /**
   * The same, for whoever holds the lock of the session.
   *
   * @throws IllegalStateException where the revision before is not the one stored
   */
  default void replace(Plan plan) {
    if (!put(plan)) {
      throw new IllegalStateException(
          "the plan of a locked session was changed: " + plan.session());
    }
  }

  /** Notes that a talk that has a place was held; one that came in another's place stays so. */
  void held(Session.Id session, MeetingKey meeting);

  /** The versions that were released, the first one first. */
  List<Release> releases(Session.Id session);

  void release(Release release);
}
