package duijie.agencies.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form.
 *
 * @param id of the field on the page
 * @param values what is filled in
 * @param options what can be chosen; none for what is typed
 * @param other what somebody else has stored meanwhile, or null
 */
public record FieldView(
    String id,
    String label,
    Kind kind,
    boolean required,
    @Nullable String hint,
    List<String> values,
    List<Option> options,
    @Nullable String problem,
    @Nullable String other) {

  /** How it is filled in. */
  public enum Kind {
    LINE,
    TEXT,
    ONE_OF,
    SOME_OF
  }

  /**
   * Something to choose.
   *
   * @param group the heading under which it stands among others, or empty
   */
  public record Option(String value, String label, String group) {

    Option(String value, String label) {
      this(value, label, "");
    }
  }

  /** What can be chosen, by heading. */
  public Map<String, List<Option>> groups() {
    return options.stream()
        .collect(Collectors.groupingBy(Option::group, LinkedHashMap::new, Collectors.toList()));
  }

  public String value() {
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** The ids of what describes the field; null for none. */
  public @Nullable String described() {
    var ids =
        (hint == null ? "" : id + "-hint ")
            + (problem == null ? "" : id + "-problem ")
            + (other == null ? "" : id + "-other");
    return ids.isBlank() ? null : ids.strip();
  }
}
