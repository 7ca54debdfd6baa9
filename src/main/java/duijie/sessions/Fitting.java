package duijie.sessions;

import duijie.audit.Caller;
import duijie.projects.Project;
import duijie.timetable.Pair;
import duijie.timetable.Party;
import duijie.timetable.TimetableTask;
import duijie.timetable.Timetabling;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    var room = new Room(session, making.over(session, List.of()));
    var kept = new HashSet<MeetingKey>();
    before.placed().stream()
        .sorted(
            Comparator.comparing((PlannedMeeting meeting) -> meeting.locked())
                .thenComparing(PlannedMeeting::worth)
                .reversed())
        .filter(room::take)
        .forEach(meeting -> kept.add(meeting.key()));
    if (kept.size() == before.placed().size()) {
      return;
    }
    var meetings =
        before.meetings().stream()
            .map(m -> m.place() == null || kept.contains(m.key()) ? m : m.out(NO_MORE))
            .toList();
    store(session, before, meetings, by);
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
    var pairs =
        meetings.stream()
            .map(m -> Pair.of(m.project().value(), m.agency().value(), m.worth()))
            .toList();
    var agencies = meetings.stream().map(PlannedMeeting::agency).distinct().toList();
    var task = making.over(session, pairs, agencies);
    var bound = Timetabling.make(task).upperBound();
    var after = new Plan(session.id(), meetings, bound, before.revision() + 1);
    if (planning.store(before, after, "FIT_TIMETABLE", by) instanceof Planning.Outcome.Refused) {
      throw new IllegalStateException("the plan of a locked session was changed: " + session.id());
    }
  }

  /** What is still free. */
  private static final class Room {

    private final int slots;
    private final int tables;
    private final Map<String, Party> projects = new HashMap<>();
    private final Map<String, Party> agencies = new HashMap<>();
    private final Set<List<Object>> taken = new HashSet<>();
    private final Map<List<Object>, Integer> counts = new HashMap<>();

    Room(Session session, TimetableTask task) {
      slots = session.setup().slots().size();
      tables = session.setup().tables();
      task.projects().forEach(party -> projects.put(party.id(), party));
      task.agencies().forEach(party -> agencies.put(party.id(), party));
    }

    /** Takes the place of a meeting, if it can have it. */
    boolean take(PlannedMeeting meeting) {
      var place = meeting.place();
      var project = projects.get(meeting.project().value());
      var agency = agencies.get(meeting.agency().value());
      if (place == null
          || place.slot() > slots
          || place.table() > tables
          || !free("project", project, place)
          || !free("agency", agency, place)
          || !taken.add(List.of("table", place))) {
        return false;
      }
      seat("project", meeting.project().value(), place);
      seat("agency", meeting.agency().value(), place);
      return true;
    }

    private boolean free(String side, @Nullable Party party, Place place) {
      return party != null
          && !party.unavailable().contains(place.slot())
          && !taken.contains(List.of(side, party.id(), place.slot()))
          && counts.getOrDefault(List.of(side, party.id()), 0) < party.maxMeetings();
    }

    private void seat(String side, String party, Place place) {
      taken.add(List.of(side, party, place.slot()));
      counts.merge(List.of(side, party), 1, Integer::sum);
    }
  }
}
