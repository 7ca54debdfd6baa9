package duijie.projects.web;

import duijie.accounts.Account;
import duijie.accounts.ApiRequests;
import duijie.accounts.Deed;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.ApiProblem.Fault;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Programs write projects, hand them in, and publish them, as people do on the pages. */
@Controller(DraftsApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DraftsApi {

  static final String PATH = Api.V1 + "/drafts";

  /** By what a program names a request that it may send again. */
  static final String KEY = "Idempotency-Key";

  static final String KEY_SHAPE = "[\\x21-\\x7e]{8,200}";
  private static final String REASON = "reason";
  private static final Set<String> CONTENT = Set.of(DraftJson.COLUMNS, DraftJson.CLAUSES);

  private final Publications publications;
  private final Publishing publishing;
  private final ApiRequests requests;
  private final Shells shells;

  DraftsApi(Publications publications, Publishing publishing, ApiRequests requests, Shells shells) {
    this.publications = publications;
    this.publishing = publishing;
    this.requests = requests;
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
    var key = request.getHeaders().get(KEY);
    if (key == null || !key.matches(KEY_SHAPE)) {
      return keyMissing();
    }
    return Sent.read(
        request,
        text,
        Set.of(DraftJson.KIND, DraftJson.COLUMNS, DraftJson.CLAUSES),
        body -> {
          var purpose = purpose(body);
          return content(body, purpose, said -> begin(request, key, said));
        });
  }

  static HttpResponse<String> keyMissing() {
    return ApiProblem.of(
            400,
            "idempotency-key-missing",
            "缺少请求编号",
            "请在 Idempotency-Key 里写一个自己产生的编号（8 到 200 个字符），重发时用同一个。")
        .answer();
  }

  static HttpResponse<String> keyReused() {
    return ApiProblem.of(
            422, "idempotency-key-reused", "请求编号用过了", "这个 Idempotency-Key 发过别的内容，请另产生一个。")
        .answer();
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

  private HttpResponse<String> begin(HttpRequest<?> request, String key, Publication.Content said) {
    var account = Visitor.of(request).member();
    var content = Answer.digest(PATH + said.purpose().kind() + said.typed() + said.clauses());
    if (requests.note(account.id(), key, content) == ApiRequests.Known.OTHER) {
      return keyReused();
    }
    var caller = Visitor.caller(request);
    var organisation = account.organisation();
    var begun =
        publishing.begin(
            id(account, key),
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

  /** The same for the same key of the same account. */
  private static Publication.Id id(Account account, String key) {
    var name = PATH + "\n" + account.id() + "\n" + key;
    return new Publication.Id(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** The guard has seen that there is one of this id. */
  private static Publication.Id id(String id) {
    return PublicationOwner.id(id).orElseThrow();
  }

  private Publication found(String id) {
    return publications.find(id(id)).orElseThrow();
  }
}
