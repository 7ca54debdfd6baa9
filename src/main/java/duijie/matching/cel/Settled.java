package duijie.matching.cel;

import java.util.Arrays;

/**
 * Expressions as one side of a pair sees them: those that never look at the other side have their
 * results already, and only the others are evaluated for each partner.
 */
final class Settled {

  private final Expressions expressions;
  private final Object[] results;
  private final int[] open;

  /**
   * @param half the side that is known
   */
  Settled(Expressions expressions, HalfPair half) {
    this.expressions = expressions;
    this.results = new Object[expressions.size()];
    int[] asking = new int[results.length];
    int count = 0;
    for (int i = 0; i < results.length; i++) {
      results[i] = expressions.evaluate(i, half);
      if (half.wasAsked()) {
        asking[count++] = i;
      }
    }
    this.open = Arrays.copyOf(asking, count);
  }

  /** The results that no partner changes; those at {@link #open} mean nothing. */
  Object[] results() {
    return results;
  }

  /** The places of the expressions that look at the partner. */
  int[] open() {
    return open;
  }

  /** The result of the expression at this place for a pair. */
  Object evaluate(int place, Pair pair) {
    return expressions.evaluate(place, pair);
  }
}
