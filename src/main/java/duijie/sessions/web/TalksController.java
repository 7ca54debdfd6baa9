package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.projects.Answering;
import duijie.projects.Project;
import duijie.sessions.Booking;
import duijie.sessions.MeetingRequest;
import duijie.sessions.MeetingRequest.State;
import duijie.sessions.Requests;
import duijie.sessions.Session;
import duijie.sessions.Side;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;

/** Where the organizer sees who asked whom, and answers for buyers who have nobody here. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TalksController {

  private static final String TITLE = "约谈情况";

  private final SessionOwner owners;
  private final Requests requests;
  private final PartyNames parties;
  private final Answering answering;
  private final Booking booking;
  private final TalkDeeds talks;
  private final SessionShells shells;
  private final Html html;

  TalksController(
      SessionOwner owners,
      Requests requests,
      PartyNames parties,
      Answering answering,
      Booking booking,
      TalkDeeds talks,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.requests = requests;
    this.parties = parties;
    this.answering = answering;
    this.booking = booking;
    this.talks = talks;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/talks", produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request, String id) {
    return page(HttpStatus.OK, request, owners.session(id), List.of());
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/talks",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> answer(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var session = owners.session(id);
    var project = new Project.Id(form.text("project"));
    if (answering.owner(project).isPresent()) {
      return refused(request, session, List.of("这个项目的购买方有自己的账号，由他们答复。"));
    }
    var agency = new Agency.Id(form.text("agency"));
    return switch (talks.take(request, session.id(), project, agency, Side.BUYER)) {
      case Booking.Outcome.Done done ->
          Said.SAVED.at(SessionsController.path(session.id()) + "/talks");
      case Booking.Outcome.Refused(var reasons) -> refused(request, session, reasons);
    };
  }

  private HttpResponse<String> refused(
      HttpRequest<?> request, Session session, List<String> reasons) {
    var problems = reasons.stream().map(reason -> new Problem("talks", reason)).toList();
    return page(HttpStatus.UNPROCESSABLE_ENTITY, request, session, problems);
  }

  private HttpResponse<String> page(
      HttpStatus status, HttpRequest<?> request, Session session, List<Problem> problems) {
    var all = requests.of(session.id());
    var page =
        new TalksPage(
            SessionsController.path(session.id()),
            session.setup().name(),
            booking.shut(session).isEmpty(),
            Arrays.stream(State.values())
                .map(
                    state ->
                        new GuestsPage.Count(
                            state.label(),
                            all.stream().filter(one -> one.state() == state).count()))
                .toList(),
            rows(all),
            problems);
    return html.page(status, "session-talks", shells.part(request, session, TITLE), page);
  }

  private List<TalksPage.Row> rows(List<MeetingRequest> all) {
    var about = all.stream().map(MeetingRequest::project).toList();
    var names = parties.names(about, all.stream().map(MeetingRequest::agency).toList());
    var here = answering.owners(about).keySet();
    return all.stream()
        .map(
            one ->
                new TalksPage.Row(
                    one.project().value(),
                    names.of(one.project()),
                    one.agency().value(),
                    names.of(one.agency()),
                    one.by().label(),
                    one.state().label(),
                    one.answer().isEmpty() ? one.reason() : one.answer(),
                    one.by() == Side.AGENCY
                        && one.state() == State.SENT
                        && !here.contains(one.project())))
        .toList();
  }
}
