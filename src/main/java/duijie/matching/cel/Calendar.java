package duijie.matching.cel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the functions do with dates, which CEL holds as the first moment of the day in UTC. */
final class Calendar {

  /** How far a rule may look before or after a date: a century. */
  private static final long MOST_MONTHS = 1200;

  private Calendar() {}

  static long year(Object date) {
    return date(date).getYear();
  }

  static long month(Object date) {
    return date(date).getMonthValue();
  }

  /** The same day so many months later, or the month's last where it has no such day. */
  static Instant addMonths(Object date, long months) {
    if (months > MOST_MONTHS || months < -MOST_MONTHS) {
      throw new IllegalArgumentException("more than " + MOST_MONTHS + " months");
    }
    return date(date).plusMonths(months).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate date(Object instant) {
    return LocalDate.ofInstant((Instant) instant, ZoneOffset.UTC);
  }
}
