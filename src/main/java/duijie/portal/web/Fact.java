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
 * @param text whether it is free text
 */
public record Fact(
    String label, List<String> values, @Nullable String note, @Nullable String href, boolean text) {

  /** So much text reads better over the whole width. */
  private static final int WIDE = 40;

  /** Whether it is better shown over the whole width. */
  public boolean wide() {
    return text || values.size() > 3 || values.stream().anyMatch(value -> value.length() > WIDE);
  }

  static Fact of(String label, @Nullable String value) {
    return new Fact(
        label, value == null || value.isBlank() ? List.of() : List.of(value), null, null, false);
  }

  static Fact of(String label, List<String> values) {
    return new Fact(label, values, null, null, false);
  }

  /** Free text, as long as somebody made it. */
  static Fact text(String label, @Nullable String value) {
    var fact = of(label, value);
    return new Fact(label, fact.values, null, null, true);
  }

  Fact noting(@Nullable String other) {
    return new Fact(label, values, other, href, text);
  }

  Fact leadingTo(@Nullable String other) {
    return new Fact(label, values, note, other, text);
  }
}
