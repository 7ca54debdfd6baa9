package duijie.projects.web;

import duijie.accounts.Deed;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.ApiProblem.Fault;
import duijie.api.RequestKeys;
import duijie.api.Sent;
import duijie.api.Version;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Column;
import duijie.projects.Publication;
import duijie.projects.Publication.Step;
import duijie.projects.Publications;
import duijie.projects.Publishing;
import duijie.projects.Publishing.Outcome;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Programs write projects, hand them in, and publish them, as people do on the pages. */
@Controller(DraftsApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DraftsApi {

  static final String PATH = Api.V1 + "/drafts";

  private static final String REASON = "reason";
  private static final Set<String> CONTENT = Set.of(DraftJson.COLUMNS, DraftJson.CLAUSES);

  private final Publications publications;
  private final Publishing publishing;
  private final RequestKeys keys;
  private final Shells shells;

  DraftsApi(Publications publications, Publishing publishing, RequestKeys keys, Shells shells) {
    this.publications = publications;
    this.publishing = publishing;
    this.keys = keys;
    this.shells = shells;
  }

  @May(value = Deed.DRAFT_PROJECT, of = OwnOrganisation.class)
  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    var owner = Visitor.of(request).member().organisation().id();
    return Answer.ok(
        Map.of("items", publications.of(owner).stream().map(DraftJson::brief).toList()));
  }

  @May(value = Deed.DRAFT_PROJECT, of = OwnOrganisation.class)
  @Post
  HttpResponse<String> begin(HttpRequest<?> request, @Nullable @Body String text) {
    return keys.with(
        request,
        Visitor.of(request).member(),
        PATH,
        key ->
            Sent.read(
                request,
                text,
                Set.of(DraftJson.KIND, DraftJson.COLUMNS, DraftJson.CLAUSES),
                body -> {
                  var purpose = purpose(body);
                  return content(
                      body,
                      purpose,
                      said ->
                          key.once(
                              "" + purpose.kind() + said.typed() + said.clauses(),
                              id -> begin(request, new Publication.Id(id), said)));
                }));
  }

  /** What is begun: a call, or an intention where that is said. */
  private static Publication.Purpose purpose(Sent body) {
    return switch (body.text(DraftJson.KIND)) {
      case "", "CALL" -> Publication.Purpose.CALL;
      case "INTENTION" -> Publication.Purpose.INTENTION;
      default -> {
        body.refuse("/" + DraftJson.KIND, "unknown", "应为 CALL（采购公告）或者 INTENTION（采购意向公开）。");
        yield Publication.Purpose.CALL;
      }
    };
  }

  private HttpResponse<String> begin(
      HttpRequest<?> request, Publication.Id id, Publication.Content said) {
    var caller = Visitor.caller(request);
    var organisation = Visitor.of(request).member().organisation();
    var begun =
        publishing.begin(
            id,
            organisation.id(),
            new Publication.Content(
                said.purpose(), Map.of(Column.BUYER, organisation.name()), Map.of()),
            caller);
    said.typed().putIfAbsent(Column.BUYER, organisation.name());
    // Sent again after somebody went on with the draft, it is answered as it stands now.
    var now =
        begun.version() == 1
            ? publishing.save(begun.id(), 1, said, caller) instanceof Outcome.Done done
                ? done.now()
                : found(begun.id().toString())
            : begun;
    return Answer.created(PATH + "/" + now.id(), tree(now))
        .header(HttpHeaders.ETAG, Version.tag(now.version()));
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Get("/{id}")
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return versioned(found(id));
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Put("/{id}")
  HttpResponse<String> save(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return Version.asked(request)
        .map(
            version ->
                Sent.read(
                    request,
                    text,
                    CONTENT,
                    body ->
                        content(
                            body,
                            found(id).purpose(),
                            said ->
                                answer(
                                    publishing.save(
                                        id(id), version, said, Visitor.caller(request))))))
        .orElseGet(() -> ApiProblem.unconditional().answer());
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post("/{id}/submission")
  HttpResponse<String> submit(HttpRequest<?> request, String id) {
    return Version.asked(request)
        .map(
            version ->
                answer(publishing.submit(id(id), version, shells.today(), Visitor.caller(request))))
        .orElseGet(() -> ApiProblem.unconditional().answer());
  }

  @May(value = Deed.APPROVE_PROJECT, of = PublicationOwner.class)
  @Post("/{id}/publication")
  HttpResponse<String> publish(HttpRequest<?> request, String id) {
    return Version.asked(request)
        .map(
            version ->
                answer(
                    publishing.publish(id(id), version, shells.today(), Visitor.caller(request))))
        .orElseGet(() -> ApiProblem.unconditional().answer());
  }

  @May(value = Deed.APPROVE_PROJECT, of = PublicationOwner.class)
  @Post("/{id}/return")
  HttpResponse<String> giveBack(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return stop(request, id, Step.RETURN, text);
  }

  @May(value = Deed.DRAFT_PROJECT, of = PublicationOwner.class)
  @Post("/{id}/cancellation")
  HttpResponse<String> cancel(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return stop(request, id, Step.CANCEL, text);
  }

  private HttpResponse<String> stop(
      HttpRequest<?> request, String id, Step step, @Nullable String text) {
    return Version.asked(request)
        .map(
            version ->
                Sent.read(
                    request,
                    text,
                    Set.of(REASON),
                    body -> {
                      var reason = body.text(REASON);
                      if (reason.isBlank() && body.faults().isEmpty()) {
                        body.refuse("/" + REASON, "missing", "请写明原因。");
                      }
                      return body.faults().isEmpty()
                          ? answer(
                              publishing.stop(
                                  id(id), version, step, reason, Visitor.caller(request)))
                          : ApiProblem.invalid(body.faults()).answer();
                    }))
        .orElseGet(() -> ApiProblem.unconditional().answer());
  }

  /** Reads the content of a draft; what is too long for any is refused here, with where it is. */
  private static HttpResponse<String> content(
      Sent body,
      Publication.Purpose purpose,
      Function<Publication.Content, HttpResponse<String>> then) {
    var said =
        new Publication.Content(
            purpose, ProjectForm.typed(body), ProjectForm.clauses(body, purpose.kind()));
    Publication.tooLong(said)
        .forEach((label, why) -> body.refuse(DraftJson.pointer(label), "too-long", why));
    return body.faults().isEmpty() ? then.apply(said) : ApiProblem.invalid(body.faults()).answer();
  }

  private HttpResponse<String> answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var now) -> versioned(now);
      case Outcome.Overtaken(var now) ->
          ApiProblem.overtaken().answer().header(HttpHeaders.ETAG, Version.tag(now.version()));
      case Outcome.Refused(var now, var reasons) -> {
        var faults =
            now.stage().editable() || now.stage() == Publication.Stage.SUBMITTED
                ? DraftJson.obstacles(publishing.inspect(now, shells.today()))
                : List.<Fault>of();
        yield faults.isEmpty()
            ? ApiProblem.conflict(String.join("", reasons)).answer()
            : ApiProblem.invalid(faults).answer();
      }
    };
  }

  private HttpResponse<String> versioned(Publication draft) {
    return Answer.versioned(draft.version(), tree(draft));
  }

  private Map<String, @Nullable Object> tree(Publication draft) {
    return DraftJson.of(draft, publishing.inspect(draft, shells.today()));
  }

  /** The guard has seen that there is one of this id. */
  private static Publication.Id id(String id) {
    return PublicationOwner.id(id).orElseThrow();
  }

  private Publication found(String id) {
    return publications.find(id(id)).orElseThrow();
  }
}
