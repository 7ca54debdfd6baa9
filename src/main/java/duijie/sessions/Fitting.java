package duijie.sessions;

import duijie.audit.Caller;
import duijie.projects.Project;
import duijie.timetable.Replanning;
import duijie.timetable.Timetabling;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes out of a timetable what does not fit any more, after the session that it was made for was
 * changed: fewer turns, tables or talks, people who are away, projects that are not listed.
 */
@Singleton
class Fitting {

  /** Why a meeting lost its place. */
  private static final String NO_MORE = "条件改了，原来的位置放不下";

  private final Plans plans;
  private final Planning planning;
  private final TaskMaking making;

  Fitting(Plans plans, Planning planning, TaskMaking making) {
    this.plans = plans;
    this.planning = planning;
    this.making = making;
  }

  /** Leaves in their places what fits, what is locked first, then what is worth most. */
  void fit(Session session, Caller by) {
    var before = plans.find(session.id()).orElse(null);
    if (before == null) {
      return;
    }
    var seated =
        before.placed().stream()
            .sorted(
                Comparator.comparing((PlannedMeeting meeting) -> meeting.locked())
                    .thenComparing(PlannedMeeting::worth)
                    .reversed())
            .map(PlannedMeeting::seated)
            .toList();
    var staying =
        Replanning.staying(making.among(session, before.meetings()), seated).stream()
            .map(meeting -> MeetingKey.of(meeting.project(), meeting.agency()))
            .collect(Collectors.toSet());
    if (staying.size() < seated.size()) {
      var meetings =
          before.meetings().stream()
              .map(m -> m.place() == null || staying.contains(m.key()) ? m : m.out(NO_MORE))
              .toList();
      store(session, before, meetings, by);
    }
  }

  /** Leaves out all meetings about these projects. */
  void without(Session session, Collection<Project.Id> projects, Caller by) {
    var before = plans.find(session.id()).orElse(null);
    if (before == null) {
      return;
    }
    var meetings = before.meetings().stream().filter(m -> !projects.contains(m.project())).toList();
    if (meetings.size() < before.meetings().size()) {
      store(session, before, meetings, by);
    }
  }

  private void store(Session session, Plan before, List<PlannedMeeting> meetings, Caller by) {
    var pairs = meetings.stream().map(PlannedMeeting::pair).toList();
    var agencies = meetings.stream().map(PlannedMeeting::agency).distinct().toList();
    var task = making.over(session, pairs, agencies);
    var bound = Timetabling.make(task).upperBound();
    var after = new Plan(session.id(), meetings, bound, before.revision() + 1);
    if (planning.store(before, after, "FIT_TIMETABLE", by) instanceof Planning.Outcome.Refused) {
      throw new IllegalStateException("the plan of a locked session was changed: " + session.id());
    }
  }
}
