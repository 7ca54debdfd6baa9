package duijie.imports.web;

import duijie.files.KeptFiles;
import duijie.imports.Import;
import duijie.imports.Importing;
import duijie.imports.Importing.Outcome;
import duijie.imports.Line;
import duijie.imports.Previews;
import duijie.pages.Addresses;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Parameters;
import duijie.pages.Problem;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.sheets.WorkbookWriter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.multipart.CompletedFileUpload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what is asked about imports, of whichever kind. */
@Singleton
final class ImportAnswers {

  private static final int MOST_PAGES = 100_000;
  private static final String FILE = "file";

  private final Importing importing;
  private final Previews previews;
  private final KeptFiles files;
  private final WorkbookWriter writer;
  private final ImportOwner owners;
  private final ImportViews views;
  private final Shells shells;
  private final Html html;

  ImportAnswers(
      Importing importing,
      Previews previews,
      KeptFiles files,
      WorkbookWriter writer,
      ImportOwner owners,
      ImportViews views,
      Shells shells,
      Html html) {
    this.importing = importing;
    this.previews = previews;
    this.files = files;
    this.writer = writer;
    this.owners = owners;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  HttpResponse<?> form(HttpRequest<?> request, Desk desk) {
    return form(HttpStatus.OK, request, desk, List.of());
  }

  private HttpResponse<?> form(
      HttpStatus status, HttpRequest<?> request, Desk desk, List<Problem> problems) {
    var shell =
        shells.shell(
            Visitor.of(request),
            desk.title(),
            desk.menu(),
            way(desk, new Shell.Crumb(desk.title(), null)));
    var page = desk.session() == null ? "import-upload" : "session-workbook";
    return html.page(status, page, shell, views.upload(desk, problems));
  }

  /**
   * Takes a workbook in.
   *
   * @param token what the form carries, where the form came with the file
   * @param fresh the id that the import is to have, likewise
   */
  HttpResponse<?> upload(
      HttpRequest<?> request,
      Desk desk,
      @Nullable CompletedFileUpload file,
      @Nullable String token,
      @Nullable String fresh)
      throws IOException {
    var visitor = Visitor.of(request);
    if (file == null) {
      return refused(request, desk, "请先选择要上传的 Excel 工作簿（.xlsx）。");
    }
    try (var content = file.getInputStream()) {
      if (token == null || !visitor.sent(token)) {
        return refused(request, desk, "您在选择文件期间登录或退出过（也许是在另一个窗口里），文件还没有上传。请重新选择。");
      }
      if (file.getFilename().isBlank()) {
        return refused(request, desk, "请先选择要上传的 Excel 工作簿（.xlsx）。");
      }
      var id =
          new Import.Id(Addresses.uuid(fresh == null ? "" : fresh).orElseGet(UUID::randomUUID));
      var outcome =
          importing.upload(
              id,
              desk.kind(),
              desk.session(),
              file.getFilename(),
              content,
              visitor.member(),
              Visitor.caller(request));
      return switch (outcome) {
        case Outcome.Done done -> HttpResponse.seeOther(URI.create(desk.page(id)));
        case Outcome.Refused(var sentence) -> refused(request, desk, sentence);
      };
    }
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Desk desk, String sentence) {
    return form(
        HttpStatus.UNPROCESSABLE_ENTITY, request, desk, List.of(new Problem(FILE, sentence)));
  }

  HttpResponse<?> template(Desk desk) throws IOException {
    var sheet = Objects.requireNonNull(desk.sheet());
    return Download.of(
        sheet.sheet() + "-模板.xlsx", "template.xlsx", out -> writer.template(sheet, out));
  }

  HttpResponse<?> list(HttpRequest<?> request, Desk desk) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    int page = parameters.number("page", 1, 1, MOST_PAGES);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var shell =
        shells.shell(
            visitor,
            "以前的导入",
            desk.menu(),
            way(desk, new Shell.Crumb(desk.title(), desk.form()), new Shell.Crumb("以前的导入", null)));
    return html.page(
        "imports", shell, views.list(desk, visitor.member().organisation().id(), page));
  }

  HttpResponse<?> one(HttpRequest<?> request, Desk desk, String id) {
    return one(HttpStatus.OK, request, desk, id, List.of());
  }

  private HttpResponse<?> one(
      HttpStatus status, HttpRequest<?> request, Desk desk, String id, List<Problem> problems) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var show = parameters.text("show");
    int number = parameters.number("page", 1, 1, MOST_PAGES);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var of = found(desk, id);
    var page = views.page(desk, of, show, number, problems);
    var shell =
        shells.shell(
            visitor,
            of.file().name(),
            desk.menu(),
            way(
                desk,
                new Shell.Crumb(desk.title(), desk.form()),
                new Shell.Crumb(of.file().name(), null)));
    return html.page(status, "import", shell, page);
  }

  HttpResponse<?> confirm(HttpRequest<?> request, Desk desk, String id) {
    var form = Form.of(request);
    var typed = form.text("version");
    int version = typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    return after(
        request,
        desk,
        id,
        importing.confirm(
            found(desk, id).id(),
            version,
            form.has("overwrite"),
            Visitor.of(request).member(),
            Visitor.caller(request)));
  }

  /** Chooses of a row in conflict what the sheet says, or what is stored. */
  HttpResponse<?> choose(HttpRequest<?> request, Desk desk, String id) {
    var form = Form.of(request);
    var of = found(desk, id);
    var row = new Line.Place(form.text("sheet"), form.number("row"));
    boolean chosen = importing.choose(of.id(), row, form.text("take").equals("sheet"));
    return chosen
        ? HttpResponse.seeOther(
            URI.create(
                desk.page(of.id()) + "?show=conflicting&page=" + Math.max(1, form.number("page"))))
        : after(request, desk, id, new Outcome.Refused("这次导入已经不在等确认，不能再选。"));
  }

  HttpResponse<?> cancel(HttpRequest<?> request, Desk desk, String id) {
    return after(
        request, desk, id, importing.cancel(found(desk, id).id(), Visitor.caller(request)));
  }

  private HttpResponse<?> after(HttpRequest<?> request, Desk desk, String id, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> HttpResponse.seeOther(URI.create(desk.page(found(desk, id).id())));
      case Outcome.Refused(var sentence) ->
          one(HttpStatus.CONFLICT, request, desk, id, List.of(new Problem("state", sentence)));
    };
  }

  /** The workbook as it was uploaded, with what is wrong with it. */
  HttpResponse<?> marked(HttpRequest<?> request, Desk desk, String id) throws IOException {
    var of = found(desk, id);
    var file = files.find(of.file().fingerprint());
    if (file.isEmpty()) {
      return html.notFound(Visitor.of(request), "上传的文件已不在数据目录中。请重新上传。");
    }
    var problems = previews.problems(of.id());
    var name = of.file().name().replaceFirst("(?i)\\.xlsx?$", "") + "-错误原因.xlsx";
    return Download.of(name, "marked.xlsx", out -> writer.errors(file.get(), problems, out));
  }

  private static Shell.Crumb[] way(Desk desk, Shell.Crumb... further) {
    return Stream.concat(desk.way().stream(), Stream.of(further)).toArray(Shell.Crumb[]::new);
  }

  /** The guard has seen that there is one. */
  private Import found(Desk desk, String id) {
    return owners.of(desk.kind(), id).orElseThrow();
  }
}
