package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.pages.May;
import duijie.pages.Visitor;
import duijie.sessions.Papers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What those who take part in a session take along: their own talks on paper and for calendars. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class TakenController {

  private final SessionOwner owners;
  private final BuyerViews buyers;
  private final HandoutViews views;
  private final Handouts handouts;
  private final Papers papers;

  TakenController(
      SessionOwner owners,
      BuyerViews buyers,
      HandoutViews views,
      Handouts handouts,
      Papers papers) {
    this.owners = owners;
    this.buyers = buyers;
    this.views = views;
    this.handouts = handouts;
    this.papers = papers;
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Get(
      uri = AttendingController.PATH + "/{id}/itinerary.pdf",
      produces = {Handouts.PDF, MediaType.TEXT_HTML})
  HttpResponse<?> itinerary(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var own = AttendingViews.agency(Visitor.of(request).member());
    var releases = views.releases(session);
    if (!HandoutViews.any(releases, own)) {
      return handouts.none(request);
    }
    var itinerary = views.itineraries(request, session, releases, 0, own);
    return Handouts.pdf(session, "行程单", "itinerary.pdf", papers.itineraries(itinerary));
  }

  @May(value = Deed.ATTEND_SESSIONS, of = InvitedAgency.class)
  @Get(
      uri = AttendingController.PATH + "/{id}/talks.ics",
      produces = {Handouts.CALENDAR, MediaType.TEXT_HTML})
  HttpResponse<?> agencyCalendar(HttpRequest<?> request, String id) {
    var own = AttendingViews.agency(Visitor.of(request).member());
    return handouts.calendar(request, owners.session(id), seat -> seat.agency().equals(own));
  }

  @May(value = Deed.BOOK_TALKS, of = BuyerAtSession.class)
  @Get(
      uri = BuyerController.PATH + "/{id}/talks.ics",
      produces = {Handouts.CALENDAR, MediaType.TEXT_HTML})
  HttpResponse<?> buyerCalendar(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var own = buyers.own(session.id(), Visitor.of(request).member().organisation().id());
    return handouts.calendar(request, session, seat -> own.contains(seat.project()));
  }
}
