package duijie.shared;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date of which the day, or the month and the day, may not be known.
 *
 * @param year the year
 * @param month 1 to 12, or null
 * @param day 1 to 31, or null; always null where the month is
 */
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {

  public PartialDate {
    LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    if (month == null && day != null) {
      throw new IllegalArgumentException("a day without a month: " + year + ", " + day);
    }
  }

  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** The first day that it may mean. */
  public LocalDate earliest() {
    return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
  }

  /** As much as is known, in the shape {@code 2012-02-05}, {@code 2012-02} or {@code 2012}. */
  @Override
  public String toString() {
    if (month == null) {
      return String.format(Locale.ROOT, "%04d", year);
    }
    return day == null
        ? String.format(Locale.ROOT, "%04d-%02d", year, month)
        : String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
  }
}
