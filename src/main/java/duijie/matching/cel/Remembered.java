package duijie.matching.cel;

import duijie.matching.FactValues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The results of one expression for the partners of one side. Partners whose facts are alike, as
 * far as the expression looks at them, share a result: of a thousand agencies few differ in their
 * grade. Where hardly any are alike it stops remembering.
 */
final class Remembered {

  /** After so many partners it is clear whether they are alike. */
  private static final int TRIAL = 32;

  /** One in so many must have been met before. */
  private static final int WORTHWHILE = 3;

  private static final Object NOTHING = new Object();

  private final @Nullable List<String> facts;
  private final Map<Object, Object> results = new HashMap<>();
  private int @Nullable [] places;
  private int asked;
  private int met;

  /**
   * @param facts what the expression looks at, or null where that is not known
   */
  Remembered(@Nullable List<String> facts) {
    this.facts = facts;
  }

  /**
   * The result for a partner of these facts: a remembered one, or else the one that is supplied.
   */
  Object get(FactValues partner, Supplier<Object> result) {
    if (facts == null || (asked >= TRIAL && met * WORTHWHILE < asked)) {
      return result.get();
    }
    asked++;
    if (places == null) {
      places = partner.placesOf(facts);
    }
    var key = key(places, partner);
    var known = results.get(key);
    if (known != null) {
      met++;
      return known;
    }
    var made = result.get();
    results.put(key, made);
    return made;
  }

  private static Object key(int[] places, FactValues partner) {
    if (places.length == 1) {
      var value = partner.at(places[0]);
      return value == null ? NOTHING : value;
    }
    var values = new @Nullable Object[places.length];
    int hash = 1;
    for (int i = 0; i < values.length; i++) {
      var value = partner.at(places[i]);
      values[i] = value;
      hash = 31 * hash + (value == null ? 0 : value.hashCode());
    }
    return new Values(values, hash);
  }

  /** Several facts of one partner. */
  @SuppressWarnings("ArrayRecordComponent") // compared by content, see below
  private record Values(@Nullable Object[] values, int hash) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Values that
          && hash == that.hash
          && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
