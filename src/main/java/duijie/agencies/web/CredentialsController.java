package duijie.agencies.web;

import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Credential;
import duijie.agencies.CredentialKeeping;
import duijie.agencies.CredentialKeeping.Fault;
import duijie.agencies.CredentialKeeping.Outcome;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;

/** The bureau looks at the certificates of agencies, and revokes one. */
@Controller(CredentialsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CredentialsController {

  static final String PATH = ReviewsController.PATH + "/credentials";
  static final String REVOCATION = "revocation";

  private static final String MISSING = "没有这份附件。请从“机构审核”进入。";
  private static final String REASON = "reason";

  private final Agencies agencies;
  private final CredentialKeeping credentials;
  private final CredentialOwner owners;
  private final CredentialViews views;
  private final CredentialFiles files;
  private final Shells shells;
  private final Html html;

  CredentialsController(
      Agencies agencies,
      CredentialKeeping credentials,
      CredentialOwner owners,
      CredentialViews views,
      CredentialFiles files,
      Shells shells,
      Html html) {
    this.agencies = agencies;
    this.credentials = credentials;
    this.owners = owners;
    this.views = views;
    this.files = files;
    this.shells = shells;
    this.html = html;
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get(uri = "/{id}/file", headRoute = false)
  HttpResponse<?> file(HttpRequest<?> request, String id) throws IOException {
    var credential = owners.find(id);
    return credential.isEmpty()
        ? html.notFound(Visitor.of(request), MISSING)
        : files
            .of(credential.get())
            .orElseGet(() -> html.notFound(Visitor.of(request), CredentialFiles.GONE));
  }

  @May(Deed.REVIEW_AGENCIES)
  @Get(uri = "/{id}/revocation", produces = MediaType.TEXT_HTML)
  HttpResponse<?> form(HttpRequest<?> request, String id) {
    var credential = owners.find(id);
    return credential.isEmpty()
        ? html.notFound(Visitor.of(request), MISSING)
        : page(HttpStatus.OK, request, credential.get(), "", List.of());
  }

  @May(Deed.REVIEW_AGENCIES)
  @Post(
      uri = "/{id}/revocation",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> revoke(HttpRequest<?> request, String id) {
    var credential = owners.find(id);
    if (credential.isEmpty()) {
      return html.notFound(Visitor.of(request), MISSING);
    }
    var reason = Form.of(request).text(REASON);
    var outcome =
        credentials.revoke(
            credential.get(), reason, Visitor.of(request).member(), Visitor.caller(request));
    return switch (outcome) {
      case Outcome.Done done ->
          Said.CREDENTIAL_REVOKED.at(ReviewsController.path(credential.get().agency()));
      case Outcome.Refused(var faults) ->
          refused(request, credential.get(), reason, faults.stream().map(Fault::sentence).toList());
      case Outcome.Shut(var sentence) ->
          refused(request, credential.get(), reason, List.of(sentence));
    };
  }

  private HttpResponse<?> refused(
      HttpRequest<?> request, Credential credential, String reason, List<String> sentences) {
    var problems = sentences.stream().map(sentence -> new Problem(REASON, sentence)).toList();
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, credential, reason, problems);
  }

  private HttpResponse<?> page(
      HttpStatus status,
      HttpRequest<?> request,
      Credential credential,
      String reason,
      List<Problem> problems) {
    var agency = agencies.find(credential.agency()).orElseThrow();
    var title = "撤销证照";
    var shell =
        shells.shell(
            Visitor.of(request),
            title,
            ReviewsController.PATH,
            new Shell.Crumb(ReviewsController.TITLE, ReviewsController.PATH),
            new Shell.Crumb(agency.name(), ReviewsController.path(agency.id())),
            new Shell.Crumb(title, null));
    var page =
        new RevocationPage(
            agency.name(),
            ReviewsController.path(agency.id()),
            views.of(credential, PATH, REVOCATION),
            reason,
            problems);
    return html.page(status, "revocation", shell, page);
  }
}
