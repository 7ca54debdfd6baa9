package duijie.projects.web;

import duijie.pages.AutosavedPage;
import duijie.pages.Html;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Publication;
import duijie.projects.Publishing.Outcome;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers with a publication's page: as it stands, or why a step was not taken. */
@Singleton
final class PublicationAnswers {

  private final PublicationViews views;
  private final Shells shells;
  private final Html html;

  PublicationAnswers(PublicationViews views, Shells shells, Html html) {
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  /** The page as it stands. */
  HttpResponse<String> page(HttpRequest<?> request, Publication found) {
    return page(HttpStatus.OK, request, found, found, List.of(), List.of());
  }

  /**
   * What came of a step.
   *
   * @param said what is said where it was taken
   * @param yours what was typed, where it is not stored
   */
  HttpResponse<?> answer(
      HttpRequest<?> request, Outcome outcome, Said said, @Nullable Publication yours) {
    return switch (outcome) {
      case Outcome.Done(var now) -> said.at(PublicationsController.PATH + "/" + now.id());
      case Outcome.Refused(var now, var reasons) ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              now,
              yours == null ? now : yours,
              reasons.stream().map(reason -> new Problem("draft", reason)).toList(),
              List.of());
      case Outcome.Overtaken(var now) ->
          page(
              HttpStatus.CONFLICT,
              request,
              now,
              yours == null ? now : yours,
              List.of(
                  new Problem("draft", "在您打开这一页以后，别人改过这个项目（现在是“" + now.stage().label() + "”）。")),
              yours == null ? List.of() : PublicationViews.differences(now, yours));
    };
  }

  /** What came of keeping the form while it is typed. */
  HttpResponse<String> autosaved(HttpRequest<?> request, AutosavedPage page) {
    var shell = shells.shell(Visitor.of(request), "项目发布", PublicationsController.PATH);
    return html.page(HttpStatus.OK, "autosaved", shell, page);
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      Publication now,
      Publication shown,
      List<Problem> problems,
      List<PublicationPage.Difference> overtaken) {
    var visitor = Visitor.of(request);
    var page = views.page(visitor, now, shown, shells.today(), problems, overtaken);
    var shell =
        shells.shell(
            visitor,
            page.title(),
            PublicationsController.PATH,
            new Shell.Crumb("项目发布", PublicationsController.PATH),
            new Shell.Crumb(page.title(), null));
    return html.page(status, "publication", shell, page);
  }
}
