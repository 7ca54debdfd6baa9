package duijie.sessions.web;

import duijie.projects.Project;
import duijie.sessions.PlannedMeeting;
import duijie.sessions.PlannedMeeting.State;
import java.util.HashMap;
import java.util.List;

/** Counts what an organizer has to know in the hall. */
final class HallCounts {

  private HallCounts() {}

  /**
   * How many talks have not begun.
   *
   * @param first the first turn that has not
   */
  static int toCome(List<PlannedMeeting> meetings, int first) {
    return (int) meetings.stream().filter(meeting -> meeting.standsFrom(first)).count();
  }

  /** How many more talks projects have lost than they were given others. */
  static int gaps(List<PlannedMeeting> meetings) {
    var lost = new HashMap<Project.Id, Integer>();
    for (var meeting : meetings) {
      if (meeting.state() == State.NO_SHOW && meeting.place() == null) {
        lost.merge(meeting.project(), 1, Integer::sum);
      } else if (meeting.state() == State.REFILLED) {
        lost.merge(meeting.project(), -1, Integer::sum);
      }
    }
    return lost.values().stream().mapToInt(one -> Math.max(one, 0)).sum();
  }
}
