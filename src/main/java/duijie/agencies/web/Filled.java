package duijie.agencies.web;

import duijie.pages.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in, with what is wrong.
 *
 * @param values by the ids of the fields
 */
public record Filled(Map<String, List<String>> values, List<Problem> problems) {

  /** Nothing has been filled in yet. */
  static final Filled EMPTY = new Filled(Map.of(), List.of());

  public Filled {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /** What stands in a field that has one value. */
  public String value(String field) {
    var all = values.getOrDefault(field, List.of());
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** What was chosen in a field of which several may be. */
  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** What is wrong with a field, or null. */
  public @Nullable String problem(String field) {
    var sentences =
        problems.stream().filter(p -> p.field().equals(field)).map(Problem::sentence).toList();
    return sentences.isEmpty() ? null : String.join(" ", sentences);
  }
}
