package duijie.portal.web;

import duijie.accounts.Deed;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Parameters;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The projects that suit the visitor's own agency. */
@Controller(RecommendationQuery.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecommendationsController {

  static final String TITLE = "推荐项目";

  private final Recommendations recommendations;
  private final Shells shells;
  private final Html html;

  RecommendationsController(Recommendations recommendations, Shells shells, Html html) {
    this.recommendations = recommendations;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.SEEK_PROJECTS, of = OwnOrganisation.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var parameters = new Parameters(request.getParameters());
    var query = RecommendationQuery.read(parameters);
    if (!parameters.problems().isEmpty()) {
      return html.refused(visitor, parameters.problems());
    }
    var page = recommendations.page(visitor.member(), query, shells.today());
    var shell =
        shells.shell(visitor, TITLE, RecommendationQuery.PATH, new Shell.Crumb(TITLE, null));
    var status = page.paging().beyond() ? HttpStatus.NOT_FOUND : HttpStatus.OK;
    return html.page(status, "recommendations", shell, page);
  }
}
