package duijie.sessions.web;

import duijie.accounts.Deed;
import duijie.pages.Html;
import duijie.pages.May;
import duijie.pages.QrCode;
import duijie.pages.SiteAddress;
import duijie.sessions.Badges;
import duijie.sessions.CheckIn;
import duijie.sessions.Days;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The big screen in the hall of a session: how long this turn lasts, and who goes where next. */
@Controller(SessionsController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScreenController {

  private final SessionOwner owners;
  private final HallViews views;
  private final Days days;
  private final Badges badges;
  private final CheckIn checkIn;
  private final SiteAddress address;
  private final SessionShells shells;
  private final Html html;

  ScreenController(
      SessionOwner owners,
      HallViews views,
      Days days,
      Badges badges,
      CheckIn checkIn,
      SiteAddress address,
      SessionShells shells,
      Html html) {
    this.owners = owners;
    this.views = views;
    this.days = days;
    this.badges = badges;
    this.checkIn = checkIn;
    this.address = address;
    this.shells = shells;
    this.html = html;
  }

  @May(value = Deed.ORGANIZE_SESSIONS, of = SessionOwner.class)
  @Get(uri = "/{id}/screen", produces = MediaType.TEXT_HTML)
  HttpResponse<String> one(HttpRequest<?> request, String id) {
    var session = owners.session(id);
    var letters = badges.hallCode(session.id());
    var page =
        new ScreenPage(
            SessionsController.path(session.id()),
            session.setup().name(),
            views.clock(session),
            days.delayMinutes(session.id()),
            checkIn.shut(session).isEmpty(),
            views.tables(session),
            QrCode.image(address.of(request, CheckInController.hall(session.id(), letters))),
            letters);
    return html.page(HttpStatus.OK, "session-screen", shells.part(request, session, "大屏幕"), page);
  }
}
