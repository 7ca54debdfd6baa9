package duijie.timetable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A task in numbers: parties, pairs and slots from 0, the projects before the agencies. Values are
 * whole multiples of the smallest decimal place that any value has, so that sums are exact.
 */
final class Grid {

  final TimetableTask task;
  final int projects;
  final int parties;
  final int slots;
  final int tables;
  final int pairs;

  /** The project of each pair. */
  final int[] project;

  /** The agency of each pair, counted on from the projects. */
  final int[] agency;

  /** The value of each pair. */
  final long[] worth;

  /** The slot in which each pair has to be, or -1. */
  final int[] lock;

  /** The table at which each pair has to be, or -1. */
  final int[] lockedTable;

  /** Whether a party is there, by party and slot. */
  final boolean[][] there;

  /** How many meetings a party can have: no more than it takes, nor than slots it is there. */
  final int[] most;

  private final int scale;

  Grid(TimetableTask task) {
    this.task = task;
    projects = task.projects().size();
    parties = projects + task.agencies().size();
    slots = task.slots();
    tables = task.tables();
    pairs = task.pairs().size();
    project = new int[pairs];
    agency = new int[pairs];
    worth = new long[pairs];
    lock = new int[pairs];
    lockedTable = new int[pairs];
    there = new boolean[parties][slots];
    most = new int[parties];
    scale = scale(task);
    for (int party = 0; party < parties; party++) {
      enter(party(party), party);
    }
    var projectNumbers = numbers(task.projects(), 0);
    var agencyNumbers = numbers(task.agencies(), projects);
    for (int pair = 0; pair < pairs; pair++) {
      var wish = task.pairs().get(pair);
      project[pair] = number(projectNumbers, wish.project());
      agency[pair] = number(agencyNumbers, wish.agency());
      worth[pair] = wish.value().movePointRight(scale).longValueExact();
      var locked = wish.locked();
      lock[pair] = locked == null ? -1 : locked.slot() - 1;
      if (locked != null) { // whoever is locked into a slot is there, or the lock would not stand
        there[project[pair]][lock[pair]] = true;
        there[agency[pair]][lock[pair]] = true;
      }
      lockedTable[pair] = locked == null || locked.table() == null ? -1 : locked.table() - 1;
    }
    for (int party = 0; party < parties; party++) {
      most[party] = Math.min(party(party).maxMeetings(), slotsOf(party));
    }
  }

  private int slotsOf(int party) {
    int slots = 0;
    for (boolean here : there[party]) {
      slots += here ? 1 : 0;
    }
    return slots;
  }

  private void enter(Party party, int number) {
    Arrays.fill(there[number], true);
    party.unavailable().forEach(slot -> there[number][slot - 1] = false);
  }

  private static Map<String, Integer> numbers(List<Party> parties, int first) {
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < parties.size(); i++) {
      numbers.put(parties.get(i).id(), first + i);
    }
    return numbers;
  }

  private static int number(Map<String, Integer> numbers, String id) {
    var number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("unknown party " + id);
    }
    return number;
  }

  /** The decimal places that all values of the task need. */
  private static int scale(TimetableTask task) {
    return task.pairs().stream().mapToInt(pair -> pair.value().scale()).reduce(0, Math::max);
  }

  Party party(int number) {
    return number < projects ? task.projects().get(number) : task.agencies().get(number - projects);
  }

  /** The one that a party meets in that pair. */
  int partner(int pair, int party) {
    return project[pair] + agency[pair] - party;
  }

  boolean bothThere(int pair, int slot) {
    return there[project[pair]][slot] && there[agency[pair]][slot];
  }

  /** Whether everybody is there all the time and nothing is locked: then the best can be had. */
  boolean isOpen() {
    for (var slots : there) {
      for (var here : slots) {
        if (!here) {
          return false;
        }
      }
    }
    return Arrays.stream(lock).allMatch(slot -> slot < 0);
  }

  /** A sum of values as people write it. */
  BigDecimal decimal(long sum) {
    return Pair.plain(BigDecimal.valueOf(sum, scale));
  }
}
