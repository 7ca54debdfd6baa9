package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.pages.Form;
import duijie.pages.May;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Visitor;
import duijie.sessions.FollowingUp;
import duijie.sessions.Recorder;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;

/** Where the organizer records what came of talks, from the sheets that both sides signed. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OutcomesController {

  private final SessionOwner owners;
  private final FollowingUp following;
  private final OutcomeAnswers outcomes;
  private final IntentAnswers intents;

  OutcomesController(
      SessionOwner owners, FollowingUp following, OutcomeAnswers outcomes, IntentAnswers intents) {
    this.owners = owners;
    this.following = following;
    this.outcomes = outcomes;
    this.intents = intents;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/outcomes", produces = MediaType.TEXT_HTML)
  HttpResponse<String> outcomes(HttpRequest<?> request, String id) {
    return outcomes.list(request, desk(id));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/outcomes/talk", produces = MediaType.TEXT_HTML)
  HttpResponse<String> outcome(HttpRequest<?> request, String id) {
    return outcomes.one(request, desk(id));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/outcomes/talk",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> record(HttpRequest<?> request, String id) {
    return outcomes.record(request, desk(id));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/intents", produces = MediaType.TEXT_HTML)
  HttpResponse<String> intents(HttpRequest<?> request, String id) {
    return intents.list(request, desk(id));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/intents/talk", produces = MediaType.TEXT_HTML)
  HttpResponse<String> intent(HttpRequest<?> request, String id) {
    return intents.one(request, desk(id));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/intents/talk",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> note(HttpRequest<?> request, String id) {
    return intents.note(request, desk(id));
  }

  /** Ends the follow-up, once whoever does so knows how many talks have no outcome. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/follow-up",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> end(HttpRequest<?> request, String id) {
    var desk = desk(id);
    int known = Form.of(request).number("open");
    return switch (following.end(desk.session().id(), known, Visitor.caller(request))) {
      case FollowingUp.Outcome.Done done -> Said.SESSION_STEP.at(desk.path() + "/outcomes");
      case FollowingUp.Outcome.Unsure(int open) -> outcomes.list(request, desk, true, List.of());
      case FollowingUp.Outcome.Refused(var reasons) ->
          outcomes.list(
              request,
              desk,
              false,
              reasons.stream().map(reason -> new Problem("talks", reason)).toList());
    };
  }

  private Desk desk(String id) {
    return new Desk(owners.session(id), Recorder.ORGANIZER, SessionsController.PATH, talk -> true);
  }
}
