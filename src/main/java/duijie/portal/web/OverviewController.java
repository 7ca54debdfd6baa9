package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Parameters;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Project;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

/** The projects of the visitor's own organisation. */
@Controller(Overview.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OverviewController {

  static final String TITLE = "我的项目";

  private final Overview overview;
  private final Shells shells;
  private final Html html;

  OverviewController(Overview overview, Shells shells, Html html) {
    this.overview = overview;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.DRAFT_PROJECT, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var state = state(parameters);
    int number = parameters.number("page", 1, 1, ListQuery.LAST_PAGE);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var owner = visitor.member().organisation().id();
    var page = overview.page(owner, state, number, shells.today());
    var shell = shells.shell(visitor, TITLE, Overview.PATH, new Shell.Crumb(TITLE, null));
    var status = page.paging().beyond() ? HttpStatus.NOT_FOUND : HttpStatus.OK;
    return html.page(status, "overview", shell, page);
  }

  private static Project.@Nullable State state(Parameters parameters) {
    var value = parameters.one("state").orElse(null);
    if (value == null) {
      return null;
    }
    if (!ListKind.PROJECTS.states().containsKey(value)) {
      parameters.refuse("state", "没有“%s”这个状态。".formatted(Parameters.shortened(value)));
      return null;
    }
    return Project.State.valueOf(value);
  }
}
