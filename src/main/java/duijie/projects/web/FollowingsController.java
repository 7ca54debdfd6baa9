package duijie.projects.web;

import duijie.pages.Addresses;
import duijie.pages.ForMembers;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.pages.Words;
import duijie.projects.Followings;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;

/** The projects of which somebody wants to be told what becomes of them. */
@Controller(FollowingsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@ForMembers
final class FollowingsController {

  static final String PATH = "/followings";

  private final Followings followings;
  private final Projects projects;
  private final Shells shells;
  private final Html html;

  FollowingsController(Followings followings, Projects projects, Shells shells, Html html) {
    this.followings = followings;
    this.projects = projects;
    this.shells = shells;
    this.html = html;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request) {
    var visitor = Visitor.of(request);
    var rows =
        projects.findAll(followings.of(visitor.member().id())).stream()
            .map(FollowingsController::row)
            .toList();
    var shell = shells.shell(visitor, "我的收藏", PATH, new Shell.Crumb("我的收藏", null));
    return html.page("followings", shell, new FollowingsPage(rows));
  }

  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<?> change(HttpRequest<?> request) {
    var form = Form.of(request);
    var visitor = Visitor.of(request);
    var project = projects.find(new Project.Id(form.text("project"))).orElse(null);
    if (project == null || project.state() == Project.State.DRAFT) {
      return html.notFound(visitor, "没有这个项目，可能地址不完整。请从项目的页面收藏。");
    }
    if (form.has("leave")) {
      followings.leave(visitor.member().id(), project.id());
    } else {
      followings.follow(visitor.member().id(), project.id());
    }
    var back = form.has("back") ? Addresses.within(form.text("back")) : href(project);
    return HttpResponse.seeOther(URI.create(back));
  }

  private static FollowingsPage.Row row(Project project) {
    var by = project.respondBy();
    return new FollowingsPage.Row(
        href(project),
        project.id().value(),
        project.name(),
        project.state().label(),
        by == null ? null : Words.minute(by));
  }

  private static String href(Project project) {
    return "/projects/" + Addresses.encode(project.id().value());
  }
}
