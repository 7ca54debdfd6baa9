package duijie.interests.web;

import duijie.accounts.Accounts;
import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.interests.Invitation;
import duijie.interests.Invitations;
import duijie.interests.Inviting;
import duijie.interests.Inviting.Fault;
import duijie.interests.Inviting.Outcome;
import duijie.pages.Addresses;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.Said;
import duijie.pages.Shell;
import duijie.pages.Shells;
import duijie.pages.Visitor;
import duijie.projects.Project;
import duijie.projects.Projects;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a buyer invites agencies that were chosen on the page of a project. */
@Controller(InvitationsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InvitationsController {

  static final String PATH = "/invitations";

  private final Inviting inviting;
  private final Invitations invitations;
  private final Projects projects;
  private final Agencies agencies;
  private final Accounts accounts;
  private final Shells shells;
  private final Html html;

  InvitationsController(
      Inviting inviting,
      Invitations invitations,
      Projects projects,
      Agencies agencies,
      Accounts accounts,
      Shells shells,
      Html html) {
    this.inviting = inviting;
    this.invitations = invitations;
    this.projects = projects;
    this.agencies = agencies;
    this.accounts = accounts;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.COURT_AGENCIES, of = ProjectBuyer.class)
  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<String> form(HttpRequest<?> request) {
    var chosen = ids(new Parameters(request.getParameters()).all("agency"));
    return page(HttpStatus.OK, request, chosen, "", List.of());
  }

  @May(value = Deed.COURT_AGENCIES, of = ProjectBuyer.class)
  @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED, produces = MediaType.TEXT_HTML)
  HttpResponse<?> invite(HttpRequest<?> request) {
    var form = Form.of(request);
    var chosen = ids(form.all("agency"));
    var project = ProjectBuyer.project(request);
    var outcome =
        inviting.invite(
            project,
            chosen,
            form.text("words"),
            Visitor.of(request).member(),
            Visitor.caller(request));
    return switch (outcome) {
      case Outcome.Done() -> Said.INVITED.at(address(project) + "#matches");
      case Outcome.Refused(var faults) ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              chosen,
              form.text("words"),
              faults.stream().map(Fault::sentence).distinct().toList());
    };
  }

  /** The guard has seen that there is such a project. */
  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      List<Agency.Id> chosen,
      String words,
      List<String> problems) {
    var project = projects.find(ProjectBuyer.project(request)).orElseThrow();
    var before =
        invitations.to(project.id()).stream()
            .collect(Collectors.toMap(Invitation::agency, InvitationsController::day));
    var choices =
        agencies.findAll(chosen).stream()
            .map(agency -> choice(agency, before.get(agency.id())))
            .toList();
    var href = address(project.id());
    var shell =
        shells.shell(
            Visitor.of(request),
            "邀请机构",
            "/projects",
            new Shell.Crumb("采购项目", "/projects"),
            new Shell.Crumb(project.name(), href),
            new Shell.Crumb("邀请机构", null));
    var page =
        new InvitePage(
            project.id().value(),
            project.name(),
            href,
            choices,
            inviting.obstacle(project).orElse(null),
            words,
            problems);
    return html.page(status, "invite", shell, page);
  }

  private InvitePage.Choice choice(Agency agency, @Nullable String invitedOn) {
    var people = accounts.of(new Organisation.Id(agency.id().value()));
    return new InvitePage.Choice(
        agency.id().value(), agency.name(), invitedOn, !people.isEmpty(), agency.phone());
  }

  private static String day(Invitation invitation) {
    return LocalDate.ofInstant(invitation.at(), WorkingCalendar.ZONE).toString();
  }

  private static List<Agency.Id> ids(List<String> chosen) {
    return chosen.stream().distinct().map(Agency.Id::new).toList();
  }

  private static String address(Project.Id project) {
    return "/projects/" + Addresses.encode(project.value());
  }
}
