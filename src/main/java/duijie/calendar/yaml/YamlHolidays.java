package duijie.calendar.yaml;

import duijie.calendar.HolidaySchedule;
import duijie.shared.Checked;
import duijie.shared.FilePlace;
import duijie.shared.yaml.Entries;
import duijie.shared.yaml.FileErrors;
import duijie.shared.yaml.Scalar;
import duijie.shared.yaml.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Schedules of days off: a list, one entry a year. */
public final class YamlHolidays {

  private static final String SHIPPED = "/duijie/calendar/holidays.yml";
  private static final int MOST_YEARS = 100;
  private static final int LONGEST_HOLIDAY = 31;
  private static final Set<String> KEYS =
      new LinkedHashSet<>(List.of("year", "source", "statutory-days", "off", "working"));

  private final FileErrors errors;
  private final List<HolidaySchedule> schedules = new ArrayList<>();
  private final Set<Integer> years = new HashSet<>();

  private YamlHolidays(FileErrors errors) {
    this.errors = errors;
  }

  /** The schedules that ship with the product. */
  public static List<HolidaySchedule> shipped() {
    try (var stream = YamlHolidays.class.getResourceAsStream(SHIPPED)) {
      if (stream == null) {
        throw new IllegalStateException("not shipped: " + SHIPPED);
      }
      return switch (read("holidays.yml", stream.readAllBytes())) {
        case Checked.Sound<List<HolidaySchedule>>(List<HolidaySchedule> schedules) -> schedules;
        case Checked.Faulty<List<HolidaySchedule>> faulty ->
            throw new IllegalStateException("the shipped holidays are broken: " + faulty.errors());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schedules of a file, or all its mistakes. */
  public static Checked<List<HolidaySchedule>> read(String name, byte[] content) {
    var errors = FileErrors.none();
    var reader = new YamlHolidays(errors);
    var file = SourceFile.of(name, content, errors);
    if (file != null) {
      Entries.each(file, MOST_YEARS, errors, node -> reader.schedule(file, node));
    }
    return errors.isEmpty()
        ? new Checked.Sound<>(List.copyOf(reader.schedules))
        : new Checked.Faulty<>(errors.inOrder());
  }

  private void schedule(SourceFile file, Node node) {
    var entries = Entries.of(file, node, KEYS, errors);
    if (entries == null) {
      return;
    }
    var year = Values.whole(entries, "year", 2000, 2199, errors);
    var source = entries.requiredText("source");
    var statutory = Values.whole(entries, "statutory-days", 1, 99, errors);
    if (year == null) {
      return;
    }
    if (!years.add(year)) {
      errors.add(
          entries.place("year"), "repeated-year", year + "年写了两次。", "The year is given twice.");
    }
    var off = new TreeSet<LocalDate>();
    for (var text : texts(entries, "off")) {
      for (var day : days(text)) {
        add(day, off, year, text.start());
      }
    }
    var makeUp = new TreeSet<LocalDate>();
    for (var text : texts(entries, "working")) {
      var day = Values.date(text, errors);
      if (day != null && (!HolidaySchedule.weekend(day) || off.contains(day))) {
        errors.add(
            text.start(),
            "not-a-weekend",
            day + "不是周末，或者已列为放假：调休上班的日子应是没有放假的周六、周日。",
            "A make-up working day is a Saturday or Sunday that is not off.");
      } else if (day != null) {
        add(day, makeUp, year, text.start());
      }
    }
    if (source == null || statutory == null || !errors.isEmpty()) {
      return;
    }
    var schedule = new HolidaySchedule(year, source.value(), off, makeUp);
    if (schedule.statutoryDays() != statutory) {
      errors.add(
          entries.place("statutory-days"),
          "days-do-not-balance",
          "%d年放假的工作日减去调休上班的日子是%d天，法定节假日应是%d天，请核对有没有漏写或写错。"
              .formatted(year, schedule.statutoryDays(), statutory),
          "Weekdays off less make-up days are %d, the statutory days are %d."
              .formatted(schedule.statutoryDays(), statutory));
    }
    schedules.add(schedule);
  }

  private List<Scalar> texts(Entries entries, String key) {
    var node = entries.required(key);
    return node == null ? List.of() : entries.texts(node);
  }

  private void add(LocalDate day, Set<LocalDate> days, int year, FilePlace place) {
    if (!HolidaySchedule.mayName(year, day)) {
      errors.add(
          place,
          "not-of-the-year",
          day + "不在" + year + "年（或上年12月）。",
          "The day is of another year.");
    } else if (!days.add(day)) {
      errors.add(place, "repeated-day", day + "写了两次。", "The day is given twice.");
    }
  }

  /** A day, or the first and the last of some with 至 between them. */
  private List<LocalDate> days(Scalar text) {
    int dash = text.value().indexOf('至');
    @Nullable LocalDate first;
    @Nullable LocalDate last;
    if (dash < 0) {
      first = Values.date(text, errors);
      last = first;
    } else {
      first = Values.date(text.value().substring(0, dash), text.start(), errors);
      last = Values.date(text.value().substring(dash + 1), text.place(dash + 1), errors);
    }
    if (first == null || last == null) {
      return List.of();
    }
    if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_HOLIDAY))) {
      errors.add(text.start(), "bad-range", "“至”的后一天应在前一天之后，不超过31天。", "Not a range of days.");
      return List.of();
    }
    return first.datesUntil(last.plusDays(1)).toList();
  }
}
