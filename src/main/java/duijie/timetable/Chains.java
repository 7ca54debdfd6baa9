package duijie.timetable;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Kempe chains: from a party, its meeting in one slot, the partner's meeting in another slot, and
 * so on in turn. Swapping the two slots along the whole chain leaves nobody in two places.
 *
 * <p>Meetings are edges of a bipartite graph and slots are colours; König (1916) shows by such
 * chains that as many colours are enough as any node has edges.
 */
final class Chains {

  private final Board board;
  private final Grid grid;
  private int[] chain = new int[64];
  private int length;

  Chains(Board board) {
    this.board = board;
    this.grid = board.grid;
  }

  /**
   * Places a pair if it can, moving other meetings to other slots but taking none out. Caps are the
   * caller's; tables are minded, or else left to {@link #level}.
   */
  boolean place(int pair, boolean mindTables) {
    for (int slot = 0; slot < grid.slots; slot++) {
      if (board.isFree(grid.project[pair], slot)
          && board.isFree(grid.agency[pair], slot)
          && (!mindTables || !board.isFull(slot) || makeRoom(slot))) {
        board.place(pair, slot);
        return true;
      }
    }
    return placeByChain(pair, grid.project[pair], grid.agency[pair], mindTables)
        || placeByChain(pair, grid.agency[pair], grid.project[pair], mindTables);
  }

  /** Frees a slot for the one party, in which the other is free already. */
  private boolean placeByChain(int pair, int party, int free, boolean mindTables) {
    for (int slot = 0; slot < grid.slots; slot++) {
      if (!board.isFree(free, slot) || !grid.there[party][slot] || board.at(party, slot) < 0) {
        continue;
      }
      for (int gap = 0; gap < grid.slots; gap++) {
        if (gap != slot && board.isFree(party, gap) && follow(party, slot, gap)) {
          int mark = board.mark();
          swap(slot, gap);
          if (board.isFree(free, slot)
              && board.isFree(party, slot)
              && (!mindTables || (board.load(gap) <= grid.tables && !board.isFull(slot)))) {
            board.place(pair, slot);
            return true;
          }
          board.backTo(mark);
        }
      }
    }
    return false;
  }

  /** Moves meetings so that a full slot has one less, if a slot that is not full can take it. */
  private boolean makeRoom(int slot) {
    for (int other = 0; other < grid.slots; other++) {
      if (other != slot && !board.isFull(other) && shift(slot, other)) {
        return true;
      }
    }
    return false;
  }

  /** Moves meetings between two slots so that the second has one more and the first one less. */
  private boolean shift(int from, int to) {
    for (int party = 0; party < grid.parties; party++) {
      if (board.at(party, from) >= 0
          && board.at(party, to) < 0
          && follow(party, from, to)
          && length % 2 == 1) {
        swap(from, to);
        return true;
      }
    }
    return false;
  }

  /**
   * Evens the slots out until none holds more meetings than there are tables: equitable edge
   * colouring (de Werra 1971). Where everybody is there all the time it succeeds if there is room
   * for all: of the chains between a full slot and one that is not, one has its odd end in the full
   * one.
   */
  void level() {
    for (int slot = 0; slot < grid.slots; slot++) {
      while (board.load(slot) > grid.tables && makeRoom(slot)) {
        // one less each time
      }
    }
  }

  /**
   * Swaps two slots along some of the chains between them, as chance has it: nothing is gained or
   * lost by that, but other pairs find places.
   */
  void shuffle(int first, int second, RandomGenerator random) {
    for (int party = 0; party < grid.parties && first != second; party++) {
      boolean inFirst = board.at(party, first) >= 0;
      boolean inSecond = board.at(party, second) >= 0;
      if (inFirst != inSecond && random.nextInt(3) == 0) {
        int from = inFirst ? first : second;
        int to = inFirst ? second : first;
        if (follow(party, from, to) && (length % 2 == 0 || !board.isFull(to))) {
          swap(first, second);
        }
      }
    }
  }

  /** Finds the chain that begins with the party's meeting in a slot; false if it may not move. */
  private boolean follow(int party, int first, int second) {
    length = 0;
    int at = party;
    int slot = first;
    int next = second;
    for (int pair = board.at(at, slot); pair >= 0; pair = board.at(at, slot)) {
      if (!board.mayMove(pair, next)) {
        return false;
      }
      if (length == chain.length) {
        chain = Arrays.copyOf(chain, 2 * length);
      }
      chain[length++] = pair;
      at = grid.partner(pair, at);
      int other = slot;
      slot = next;
      next = other;
    }
    return true;
  }

  private void swap(int first, int second) {
    var slots = new int[length];
    for (int i = 0; i < length; i++) {
      slots[i] = board.slotOf(chain[i]) == first ? second : first;
    }
    for (int i = 0; i < length; i++) {
      board.lift(chain[i]);
    }
    for (int i = 0; i < length; i++) {
      board.place(chain[i], slots[i]);
    }
  }
}
