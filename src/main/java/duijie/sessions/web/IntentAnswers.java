package duijie.sessions.web;

import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Parameters;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Visitor;
import duijie.sessions.Intent;
import duijie.sessions.IntentKeeping;
import duijie.sessions.IntentReading;
import duijie.sessions.web.OutcomesPage.Filter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers whoever follows up the intents that a session left, each at their own desk. */
@Singleton
final class IntentAnswers {

  static final String TITLE = "意向跟踪";

  private static final int MOST_PAGES = 1_000_000;
  private static final String MISSING = "没有这个意向。";
  private static final List<String> FIELDS =
      List.of(
          "amount",
          "todo",
          "who",
          "until",
          "number",
          "signed",
          "paid",
          "accepted",
          "step",
          "words");

  private final IntentKeeping keeping;
  private final IntentViews views;
  private final SessionShells shells;
  private final Html html;

  IntentAnswers(IntentKeeping keeping, IntentViews views, SessionShells shells, Html html) {
    this.keeping = keeping;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  /** All intents of a desk. */
  HttpResponse<String> list(HttpRequest<?> request, Desk desk) {
    var given = new Parameters(request.getParameters());
    var filter = Filter.of(given);
    int number = given.number("page", 1, 1, MOST_PAGES);
    if (!given.problems().isEmpty()) {
      return html.refused(Visitor.of(request), given.problems());
    }
    var page = views.list(desk, filter, number);
    var status = page.paging().beyond() ? HttpStatus.NOT_FOUND : HttpStatus.OK;
    return html.page(status, "session-intents", shell(request, desk), page);
  }

  /** One intent with its form. */
  HttpResponse<String> one(HttpRequest<?> request, Desk desk) {
    return views
        .one(desk, TalkPapers.named(request))
        .map(intent -> page(HttpStatus.OK, request, desk, intent, null, false, List.of()))
        .orElseGet(() -> html.notFound(Visitor.of(request), MISSING));
  }

  /** Writes down how one goes on. */
  HttpResponse<?> note(HttpRequest<?> request, Desk desk) {
    var form = Form.of(request);
    var intent = views.one(desk, TalkPapers.named(form)).orElse(null);
    if (intent == null) {
      return html.notFound(Visitor.of(request), MISSING);
    }
    var typed = TalkPapers.typed(form, FIELDS);
    return switch (IntentReading.read(typed, intent, desk.session().setup().day())) {
      case IntentReading.Outcome.Faulty(var faults) ->
          again(request, desk, intent, typed, false, OutcomeAnswers.problems(faults));
      case IntentReading.Outcome.Understood(var news) ->
          switch (keeping.note(
              desk.session().id(),
              intent.meeting(),
              desk.by(),
              form.number("version"),
              news,
              Visitor.caller(request))) {
            case IntentKeeping.Outcome.Done done ->
                Said.SAVED.at(TalkPapers.address(desk.path() + "/intents/talk", intent.meeting()));
            case IntentKeeping.Outcome.Overtaken(var now) ->
                again(request, desk, now, typed, true, List.of());
            case IntentKeeping.Outcome.Refused(var reasons) ->
                again(
                    request,
                    desk,
                    intent,
                    typed,
                    false,
                    reasons.stream().map(reason -> new Problem("words", reason)).toList());
          };
    };
  }

  private HttpResponse<String> again(
      HttpRequest<?> request,
      Desk desk,
      Intent intent,
      Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, desk, intent, typed, overtaken, problems);
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      Desk desk,
      Intent intent,
      @Nullable Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    var page = views.form(desk, intent, typed, overtaken, problems);
    return html.page(status, "session-intent", shell(request, desk), page);
  }

  private Shell shell(HttpRequest<?> request, Desk desk) {
    return shells.within(request, desk.list(), desk.session(), TITLE);
  }
}
