package duijie.sheets.poi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a streamed sheet.
 *
 * @param header what row 1 says
 * @param look how its texts look; numbers, money and dates look as what they are
 * @param width in characters of the body font, a Chinese one counting two; {@link #HIDDEN}
 * @param value what it shows of a record: a {@code String}, {@code Integer}, {@code BigDecimal},
 *     {@code Money}, {@code LocalDate}, {@code LocalDateTime}, {@code LocalTime}, or null for
 *     nothing
 */
record SheetColumn<T>(
    String header, Look look, double width, Function<? super T, ? extends @Nullable Object> value) {

  /** The width of a column that is read by the program alone. */
  static final double HIDDEN = 0;
}
