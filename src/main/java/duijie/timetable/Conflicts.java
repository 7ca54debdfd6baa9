package duijie.timetable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every rule that meetings break, for somebody who moves one by hand. Parties that the task does
 * not know have no pair, so their meetings are named.
 */
public final class Conflicts {

  private final TimetableTask task;
  private final List<Meeting> meetings;
  private final List<Conflict> found = new ArrayList<>();

  private Conflicts(TimetableTask task, List<Meeting> meetings) {
    this.task = task;
    this.meetings = meetings;
  }

  /** All conflicts of these meetings under the limits, pairs and locks of a task. */
  public static List<Conflict> in(TimetableTask task, List<Meeting> meetings) {
    var conflicts = new Conflicts(task, meetings);
    conflicts.places();
    conflicts.parties(
        task.projects(),
        Meeting::project,
        Conflict.Kind.PROJECT_TWICE,
        Conflict.Kind.PROJECT_AWAY,
        Conflict.Kind.PROJECT_OVER_CAP);
    conflicts.parties(
        task.agencies(),
        Meeting::agency,
        Conflict.Kind.AGENCY_TWICE,
        Conflict.Kind.AGENCY_AWAY,
        Conflict.Kind.AGENCY_OVER_CAP);
    conflicts.pairs();
    return List.copyOf(conflicts.found);
  }

  private void places() {
    for (var meeting : meetings) {
      if (meeting.slot() < 1
          || meeting.slot() > task.slots()
          || meeting.table() < 1
          || meeting.table() > task.tables()) {
        add(
            Conflict.Kind.NO_SUCH_PLACE,
            String.valueOf(meeting.table()),
            meeting.slot(),
            List.of(meeting));
      }
    }
    grouped(meeting -> List.of(meeting.slot(), meeting.table()))
        .forEach(
            (place, there) -> {
              if (there.size() > 1) {
                var first = there.getFirst();
                add(Conflict.Kind.TABLE_TWICE, String.valueOf(first.table()), first.slot(), there);
              }
            });
  }

  private void parties(
      List<Party> parties,
      Function<Meeting, String> side,
      Conflict.Kind twice,
      Conflict.Kind away,
      Conflict.Kind overCap) {
    var byId = grouped(side::apply);
    grouped(meeting -> List.of(side.apply(meeting), meeting.slot()))
        .forEach(
            (key, there) -> {
              if (there.size() > 1) {
                add(twice, side.apply(there.getFirst()), there.getFirst().slot(), there);
              }
            });
    for (var party : parties) {
      var its = byId.getOrDefault(party.id(), List.of());
      for (var meeting : its) {
        if (party.unavailable().contains(meeting.slot())) {
          add(away, party.id(), meeting.slot(), List.of(meeting));
        }
      }
      if (its.size() > party.maxMeetings()) {
        add(overCap, party.id(), null, its);
      }
    }
  }

  private void pairs() {
    var known = new LinkedHashMap<Object, Pair>();
    task.pairs().forEach(pair -> known.put(List.of(pair.project(), pair.agency()), pair));
    var held = grouped(meeting -> List.of(meeting.project(), meeting.agency()));
    held.forEach(
        (key, its) -> {
          if (!known.containsKey(key)) {
            add(Conflict.Kind.NO_PAIR, its.getFirst().project(), its.getFirst().slot(), its);
          }
          if (its.size() > 1) {
            add(Conflict.Kind.PAIR_TWICE, its.getFirst().project(), null, its);
          }
        });
    known.forEach(
        (key, pair) -> {
          var lock = pair.locked();
          var its = held.getOrDefault(key, List.of());
          if (lock != null && its.stream().noneMatch(meeting -> isAt(meeting, lock))) {
            add(Conflict.Kind.LOCK_BROKEN, pair.project(), lock.slot(), its);
          }
        });
  }

  private static boolean isAt(Meeting meeting, Pair.Lock lock) {
    var table = lock.table();
    return meeting.slot() == lock.slot() && (table == null || meeting.table() == table);
  }

  private Map<Object, List<Meeting>> grouped(Function<Meeting, Object> key) {
    var groups = new LinkedHashMap<Object, List<Meeting>>();
    meetings.forEach(
        meeting -> groups.computeIfAbsent(key.apply(meeting), k -> new ArrayList<>()).add(meeting));
    return groups;
  }

  private void add(Conflict.Kind kind, String id, @Nullable Integer slot, List<Meeting> its) {
    found.add(new Conflict(kind, id, slot, List.copyOf(its)));
  }
}
