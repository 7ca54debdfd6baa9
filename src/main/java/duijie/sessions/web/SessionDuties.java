package duijie.sessions.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.agencies.Agency;
import duijie.pages.Duties;
import duijie.sessions.Guest;
import duijie.sessions.Guest.Standing;
import duijie.sessions.Guests;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import jakarta.inject.Singleton;
import java.util.List;

/** Sessions that an agency has not answered whether it comes to. */
@Singleton
final class SessionDuties implements Duties {

  private final Sessions sessions;
  private final Guests guests;

  SessionDuties(Sessions sessions, Guests guests) {
    this.sessions = sessions;
    this.guests = guests;
  }

  @Override
  public List<Duty> of(Account who) {
    return Access.grants(who, Deed.ATTEND_SESSIONS)
        ? List.of(
            new Duty(
                "答复对接会邀请",
                AttendingController.PATH,
                () -> unanswered(who).size(),
                most -> unanswered(who).stream().limit(most).map(SessionDuties::item).toList()))
        : List.of();
  }

  private List<Session> unanswered(Account who) {
    var waiting =
        guests.of(new Agency.Id(who.organisation().id().value())).stream()
            .filter(guest -> guest.standing() == Standing.INVITED)
            .map(Guest::session)
            .toList();
    return sessions.findAll(waiting).stream().filter(s -> s.state().inviting()).toList();
  }

  private static Item item(Session session) {
    return new Item(
        session.setup().name(),
        AttendingController.path(session.id()),
        session.setup().day() + "，" + session.setup().place());
  }
}
