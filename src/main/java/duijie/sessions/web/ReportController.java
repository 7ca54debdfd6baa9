package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.pages.Attachment;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.sessions.ReportWriter;
import duijie.sessions.Reporting;
import duijie.sessions.SessionReport;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** What a session came to, as a page, as a workbook and as a document. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {

  static final String TITLE = "统计报告";

  private static final MediaType XLSX =
      MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final MediaType DOCX =
      MediaType.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final SessionOwner owners;
  private final Reporting reporting;
  private final ReportWriter writer;
  private final SessionShells shells;
  private final Html html;

  ReportController(
      SessionOwner owners,
      Reporting reporting,
      ReportWriter writer,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.reporting = reporting;
    this.writer = writer;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/report", produces = MediaType.TEXT_HTML)
  HttpResponse<String> page(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var report = reporting.of(session);
    var page =
        new ReportPage(
            SessionsController.path(session.id()),
            report,
            List.of(
                new ReportPage.Group("按服务领域", "fields", report.fields()),
                new ReportPage.Group("按区划", "towns", report.towns())));
    return html.page("session-report", shells.part(request, session, TITLE), page);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/report.xlsx", headRoute = false)
  HttpResponse<?> workbook(HttpRequest<?> request, String id) throws IOException {
    return file(id, writer::workbook, XLSX, ".xlsx");
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/report.docx", headRoute = false)
  HttpResponse<?> document(HttpRequest<?> request, String id) throws IOException {
    return file(id, writer::document, DOCX, ".docx");
  }

  /** Writes a report. */
  private interface Writing {
    void write(SessionReport report, ByteArrayOutputStream out) throws IOException;
  }

  private HttpResponse<byte[]> file(String id, Writing writing, MediaType type, String ending)
      throws IOException {
    var session = owners.session(id);
    var out = new ByteArrayOutputStream();
    writing.write(reporting.of(session), out);
    var name = "统计报告-" + session.setup().day() + ending;
    return HttpResponse.ok(out.toByteArray())
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(name, "report" + ending));
  }
}
