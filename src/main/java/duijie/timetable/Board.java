package duijie.timetable;

import java.util.Arrays;

/**
 * A timetable in the making: which pair meets in which slot. No party is ever in two places, nor
 * anywhere it is not there; caps and the number of tables are minded by whoever places. Everything
 * can be taken back.
 */
final class Board {

  final Grid grid;
  private final int[] slotOf;
  private final int[][] at;
  private final int[] held;
  private final int[] load;
  private long value;

  /** Pair and slot before, for each step. */
  private int[] journal = new int[1 << 10];

  private int steps;

  /** A board on which only the locked meetings are. */
  Board(Grid grid) {
    this.grid = grid;
    slotOf = new int[grid.pairs];
    Arrays.fill(slotOf, -1);
    at = new int[grid.parties][grid.slots];
    for (var row : at) {
      Arrays.fill(row, -1);
    }
    held = new int[grid.parties];
    load = new int[grid.slots];
    for (int pair = 0; pair < grid.pairs; pair++) {
      if (grid.lock[pair] >= 0) {
        place(pair, grid.lock[pair]);
      }
    }
  }

  /** The slot of a pair, or -1. */
  int slotOf(int pair) {
    return slotOf[pair];
  }

  boolean isPlaced(int pair) {
    return slotOf[pair] >= 0;
  }

  /** The pair that a party meets in, in that slot, or -1. */
  int at(int party, int slot) {
    return at[party][slot];
  }

  /** Whether a party is there in that slot and meets nobody. */
  boolean isFree(int party, int slot) {
    return at[party][slot] < 0 && grid.there[party][slot];
  }

  boolean isFull(int slot) {
    return load[slot] >= grid.tables;
  }

  int load(int slot) {
    return load[slot];
  }

  long value() {
    return value;
  }

  /** How many more meetings a party takes, whether it is free or not. */
  int left(int party) {
    return grid.most[party] - held[party];
  }

  /** How many more meetings a party can have. */
  int most(int party) {
    int free = 0;
    for (int slot = 0; slot < grid.slots; slot++) {
      if (isFree(party, slot)) {
        free++;
      }
    }
    return Math.max(0, Math.min(free, left(party)));
  }

  /** Whether a party has as many meetings as it can have. */
  boolean isSated(int party) {
    return held[party] >= grid.most[party];
  }

  /** Whether a party has as many meetings as it wants, though it may be free. */
  boolean isCapped(int party) {
    return held[party] >= grid.party(party).maxMeetings();
  }

  /** Whether there is a slot that is free for both, tables aside. */
  boolean canEver(int pair) {
    for (int slot = 0; slot < grid.slots; slot++) {
      if (isFree(grid.project[pair], slot) && isFree(grid.agency[pair], slot)) {
        return true;
      }
    }
    return false;
  }

  /** How many more meetings can be held: in each slot as many as it has tables and free parties. */
  int room() {
    long room = 0;
    for (int slot = 0; slot < grid.slots; slot++) {
      int freeProjects = 0;
      int freeAgencies = 0;
      for (int party = 0; party < grid.parties; party++) {
        if (isFree(party, slot)) {
          if (party < grid.projects) {
            freeProjects++;
          } else {
            freeAgencies++;
          }
        }
      }
      room += Math.min(Math.max(0, grid.tables - load[slot]), Math.min(freeProjects, freeAgencies));
    }
    return (int) Math.min(room, Integer.MAX_VALUE);
  }

  /** Whether a pair can be placed there as everything stands. */
  boolean fits(int pair, int slot) {
    return !isFull(slot) && isFree(grid.project[pair], slot) && isFree(grid.agency[pair], slot);
  }

  /** Whether a pair may be moved to that slot, whoever else is there. */
  boolean mayMove(int pair, int slot) {
    return grid.lock[pair] < 0 && grid.bothThere(pair, slot);
  }

  void place(int pair, int slot) {
    note(pair, -1);
    put(pair, slot);
  }

  void lift(int pair) {
    note(pair, slotOf[pair]);
    remove(pair);
  }

  private void put(int pair, int slot) {
    slotOf[pair] = slot;
    at[grid.project[pair]][slot] = pair;
    at[grid.agency[pair]][slot] = pair;
    held[grid.project[pair]]++;
    held[grid.agency[pair]]++;
    load[slot]++;
    value += grid.worth[pair];
  }

  private void remove(int pair) {
    int slot = slotOf[pair];
    slotOf[pair] = -1;
    at[grid.project[pair]][slot] = -1;
    at[grid.agency[pair]][slot] = -1;
    held[grid.project[pair]]--;
    held[grid.agency[pair]]--;
    load[slot]--;
    value -= grid.worth[pair];
  }

  private void note(int pair, int slot) {
    if (2 * steps == journal.length) {
      journal = Arrays.copyOf(journal, 2 * journal.length);
    }
    journal[2 * steps] = pair;
    journal[2 * steps + 1] = slot;
    steps++;
  }

  /** Where {@link #backTo} can come back to; forgets all before it. */
  void settle() {
    steps = 0;
  }

  int mark() {
    return steps;
  }

  /** Takes back all steps since that mark. */
  void backTo(int mark) {
    while (steps > mark) {
      steps--;
      int pair = journal[2 * steps];
      int slot = journal[2 * steps + 1];
      if (slot < 0) {
        remove(pair);
      } else {
        put(pair, slot);
      }
    }
  }
}
