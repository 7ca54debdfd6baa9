package duijie.agencies.web;

import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.agencies.Credential;
import duijie.agencies.CredentialKeeping;
import duijie.agencies.CredentialKeeping.Outcome;
import duijie.api.Answer;
import duijie.api.ApiProblem;
import duijie.api.Sent;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bureau's programs look at certificates, and revoke them. */
@Controller(CredentialsApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CredentialsApi {

  static final String PATH = ReviewsApi.PATH + "/credentials";

  private static final String AGENCY = "agency";
  private static final String REASON = "reason";

  private final Agencies agencies;
  private final CredentialKeeping keeping;
  private final CredentialOwner owners;
  private final CredentialFiles files;
  private final CredentialJson json;

  CredentialsApi(
      Agencies agencies,
      CredentialKeeping keeping,
      CredentialOwner owners,
      CredentialFiles files,
      CredentialJson json) {
    this.agencies = agencies;
    this.keeping = keeping;
    this.owners = owners;
    this.files = files;
    this.json = json;
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    var parameters = new Parameters(request.getParameters());
    var id = parameters.one(AGENCY);
    if (id.isEmpty()) {
      parameters.refuse(AGENCY, "请用 agency 写明机构编号。");
    }
    if (!parameters.problems().isEmpty()) {
      return parameters.badRequest();
    }
    return id.map(Agency.Id::new)
        .flatMap(agencies::find)
        .<HttpResponse<String>>map(
            agency ->
                Answer.ok(
                    Map.of("items", keeping.held(agency.id()).stream().map(json::of).toList())))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get(uri = "/{id}/file", headRoute = false)
  HttpResponse<?> file(HttpRequest<?> request, String id) throws IOException {
    var credential = owners.find(id);
    return credential.isEmpty()
        ? ApiProblem.notFound().answer()
        : files.of(credential.get()).orElseGet(() -> ApiProblem.notFound().answer());
  }

  @May(Deed.REVIEW_AGENCIES)
  @Post("/{id}/revocation")
  HttpResponse<String> revoke(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return owners
        .find(id)
        .map(
            credential ->
                Sent.read(
                    request,
                    text,
                    Set.of(REASON),
                    body -> {
                      var reason = body.text(REASON);
                      return body.faults().isEmpty()
                          ? revoke(request, credential, reason)
                          : ApiProblem.invalid(body.faults()).answer();
                    }))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  private HttpResponse<String> revoke(
      HttpRequest<?> request, Credential credential, String reason) {
    var outcome =
        keeping.revoke(credential, reason, Visitor.of(request).member(), Visitor.caller(request));
    return switch (outcome) {
      case Outcome.Done done ->
          owners
              .find(credential.id().toString())
              .<HttpResponse<String>>map(now -> Answer.ok(json.of(now)))
              .orElseGet(() -> ApiProblem.notFound().answer());
      case Outcome.Refused refused -> AttachmentsApi.refused(refused);
      case Outcome.Shut(var sentence) -> ApiProblem.conflict(sentence).answer();
    };
  }
}
