package duijie.imports.web;

import duijie.accounts.Deed;
import duijie.api.Api;
import duijie.imports.Import;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Programs import directories of agencies. */
@Controller(AgencyImportsApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgencyImportsApi {

  static final String PATH = Api.V1 + "/agency-imports";

  private static final Import.Kind KIND = Import.Kind.AGENCIES;

  private final ImportApi imports;

  AgencyImportsApi(ImportApi imports) {
    this.imports = imports;
  }

  @May(value = Deed.IMPORT_AGENCIES, of = OwnOrganisation.class)
  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    return imports.list(request, KIND);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = OwnOrganisation.class)
  @Post(consumes = {MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON})
  HttpResponse<String> upload(
      HttpRequest<?> request, @Nullable @Part("file") CompletedFileUpload file) throws IOException {
    return imports.upload(request, KIND, PATH, file);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @Get("/{id}")
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    return imports.one(KIND, id);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @Get("/{id}/rows")
  HttpResponse<String> rows(HttpRequest<?> request, String id) {
    return imports.rows(request, KIND, id);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @Get("/{id}/problems")
  HttpResponse<String> problems(HttpRequest<?> request, String id) {
    return imports.problems(request, KIND, id);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @Post("/{id}/confirmation")
  HttpResponse<String> confirm(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return imports.confirm(request, KIND, id, text);
  }

  @May(value = Deed.IMPORT_AGENCIES, of = ImportOwner.class)
  @Post("/{id}/cancellation")
  HttpResponse<String> cancel(HttpRequest<?> request, String id) {
    return imports.cancel(request, KIND, id);
  }
}
