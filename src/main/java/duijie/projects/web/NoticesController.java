package duijie.projects.web;

import duijie.pages.Addresses;
import duijie.pages.ForAnybody;
import duijie.pages.Html;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Notice;
import duijie.projects.Notices;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The notices, each at an address that stays. */
@Controller(NoticesController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@ForAnybody
final class NoticesController {

  static final String PATH = "/notices";

  private final Notices notices;
  private final NoticeViews views;
  private final Shells shells;
  private final Html html;

  NoticesController(Notices notices, NoticeViews views, Shells shells, Html html) {
    this.notices = notices;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  /** Where everybody reads a notice. */
  static String path(Notice.Id id) {
    return PATH + "/" + id;
  }

  @Get(uri = "/{id}", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    var visitor = Visitor.of(request);
    return Addresses.uuid(id)
        .map(Notice.Id::new)
        .flatMap(notices::find)
        .map(notice -> page(visitor, notice))
        .orElseGet(() -> html.notFound(visitor, "没有这份公告，可能地址不完整。请从项目的页面进入。"));
  }

  private HttpResponse<String> page(Visitor visitor, Notice notice) {
    var page = views.page(notice);
    var shell =
        shells.shell(
            visitor,
            page.heading(),
            "/projects",
            new Shell.Crumb("采购项目", "/projects"),
            new Shell.Crumb(page.name(), page.project()),
            new Shell.Crumb(page.kind(), null));
    return html.page("project-notice", shell, page);
  }
}
