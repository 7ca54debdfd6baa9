package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.pages.AutosavedPage;
import duijie.pages.Form;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Said;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Column;
import duijie.projects.Publication;
import duijie.projects.Publication.Step;
import duijie.projects.Publications;
import duijie.projects.Publishing;
import duijie.projects.Publishing.Outcome;
import duijie.regions.Regions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Writing projects, handing them in, and publishing them. */
@Controller(PublicationsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublicationsController {

  static final String PATH = "/drafts";

  private final Publications publications;
  private final Publishing publishing;
  private final PublicationAnswers answers;
  private final Regions regions;
  private final PublicationLists lists;
  private final Shells shells;

  PublicationsController(
      Publications publications,
      Publishing publishing,
      PublicationAnswers answers,
      Regions regions,
      PublicationLists lists,
      Shells shells) {
    this.publications = publications;
    this.publishing = publishing;
    this.answers = answers;
    this.regions = regions;
    this.lists = lists;
    this.shells = shells;
  }

  @May(value = Deed.DRAFT_PROJECT, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    return lists.page(HttpStatus.OK, Visitor.of(request), null);
  }

  @May(value = Deed.DRAFT_PROJECT, of = OwnOrganisation.class)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<?> begin(HttpRequest<?> request) {
    var organisation = Visitor.of(request).member().organisation();
    var form = Form.of(request);
    var id =
        PublicationOwner.id(form.text("fresh"))
            .orElseGet(() -> new Publication.Id(UUID.randomUUID()));
    var purpose = form.has("intention") ? Publication.Purpose.INTENTION : Publication.Purpose.CALL;
    var content =
        new Publication.Content(purpose, Map.of(Column.BUYER, organisation.name()), Map.of());
    var begun = publishing.begin(id, organisation.id(), content, Visitor.caller(request));
    return HttpResponse.seeOther(URI.create(PATH + "/" + begun.id()));
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return answers.page(request, found(id));
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> save(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var before = found(id);
    var content = content(request, form, before);
    var caller = Visitor.caller(request);
    var saved = publishing.save(id(id), form.number("version"), content, caller);
    if (saved instanceof Outcome.Done(var now) && form.has("submit")) {
      var submitted = publishing.submit(now.id(), now.version(), shells.today(), caller);
      return answers.answer(request, submitted, Said.DRAFT_SUBMITTED, null);
    }
    return answers.answer(request, saved, Said.SAVED, found(id).with(content));
  }

  /** Keeps what is typed so far; answered with what takes the place of the form's version. */
  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/autosave",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<String> autosave(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    int version = form.number("version");
    var content = content(request, form, found(id));
    var outcome = publishing.save(id(id), version, content, Visitor.caller(request));
    return answers.autosaved(
        request,
        switch (outcome) {
          case Outcome.Done(var now) -> AutosavedPage.done(now.version(), shells.minute());
          case Outcome.Refused(var now, var reasons) ->
              AutosavedPage.not(version, String.join("", reasons));
          case Outcome.Overtaken(var now) ->
              AutosavedPage.not(version, "别人刚改过这个项目。请按“保存并检查”，对照两边的内容。");
        });
  }

  @May(value = Deed.APPROVE_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/publish",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> publish(HttpRequest<?> request, String id) {
    var outcome =
        publishing.publish(
            id(id), Form.of(request).number("version"), shells.today(), Visitor.caller(request));
    return answers.answer(request, outcome, Said.PUBLISHED, null);
  }

  @May(value = Deed.APPROVE_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/return",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> giveBack(HttpRequest<?> request, String id) {
    return stop(request, id, Step.RETURN, Said.DRAFT_RETURNED);
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/cancel",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> cancel(HttpRequest<?> request, String id) {
    return stop(request, id, Step.CANCEL, Said.CANCELLED);
  }

  /** What was typed; of several places of a name the one near the organisation is meant. */
  private Publication.Content content(HttpRequest<?> request, Form form, Publication before) {
    var content = ProjectForm.content(form, before.purpose());
    var home = Visitor.of(request).member().organisation().region();
    var place = content.typed().get(Column.REGION);
    if (home == null || place == null) {
      return content;
    }
    var typed = new EnumMap<Column, String>(content.typed());
    typed.put(Column.REGION, regions.spelled(place, home));
    return new Publication.Content(content.purpose(), typed, content.clauses());
  }

  private HttpResponse<?> stop(HttpRequest<?> request, String id, Step step, Said said) {
    var form = Form.of(request);
    var outcome =
        publishing.stop(
            id(id), form.number("version"), step, form.text("reason"), Visitor.caller(request));
    return answers.answer(request, outcome, said, null);
  }

  /** The guard has seen that there is one of this id. */
  private static Publication.Id id(String id) {
    return PublicationOwner.id(id).orElseThrow();
  }

  private Publication found(String id) {
    return publications.find(id(id)).orElseThrow();
  }
}
