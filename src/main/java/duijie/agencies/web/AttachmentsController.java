package duijie.agencies.web;

import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.agencies.Credential;
import duijie.agencies.CredentialKeeping;
import duijie.agencies.CredentialKeeping.Details;
import duijie.agencies.CredentialKeeping.Outcome;
import duijie.agencies.CredentialKeeping.Place;
import duijie.agencies.ProfileKeeping;
import duijie.agencies.Section;
import duijie.files.Reception;
import duijie.pages.Addresses;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.TakesFile;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency's own certificates, as a section of its profile. */
@Controller(ProfileController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttachmentsController {

  private static final String PATH = ProfileController.PATH + "/attachments";

  private static final String MISSING = "没有这份附件。请从“机构资料”进入。";
  private static final Details NOTHING = new Details("", "", "");

  private final OwnAgency own;
  private final ProfileKeeping keeping;
  private final CredentialKeeping credentials;
  private final CredentialOwner owners;
  private final CredentialViews views;
  private final CredentialFiles files;
  private final Shells shells;
  private final Html html;

  AttachmentsController(
      OwnAgency own,
      ProfileKeeping keeping,
      CredentialKeeping credentials,
      CredentialOwner owners,
      CredentialViews views,
      CredentialFiles files,
      Shells shells,
      Html html) {
    this.own = own;
    this.keeping = keeping;
    this.credentials = credentials;
    this.owners = owners;
    this.views = views;
    this.files = files;
    this.shells = shells;
    this.html = html;
  }

  /** The field of a place of the form. */
  static String field(Place place) {
    return place.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get(uri = "/sections/attachments", produces = MediaType.TEXT_HTML)
  HttpResponse<?> list(HttpRequest<?> request) {
    return own.of(request)
        .<HttpResponse<?>>map(
            agency -> page(HttpStatus.OK, request, agency, NOTHING, UUID.randomUUID(), List.of()))
        .orElseGet(() -> HttpResponse.seeOther(URI.create(ProfileController.PATH)));
  }

  /** Where somebody is who loads the page again that a refused upload answered with. */
  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Get(uri = "/attachments", produces = MediaType.TEXT_HTML)
  HttpResponse<?> again(HttpRequest<?> request) {
    return HttpResponse.seeOther(URI.create(ProfileController.path(Section.ATTACHMENTS)));
  }

  @TakesFile
  @May(value = Deed.KEEP_PROFILE, of = OwnOrganisation.class)
  @Post(
      uri = "/attachments",
      consumes = {MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED},
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> add(
      HttpRequest<?> request,
      @Nullable @Part("file") CompletedFileUpload file,
      @Nullable @Part(Form.TOKEN) String token,
      @Nullable @Part("fresh") String fresh,
      @Nullable @Part("kind") String kind,
      @Nullable @Part("number") String number,
      @Nullable @Part("valid-until") String validUntil)
      throws IOException {
    var agency = own.of(request);
    if (agency.isEmpty()) {
      return HttpResponse.seeOther(URI.create(ProfileController.PATH));
    }
    var id = Addresses.uuid(text(fresh)).orElseGet(UUID::randomUUID);
    var typed = new Details(text(kind), text(number), text(validUntil));
    var visitor = Visitor.of(request);
    if (token == null || !visitor.sent(token)) {
      var sentence = "您在选择文件期间登录或退出过（也许是在另一个窗口里），文件还没有上传。请重新选择文件，再上传。";
      return refused(request, agency.get(), typed, id, List.of(new Problem("file", sentence)));
    }
    var name = file == null ? "" : file.getFilename();
    try (var content = file == null || name.isBlank() ? null : file.getInputStream()) {
      var outcome =
          credentials.add(
              agency.get(),
              new Credential.Id(id),
              typed,
              name,
              content,
              visitor.member(),
              Visitor.caller(request));
      return after(request, agency.get(), typed, id, outcome, Said.ATTACHMENT_ADDED);
    }
  }

  @May(value = Deed.KEEP_PROFILE, of = CredentialOwner.class)
  @Post(
      uri = "/attachments/{id}/removal",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> remove(HttpRequest<?> request, String id) {
    var agency = own.of(request);
    var credential = owners.find(id);
    if (agency.isEmpty() || credential.isEmpty()) {
      return html.notFound(Visitor.of(request), MISSING);
    }
    var outcome = credentials.remove(agency.get(), credential.get().id(), Visitor.caller(request));
    return after(
        request, agency.get(), NOTHING, UUID.randomUUID(), outcome, Said.ATTACHMENT_REMOVED);
  }

  @May(value = Deed.KEEP_PROFILE, of = CredentialOwner.class)
  @Get(uri = "/attachments/{id}/file", headRoute = false)
  HttpResponse<?> file(HttpRequest<?> request, String id) throws IOException {
    var credential = owners.find(id);
    return credential.isEmpty()
        ? html.notFound(Visitor.of(request), MISSING)
        : files
            .of(credential.get())
            .orElseGet(() -> html.notFound(Visitor.of(request), CredentialFiles.GONE));
  }

  private HttpResponse<?> after(
      HttpRequest<?> request,
      Agency agency,
      Details typed,
      UUID fresh,
      Outcome outcome,
      Said said) {
    return switch (outcome) {
      case Outcome.Done done -> said.at(ProfileController.path(Section.ATTACHMENTS));
      case Outcome.Refused(var faults) ->
          refused(
              request,
              agency,
              typed,
              fresh,
              faults.stream().map(f -> new Problem(field(f.place()), f.sentence())).toList());
      case Outcome.Shut(var sentence) ->
          refused(request, agency, typed, fresh, List.of(new Problem(field(Place.FILE), sentence)));
    };
  }

  private HttpResponse<?> refused(
      HttpRequest<?> request, Agency agency, Details typed, UUID fresh, List<Problem> problems) {
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, agency, typed, fresh, problems);
  }

  private HttpResponse<?> page(
      HttpStatus status,
      HttpRequest<?> request,
      Agency agency,
      Details typed,
      UUID fresh,
      List<Problem> problems) {
    var declaration = keeping.of(agency);
    var part = declaration.part(Section.ATTACHMENTS);
    var shut = CredentialKeeping.shut(agency, declaration);
    var held = credentials.held(agency.id());
    var page =
        new AttachmentsPage(
            part.version(),
            part.reason(),
            shut.orElse(null),
            part.done(),
            held.stream().anyMatch(c -> c.kind() == Credential.Kind.REGISTRATION),
            held.stream().map(c -> views.of(c, PATH, shut.isEmpty() ? "removal" : null)).toList(),
            Arrays.stream(Credential.Kind.values())
                .map(k -> new FieldView.Option(k.name(), k.label()))
                .toList(),
            typed,
            fresh.toString(),
            Reception.MOST_BYTES >> 20,
            problems);
    var label = Section.ATTACHMENTS.label();
    var shell =
        shells.shell(
            Visitor.of(request),
            label,
            ProfileController.PATH,
            new Shell.Crumb(ProfileController.TITLE, ProfileController.PATH),
            new Shell.Crumb(label, null));
    return html.page(status, "attachments", shell, page);
  }

  private static String text(@Nullable String part) {
    return part == null ? "" : part;
  }
}
