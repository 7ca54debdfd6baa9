package duijie.matching.cel;

import duijie.matching.FactValues;
import java.util.Arrays;
import java.util.List;

/**
 * Expressions as one side of a pair sees them: those that never look at the other side have their
 * results already, and the others are evaluated for partners that differ in what they look at. Used
 * by one thread.
 */
final class Settled {

  private final Expressions expressions;
  private final Object[] results;
  private final int[] open;
  private final Remembered[] remembered;

  /**
   * @param half the side that is known
   */
  Settled(Expressions expressions, HalfPair half) {
    this.expressions = expressions;
    this.results = new Object[expressions.size()];
    this.remembered = new Remembered[results.length];
    int[] asking = new int[results.length];
    int count = 0;
    for (int i = 0; i < results.length; i++) {
      results[i] = expressions.evaluate(i, half);
      if (half.wasAsked()) {
        remembered[i] = new Remembered(expressions.reads(i, half.missing()).orElse(null));
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

  /**
   * The result of the expression at this place for a pair.
   *
   * @param partner the facts of the other side
   */
  Object evaluate(int place, Pair pair, FactValues partner) {
    return remembered[place].get(partner, () -> expressions.evaluate(place, pair));
  }

  /** All results for a pair. */
  List<Object> all(Pair pair, FactValues partner) {
    var all = results.clone();
    for (int place : open) {
      all[place] = evaluate(place, pair, partner);
    }
    return Arrays.asList(all);
  }
}
