package duijie.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was at one moment.
 *
 * @param json an object
 */
public record Snapshot(String json) {

  /** These values by name: texts, numbers, enums, dates, ids, records, lists and maps of such. */
  public static Snapshot of(Map<String, ? extends @Nullable Object> values) {
    return new Snapshot(JsonText.of(new TreeMap<>(values)));
  }

  /**
   * All components of a record. Those whose name says that they are secret (a password, a token)
   * are left out, whoever forgets to think of it.
   */
  public static Snapshot of(Record record) {
    return new Snapshot(JsonText.of(JsonText.components(record)));
  }

  @Override
  public String toString() {
    return json;
  }
}
