package duijie.timetable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Gives each meeting a table. Locked tables stay as they are.
 *
 * <p>Where there is a table for each project, it has one of its own all day. Where there are fewer,
 * to have nobody change would be to colour a graph (who shares a slot may not share a table), which
 * is hard; so this is a heuristic. Each project gets a home table, whose other owners it meets in
 * as few slots as can be had one by one; then each slot in turn is seated anew, the best way there
 * is while all other slots stay (maximum-weight matching of projects and tables: as many as
 * possible sit where they sat before and where they sit next), until no slot gains. This is done
 * with and without homes, and the seating with fewer changes is taken.
 */
final class Tables {

  private static final int MOST_SWEEPS = 40;

  private final Board board;
  private final Grid grid;
  private final int[] home;

  /** The table by project and slot, or -1. */
  private int[][] table;

  private Tables(Board board) {
    this.board = board;
    this.grid = board.grid;
    home = homes();
    table = new int[grid.projects][grid.slots];
  }

  /** The table of each project by slot, from 0; -1 where it meets nobody. */
  static int[][] seat(Board board) {
    var tables = new Tables(board);
    tables.seatAll(true);
    var homely = tables.table;
    int changes = tables.changes();
    if (changes > 0) {
      tables.table = new int[board.grid.projects][board.grid.slots];
      tables.seatAll(false);
      if (tables.changes() < changes) {
        return tables.table;
      }
    }
    return homely;
  }

  private int[] homes() {
    var homes = new int[grid.projects];
    Arrays.fill(homes, -1);
    var owned = new boolean[grid.tables];
    for (int pair = 0; pair < grid.pairs; pair++) {
      int locked = grid.lockedTable[pair];
      if (locked >= 0 && !owned[locked] && homes[grid.project[pair]] < 0) {
        homes[grid.project[pair]] = locked;
        owned[locked] = true;
      }
    }
    var clashes = new int[grid.tables][grid.slots];
    IntStream.range(0, grid.projects)
        .filter(project -> homes[project] >= 0)
        .forEach(project -> settle(project, clashes[homes[project]]));
    IntStream.range(0, grid.projects)
        .boxed()
        .filter(project -> homes[project] < 0)
        .sorted(Comparator.comparingInt(project -> -meetings(project)))
        .forEach(
            project -> {
              homes[project] = calmest(project, clashes, owned);
              owned[homes[project]] = true;
              settle(project, clashes[homes[project]]);
            });
    return homes;
  }

  private int meetings(int project) {
    // In the order of the task where each has a table of its own: so tables are easy to find.
    return grid.task.hasFixedSeats()
        ? 0
        : (int) IntStream.range(0, grid.slots).filter(slot -> board.at(project, slot) >= 0).count();
  }

  private void settle(int project, int[] taken) {
    for (int slot = 0; slot < grid.slots; slot++) {
      if (board.at(project, slot) >= 0) {
        taken[slot]++;
      }
    }
  }

  private int calmest(int project, int[][] clashes, boolean[] owned) {
    int calmest = -1;
    int fewest = Integer.MAX_VALUE;
    for (int at = 0; at < grid.tables && fewest > 0; at++) {
      int count = owned[at] ? 1 : 0; // a table that nobody owns goes first
      for (int slot = 0; slot < grid.slots; slot++) {
        if (board.at(project, slot) >= 0) {
          count += 2 * clashes[at][slot];
        }
      }
      if (count < fewest) {
        fewest = count;
        calmest = at;
      }
    }
    return calmest;
  }

  private void seatAll(boolean withHomes) {
    for (var row : table) {
      Arrays.fill(row, -1);
    }
    int before = Integer.MAX_VALUE;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      for (int slot = 0; slot < grid.slots; slot++) {
        seat(slot, withHomes, sweep == 0);
      }
      int changes = changes();
      if (changes == 0 || changes >= before) {
        return;
      }
      before = changes;
    }
  }

  /** Seats one slot anew, in the best way while the others stay. */
  private void seat(int slot, boolean withHomes, boolean first) {
    var edges = new Edges(grid.projects * 3);
    var caps = new int[grid.projects + grid.tables];
    Arrays.fill(caps, 1);
    int same = grid.projects + 1;
    for (int project = 0; project < grid.projects; project++) {
      int pair = board.at(project, slot);
      table[project][slot] = -1;
      if (pair < 0) {
        continue;
      }
      if (grid.lockedTable[pair] >= 0) {
        table[project][slot] = grid.lockedTable[pair];
        caps[project] = 0;
        caps[grid.projects + grid.lockedTable[pair]] = 0;
        continue;
      }
      edges.add(project, neighbour(project, slot, -1), same);
      edges.add(project, neighbour(project, slot, 1), same);
      if (withHomes) {
        edges.add(project, home[project], first ? 2 * same : 1);
      }
    }
    var choice = edges.choose(caps);
    for (int edge = 0; edge < edges.count; edge++) {
      if (choice.isChosen(edge)) {
        table[edges.left[edge]][slot] = edges.right[edge] - grid.projects;
        caps[edges.right[edge]] = 0;
      }
    }
    int next = 0;
    for (int project = 0; project < grid.projects; project++) {
      if (board.at(project, slot) >= 0 && table[project][slot] < 0) {
        while (caps[grid.projects + next] == 0) {
          next++;
        }
        table[project][slot] = next++;
      }
    }
  }

  /** Where the project sits in its last meeting before, or its first after, a slot; or -1. */
  private int neighbour(int project, int slot, int direction) {
    for (int other = slot + direction; other >= 0 && other < grid.slots; other += direction) {
      if (board.at(project, other) >= 0) {
        return table[project][other];
      }
    }
    return -1;
  }

  /** How often projects sit elsewhere than in their meeting before. */
  private int changes() {
    int changes = 0;
    for (int project = 0; project < grid.projects; project++) {
      for (int slot = 0; slot < grid.slots; slot++) {
        int before = neighbour(project, slot, -1);
        if (table[project][slot] >= 0 && before >= 0 && before != table[project][slot]) {
          changes++;
        }
      }
    }
    return changes;
  }

  /** Who would like to sit where; the wishes of one project for one table add up. */
  private final class Edges {

    private final int[] left;
    private final int[] right;
    private final long[] worth;
    private int count;

    Edges(int most) {
      left = new int[most];
      right = new int[most];
      worth = new long[most];
    }

    void add(int project, int at, int worthOf) {
      if (at < 0) {
        return;
      }
      for (int edge = count - 1; edge >= 0 && left[edge] == project; edge--) {
        if (right[edge] == grid.projects + at) {
          worth[edge] += worthOf;
          return;
        }
      }
      left[count] = project;
      right[count] = grid.projects + at;
      worth[count++] = worthOf;
    }

    Choice choose(int[] caps) {
      return new Choice(
              grid.projects,
              caps.length,
              Arrays.copyOf(left, count),
              Arrays.copyOf(right, count),
              Arrays.copyOf(worth, count),
              caps,
              grid.projects)
          .make(() -> {});
    }
  }
}
