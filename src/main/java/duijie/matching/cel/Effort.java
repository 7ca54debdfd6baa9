package duijie.matching.cel;

/**
 * How much the functions of one evaluation may do together, counted in elements of lists and terms
 * of texts, so that no rule can keep a thread busy with the longest lists again and again.
 */
final class Effort {

  private static final int MOST = 50_000;

  private static final ThreadLocal<int[]> SPENT = ThreadLocal.withInitial(() -> new int[1]);

  private Effort() {}

  /** An evaluation begins on this thread. */
  static void begin() {
    SPENT.get()[0] = 0;
  }

  /**
   * Counts what a function is about to do.
   *
   * @throws Exceeded where the evaluation did too much already
   */
  static void spend(int elements) {
    int[] spent = SPENT.get();
    spent[0] += elements;
    if (spent[0] > MOST) {
      throw new Exceeded();
    }
  }

  /**
   * An evaluation wanted to do more than it may. An error and no exception: CEL takes an exception
   * for a value that && and || may pass over, and would go on.
   */
  static final class Exceeded extends Error {

    private static final long serialVersionUID = 1;

    Exceeded() {
      super("too much work for one rule", null, false, false);
    }
  }
}
