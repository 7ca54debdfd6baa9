package duijie.agencies.web;

import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.agencies.Credential;
import duijie.agencies.CredentialKeeping;
import duijie.agencies.CredentialKeeping.Details;
import duijie.agencies.CredentialKeeping.Outcome;
import duijie.agencies.Credentials;
import duijie.api.Answer;
import duijie.api.ApiProblem;
import duijie.api.RequestKeys;
import duijie.api.SentFile;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Programs hand in an agency's own certificates and take them away. */
@Controller(AttachmentsApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttachmentsApi {

  static final String PATH = ProfileApi.PATH + "/attachments";

  private final OwnAgency own;
  private final CredentialKeeping keeping;
  private final Credentials credentials;
  private final CredentialOwner owners;
  private final CredentialFiles files;
  private final CredentialJson json;
  private final RequestKeys keys;

  AttachmentsApi(
      OwnAgency own,
      CredentialKeeping keeping,
      Credentials credentials,
      CredentialOwner owners,
      CredentialFiles files,
      CredentialJson json,
      RequestKeys keys) {
    this.own = own;
    this.keeping = keeping;
    this.credentials = credentials;
    this.owners = owners;
    this.files = files;
    this.json = json;
    this.keys = keys;
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    return own.of(request)
        .<HttpResponse<String>>map(
            agency ->
                Answer.ok(
                    Map.of("items", keeping.held(agency.id()).stream().map(json::of).toList())))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Post(consumes = {MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON})
  HttpResponse<String> add(
      HttpRequest<?> request,
      @Nullable @Part("file") CompletedFileUpload file,
      @Nullable @Part("kind") String kind,
      @Nullable @Part("number") String number,
      @Nullable @Part("valid-until") String validUntil)
      throws IOException {
    var agency = own.of(request);
    if (agency.isEmpty()) {
      return ApiProblem.notFound().answer();
    }
    var details = new Details(text(kind), text(number), text(validUntil));
    return keys.<IOException>with(
        request,
        Visitor.of(request).member(),
        PATH,
        key ->
            SentFile.in(request)
                ? add(request, agency.get(), details, file, key)
                : SentFile.missing());
  }

  private HttpResponse<String> add(
      HttpRequest<?> request,
      Agency agency,
      Details details,
      @Nullable CompletedFileUpload part,
      RequestKeys.Key key)
      throws IOException {
    try (var file = SentFile.of(part)) {
      var outcome =
          keeping.add(
              agency,
              new Credential.Id(key.id()),
              details,
              file == null ? "" : file.name(),
              file == null ? null : file.content(),
              Visitor.of(request).member(),
              Visitor.caller(request));
      return switch (outcome) {
        case Outcome.Done done ->
            key.once(
                details + (file == null ? "" : file.name() + "\n" + file.fingerprint()),
                id -> created(new Credential.Id(id)));
        case Outcome.Refused refused -> refused(refused);
        case Outcome.Shut(var sentence) -> ApiProblem.conflict(sentence).answer();
      };
    }
  }

  private HttpResponse<String> created(Credential.Id id) {
    var credential = credentials.find(id).orElseThrow();
    return Answer.created(PATH + "/" + id, json.of(credential));
  }

  @May(value = Deed.KEEP_PROFILE, of = CredentialOwner.class)
  @Get("/{id}")
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return owners
        .find(id)
        .<HttpResponse<String>>map(credential -> Answer.ok(json.of(credential)))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  @May(value = Deed.KEEP_PROFILE, of = CredentialOwner.class)
  @Get(uri = "/{id}/file", headRoute = false)
  HttpResponse<?> file(HttpRequest<?> request, String id) throws IOException {
    var credential = owners.find(id);
    return credential.isEmpty()
        ? ApiProblem.notFound().answer()
        : files.of(credential.get()).orElseGet(() -> ApiProblem.notFound().answer());
  }

  @May(value = Deed.KEEP_PROFILE, of = CredentialOwner.class)
  @Delete("/{id}")
  HttpResponse<String> remove(HttpRequest<?> request, String id) {
    var agency = own.of(request);
    var credential = owners.find(id);
    if (agency.isEmpty() || credential.isEmpty()) {
      return ApiProblem.notFound().answer();
    }
    return switch (keeping.remove(agency.get(), credential.get().id(), Visitor.caller(request))) {
      case Outcome.Done done -> Answer.nothing();
      case Outcome.Refused refused -> refused(refused);
      case Outcome.Shut(var sentence) -> ApiProblem.conflict(sentence).answer();
    };
  }

  /** Everything that is wrong, each with the part of the form or the field that it is about. */
  static HttpResponse<String> refused(Outcome.Refused refused) {
    return ApiProblem.invalid(
            refused.faults().stream()
                .map(
                    fault ->
                        new ApiProblem.Fault(
                            "/" + AttachmentsController.field(fault.place()),
                            "not-accepted",
                            fault.sentence()))
                .toList())
        .answer();
  }

  private static String text(@Nullable String part) {
    return part == null ? "" : part;
  }
}
