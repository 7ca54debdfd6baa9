package duijie.timetable;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Looks for a timetable near the bound where parties are away or meetings locked: large
 * neighbourhood search (Shaw 1998). Puts the chosen pairs in one by one, then improves: slot by
 * slot by the best matching, pair by pair by ejection. Once nothing more is gained that way, it
 * empties a few slots again and again, chooses for them anew as for the whole with values that are
 * a little off, and keeps what comes of it if nothing was lost. The chances are drawn from a fixed
 * seed and the rounds are counted, so the result is always the same.
 *
 * <p>What is gained narrows the search: a pair that costs more than the gap between value and bound
 * is in no better timetable, and is looked at no more.
 */
final class Search {

  private static final long SEED = 20_250_701;

  /** Rounds times candidates times slots: what bounds the time. */
  private static final long EFFORT = 5_000_000;

  private static final int FEWEST_ROUNDS = 8;
  private static final int MOST_ROUNDS = 1_000;

  /** Pairs looked at, for each pair of the best choice: the others are too dear to matter. */
  private static final int NEAR = 3;

  private static final int FEWEST_CANDIDATES = 2_000;

  private final Board board;
  private final Grid grid;
  private final Relaxation relaxation;
  private final BooleanSupplier enough;
  private final Repair repair;
  private final Chains chains;
  private final SlotMatching matching;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int[] chosen;
  private boolean cut;

  Search(Board board, Relaxation relaxation, BooleanSupplier enough) {
    this.board = board;
    this.grid = board.grid;
    this.relaxation = relaxation;
    this.enough = enough;
    repair = new Repair(board);
    chains = new Chains(board);
    matching = new SlotMatching(board);
    chosen = relaxation.chosen();
  }

  /** Improves the board; says whether that was cut short. */
  boolean run() {
    for (int pair : chosen) {
      repair.place(pair);
    }
    climb(candidates());
    board.settle();
    var candidates = candidates();
    long effort = Math.max(1, (long) candidates.length * grid.slots);
    long rounds = Math.clamp(EFFORT / effort, FEWEST_ROUNDS, MOST_ROUNDS);
    for (long round = 0; round < rounds && !isDone(); round++) {
      long before = board.value();
      chooseAnew(fewSlots(), candidates);
      if (board.value() < before) {
        board.backTo(0);
      } else if (board.value() > before) {
        candidates = candidates();
      }
      board.settle();
    }
    return cut;
  }

  private int[] candidates() {
    return relaxation.candidates(board.value(), Math.max(FEWEST_CANDIDATES, NEAR * chosen.length));
  }

  private boolean isDone() {
    if (board.value() == relaxation.bound()) {
      return true;
    }
    cut |= enough.getAsBoolean();
    return cut;
  }

  /** Fills slots and places pairs until that gains nothing. */
  private void climb(int[] candidates) {
    long before = -1;
    while (board.value() > before && !isDone()) {
      before = board.value();
      for (int slot = 0; slot < grid.slots && !isDone(); slot++) {
        matching.fill(slot, candidates);
      }
      for (int pair : candidates) {
        if (!board.isPlaced(pair) && !isDone()) {
          repair.improve(pair);
        }
      }
    }
  }

  /** Empties these slots and fills them as the whole was filled, with values a little off. */
  private void chooseAnew(int[] slots, int[] candidates) {
    for (int slot : slots) {
      chains.shuffle(slot, slots[random.nextInt(slots.length)], random);
    }
    int noise = 6 + random.nextInt(5);
    var anew =
        matching.choose(
            slots,
            candidates,
            pair -> grid.worth[pair] - random.nextLong(1 + (grid.worth[pair] >> noise)));
    for (int pair : anew) {
      repair.place(pair);
    }
    for (int slot : slots) {
      matching.fill(slot, candidates);
    }
    for (int pair : anew) {
      if (!board.isPlaced(pair)) {
        repair.improve(pair);
      }
    }
  }

  /** Two or three slots, if there are so many. */
  private int[] fewSlots() {
    var all = new int[grid.slots];
    Arrays.setAll(all, slot -> slot);
    int few = Math.min(grid.slots, 2 + random.nextInt(2));
    for (int i = 0; i < few; i++) {
      int other = i + random.nextInt(all.length - i);
      int kept = all[i];
      all[i] = all[other];
      all[other] = kept;
    }
    return Arrays.copyOf(all, few);
  }
}
