package duijie.projects.web;

import duijie.pages.Html;
import duijie.pages.Problem;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Publication;
import duijie.projects.Publishing.Outcome;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers with a publication's page: as it stands, or why a step was not taken. */
@Singleton
final class PublicationAnswers {

  private static final Map<String, String> SAID =
      Map.of(
          "saved", "已保存。",
          "begun", "已按最近一次公告的内容起草，改好以后提交负责人审批。",
          "submitted", "已提交，等负责人审批。",
          "returned", "已退回修改。",
          "published", "已发布，所有人都能看到了。",
          "terminated", "已终止，所有人都能看到终止公告。",
          "cancelled", "已作废。");

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
    var said = SAID.get(request.getParameters().get("said", String.class).orElse(""));
    return page(HttpStatus.OK, request, found, found, said, List.of(), List.of());
  }

  /**
   * What came of a step.
   *
   * @param yours what was typed, where it is not stored
   */
  HttpResponse<?> answer(
      HttpRequest<?> request, Outcome outcome, String said, @Nullable Publication yours) {
    return switch (outcome) {
      case Outcome.Done(var now) ->
          HttpResponse.seeOther(
              URI.create(PublicationsController.PATH + "/" + now.id() + "?said=" + said));
      case Outcome.Refused(var now, var reasons) ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              now,
              yours == null ? now : yours,
              null,
              reasons.stream().map(reason -> new Problem("draft", reason)).toList(),
              List.of());
      case Outcome.Overtaken(var now) ->
          page(
              HttpStatus.CONFLICT,
              request,
              now,
              yours == null ? now : yours,
              null,
              List.of(
                  new Problem("draft", "在您打开这一页以后，别人改过这个项目（现在是“" + now.stage().label() + "”）。")),
              yours == null ? List.of() : PublicationViews.differences(now, yours));
    };
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      Publication now,
      Publication shown,
      @Nullable String said,
      List<Problem> problems,
      List<PublicationPage.Difference> overtaken) {
    var visitor = Visitor.of(request);
    var page = views.page(visitor, now, shown, shells.today(), said, problems, overtaken);
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
