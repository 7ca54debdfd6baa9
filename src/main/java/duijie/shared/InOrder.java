package duijie.shared;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Works on many things at once and still hands the results over in order. */
public final class InOrder {

  /** So many results wait at most to be handed over. */
  private static final int AT_ONCE = 64;

  private InOrder() {}

  /**
   * Works on each item, several at a time, and gives the results in the order of the items. Needs
   * no more memory for many items than for {@value AT_ONCE}.
   *
   * @param work called from several threads
   */
  public static <T, R> Stream<R> map(List<T> items, Function<T, R> work) {
    return IntStream.iterate(0, from -> from < items.size(), from -> from + AT_ONCE)
        .mapToObj(from -> items.subList(from, Math.min(items.size(), from + AT_ONCE)))
        .flatMap(some -> some.parallelStream().map(work).toList().stream());
  }
}
