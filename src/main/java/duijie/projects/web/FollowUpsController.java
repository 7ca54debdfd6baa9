package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.pages.Form;
import duijie.pages.May;
import duijie.pages.Said;
import duijie.pages.Visitor;
import duijie.projects.Announcing;
import duijie.projects.Announcing.Terminated;
import duijie.projects.Notice;
import duijie.projects.Publication;
import duijie.projects.Publications;
import duijie.projects.Publishing.Outcome;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;

/** What follows on a publication: the call after an intention, an amendment, the end. */
@Controller(PublicationsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FollowUpsController {

  private final Publications publications;
  private final Announcing announcing;
  private final PublicationAnswers answers;

  FollowUpsController(
      Publications publications, Announcing announcing, PublicationAnswers answers) {
    this.publications = publications;
    this.announcing = announcing;
    this.answers = answers;
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/amend",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> amend(HttpRequest<?> request, String id) {
    return follow(request, id, Notice.Kind.AMENDMENT);
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/call",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> call(HttpRequest<?> request, String id) {
    return follow(request, id, Notice.Kind.CALL);
  }

  @May(value = Deed.APPROVE_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/terminate",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> terminate(HttpRequest<?> request, String id) {
    var reason = Form.of(request).text("reason");
    return switch (announcing.terminate(found(id), reason, Visitor.caller(request))) {
      case Terminated.Done done -> Said.TERMINATED.at(PublicationsController.PATH + "/" + id);
      case Terminated.Refused(var sentence) ->
          answers.answer(
              request, new Outcome.Refused(found(id), List.of(sentence)), Said.TERMINATED, null);
    };
  }

  private HttpResponse<?> follow(HttpRequest<?> request, String id, Notice.Kind kind) {
    var fresh =
        PublicationOwner.id(Form.of(request).text("fresh"))
            .orElseGet(() -> new Publication.Id(UUID.randomUUID()));
    var outcome = announcing.follow(found(id), fresh, kind, Visitor.caller(request));
    return answers.answer(request, outcome, Said.DRAFT_BEGUN, null);
  }

  /** The guard has seen that there is one of this id. */
  private Publication found(String id) {
    return publications.find(PublicationOwner.id(id).orElseThrow()).orElseThrow();
  }
}
