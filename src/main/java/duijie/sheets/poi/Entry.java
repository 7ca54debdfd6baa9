package duijie.sheets.poi;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What a template's column takes, and so what Excel offers or asks about there. */
sealed interface Entry {

  /** Anything. */
  record Words() implements Entry {}

  /** Digits that are no quantity: kept as text. */
  record Digits() implements Entry {}

  /** One of these words. */
  record OneOf(List<String> words) implements Entry {}

  /** Some of these words, and others too: they are offered, not demanded. */
  record AnyOf(List<String> words) implements Entry {}

  /** A whole number. */
  record Whole(int from, int to) implements Entry {}

  /** A decimal number. */
  record Decimal(long from, long to) implements Entry {}

  /** A date. */
  record Day() implements Entry {}

  /** A date with the time of day. */
  record Moment() implements Entry {}

  static <E extends Enum<E>> Entry oneOf(E[] values, Function<E, String> label) {
    return new OneOf(Arrays.stream(values).map(label).toList());
  }
}
