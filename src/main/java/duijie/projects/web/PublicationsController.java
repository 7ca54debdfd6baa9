package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Problem;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Column;
import duijie.projects.PackageNumber;
import duijie.projects.Publication;
import duijie.projects.Publication.Stage;
import duijie.projects.Publication.Step;
import duijie.projects.Publications;
import duijie.projects.Publishing;
import duijie.projects.Publishing.Outcome;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing projects, handing them in, and publishing them. */
@Controller(PublicationsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PublicationsController {

  static final String PATH = "/drafts";

  private static final Map<String, String> SAID =
      Map.of(
          "saved", "已保存。",
          "submitted", "已提交，等负责人审批。",
          "returned", "已退回修改。",
          "published", "已发布，所有人都能看到了。",
          "cancelled", "已作废。");

  private final Publications publications;
  private final Publishing publishing;
  private final PublicationViews views;
  private final Shells shells;
  private final Html html;

  PublicationsController(
      Publications publications,
      Publishing publishing,
      PublicationViews views,
      Shells shells,
      Html html) {
    this.publications = publications;
    this.publishing = publishing;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.DRAFT_PROJECT, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var owner = visitor.member().organisation().id();
    boolean deciding = visitor.may(Deed.APPROVE_PROJECT, owner);
    var rows =
        PackageNumber.together(publications.of(owner)).stream()
            .map(
                p ->
                    new PublicationsPage.Row(
                        PATH + "/" + p.id(),
                        p.title(),
                        PackageNumber.of(p).map(PackageNumber::toString).orElse(null),
                        p.stage().label(),
                        deciding ? p.stage() == Stage.SUBMITTED : p.stage() == Stage.RETURNED))
            .toList();
    var shell = shells.shell(visitor, "项目发布", PATH, new Shell.Crumb("项目发布", null));
    var page = new PublicationsPage(UUID.randomUUID().toString(), deciding, rows);
    return html.page("publications", shell, page);
  }

  @May(value = Deed.DRAFT_PROJECT, of = OwnOrganisation.class)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<?> begin(HttpRequest<?> request) {
    var organisation = Visitor.of(request).member().organisation();
    var id =
        PublicationOwner.id(Form.of(request).text("fresh"))
            .orElseGet(() -> new Publication.Id(UUID.randomUUID()));
    var typed = Map.of(Column.BUYER, organisation.name());
    var begun = publishing.begin(id, organisation.id(), typed, Visitor.caller(request));
    return HttpResponse.seeOther(URI.create(PATH + "/" + begun.id()));
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    var said = SAID.get(request.getParameters().get("said", String.class).orElse(""));
    var found = found(id);
    return page(HttpStatus.OK, Visitor.of(request), found, found, said, List.of(), List.of());
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> save(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var typed = ProjectForm.typed(form);
    var clauses = ProjectForm.clauses(form);
    var caller = Visitor.caller(request);
    var saved = publishing.save(id(id), version(form), typed, clauses, caller);
    if (saved instanceof Outcome.Done(var now) && form.has("submit")) {
      var submitted = publishing.submit(now.id(), now.version(), shells.today(), caller);
      return answer(request, submitted, "submitted", null);
    }
    var before = found(id);
    var yours =
        new Publication(
            before.id(),
            before.owner(),
            typed,
            clauses,
            before.stage(),
            before.version(),
            before.note());
    return answer(request, saved, "saved", yours);
  }

  @May(value = Deed.APPROVE_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/publish",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> publish(HttpRequest<?> request, String id) {
    var outcome =
        publishing.publish(
            id(id), version(Form.of(request)), shells.today(), Visitor.caller(request));
    return answer(request, outcome, "published", null);
  }

  @May(value = Deed.APPROVE_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/return",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> giveBack(HttpRequest<?> request, String id) {
    return stop(request, id, Step.RETURN, "returned");
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post(
      uri = "/{id}/cancel",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> cancel(HttpRequest<?> request, String id) {
    return stop(request, id, Step.CANCEL, "cancelled");
  }

  private HttpResponse<?> stop(HttpRequest<?> request, String id, Step step, String said) {
    var form = Form.of(request);
    var outcome =
        publishing.stop(id(id), version(form), step, form.text("reason"), Visitor.caller(request));
    return answer(request, outcome, said, null);
  }

  /**
   * What came of a step.
   *
   * @param yours what was typed, where it is not stored
   */
  private HttpResponse<?> answer(
      HttpRequest<?> request, Outcome outcome, String said, @Nullable Publication yours) {
    var visitor = Visitor.of(request);
    return switch (outcome) {
      case Outcome.Done(var now) ->
          HttpResponse.seeOther(URI.create(PATH + "/" + now.id() + "?said=" + said));
      case Outcome.Refused(var now, var reasons) ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              visitor,
              now,
              yours == null ? now : yours,
              null,
              reasons.stream().map(reason -> new Problem("draft", reason)).toList(),
              List.of());
      case Outcome.Overtaken(var now) ->
          page(
              HttpStatus.CONFLICT,
              visitor,
              now,
              yours == null ? now : yours,
              null,
              List.of(
                  new Problem("draft", "在您打开这一页以后，别人改过这个项目（现在是“" + now.stage().label() + "”）。")),
              yours == null ? List.of() : PublicationViews.differences(now, yours));
    };
  }

  private HttpResponse<String> page(
      HttpStatus status,
      Visitor visitor,
      Publication now,
      Publication shown,
      @Nullable String said,
      List<Problem> problems,
      List<PublicationPage.Difference> overtaken) {
    var page = views.page(visitor, now, shown, shells.today(), said, problems, overtaken);
    var shell =
        shells.shell(
            visitor,
            page.title(),
            PATH,
            new Shell.Crumb("项目发布", PATH),
            new Shell.Crumb(page.title(), null));
    return html.page(status, "publication", shell, page);
  }

  /** The guard has seen that there is one of this id. */
  private static Publication.Id id(String id) {
    return PublicationOwner.id(id).orElseThrow();
  }

  private Publication found(String id) {
    return publications.find(id(id)).orElseThrow();
  }

  private static int version(Form form) {
    var typed = form.text("version");
    return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
  }
}
