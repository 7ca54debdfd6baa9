package duijie.sessions.web;

import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Parameters;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Visitor;
import duijie.sessions.FindingsReading;
import duijie.sessions.FindingsReading.Fault;
import duijie.sessions.MeetingKey;
import duijie.sessions.Recording;
import duijie.sessions.web.OutcomesPage.Filter;
import duijie.sessions.web.ToldTalks.Told;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers whoever records what came of talks, each at their own desk. */
@Singleton
final class OutcomeAnswers {

  static final String TITLE = "洽谈结果";

  private static final int MOST_PAGES = 1_000_000;
  private static final String MISSING = "没有这场洽谈。";

  private final ToldTalks talks;
  private final Recording recording;
  private final OutcomeViews views;
  private final OutcomeForms forms;
  private final SessionShells shells;
  private final Html html;

  OutcomeAnswers(
      ToldTalks talks,
      Recording recording,
      OutcomeViews views,
      OutcomeForms forms,
      SessionShells shells,
      Html html) {
    this.talks = talks;
    this.recording = recording;
    this.views = views;
    this.forms = forms;
    this.shells = shells;
    this.html = html;
  }

  /** All talks of a desk. */
  HttpResponse<String> list(HttpRequest<?> request, Desk desk) {
    var given = new Parameters(request.getParameters());
    var filter = Filter.of(given);
    int number = given.number("page", 1, 1, MOST_PAGES);
    if (!given.problems().isEmpty()) {
      return html.refused(Visitor.of(request), given.problems());
    }
    var page = views.list(desk, filter, number, false, List.of());
    var status = page.paging().beyond() ? HttpStatus.NOT_FOUND : HttpStatus.OK;
    return html.page(status, "session-outcomes", shell(request, desk), page);
  }

  /** The same after something could not be done. */
  HttpResponse<String> list(
      HttpRequest<?> request, Desk desk, boolean warned, List<Problem> problems) {
    var page = views.list(desk, new Filter("", "", ""), 1, warned, problems);
    return html.page(
        HttpStatus.UNPROCESSABLE_ENTITY, "session-outcomes", shell(request, desk), page);
  }

  private Shell shell(HttpRequest<?> request, Desk desk) {
    return shells.within(request, desk.list(), desk.session(), TITLE);
  }

  /** The form of one talk. */
  HttpResponse<String> one(HttpRequest<?> request, Desk desk) {
    return talks
        .one(desk, TalkPapers.named(request))
        .map(told -> form(HttpStatus.OK, request, desk, told, null, false, List.of()))
        .orElseGet(() -> html.notFound(Visitor.of(request), MISSING));
  }

  /** Records what came of one talk. */
  HttpResponse<?> record(HttpRequest<?> request, Desk desk) {
    var form = Form.of(request);
    var key = TalkPapers.named(form);
    var told = talks.one(desk, key).orElse(null);
    if (told == null) {
      return html.notFound(Visitor.of(request), MISSING);
    }
    var typed = TalkPapers.typed(form);
    return switch (FindingsReading.read(typed, desk.session().setup().day())) {
      case FindingsReading.Outcome.Faulty(var faults) ->
          again(request, desk, told, typed, false, problems(faults));
      case FindingsReading.Outcome.Understood(var findings) ->
          switch (recording.record(
              desk.session().id(),
              key,
              desk.by(),
              form.number("version"),
              findings,
              Visitor.caller(request))) {
            case Recording.Outcome.Done done -> Said.SAVED.at(after(form, desk, key));
            case Recording.Outcome.Overtaken overtaken ->
                again(request, desk, talks.one(desk, key).orElseThrow(), typed, true, List.of());
            case Recording.Outcome.Refused(var reasons) ->
                again(
                    request,
                    desk,
                    told,
                    typed,
                    false,
                    reasons.stream().map(reason -> new Problem("kind", reason)).toList());
          };
    };
  }

  /** Where one goes on. */
  private String after(Form form, Desk desk, MeetingKey key) {
    var list = desk.path() + "/outcomes";
    return form.text("then").equals("next")
        ? talks.next(desk, key).map(next -> TalkPapers.address(list + "/talk", next)).orElse(list)
        : list;
  }

  static List<Problem> problems(List<Fault> faults) {
    return faults.stream().map(f -> new Problem(f.field(), f.sentence())).toList();
  }

  private HttpResponse<String> again(
      HttpRequest<?> request,
      Desk desk,
      Told told,
      Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    return form(HttpStatus.UNPROCESSABLE_ENTITY, request, desk, told, typed, overtaken, problems);
  }

  private HttpResponse<String> form(
      HttpStatus status,
      HttpRequest<?> request,
      Desk desk,
      Told told,
      @Nullable Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    var page = forms.form(desk, told, typed, overtaken, problems);
    return html.page(status, "session-outcome", shell(request, desk), page);
  }
}
