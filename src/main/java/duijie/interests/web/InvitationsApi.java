package duijie.interests.web;

import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.api.Answer;
import duijie.api.Api;
import duijie.api.ApiProblem;
import duijie.api.Sent;
import duijie.interests.Invitation;
import duijie.interests.Invitations;
import duijie.interests.Inviting;
import duijie.interests.Inviting.Fault;
import duijie.interests.Inviting.Outcome;
import duijie.interests.Inviting.Place;
import duijie.pages.May;
import duijie.pages.OwnOrganisation;
import duijie.pages.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A buyer's programs invite agencies to its projects; an agency's read to which it is invited. */
@Controller(InvitationsApi.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class InvitationsApi {

  static final String PATH = Api.V1 + "/invitations";

  private static final String AGENCIES = "agencies";
  private static final String WORDS = "words";

  private final Inviting inviting;
  private final Invitations invitations;
  private final Agencies agencies;

  InvitationsApi(Inviting inviting, Invitations invitations, Agencies agencies) {
    this.inviting = inviting;
    this.invitations = invitations;
    this.agencies = agencies;
  }

  @May(value = Deed.COURT_AGENCIES, of = ProjectBuyer.class)
  @Get
  HttpResponse<String> list(HttpRequest<?> request) {
    return items(invitations.to(ProjectBuyer.project(request)));
  }

  @May(value = Deed.SEEK_PROJECTS, of = OwnOrganisation.class)
  @Get("/received")
  HttpResponse<String> received(HttpRequest<?> request) {
    var own = Visitor.of(request).member().organisation().id();
    return items(invitations.of(new Agency.Id(own.value())));
  }

  /** Invites all of them or none; sent again, nobody is invited again. */
  @May(value = Deed.COURT_AGENCIES, of = ProjectBuyer.class)
  @Post
  HttpResponse<String> invite(HttpRequest<?> request, @Nullable @Body String text) {
    return Sent.read(
        request,
        text,
        Set.of(AGENCIES, WORDS),
        body -> {
          var whom = body.list(AGENCIES).stream().map(Agency.Id::new).toList();
          var words = body.text(WORDS);
          return body.faults().isEmpty()
              ? invite(request, whom, words, body)
              : ApiProblem.invalid(body.faults()).answer();
        });
  }

  private HttpResponse<String> invite(
      HttpRequest<?> request, List<Agency.Id> whom, String words, Sent body) {
    var outcome =
        inviting.invite(
            ProjectBuyer.project(request),
            whom.stream().distinct().toList(),
            words,
            Visitor.of(request).member(),
            Visitor.caller(request));
    return switch (outcome) {
      case Outcome.Done() -> list(request);
      case Outcome.Refused(var faults)
          when faults.stream().allMatch(fault -> fault.place() == Place.PROJECT) ->
          ApiProblem.conflict(faults.getFirst().sentence()).answer();
      case Outcome.Refused(var faults) -> {
        faults.forEach(
            fault -> body.refuse(pointer(fault, whom), "not-accepted", fault.sentence()));
        yield ApiProblem.invalid(body.faults()).answer();
      }
    };
  }

  private static String pointer(Fault fault, List<Agency.Id> whom) {
    var agency = fault.agency();
    return switch (fault.place()) {
      case PROJECT -> "?project";
      case AGENCIES -> "/" + AGENCIES + (agency == null ? "" : "/" + whom.indexOf(agency));
      case WORDS -> "/" + WORDS;
    };
  }

  private HttpResponse<String> items(List<Invitation> all) {
    var names =
        agencies.findAll(all.stream().map(Invitation::agency).distinct().toList()).stream()
            .collect(Collectors.toMap(Agency::id, Agency::name));
    return Answer.ok(
        Map.of(
            "items",
            all.stream()
                .map(invitation -> tree(invitation, names.get(invitation.agency())))
                .toList()));
  }

  private static Map<String, @Nullable Object> tree(Invitation invitation, @Nullable String name) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("project", invitation.project());
    tree.put("agency", invitation.agency().value());
    tree.put("name", name);
    tree.put(WORDS, invitation.words());
    tree.put("invitedAt", invitation.at());
    return tree;
  }
}
