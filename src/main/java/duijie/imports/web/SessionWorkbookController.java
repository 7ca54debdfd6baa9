package duijie.imports.web;

import duijie.accounts.Deed;
import duijie.pages.Form;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.TakesFile;
import duijie.sheets.SessionBooks;
import duijie.sheets.SessionSheet;
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
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The workbook of a session: taken along by its organizer, filled in, and brought back. */
@Controller(SessionWorkbookController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionWorkbookController {

  static final String PATH = "/sessions";

  private final SessionNamed sessions;
  private final SessionBooks books;
  private final WorkbookWriter writer;
  private final ImportAnswers answers;

  SessionWorkbookController(
      SessionNamed sessions, SessionBooks books, WorkbookWriter writer, ImportAnswers answers) {
    this.sessions = sessions;
    this.books = books;
    this.writer = writer;
    this.answers = answers;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionNamed.class)
  @Get(uri = "/{id}/workbook", produces = MediaType.TEXT_HTML)
  HttpResponse<?> form(HttpRequest<?> request, String id) {
    return answers.form(request, desk(request));
  }

  @TakesFile
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionNamed.class)
  @Post(
      uri = "/{id}/workbook",
      consumes = {MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED},
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> upload(
      HttpRequest<?> request,
      String id,
      @Nullable @Part("file") CompletedFileUpload file,
      @Nullable @Part(Form.TOKEN) String token,
      @Nullable @Part("fresh") String fresh)
      throws IOException {
    return answers.upload(request, desk(request), file, token, fresh);
  }

  /** The workbook, or one of its sheets. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionNamed.class)
  @WorkbookOrPage
  @Get(uri = "/{id}/workbook/file", headRoute = false)
  HttpResponse<?> download(HttpRequest<?> request, String id) throws IOException {
    var session = sessions.of(request);
    var file = file(new Parameters(request.getParameters()).text("sheet"));
    var name = file.name() + "-" + session.setup().day() + ".xlsx";
    return Download.of(
        name, "session.xlsx", out -> writer.session(books.of(session), file.sheets(), out));
  }

  /** What can be taken along. */
  private record File(String name, Set<SessionSheet> sheets) {}

  private static File file(String wanted) {
    return switch (wanted) {
      case "arrivals" -> one(SessionSheet.ARRIVALS);
      case "outcomes" -> one(SessionSheet.OUTCOMES);
      default -> new File("对接表", EnumSet.allOf(SessionSheet.class));
    };
  }

  private static File one(SessionSheet sheet) {
    return new File(sheet.label(), EnumSet.of(sheet));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionNamed.class)
  @Get(uri = "/{id}/workbook/imports", produces = MediaType.TEXT_HTML)
  HttpResponse<?> list(HttpRequest<?> request, String id) {
    return answers.list(request, desk(request));
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionImportOwner.class)
  @Get(uri = "/{id}/workbook/imports/{upload}", produces = MediaType.TEXT_HTML)
  HttpResponse<?> one(HttpRequest<?> request, String id, String upload) {
    return answers.one(request, desk(request), upload);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionImportOwner.class)
  @WorkbookOrPage
  @Get(uri = "/{id}/workbook/imports/{upload}/marked", headRoute = false)
  HttpResponse<?> marked(HttpRequest<?> request, String id, String upload) throws IOException {
    return answers.marked(request, desk(request), upload);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionImportOwner.class)
  @Post(
      uri = "/{id}/workbook/imports/{upload}/choice",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> choose(HttpRequest<?> request, String id, String upload) {
    return answers.choose(request, desk(request), upload);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionImportOwner.class)
  @Post(
      uri = "/{id}/workbook/imports/{upload}/confirm",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> confirm(HttpRequest<?> request, String id, String upload) {
    return answers.confirm(request, desk(request), upload);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionImportOwner.class)
  @Post(
      uri = "/{id}/workbook/imports/{upload}/cancel",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> cancel(HttpRequest<?> request, String id, String upload) {
    return answers.cancel(request, desk(request), upload);
  }

  private Desk desk(HttpRequest<?> request) {
    return Desk.of(sessions.of(request));
  }
}
