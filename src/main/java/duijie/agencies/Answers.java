package duijie.agencies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was filled in, as it was typed.
 *
 * @param values by column; several for those of which several may be chosen, none blank
 */
public record Answers(Map<Column, List<String>> values) {

  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    var kept = new EnumMap<Column, List<String>>(Column.class);
    values.forEach(
        (column, typed) -> {
          var filled = typed.stream().filter(value -> !value.isBlank()).toList();
          if (!filled.isEmpty()) {
            kept.put(column, filled);
          }
        });
    values = Collections.unmodifiableMap(kept);
  }

  /** All that was filled in there. */
  public List<String> all(Column column) {
    return values.getOrDefault(column, List.of());
  }

  /** What was filled in where one value is asked for; empty where it was left out. */
  public String one(Column column) {
    var all = all(column);
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** Those to the questions of one section. */
  public Answers of(Section section) {
    var kept = new EnumMap<Column, List<String>>(Column.class);
    section.columns().forEach(column -> kept.put(column, all(column)));
    return new Answers(kept);
  }

  /** These and those others, the others where both answer. */
  public Answers and(Answers others) {
    var both = new EnumMap<Column, List<String>>(Column.class);
    both.putAll(values);
    both.putAll(others.values);
    return new Answers(both);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The columns that are answered otherwise there, in the order of the sheet. */
  public List<Column> differing(Answers there) {
    var differing = new ArrayList<Column>();
    for (var column : Column.values()) {
      if (!all(column).equals(there.all(column))) {
        differing.add(column);
      }
    }
    return differing;
  }
}
