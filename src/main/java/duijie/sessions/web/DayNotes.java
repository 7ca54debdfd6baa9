package duijie.sessions.web;

import duijie.pages.QrCode;
import duijie.pages.SiteAddress;
import duijie.sessions.Absences.Party;
import duijie.sessions.Arrivals;
import duijie.sessions.Badges;
import duijie.sessions.Days;
import duijie.sessions.Session;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes what somebody who takes part reads on the day of a session. */
@Singleton
final class DayNotes {

  private final Arrivals arrivals;
  private final Badges badges;
  private final Days days;
  private final SiteAddress address;
  private final Clock clock;

  DayNotes(Arrivals arrivals, Badges badges, Days days, SiteAddress address, Clock clock) {
    this.arrivals = arrivals;
    this.badges = badges;
    this.days = days;
    this.address = address;
    this.clock = clock;
  }

  /** The note for a party; null before the timetable is released and after the session. */
  @Nullable DayNote of(HttpRequest<?> request, Session session, Party party) {
    var id = session.id();
    if (session.state() != Session.State.RELEASED && session.state() != Session.State.LIVE) {
      return null;
    }
    int delay = days.delayMinutes(id);
    return new DayNote(
        RoundClock.of(session, delay, clock.instant()),
        delay,
        arrivals.find(id, party).map(HallViews::came).orElse(null),
        QrCode.image(address.of(request, CheckInController.badge(id, badges.code(id, party)))),
        CheckInController.PATH + "/" + id);
  }
}
