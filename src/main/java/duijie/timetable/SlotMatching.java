package duijie.timetable;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The best that one slot, or a few, can hold while all others stay. For one slot that is exact:
 * maximum-weight matching of the pairs that are in it and of those that have no place, by {@link
 * Choice} with one meeting a party.
 */
final class SlotMatching {

  private final Board board;
  private final Grid grid;
  private final int[] pairOf;
  private final int[] left;
  private final int[] right;
  private final long[] worth;
  private final int[] one;

  SlotMatching(Board board) {
    this.board = board;
    this.grid = board.grid;
    pairOf = new int[grid.pairs];
    left = new int[grid.pairs];
    right = new int[grid.pairs];
    worth = new long[grid.pairs];
    one = new int[grid.parties];
    Arrays.fill(one, 1);
  }

  /** What a pair counts when slots are chosen for. */
  @FunctionalInterface
  interface Weight {
    long of(int pair);
  }

  /** Fills a slot anew with the best of these candidates. */
  void fill(int slot, int[] candidates) {
    clear(slot);
    int count = 0;
    for (int pair : candidates) {
      if (isOpen(pair, slot)) {
        put(pair, grid.worth[pair], count++);
      }
    }
    var choice = choice(count, one, room(slot));
    for (int edge = 0; edge < count; edge++) {
      if (choice.isChosen(edge)) {
        board.place(pairOf[edge], slot);
      }
    }
  }

  /**
   * Empties some slots and chooses anew who meets in them, without saying when: as many as a party
   * has slots free among these. Gives the most valuable first.
   */
  int[] choose(int[] slots, int[] candidates, Weight weight) {
    int room = 0;
    var caps = new int[grid.parties];
    for (int slot : slots) {
      clear(slot);
      room += room(slot);
    }
    for (int party = 0; party < grid.parties; party++) {
      int free = 0;
      for (int slot : slots) {
        if (board.isFree(party, slot)) {
          free++;
        }
      }
      caps[party] = Math.min(free, board.left(party));
    }
    int count = 0;
    for (int pair : candidates) {
      if (!board.isPlaced(pair) && isOpen(pair, slots)) {
        put(pair, weight.of(pair), count++);
      }
    }
    var choice = choice(count, caps, room);
    return IntStream.range(0, count)
        .filter(choice::isChosen)
        .map(edge -> pairOf[edge])
        .boxed()
        .sorted((pair, other) -> Long.compare(grid.worth[other], grid.worth[pair]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean isOpen(int pair, int[] slots) {
    for (int slot : slots) {
      if (board.isFree(grid.project[pair], slot) && board.isFree(grid.agency[pair], slot)) {
        return true;
      }
    }
    return false;
  }

  private void clear(int slot) {
    for (int project = 0; project < grid.projects; project++) {
      int pair = board.at(project, slot);
      if (pair >= 0 && grid.lock[pair] < 0) {
        board.lift(pair);
      }
    }
  }

  private int room(int slot) {
    return Math.max(0, grid.tables - board.load(slot));
  }

  private void put(int pair, long weight, int edge) {
    pairOf[edge] = pair;
    left[edge] = grid.project[pair];
    right[edge] = grid.agency[pair];
    worth[edge] = weight;
  }

  private Choice choice(int count, int[] caps, int limit) {
    return new Choice(
            grid.projects,
            grid.parties,
            Arrays.copyOf(left, count),
            Arrays.copyOf(right, count),
            Arrays.copyOf(worth, count),
            caps,
            limit)
        .make(() -> {});
  }

  private boolean isOpen(int pair, int slot) {
    int project = grid.project[pair];
    int agency = grid.agency[pair];
    return !board.isPlaced(pair)
        && board.isFree(project, slot)
        && board.isFree(agency, slot)
        && !board.isSated(project)
        && !board.isSated(agency);
  }
}
