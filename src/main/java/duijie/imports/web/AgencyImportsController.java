package duijie.imports.web;

import duijie.accounts.Deed;
import duijie.imports.Import;
import duijie.pages.Form;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.TakesFile;
import duijie.sheets.WorkbookWriter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Importing directories of agencies. */
@Controller("/agencies")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgencyImportsController {

  static final Desk DESK =
      Desk.of(
          Import.Kind.AGENCIES,
          "/agencies/import",
          List.of(),
          "/agencies",
          WorkbookWriter.Kind.AGENCIES,
          "家",
          "机构");

  private final ImportAnswers answers;

  AgencyImportsController(ImportAnswers answers) {
    this.answers = answers;
  }

  @May(value = Deed.IMPORT_AGENCIES, of = OwnOrganisation.class)
  @Get(uri = "/import", produces = MediaType.TEXT_HTML)
  HttpResponse<?> form(HttpRequest<?> request) {
    return answers.form(request, DESK);
  }

  @TakesFile
  @May(value = Deed.IMPORT_AGENCIES, of = OwnOrganisation.class)
  @Post(
      uri = "/import",
      consumes = {MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED},
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> upload(
      HttpRequest<?> request,
      @Nullable @Part("file") CompletedFileUpload file,
      @Nullable @Part(Form.TOKEN) String token,
      @Nullable @Part("fresh") String fresh)
      throws IOException {
    return answers.upload(request, DESK, file, token, fresh);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = OwnOrganisation.class)
  @WorkbookOrPage
  @Get(uri = "/import/template", headRoute = false)
  HttpResponse<?> template() throws IOException {
    return answers.template(DESK);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = OwnOrganisation.class)
  @Get(uri = "/imports", produces = MediaType.TEXT_HTML)
  HttpResponse<?> list(HttpRequest<?> request) {
    return answers.list(request, DESK);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @Get(uri = "/imports/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    return answers.one(request, DESK, id);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @WorkbookOrPage
  @Get(uri = "/imports/{id}/marked", headRoute = false)
  HttpResponse<?> marked(HttpRequest<?> request, String id) throws IOException {
    return answers.marked(request, DESK, id);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @Post(
      uri = "/imports/{id}/confirm",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> confirm(HttpRequest<?> request, String id) {
    return answers.confirm(request, DESK, id);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @Post(
      uri = "/imports/{id}/cancel",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> cancel(HttpRequest<?> request, String id) {
    return answers.cancel(request, DESK, id);
  }
}
