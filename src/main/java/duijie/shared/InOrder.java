package duijie.shared;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Works on many things at once and still hands the results over in order. */
public final class InOrder {

  /** So many results wait at most where each is small. */
  private static final int MANY = 500;

  private InOrder() {}

  /** The same for results that need little memory each. */
  public static <T, R> Stream<R> map(List<T> items, Function<T, R> work) {
    return map(items, MANY, work);
  }

  /**
   * Works on each item, several at a time, and gives the results in the order of the items.
   *
   * @param atOnce how many results may wait to be taken; many keep all processors busy, few need
   *     little memory
   * @param work called from several threads
   */
  public static <T, R> Stream<R> map(List<T> items, int atOnce, Function<T, R> work) {
    return IntStream.iterate(0, from -> from < items.size(), from -> from + atOnce)
        .mapToObj(from -> items.subList(from, Math.min(items.size(), from + atOnce)))
        .flatMap(some -> some.parallelStream().map(work).toList().stream());
  }
}
