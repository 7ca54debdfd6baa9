package duijie.shared.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads and writes the rows of a table whose key is a text, however many they are. */
public final class Batches {

  /** How many ids one query asks for; PostgreSQL takes 65,535 parameters at most. */
  private static final int CHUNK = 1000;

  private Batches() {}

  /**
   * The rows of these ids that exist, in the order of the ids.
   *
   * @param find the rows of some ids, in any order
   */
  public static <R> List<R> inOrder(
      List<String> ids, Function<List<String>, List<R>> find, Function<R, String> idOf) {
    var wanted = ids.stream().distinct().toList();
    var found = new HashMap<String, R>();
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      var chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
      find.apply(chunk).forEach(row -> found.put(idOf.apply(row), row));
    }
    return ids.stream()
        .filter(found::containsKey)
        .map(id -> Objects.requireNonNull(found.get(id)))
        .toList();
  }

  /**
   * All rows in the order of their ids: read a page at a time as they are asked for, keeping no
   * connection in between.
   *
   * @param after the first rows after an id, in the order of their ids
   */
  public static <R> Stream<R> all(Function<String, List<R>> after, Function<R, String> idOf) {
    return Stream.iterate(
            after.apply(""),
            page -> !page.isEmpty(),
            page -> after.apply(idOf.apply(page.getLast())))
        .flatMap(List::stream);
  }

  /** Of the rows of each id the last: one statement stores no id twice. */
  public static <R> List<R> lastOfEach(Stream<R> rows, Function<R, String> idOf) {
    var last = new LinkedHashMap<String, R>();
    rows.forEach(row -> last.put(idOf.apply(row), row));
    return new ArrayList<>(last.values());
  }
}
