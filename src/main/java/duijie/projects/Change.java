package duijie.projects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said otherwise before.
 *
 * @param column the column in which it stands, or null for a clause
 * @param label what the place is called
 * @param before empty where nothing was said
 * @param after empty where nothing is said any more
 */
public record Change(@Nullable Column column, String label, String before, String after) {

  /** Where two texts of a project differ: by column, then by clause. */
  public static List<Change> between(
      Map<Column, String> typedBefore,
      Map<String, String> clausesBefore,
      Map<Column, String> typedAfter,
      Map<String, String> clausesAfter) {
    var changes = new ArrayList<Change>();
    for (var column : Column.values()) {
      add(changes, column, column.label(), typedBefore.get(column), typedAfter.get(column));
    }
    var headings = new LinkedHashSet<>(clausesBefore.keySet());
    headings.addAll(clausesAfter.keySet());
    headings.forEach(h -> add(changes, null, h, clausesBefore.get(h), clausesAfter.get(h)));
    return List.copyOf(changes);
  }

  private static void add(
      List<Change> changes,
      @Nullable Column column,
      String label,
      @Nullable String before,
      @Nullable String after) {
    var one = Objects.requireNonNullElse(before, "");
    var other = Objects.requireNonNullElse(after, "");
    if (!one.equals(other)) {
      changes.add(new Change(column, label, one, other));
    }
  }
}
