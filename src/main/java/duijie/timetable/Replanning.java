package duijie.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Makes a new timetable out of one that stands, after somebody does not come or a limit changes.
 * What can stay stays where it is; what has to move is placed anew before anything else; then pairs
 * that had no place fill what is free, the most valuable choice of them. So the fewest meetings
 * change, and only among timetables of that kind the value counts.
 */
public final class Replanning {

  private final TimetableTask task;
  private final Map<List<String>, Pair> pairs = new HashMap<>();
  private final Set<List<Object>> taken = new HashSet<>();
  private final Map<List<Object>, Integer> counts = new HashMap<>();
  private final Map<List<String>, Pair> standing = new HashMap<>();

  private Replanning(TimetableTask task) {
    this.task = task;
    task.pairs().forEach(pair -> pairs.put(key(pair.project(), pair.agency()), pair));
  }

  /**
   * A new timetable.
   *
   * @param task what may meet, with the limits and absences of now; whoever is away from some slot
   *     on has those slots among the unavailable; a slot that is over and must take nobody new is
   *     unavailable for all. Its locks count as kept
   * @param previous the meetings as they stand
   * @param kept those of them that are running, over or locked: they stay, whoever is away
   */
  public static Timetable replan(TimetableTask task, List<Meeting> previous, Set<Meeting> kept) {
    return replan(task, previous, kept, () -> false);
  }

  /** The same, for somebody who may not want to wait. */
  public static Timetable replan(
      TimetableTask task, List<Meeting> previous, Set<Meeting> kept, BooleanSupplier enough) {
    var planning = new Replanning(task);
    for (var pair : task.pairs()) {
      var lock = pair.locked();
      if (lock != null) {
        planning.hold(pair, lock);
      }
    }
    previous.stream().filter(kept::contains).forEach(planning::keep);
    previous.stream()
        .filter(meeting -> !kept.contains(meeting))
        .sorted(Comparator.comparing(Meeting::value).reversed())
        .forEach(planning::keepIfPossible);
    var displaced =
        previous.stream()
            .map(meeting -> key(meeting.project(), meeting.agency()))
            .filter(key -> planning.pairs.containsKey(key) && !planning.standing.containsKey(key))
            .toList();
    if (!displaced.isEmpty()) {
      var placed =
          Timetabling.unchecked(planning.withStandingAnd(new HashSet<>(displaced)), enough);
      placed.meetings().forEach(planning::keep);
    }
    return Timetabling.unchecked(planning.withStandingAnd(planning.pairs.keySet()), enough);
  }

  /**
   * Those of these meetings that can stay where they are, whoever comes first in the list before
   * the others.
   *
   * @param task the limits and absences of now; a meeting that is no pair of it cannot stay
   */
  public static List<Meeting> staying(TimetableTask task, List<Meeting> previous) {
    var planning = new Replanning(task);
    previous.forEach(planning::keepIfPossible);
    return previous.stream()
        .filter(m -> planning.standing.containsKey(key(m.project(), m.agency())))
        .toList();
  }

  private static List<String> key(String project, String agency) {
    return List.of(project, agency);
  }

  private void keep(Meeting meeting) {
    var pair = pairs.get(key(meeting.project(), meeting.agency()));
    if (pair == null) {
      throw new IllegalArgumentException("a kept meeting without its pair: " + meeting);
    }
    if (!standing.containsKey(key(meeting.project(), meeting.agency()))) {
      hold(pair, new Pair.Lock(meeting.slot(), meeting.table()));
    }
  }

  private void hold(Pair pair, Pair.Lock lock) {
    standing.put(key(pair.project(), pair.agency()), pair.lockedAt(lock.slot(), lock.table()));
    taken.add(List.of("project", pair.project(), lock.slot()));
    taken.add(List.of("agency", pair.agency(), lock.slot()));
    if (lock.table() != null) {
      taken.add(List.of("table", lock.table(), lock.slot()));
    }
    counts.merge(List.of("project", pair.project()), 1, Integer::sum);
    counts.merge(List.of("agency", pair.agency()), 1, Integer::sum);
    counts.merge(List.of("slot", lock.slot()), 1, Integer::sum);
  }

  private void keepIfPossible(Meeting meeting) {
    var pair = pairs.get(key(meeting.project(), meeting.agency()));
    if (pair != null
        && !standing.containsKey(key(meeting.project(), meeting.agency()))
        && meeting.slot() <= task.slots()
        && meeting.table() <= task.tables()
        && counts.getOrDefault(List.of("slot", meeting.slot()), 0) < task.tables()
        && !taken.contains(List.of("table", meeting.table(), meeting.slot()))
        && isOpen("project", party(task.projects(), meeting.project()), meeting.slot())
        && isOpen("agency", party(task.agencies(), meeting.agency()), meeting.slot())) {
      keep(meeting);
    }
  }

  private boolean isOpen(String side, Party party, int slot) {
    return !party.unavailable().contains(slot)
        && !taken.contains(List.of(side, party.id(), slot))
        && counts.getOrDefault(List.of(side, party.id()), 0) < party.maxMeetings();
  }

  private static Party party(List<Party> parties, String id) {
    return parties.stream().filter(party -> party.id().equals(id)).findFirst().orElseThrow();
  }

  /** The task with all that stands locked, and of the other pairs only these. */
  private TimetableTask withStandingAnd(Set<List<String>> keys) {
    var wishes = new ArrayList<Pair>();
    for (var pair : task.pairs()) {
      var key = key(pair.project(), pair.agency());
      var held = standing.get(key);
      if (held != null) {
        wishes.add(held);
      } else if (keys.contains(key)) {
        wishes.add(pair);
      }
    }
    return task.withPairs(wishes);
  }

  /** The task with a party away from a slot on, as who replans after a no-show needs it. */
  public static TimetableTask without(
      TimetableTask task, Set<String> absentProjects, Set<String> absentAgencies, int from) {
    return new TimetableTask(
        task.slots(),
        task.tables(),
        away(task.projects(), absentProjects, from, task.slots()),
        away(task.agencies(), absentAgencies, from, task.slots()),
        task.pairs());
  }

  /** The task with nobody free before a slot, as who replans while others talk needs it. */
  public static TimetableTask closedBefore(TimetableTask task, int slot) {
    return new TimetableTask(
        task.slots(),
        task.tables(),
        closed(task.projects(), slot),
        closed(task.agencies(), slot),
        task.pairs());
  }

  private static List<Party> closed(List<Party> parties, int slot) {
    return parties.stream()
        .map(
            party -> {
              var unavailable = new TreeSet<>(party.unavailable());
              IntStream.range(1, slot).forEach(unavailable::add);
              return new Party(party.id(), party.maxMeetings(), unavailable);
            })
        .toList();
  }

  private static List<Party> away(List<Party> parties, Set<String> absent, int from, int slots) {
    return parties.stream()
        .map(
            party -> {
              if (!absent.contains(party.id())) {
                return party;
              }
              var unavailable = new TreeSet<>(party.unavailable());
              for (int slot = from; slot <= slots; slot++) {
                unavailable.add(slot);
              }
              return new Party(party.id(), party.maxMeetings(), unavailable);
            })
        .toList();
  }
}
