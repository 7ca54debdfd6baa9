package duijie.matching;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one record by name; it never changes. Rules look facts up millions of times, so all
 * records of a kind share one table of names and each keeps a bare row of values.
 */
public final class FactValues extends AbstractMap<String, Object> {

  private final Map<String, Integer> places;
  private final @Nullable Object[] row;

  /**
   * @param places where in the row each fact stands; shared by many, and not changed by anyone
   * @param row null where a fact is not known
   */
  FactValues(Map<String, Integer> places, @Nullable Object[] row) {
    this.places = places;
    this.row = row;
  }

  /** The table of names for these facts. */
  static <T> Map<String, Integer> places(List<Fact<T>> facts) {
    var places = new LinkedHashMap<String, Integer>();
    facts.forEach(fact -> places.put(fact.name(), places.size()));
    return places;
  }

  /** The places of these facts, the same for all records of a kind. */
  public int[] placesOf(List<String> names) {
    return names.stream().mapToInt(name -> place(name)).toArray();
  }

  private int place(String name) {
    var place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("no fact " + name);
    }
    return place;
  }

  /** The fact at a place, or null where it is not known. */
  public @Nullable Object at(int place) {
    return row[place];
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    var place = places.get(name);
    return place == null ? null : row[place];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    var known = new LinkedHashMap<String, Object>();
    places.forEach(
        (name, place) -> {
          var value = row[place];
          if (value != null) {
            known.put(name, value);
          }
        });
    return Map.copyOf(known).entrySet();
  }
}
