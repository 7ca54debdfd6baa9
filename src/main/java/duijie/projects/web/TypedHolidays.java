package duijie.projects.web;

import duijie.pages.Form;
import duijie.pages.Problem;
import duijie.shared.FileError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year's days off as they are typed into fields. They are read as the lines of a file are, and
 * what is wrong at a line is told at its field.
 *
 * @param off days or spans 放假, one a line
 * @param working days 调休上班, one a line
 */
public record TypedHolidays(
    String year, String source, String statutory, String off, String working) {

  static final TypedHolidays NONE = new TypedHolidays("", "", "", "", "");

  private static final String OFF = "off";

  static TypedHolidays of(Form form) {
    return new TypedHolidays(
        form.text("year"),
        form.text("source"),
        form.text("statutory-days"),
        form.text(OFF),
        form.text("working"));
  }

  boolean isEmpty() {
    return equals(NONE);
  }

  /** The lines of the file that says the same. */
  String file() {
    return String.join("\n", lines(null));
  }

  /** What is wrong there, at the fields. */
  List<Problem> problems(List<FileError> errors) {
    var fields = new ArrayList<String>();
    lines(fields);
    return errors.stream()
        .map(
            e ->
                new Problem(
                    fields.get(Math.clamp(e.line() - 1L, 0, fields.size() - 1)), e.sentence()))
        .distinct()
        .toList();
  }

  private List<String> lines(@Nullable List<String> fields) {
    var lines = new ArrayList<String>();
    var at = fields == null ? new ArrayList<String>() : fields;
    add(lines, at, "year", "- year: " + quoted(year));
    add(lines, at, "source", "  source: " + quoted(source));
    add(lines, at, "statutory-days", "  statutory-days: " + quoted(statutory));
    list(lines, at, OFF, off);
    list(lines, at, "working", working);
    return lines;
  }

  private static void list(List<String> lines, List<String> at, String field, String typed) {
    var days = typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    add(lines, at, field, "  " + field + ":" + (days.isEmpty() ? " []" : ""));
    days.forEach(day -> add(lines, at, field, "    - " + quoted(day)));
  }

  private static void add(List<String> lines, List<String> at, String field, String line) {
    lines.add(line);
    at.add(field);
  }

  /** In quotes nothing that was typed means anything to a file. */
  private static String quoted(String typed) {
    var quoted = new StringBuilder("\"");
    typed
        .codePoints()
        .forEach(
            sign -> {
              if (sign == '"' || sign == '\\') {
                quoted.append('\\').appendCodePoint(sign);
              } else if (Character.isISOControl(sign)
                  || Character.getType(sign) == Character.SURROGATE) {
                quoted.append(' ');
              } else {
                quoted.appendCodePoint(sign);
              }
            });
    return quoted.append('"').toString();
  }
}
