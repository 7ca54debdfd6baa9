package duijie.interests.web;

import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.Sent;
import duijie.interests.DeclaringInterest;
import duijie.interests.DeclaringInterest.Outcome;
import duijie.interests.Interest;
import duijie.interests.Interests;
import duijie.pages.Addresses;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An agency's programs declare interest in projects; the buyer's read who did. */
@Controller(Api.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InterestsApi {

  private static final String PATH = Api.V1 + "/interests";
  private static final String NOTE = "note";

  private final DeclaringInterest declaring;
  private final Interests interests;
  private final Projects projects;
  private final Agencies agencies;

  InterestsApi(
      DeclaringInterest declaring, Interests interests, Projects projects, Agencies agencies) {
    this.declaring = declaring;
    this.interests = interests;
    this.projects = projects;
    this.agencies = agencies;
  }

  @May(value = Deed.SEEK_PROJECTS, of = OwnOrganisation.class)
  @Get("/interests")
  HttpResponse<String> own(HttpRequest<?> request) {
    var own = agency(Visitor.of(request).member());
    return Answer.ok(Map.of("items", interests.of(own).stream().map(InterestsApi::tree).toList()));
  }

  /** Declares it; sent again it is the same, for of an agency in a project there is one. */
  @May(value = Deed.SEEK_PROJECTS, of = OwnOrganisation.class)
  @Put("/interests/{+id}")
  HttpResponse<String> declare(HttpRequest<?> request, String id, @Nullable @Body String text) {
    return found(
        request,
        project ->
            Sent.read(
                request,
                text,
                Set.of(NOTE),
                body -> {
                  var note = body.text(NOTE);
                  return body.faults().isEmpty()
                      ? declare(request, project.id(), note, body)
                      : ApiProblem.invalid(body.faults()).answer();
                }));
  }

  private HttpResponse<String> declare(
      HttpRequest<?> request, Project.Id project, String note, Sent body) {
    var member = Visitor.of(request).member();
    return switch (declaring.declare(project, member, note, Visitor.caller(request))) {
      case Outcome.Done() ->
          interests
              .find(project, agency(member))
              .<HttpResponse<String>>map(interest -> Answer.ok(tree(interest)))
              .orElseGet(() -> ApiProblem.notFound().answer());
      case Outcome.Refused(var sentence) -> ApiProblem.conflict(sentence).answer();
      case Outcome.Faulty(var sentence) -> {
        body.refuse("/" + NOTE, "not-accepted", sentence);
        yield ApiProblem.invalid(body.faults()).answer();
      }
    };
  }

  @May(value = Deed.SEEK_PROJECTS, of = OwnOrganisation.class)
  @Delete("/interests/{+id}")
  HttpResponse<String> withdraw(HttpRequest<?> request, String id) {
    return found(
        request,
        project -> {
          declaring.withdraw(project.id(), Visitor.of(request).member(), Visitor.caller(request));
          return Answer.nothing();
        });
  }

  /** Those that the buyer's people see on the project's page, and nobody else. */
  @May(value = Deed.COURT_AGENCIES, of = ProjectBuyer.class)
  @Get("/project-interests")
  HttpResponse<String> declared(HttpRequest<?> request) {
    var all = interests.in(ProjectBuyer.project(request));
    var names =
        agencies.findAll(all.stream().map(Interest::agency).toList()).stream()
            .collect(Collectors.toMap(Agency::id, Agency::name));
    return Answer.ok(
        Map.of(
            "items",
            all.stream()
                .filter(interest -> names.containsKey(interest.agency()))
                .map(interest -> withAgency(interest, names.get(interest.agency())))
                .toList()));
  }

  private HttpResponse<String> found(
      HttpRequest<?> request, Function<Project, HttpResponse<String>> answer) {
    return Addresses.identifier(request, PATH)
        .map(Project.Id::new)
        .flatMap(projects::find)
        .filter(project -> project.state() != Project.State.DRAFT)
        .map(answer)
        .orElseGet(() -> ApiProblem.notFound().answer());
  }

  private static Agency.Id agency(Account member) {
    return new Agency.Id(member.organisation().id().value());
  }

  private static Map<String, @Nullable Object> tree(Interest interest) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("project", interest.project());
    tree.put(NOTE, interest.note());
    tree.put("declaredAt", interest.at());
    return tree;
  }

  private static Map<String, @Nullable Object> withAgency(
      Interest interest, @Nullable String name) {
    var tree = tree(interest);
    tree.put("agency", interest.agency().value());
    tree.put("name", name);
    return tree;
  }
}
