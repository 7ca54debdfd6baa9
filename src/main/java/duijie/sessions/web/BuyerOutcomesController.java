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

/**
 * Where a buyer records what came of the talks about its projects, and follows up what they left.
 */
@Controller(BuyerController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BuyerOutcomesController {

  private final SessionOwner owners;
  private final BuyerViews views;
  private final OutcomeAnswers outcomes;
  private final IntentAnswers intents;

  BuyerOutcomesController(
      SessionOwner owners, BuyerViews views, OutcomeAnswers outcomes, IntentAnswers intents) {
    this.owners = owners;
    this.views = views;
    this.outcomes = outcomes;
    this.intents = intents;
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Get(uri = "/{id}/outcomes", produces = MediaType.TEXT_HTML)
  HttpResponse<String> outcomes(HttpRequest<?> request, String id) {
    return outcomes.list(request, desk(request, id));
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Get(uri = "/{id}/outcomes/talk", produces = MediaType.TEXT_HTML)
  HttpResponse<String> outcome(HttpRequest<?> request, String id) {
    return outcomes.one(request, desk(request, id));
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Post(
      uri = "/{id}/outcomes/talk",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> record(HttpRequest<?> request, String id) {
    return outcomes.record(request, desk(request, id));
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Get(uri = "/{id}/intents", produces = MediaType.TEXT_HTML)
  HttpResponse<String> intents(HttpRequest<?> request, String id) {
    return intents.list(request, desk(request, id));
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Get(uri = "/{id}/intents/talk", produces = MediaType.TEXT_HTML)
  HttpResponse<String> intent(HttpRequest<?> request, String id) {
    return intents.one(request, desk(request, id));
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Post(
      uri = "/{id}/intents/talk",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> note(HttpRequest<?> request, String id) {
    return intents.note(request, desk(request, id));
  }

  private Desk desk(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var own = views.own(session.id(), Visitor.of(request).member().organisation().id());
    return new Desk(
        session, Recorder.BUYER, BuyerController.PATH, talk -> own.contains(talk.project()));
  }
}
