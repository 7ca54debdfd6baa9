package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.pages.Form;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.Problem;
import duijie.pages.Said;
import duijie.projects.Answering;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.sessions.Booking;
import duijie.sessions.MeetingRequest;
import duijie.sessions.MeetingRequest.State;
import duijie.sessions.Requests;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
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
import java.util.Map;
import java.util.stream.Collectors;

/** Where the organizer sees who asked whom, and answers for buyers who have nobody here. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TalksController {

  private static final String TITLE = "约谈情况";

  private final Sessions sessions;
  private final Requests requests;
  private final Projects projects;
  private final Agencies agencies;
  private final Answering answering;
  private final Booking booking;
  private final TalkDeeds talks;
  private final SessionViews views;
  private final Html html;

  TalksController(
      Sessions sessions,
      Requests requests,
      Projects projects,
      Agencies agencies,
      Answering answering,
      Booking booking,
      TalkDeeds talks,
      SessionViews views,
      Html html) {
    this.sessions = sessions;
    this.requests = requests;
    this.projects = projects;
    this.agencies = agencies;
    this.answering = answering;
    this.booking = booking;
    this.talks = talks;
    this.views = views;
    this.html = html;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/talks", produces = MediaType.TEXT_HTML)
  HttpResponse<String> list(HttpRequest<?> request, String id) {
    return page(HttpStatus.OK, request, session(id), List.of());
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/talks",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> answer(HttpRequest<?> request, String id) {
    var form = Form.of(request);
    var session = session(id);
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
    return html.page(status, "session-talks", views.shell(request, session, TITLE), page);
  }

  private List<TalksPage.Row> rows(List<MeetingRequest> all) {
    Map<Project.Id, String> listed =
        projects.findAll(all.stream().map(MeetingRequest::project).distinct().toList()).stream()
            .collect(Collectors.toMap(Project::id, Project::name));
    Map<Agency.Id, String> asked =
        agencies.findAll(all.stream().map(MeetingRequest::agency).distinct().toList()).stream()
            .collect(Collectors.toMap(Agency::id, Agency::name));
    return all.stream()
        .map(
            one ->
                new TalksPage.Row(
                    one.project().value(),
                    listed.getOrDefault(one.project(), ""),
                    one.agency().value(),
                    asked.getOrDefault(one.agency(), ""),
                    one.by().label(),
                    one.state().label(),
                    one.answer().isEmpty() ? one.reason() : one.answer(),
                    one.by() == Side.AGENCY
                        && one.state() == State.SENT
                        && answering.owner(one.project()).isEmpty()))
        .toList();
  }

  /** The guard has seen that there is one of this id. */
  private Session session(String id) {
    return SessionOwner.id(id).flatMap(sessions::find).orElseThrow();
  }
}
