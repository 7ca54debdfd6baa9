package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.pages.May;
import duijie.pages.Visitor;
import duijie.sessions.Recorder;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Where an agency records what came of its talks, and follows up what they left. */
@Controller(AttendingController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttendingOutcomesController {

  private final SessionOwner owners;
  private final OutcomeAnswers outcomes;
  private final IntentAnswers intents;

  AttendingOutcomesController(SessionOwner owners, OutcomeAnswers outcomes, IntentAnswers intents) {
    this.owners = owners;
    this.outcomes = outcomes;
    this.intents = intents;
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Get(uri = "/{id}/outcomes", produces = MediaType.TEXT_HTML)
  HttpResponse<String> outcomes(HttpRequest<?> request, String id) {
    return outcomes.list(request, desk(request, id));
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Get(uri = "/{id}/outcomes/talk", produces = MediaType.TEXT_HTML)
  HttpResponse<String> outcome(HttpRequest<?> request, String id) {
    return outcomes.one(request, desk(request, id));
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Post(
      uri = "/{id}/outcomes/talk",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> record(HttpRequest<?> request, String id) {
    return outcomes.record(request, desk(request, id));
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Get(uri = "/{id}/intents", produces = MediaType.TEXT_HTML)
  HttpResponse<String> intents(HttpRequest<?> request, String id) {
    return intents.list(request, desk(request, id));
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Get(uri = "/{id}/intents/talk", produces = MediaType.TEXT_HTML)
  HttpResponse<String> intent(HttpRequest<?> request, String id) {
    return intents.one(request, desk(request, id));
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Post(
      uri = "/{id}/intents/talk",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> note(HttpRequest<?> request, String id) {
    return intents.note(request, desk(request, id));
  }

  private Desk desk(HttpRequest<?> request, String id) {
    var own = AttendingViews.agency(Visitor.of(request).member());
    return new Desk(
        owners.session(id),
        Recorder.AGENCY,
        AttendingController.PATH,
        talk -> talk.agency().equals(own));
  }
}
