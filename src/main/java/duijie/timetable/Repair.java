package duijie.timetable;

/**
 * Puts single pairs into a timetable that has no gap for them: by moving others along Kempe chains,
 * or by putting others out that are worth less in the end (ejection chains of one step, after which
 * those that were put out look for places themselves).
 */
final class Repair {

  private final Board board;
  private final Grid grid;
  private final Chains chains;
  private final int[] ejected = new int[5];
  private int count;

  Repair(Board board) {
    this.board = board;
    this.grid = board.grid;
    chains = new Chains(board);
  }

  /** Places a pair where nothing has to go for it. */
  boolean place(int pair) {
    return !board.isSated(grid.project[pair])
        && !board.isSated(grid.agency[pair])
        && chains.place(pair, true);
  }

  /** Places a pair if the timetable is worth more afterwards. */
  boolean improve(int pair) {
    if (place(pair)) {
      return true;
    }
    long before = board.value();
    for (int slot = 0; slot < grid.slots; slot++) {
      if (!grid.bothThere(pair, slot)) {
        continue;
      }
      int mark = board.mark();
      if (eject(pair, slot)) {
        board.place(pair, slot);
        for (int i = 0; i < count; i++) {
          place(ejected[i]);
        }
        if (board.value() > before) {
          return true;
        }
      }
      board.backTo(mark);
    }
    return false;
  }

  /** Takes out what stands in a pair's way in that slot; false if something is locked. */
  private boolean eject(int pair, int slot) {
    count = 0;
    int project = grid.project[pair];
    int agency = grid.agency[pair];
    return take(board.at(project, slot))
        && take(board.at(agency, slot))
        && (!board.isSated(project) || takeSome(least(project)))
        && (!board.isSated(agency) || takeSome(least(agency)))
        && (!board.isFull(slot) || takeSome(leastIn(slot)));
  }

  private boolean takeSome(int pair) {
    return pair >= 0 && take(pair);
  }

  private boolean take(int pair) {
    if (pair < 0) {
      return true;
    }
    if (grid.lock[pair] >= 0) {
      return false;
    }
    board.lift(pair);
    ejected[count++] = pair;
    return true;
  }

  /** The party's meeting that is worth least and not locked, or -1. */
  private int least(int party) {
    int least = -1;
    for (int slot = 0; slot < grid.slots; slot++) {
      least = lesser(least, board.at(party, slot));
    }
    return least;
  }

  private int leastIn(int slot) {
    int least = -1;
    for (int project = 0; project < grid.projects; project++) {
      least = lesser(least, board.at(project, slot));
    }
    return least;
  }

  private int lesser(int one, int other) {
    if (other < 0 || grid.lock[other] >= 0) {
      return one;
    }
    return one < 0 || grid.worth[other] < grid.worth[one] ? other : one;
  }
}
