package duijie.calendar.yaml;

import duijie.shared.FilePlace;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Numbers and dates in a file; null, with an error, where there is none. */
final class Values {

  private Values() {}

  static @Nullable Integer whole(
      Entries entries, String key, int least, int most, FileErrors errors) {
    var text = entries.requiredText(key);
    if (text == null) {
      return null;
    }
    if (text.value().matches("\\d{1,4}")) {
      int number = Integer.parseInt(text.value());
      if (number >= least && number <= most) {
        return number;
      }
    }
    errors.add(
        text.start(),
        "bad-number",
        "这里应是%d到%d的整数。".formatted(least, most),
        "A whole number from %d to %d is expected here.".formatted(least, most));
    return null;
  }

  static @Nullable LocalDate date(Scalar text, FileErrors errors) {
    return date(text.value(), text.start(), errors);
  }

  static @Nullable LocalDate date(String text, FilePlace place, FileErrors errors) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      errors.add(
          place,
          "bad-date",
          "没有“" + text.strip() + "”这一天，日期应写成2026-09-01这样。",
          "A date is written like 2026-09-01.");
      return null;
    }
  }
}
