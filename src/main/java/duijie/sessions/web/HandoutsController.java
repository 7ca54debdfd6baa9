package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.NoticePage;
import duijie.pages.Parameters;
import duijie.pages.Visitor;
import duijie.sessions.Papers;
import duijie.sessions.Session;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What an organizer prints for the day of a session: all of it, or what has changed since. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HandoutsController {

  private final SessionOwner owners;
  private final HandoutViews views;
  private final Handouts handouts;
  private final Papers papers;
  private final SessionShells shells;
  private final Html html;

  HandoutsController(
      SessionOwner owners,
      HandoutViews views,
      Handouts handouts,
      Papers papers,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.views = views;
    this.handouts = handouts;
    this.papers = papers;
    this.shells = shells;
    this.html = html;
  }

  /** Of all tables, of one, or of those where it is otherwise than in an earlier version. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(
      uri = "/{id}/table-cards.pdf",
      produces = {Handouts.PDF, MediaType.TEXT_HTML})
  HttpResponse<?> tableCards(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var releases = views.releases(session);
    if (releases.isEmpty()) {
      return handouts.none(request);
    }
    var parameters = new Parameters(request.getParameters());
    int since = parameters.number("since", 0, 1, releases.size());
    int table = parameters.number("table", 0, 1, session.setup().tables());
    if (!parameters.problems().isEmpty()) {
      return html.refused(Visitor.of(request), parameters.problems());
    }
    var cards = views.tableCards(session, releases, since, table == 0 ? null : table);
    return cards.isEmpty()
        ? nothing(request, session, since)
        : Handouts.pdf(session, "桌签", "table-cards.pdf", papers.tableCards(cards));
  }

  /** Of all agencies, of one, or of those that talk otherwise than in an earlier version. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(
      uri = "/{id}/itineraries.pdf",
      produces = {Handouts.PDF, MediaType.TEXT_HTML})
  HttpResponse<?> itineraries(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var releases = views.releases(session);
    if (releases.isEmpty()) {
      return handouts.none(request);
    }
    var parameters = new Parameters(request.getParameters());
    int since = parameters.number("since", 0, 1, releases.size());
    var agency = parameters.one("agency").map(Agency.Id::new).orElse(null);
    if (!parameters.problems().isEmpty()) {
      return html.refused(Visitor.of(request), parameters.problems());
    }
    var itineraries = views.itineraries(request, session, releases, since, agency);
    return itineraries.isEmpty()
        ? nothing(request, session, since)
        : Handouts.pdf(session, "行程单", "itineraries.pdf", papers.itineraries(itineraries));
  }

  /** All talks of the session. */
  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(
      uri = "/{id}/talks.ics",
      produces = {Handouts.CALENDAR, MediaType.TEXT_HTML})
  HttpResponse<?> calendar(HttpRequest<?> request, String id) {
    return handouts.calendar(request, owners.session(id), seat -> true);
  }

  private HttpResponse<String> nothing(HttpRequest<?> request, Session session, int since) {
    var sentence = since == 0 ? "最新一版时刻表里没有这一页。" : "从第 %d 版到最新一版，没有哪一页变了。".formatted(since);
    var back = SessionsController.path(session.id()) + "/timetable";
    return html.page(
        "notice",
        shells.part(request, session, "没有要印的"),
        new NoticePage("没有要印的", sentence, back, "回到时刻表"));
  }
}
