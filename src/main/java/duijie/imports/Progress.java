package duijie.imports;

/** Is told how far some work is. */
@FunctionalInterface
public interface Progress {

  /** How many rows are told of at once: telling of each would take longer than the work. */
  int STEP = 500;

  void at(int done, int total);
}
