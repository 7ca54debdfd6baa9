package duijie.projects.web;

import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.pages.Addresses;
import duijie.pages.ForMembers;
import duijie.pages.Visitor;
import duijie.projects.Followings;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The projects that those for whom programs act follow. */
@Controller(FollowingsApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@ForMembers
final class FollowingsApi {

  static final String PATH = Api.V1 + "/followings";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Followings followings;
  private final Projects projects;

  FollowingsApi(Followings followings, Projects projects) {
    this.followings = followings;
    this.projects = projects;
  }

  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    var followed = projects.findAll(followings.of(Visitor.of(request).member().id()));
    return Answer.ok(Map.of("items", followed.stream().map(FollowingsApi::tree).toList()));
  }

  @Put("/{+id}")
  HttpResponse<String> follow(HttpRequest<?> request, String id) {
    var project = project(request);
    project.ifPresent(p -> followings.follow(Visitor.of(request).member().id(), p.id()));
    return project
        .<HttpResponse<String>>map(p -> Answer.ok(tree(p)))
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  @Delete("/{+id}")
  HttpResponse<String> leave(HttpRequest<?> request, String id) {
    var project = project(request);
    project.ifPresent(p -> followings.leave(Visitor.of(request).member().id(), p.id()));
    return project.isPresent() ? Answer.nothing() : ApiProblem.notFound().answer();
  }

  private Optional<Project> project(HttpRequest<?> request) {
    return Addresses.identifier(request, PATH)
        .map(Project.Id::new)
        .flatMap(projects::find)
        .filter(project -> project.state() != Project.State.DRAFT);
  }

  private static Map<String, @Nullable Object> tree(Project project) {
    var by = project.respondBy();
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("project", project.id());
    tree.put("name", project.name());
    tree.put("state", project.state());
    tree.put(
        "respondBy",
        by == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(by.atZone(ZONE)));
    tree.put("page", "/projects/" + Addresses.encode(project.id().value()));
    return tree;
  }
}
