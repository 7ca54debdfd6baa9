package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Parameters;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.pages.Visitor;
import duijie.sessions.Guest.Origin;
import duijie.sessions.Hosting;
import duijie.sessions.Hosting.Outcome;
import duijie.sessions.Session;
import duijie.sessions.Shortlist;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who is asked to a session: by the rule, or one by one; reminders, and the list of those who wait.
 */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GuestsController {

  private static final String TITLE = "邀请机构";

  private final SessionOwner owners;
  private final Hosting hosting;
  private final GuestViews guestViews;
  private final SessionShells shells;
  private final Html html;

  GuestsController(
      SessionOwner owners,
      Hosting hosting,
      GuestViews guestViews,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.hosting = hosting;
    this.guestViews = guestViews;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/guests", produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request, String id) {
    var query = new Parameters(request.getParameters()).text("q");
    return page(HttpStatus.OK, request, owners.session(id), query, List.of());
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/guests",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> invite(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var session = owners.session(id);
    var outcome =
        hosting.invite(
            session.id(),
            origins(session, form.all("agency")),
            form.has("standby"),
            Visitor.caller(request));
    return answer(request, session, outcome, Said.INVITED);
  }

  /** Why each is asked is found out here, and not taken from the page. */
  private Map<Agency.Id, Origin> origins(Session session, List<String> chosen) {
    var proposed =
        guestViews.shortlist(session).candidates().stream()
            .collect(Collectors.toMap(c -> c.agency().id(), Shortlist.Candidate::origin));
    var origins = new LinkedHashMap<Agency.Id, Origin>();
    for (var id : chosen) {
      var agency = new Agency.Id(id);
      origins.put(agency, proposed.getOrDefault(agency, Origin.CHOSEN));
    }
    return origins;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/guests/reminders",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> remind(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    return answer(
        request,
        session,
        hosting.remind(session.id(), Visitor.caller(request)),
        Said.GUESTS_REMINDED);
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/guests/promotion",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> promote(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var whom = Form.of(request).all("agency").stream().map(Agency.Id::new).toList();
    return answer(
        request,
        session,
        hosting.promote(session.id(), whom, Visitor.caller(request)),
        Said.INVITED);
  }

  /** Notes what an agency has said on the telephone that has no account to say it here. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/guests/answers",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> note(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var form = Form.of(request);
    boolean coming = form.has("coming");
    var named = form.text(coming ? "coming" : "declined");
    if (named.isBlank()) {
      var nobody = new Outcome.Refused(List.of("请按机构旁边的“记参加”或“记不参加”。"));
      return answer(request, session, nobody, Said.SAVED);
    }
    var agency = new Agency.Id(named);
    var outcome =
        guestViews.answersItself(agency)
            ? new Outcome.Refused(List.of("这家机构有自己的账号，由他们答复。"))
            : hosting.answerOf(session.id(), agency, coming, Visitor.caller(request));
    return answer(request, session, outcome, Said.SAVED);
  }

  private HttpResponse<?> answer(
      HttpRequest<?> request, Session session, Outcome outcome, Said said) {
    return switch (outcome) {
      case Outcome.Done(int count) -> said.at(SessionsController.path(session.id()) + "/guests");
      case Outcome.Refused(var reasons) ->
          page(
              HttpStatus.UNPROCESSABLE_ENTITY,
              request,
              session,
              Form.of(request).text("q"),
              reasons.stream().map(reason -> new Problem("guests", reason)).toList());
    };
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      Session session,
      String query,
      List<Problem> problems) {
    var page = guestViews.page(session, query, problems);
    return html.page(status, "session-guests", shells.part(request, session, TITLE), page);
  }
}
