package duijie.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A labelled fact of a record.
 *
 * @param label its Chinese name
 * @param values what is known; empty for 未提供
 * @param note what to add, or null
 * @param href where the first value leads, or null
 */
public record Fact(
    String label, List<String> values, @Nullable String note, @Nullable String href) {

  /** So much text reads better over the whole width. */
  private static final int WIDE = 40;

  /** Whether it is better shown over the whole width. */
  public boolean wide() {
    return values.size() > 3 || values.stream().anyMatch(value -> value.length() > WIDE);
  }

  static Fact of(String label, @Nullable String value) {
    return new Fact(
        label, value == null || value.isBlank() ? List.of() : List.of(value), null, null);
  }

  static Fact of(String label, List<String> values) {
    return new Fact(label, values, null, null);
  }

  Fact noting(@Nullable String other) {
    return new Fact(label, values, other, href);
  }

  Fact leadingTo(@Nullable String other) {
    return new Fact(label, values, note, other);
  }
}
