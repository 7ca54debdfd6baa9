package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.calendar.Calendars;
import duijie.calendar.HolidaySchedule;
import duijie.calendar.yaml.YamlHolidays;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.HolidayKeeping;
import duijie.shared.Checked;
import duijie.shared.FileError;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The days off by which deadlines are counted, and loading those of a further year. */
@Controller(HolidaysController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HolidaysController {

  static final String PATH = "/holidays";
  static final String TITLE = "放假安排";

  private static final String FIELD = "text";
  private static final int LONGEST = 20_000;

  /** What is wrong where nobody typed anything. */
  private static final String NOTHING = "请填写要载入的年份、依据和日子。";

  private final Calendars calendars;
  private final HolidayKeeping keeping;
  private final Shells shells;
  private final Html html;

  HolidaysController(Calendars calendars, HolidayKeeping keeping, Shells shells, Html html) {
    this.calendars = calendars;
    this.keeping = keeping;
    this.shells = shells;
    this.html = html;
  }

  @May(Deed.KEEP_CALENDAR)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> page(HttpRequest<?> request) {
    return page(HttpStatus.OK, request, TypedHolidays.NONE, "", List.of());
  }

  @May(Deed.KEEP_CALENDAR)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<String> load(HttpRequest<?> request) {
    var typed = TypedHolidays.of(Form.of(request));
    var text = Form.of(request).text(FIELD);
    if (text.isEmpty() && typed.isEmpty()) {
      return refused(request, typed, text, List.of(new Problem("year", NOTHING)));
    }
    var file = text.isEmpty() ? typed.file() : text;
    if (file.length() > LONGEST) {
      var field = text.isEmpty() ? "off" : FIELD;
      return refused(request, typed, text, List.of(new Problem(field, "填得太长了，一次最多载入几年的安排。")));
    }
    return switch (YamlHolidays.read(TITLE, file.getBytes(StandardCharsets.UTF_8))) {
      case Checked.Sound<List<HolidaySchedule>>(var schedules) -> {
        keeping.load(schedules, Visitor.caller(request));
        yield Said.HOLIDAYS_LOADED.at(PATH);
      }
      case Checked.Faulty<List<HolidaySchedule>>(var errors) ->
          refused(
              request,
              typed,
              text,
              text.isEmpty()
                  ? typed.problems(errors)
                  : errors.stream().map(e -> new Problem(FIELD, sentence(e))).toList());
    };
  }

  private static String sentence(FileError error) {
    return "第 %d 行第 %d 列：%s".formatted(error.line(), error.column(), error.sentence());
  }

  private HttpResponse<String> refused(
      HttpRequest<?> request, TypedHolidays typed, String text, List<Problem> problems) {
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, typed, text, problems);
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      TypedHolidays typed,
      String text,
      List<Problem> problems) {
    var years = calendars.schedules().reversed().stream().map(HolidaysController::year).toList();
    var shell = shells.shell(Visitor.of(request), TITLE, PATH, new Shell.Crumb(TITLE, null));
    return html.page(status, "holidays", shell, new HolidaysPage(years, typed, text, problems));
  }

  private static HolidaysPage.Year year(HolidaySchedule schedule) {
    return new HolidaysPage.Year(
        schedule.year(),
        schedule.source(),
        spans(schedule.off()),
        schedule.makeUp().stream().map(LocalDate::toString).toList());
  }

  /** Days that follow each other as one: 2026-01-01 至 2026-01-03. */
  private static List<String> spans(Collection<LocalDate> days) {
    var sorted = new TreeSet<>(days);
    var spans = new ArrayList<String>();
    for (var first : sorted) {
      if (sorted.contains(first.minusDays(1))) {
        continue;
      }
      var last = first;
      while (sorted.contains(last.plusDays(1))) {
        last = last.plusDays(1);
      }
      spans.add(first.equals(last) ? first.toString() : first + " 至 " + last);
    }
    return spans;
  }
}
