package duijie.timetable;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A task without its clock: which pairs would meet if only numbers counted, and not when. The best
 * choice then is worth at least what any timetable is, so its value is the upper bound.
 *
 * <p>A party takes no more meetings than it wants nor than slots in which it is there; all together
 * no more than fit into the slots. Pairs that are locked are in, pairs that never are there
 * together are out.
 */
final class Relaxation {

  private final Grid grid;
  private final int[] edgeOf;
  private final int[] pairOf;
  private final Choice choice;
  private final long bound;

  Relaxation(Board locks, Runnable phase) {
    grid = locks.grid;
    edgeOf = new int[grid.pairs];
    Arrays.fill(edgeOf, -1);
    var open = new int[grid.pairs];
    int count = 0;
    for (int pair = 0; pair < grid.pairs; pair++) {
      if (grid.lock[pair] < 0 && locks.canEver(pair)) {
        edgeOf[pair] = count;
        open[count++] = pair;
      }
    }
    pairOf = Arrays.copyOf(open, count);
    var caps = new int[grid.parties];
    Arrays.setAll(caps, party -> locks.most(party));
    choice =
        new Choice(
                grid.projects,
                grid.parties,
                Arrays.stream(pairOf).map(pair -> grid.project[pair]).toArray(),
                Arrays.stream(pairOf).map(pair -> grid.agency[pair]).toArray(),
                Arrays.stream(pairOf).mapToLong(pair -> grid.worth[pair]).toArray(),
                caps,
                locks.room())
            .make(phase);
    bound = locks.value() + choice.bound();
  }

  /** What no timetable exceeds. */
  long bound() {
    return bound;
  }

  /** The chosen pairs, the most valuable first. */
  int[] chosen() {
    return Arrays.stream(pairOf)
        .filter(this::isChosen)
        .boxed()
        .sorted((one, other) -> Long.compare(grid.worth[other], grid.worth[one]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  boolean isChosen(int pair) {
    return choice.isChosen(edgeOf[pair]);
  }

  /**
   * The pairs, apart from the locked, that a timetable worth more than this may have; of these no
   * more than so many, those that cost least to have.
   */
  int[] candidates(long value, int most) {
    long gap = bound() - value;
    return Arrays.stream(pairOf)
        .filter(pair -> isChosen(pair) || price(pair) < gap)
        .boxed()
        .sorted(Comparator.comparingLong(pair -> isChosen(pair) ? 0 : price(pair)))
        .limit(most)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /** How much less than the bound any choice with this pair is worth. */
  private long price(int pair) {
    return Math.max(0, -choice.surplus(edgeOf[pair]));
  }
}
