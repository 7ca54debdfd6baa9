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
import duijie.sessions.Absences.Party;
import duijie.sessions.Arrival.How;
import duijie.sessions.CheckIn;
import duijie.sessions.Holding;
import duijie.sessions.Refilling;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The hall on the day of a session: who has come, who talks where, who is missing. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HallController {

  private static final String TITLE = "会场";

  private final SessionOwner owners;
  private final Holding holding;
  private final CheckIn checkIn;
  private final Refilling refilling;
  private final HallViews views;
  private final SessionShells shells;
  private final Html html;

  HallController(
      SessionOwner owners,
      Holding holding,
      CheckIn checkIn,
      Refilling refilling,
      HallViews views,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.holding = holding;
    this.checkIn = checkIn;
    this.refilling = refilling;
    this.views = views;
    this.shells = shells;
    this.html = html;
  }

  static String path(Session.Id session) {
    return SessionsController.path(session) + "/hall";
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/hall", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    var query = new Parameters(request.getParameters()).text("q");
    return page(HttpStatus.OK, request, owners.session(id), query, List.of());
  }

  /** Begins or ends the session, has it run late, notes who is missing, fills free places. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/hall",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> act(HttpRequest<?> request, String id) {
    var session = owners.session(id).id();
    var form = Form.of(request);
    var by = Visitor.caller(request);
    return switch (form.text("deed")) {
      case "begin" -> answer(request, id, holding.begin(session, by), Said.SESSION_BEGUN);
      case "close" -> answer(request, id, holding.close(session, by), Said.SESSION_CLOSED);
      case "delay" -> answer(request, id, delay(request, session), Said.SAVED);
      case "missing" -> answer(request, id, missing(request, session), Said.NO_SHOW_NOTED);
      case "refill" -> answer(request, id, refill(request, session), Said.REFILLED);
      default -> answer(request, id, Optional.of("请按要办的事旁边的按钮。"), Said.SAVED);
    };
  }

  private Optional<String> delay(HttpRequest<?> request, Session.Id session) {
    var typed = Form.of(request).text("minutes");
    int minutes = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
    return holding.delay(session, minutes, Visitor.caller(request));
  }

  private Optional<String> missing(HttpRequest<?> request, Session.Id session) {
    var form = Form.of(request);
    var party = party(form);
    if (party.isEmpty()) {
      return Optional.of("请按缺席一方旁边的按钮。");
    }
    return reason(
        refilling.missing(
            session,
            form.number("revision"),
            party.get(),
            Visitor.of(request).member().id(),
            Visitor.caller(request)));
  }

  private Optional<String> refill(HttpRequest<?> request, Session.Id session) {
    return reason(
        refilling.refill(
            session,
            Form.of(request).number("revision"),
            Visitor.of(request).member().id(),
            Visitor.caller(request)));
  }

  private static Optional<String> reason(Refilling.Outcome outcome) {
    return outcome instanceof Refilling.Outcome.Refused(var reason)
        ? Optional.of(reason)
        : Optional.empty();
  }

  /** Notes from the list that somebody has come, or takes that back. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/arrivals",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> arrive(HttpRequest<?> request, String id) {
    var session = owners.session(id).id();
    var form = Form.of(request);
    var by = Visitor.caller(request);
    var outcome =
        party(form)
            .map(
                party ->
                    form.has("undo")
                        ? checkIn.undo(session, party, by)
                        : checkIn.arrive(session, party, How.LIST, by))
            .orElseGet(() -> new CheckIn.Outcome.Refused("请按到场一方旁边的“签到”。"));
    return answer(request, id, outcome);
  }

  /**
   * Notes who came while a device had no network; the answer is for its script. When they came is
   * what the device says, within the day.
   */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/arrivals/kept",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_PLAIN)
  HttpResponse<String> kept(HttpRequest<?> request, String id) {
    var session = owners.session(id).id();
    var form = Form.of(request);
    var party = party(form);
    if (party.isEmpty()) {
      return HttpResponse.unprocessableEntity().body("这条签到记录不完整，没有收下。");
    }
    return switch (checkIn.arrive(
        session, party.get(), How.LIST, at(form), Visitor.caller(request))) {
      case CheckIn.Outcome.Done done -> HttpResponse.ok("");
      case CheckIn.Outcome.Refused(var reason) -> HttpResponse.unprocessableEntity().body(reason);
    };
  }

  private static Instant at(Form form) {
    var typed = form.text("at");
    return typed.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(typed)) : Instant.MAX;
  }

  /** Admits an agency that nobody had asked. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Post(
      uri = "/{id}/walk-ins",
      consumes = MediaType.APPLICATION_FORM_URLENCODED,
      produces = MediaType.TEXT_HTML)
  HttpResponse<?> walkIn(HttpRequest<?> request, String id) {
    var agency = new Agency.Id(Form.of(request).text("agency"));
    return answer(
        request, id, checkIn.walkIn(owners.session(id).id(), agency, Visitor.caller(request)));
  }

  private static Optional<Party> party(Form form) {
    return Arrays.stream(Side.values())
        .filter(side -> side.name().equals(form.text("side")))
        .map(side -> new Party(side, form.text("party")))
        .findFirst();
  }

  private HttpResponse<?> answer(HttpRequest<?> request, String id, CheckIn.Outcome outcome) {
    return answer(
        request,
        id,
        outcome instanceof CheckIn.Outcome.Refused(var reason)
            ? Optional.of(reason)
            : Optional.empty(),
        Said.CHECKED_IN);
  }

  private HttpResponse<?> answer(
      HttpRequest<?> request, String id, Optional<String> refusal, Said said) {
    var session = owners.session(id);
    return refusal.isEmpty()
        ? said.at(path(session.id()))
        : page(
            HttpStatus.UNPROCESSABLE_ENTITY,
            request,
            session,
            Form.of(request).text("q"),
            List.of(new Problem("hall", refusal.get())));
  }

  private HttpResponse<String> page(
      HttpStatus status,
      HttpRequest<?> request,
      Session session,
      String query,
      List<Problem> problems) {
    var page = views.page(session, query, problems);
    return html.page(status, "session-hall", shells.part(request, session, TITLE), page);
  }
}
