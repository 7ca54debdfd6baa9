package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.matching.Matching;
import duijie.pages.Attachment;
import duijie.pages.ErrorPage;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Projects;
import duijie.sheets.MatchmakingBook;
import duijie.sheets.WorkbookWriter;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The matchmaking workbook of the projects that a list shows. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorkbookController {

  static final MediaType XLSX =
      MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final int TOP = 20;

  /** A directory larger than this is cut to the agencies that are proposed. */
  private static final int WHOLE_DIRECTORY = 5_000;

  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 20;

  private final Finder finder;
  private final Projects projects;
  private final Agencies agencies;
  private final Matching matching;
  private final WorkbookWriter writer;
  private final ListQueryReader reader;
  private final Shells shells;
  private final Html html;
  private final Semaphore permits = new Semaphore(AT_ONCE, true);

  WorkbookController(
      Finder finder,
      Projects projects,
      Agencies agencies,
      Matching matching,
      WorkbookWriter writer,
      ListQueryReader reader,
      Shells shells,
      Html html) {
    this.finder = finder;
    this.projects = projects;
    this.agencies = agencies;
    this.matching = matching;
    this.writer = writer;
    this.reader = reader;
    this.shells = shells;
    this.html = html;
  }

  @May(Deed.TAKE_WORKBOOK)
  @Get(uri = Links.WORKBOOK, headRoute = false)
  HttpResponse<?> download(HttpRequest<?> request) throws IOException, InterruptedException {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var query = reader.read(parameters, ListKind.PROJECTS);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    if (!permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      return html.error(
          visitor, new ErrorPage(503, "请稍后再试", "正在为别人生成对接表，请过一会儿再下载。", List.of(), null));
    }
    try {
      var file = Files.createTempFile("matchmaking", ".xlsx");
      try {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
          writer.matchmaking(book(query), out);
        }
        return headers(HttpResponse.ok(sent(file)));
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } finally {
      permits.release();
    }
  }

  /** What a download would say of itself, without making it. */
  @May(Deed.TAKE_WORKBOOK)
  @Head(uri = Links.WORKBOOK)
  HttpResponse<?> head() {
    return headers(HttpResponse.ok());
  }

  private MatchmakingBook book(ListQuery query) {
    var today = shells.today();
    var found = finder.projects(WorkbookDownloads.held(query), 0, WorkbookDownloads.MOST);
    var matched =
        projects.findAll(found.ids()).stream()
            .map(
                p ->
                    new MatchmakingBook.Matched(
                        p, matching.agenciesFor(p, PublicRecords::visible, today, TOP)))
            .toList();
    return new MatchmakingBook(
        matched, directory(matched), matching.ruleBook().version(), today, true, true);
  }

  private List<Agency> directory(List<MatchmakingBook.Matched> matched) {
    if (agencies.count() <= WHOLE_DIRECTORY) {
      try (var all = agencies.stream()) {
        return all.filter(PublicRecords::visible).toList();
      }
    }
    var proposed = new LinkedHashMap<Agency.Id, Agency>();
    for (var match : matched) {
      match.ranking().matches().forEach(m -> proposed.put(m.partner().id(), m.partner()));
    }
    return proposed.values().stream().sorted(Comparator.comparing(Agency::id)).toList();
  }

  /** Sends the file and deletes it once it is sent or the reader has gone. */
  private static StreamedFile sent(Path file) throws IOException {
    long size = Files.size(file);
    var in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    return new StreamedFile(in, XLSX, System.currentTimeMillis(), size);
  }

  private <T> HttpResponse<T> headers(MutableHttpResponse<T> response) {
    var name = "对接表-" + shells.today() + ".xlsx";
    return response
        .contentType(XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.disposition(name, "matchmaking.xlsx"));
  }
}
