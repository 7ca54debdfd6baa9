package duijie.sessions;

import duijie.accounts.Organisation;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.sessions.Guest.Standing;
import duijie.sessions.MeetingRequest.State;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/** Tells agencies and organizers what concerns them about a session. */
@Singleton
class SessionNews {

  private final Messenger messenger;

  SessionNews(Messenger messenger) {
    this.messenger = messenger;
  }

  /** Whether those who come have to know of the change. */
  static boolean concerns(Session before, Session after) {
    return !before.setup().day().equals(after.setup().day())
        || !before.setup().place().equals(after.setup().place())
        || !Objects.equals(before.setup().slots(), after.setup().slots());
  }

  void invited(Session session, Guest guest) {
    boolean standby = guest.standing() == Standing.STANDBY;
    tell(
        session,
        guest,
        "session-invitation",
        (standby ? "候补邀请：" : "邀请：") + session.setup().name(),
        "%s\n%s请在本页答复是否参加。"
            .formatted(
                where(session), standby ? "贵机构在候补名单上：有人不来时，组织者会通知贵机构参加。" : "诚邀贵机构参加，与购买方面谈。"));
  }

  void reminded(Session session, Guest guest, Instant at) {
    tell(
        session,
        guest,
        "session-reminder " + at.getEpochSecond(),
        "请答复是否参加：" + session.setup().name(),
        where(session) + "\n还没有收到贵机构的答复，请在本页答复是否参加。");
  }

  void promoted(Session session, Guest guest, Instant at) {
    tell(
        session,
        guest,
        "session-promotion " + at.getEpochSecond(),
        "候补转为正式邀请：" + session.setup().name(),
        where(session) + "\n有名额空出，请在本页答复是否参加。");
  }

  /** The day, the place or the times are others now. */
  void moved(Session before, Session now, Collection<Guest> guests) {
    guests.stream()
        .filter(guest -> guest.standing() != Standing.DECLINED)
        .forEach(
            guest ->
                tell(
                    now,
                    guest,
                    "session-change " + now.version(),
                    "时间或地点有变：" + now.setup().name(),
                    "原来：%s\n现在：%s".formatted(where(before), where(now))));
  }

  /** An agency says whether it comes. */
  void answered(Session session, String agency, Guest guest) {
    messenger.tell(
        session.owner(),
        new News(
            News.Kind.SESSION,
            "session-answer " + session.id() + " " + guest.agency() + " " + guest.answeredAt(),
            "%s：%s".formatted(agency, guest.standing().label()),
            "“%s”答复“%s”：%s。%s"
                .formatted(
                    agency,
                    session.setup().name(),
                    guest.standing().label(),
                    guest.note().isEmpty() ? "" : "\n附言：" + guest.note()),
            News.page("/sessions", session.id().toString()) + "/guests"));
  }

  /** Projects are not at the session any more: who had asked for talks about them is told. */
  void unlisted(Session session, Collection<MeetingRequest> requests) {
    requests.stream()
        .filter(r -> r.state() == State.SENT || r.state() == State.ACCEPTED)
        .map(MeetingRequest::agency)
        .distinct()
        .forEach(
            agency ->
                messenger.tell(
                    new Organisation.Id(agency.value()),
                    new News(
                        News.Kind.SESSION,
                        "session-unlisted %d %s %s"
                            .formatted(session.version(), session.id(), agency),
                        "有项目不再到会：" + session.setup().name(),
                        "贵机构约谈过的项目，有的不再列入“%s”，这些约谈取消了。请在本页看现在到会的项目。"
                            .formatted(session.setup().name()),
                        News.page("/agency/sessions", session.id().toString()))));
  }

  private void tell(Session session, Guest guest, String about, String subject, String text) {
    messenger.tell(
        new Organisation.Id(guest.agency().value()),
        new News(
            News.Kind.SESSION,
            about + " " + session.id() + " " + guest.agency(),
            subject,
            text,
            News.page("/agency/sessions", session.id().toString())));
  }

  private static String where(Session session) {
    var setup = session.setup();
    var slots = setup.slots();
    return "%s %s—%s，%s"
        .formatted(setup.day(), slots.getFirst().begins(), slots.getLast().ends(), setup.place());
  }
}
