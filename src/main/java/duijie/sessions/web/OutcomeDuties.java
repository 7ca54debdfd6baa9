package duijie.sessions.web;

import duijie.accounts.Access;
import duijie.accounts.Account;
import duijie.accounts.Deed;
import duijie.accounts.Organisation;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Duties;
import duijie.projects.Notices;
import duijie.sessions.Intent;
import duijie.sessions.Recording;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Waiting;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Talks of which somebody has recorded nothing, and intents that nobody followed up in time. */
@Singleton
final class OutcomeDuties implements Duties {

  private final Waiting waiting;
  private final Sessions sessions;
  private final Notices notices;
  private final PartyNames parties;
  private final Clock clock;

  OutcomeDuties(
      Waiting waiting, Sessions sessions, Notices notices, PartyNames parties, Clock clock) {
    this.waiting = waiting;
    this.sessions = sessions;
    this.notices = notices;
    this.parties = parties;
    this.clock = clock;
  }

  @Override
  public List<Duty> of(Account who) {
    var duties = new ArrayList<Duty>();
    var own = who.organisation().id();
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    var since = today.minusDays(Recording.DAYS);
    if (Access.grants(who, Deed.ATTEND_SESSIONS)) {
      var agency = AttendingViews.agency(who);
      var path = AttendingController.PATH;
      duties.add(unrecorded(path, () -> waiting.unrecorded(agency, since)));
      duties.add(overdue(path, today, () -> waiting.overdue(agency, today)));
    }
    if (Access.grants(who, Deed.BOOK_TALKS)) {
      var path = BuyerController.PATH;
      duties.add(unrecorded(path, () -> waiting.unrecorded(notices.projectsOf(own), since)));
      duties.add(overdue(path, today, () -> waiting.overdue(notices.projectsOf(own), today)));
    }
    if (Access.grants(who, Deed.ORGANIZE_SESSIONS)) {
      var path = SessionsController.PATH;
      duties.add(
          new Duty(
              "办结回访",
              path,
              () -> ended(own).size(),
              most -> ended(own).stream().limit(most).map(OutcomeDuties::item).toList()));
      duties.add(overdue(path, today, () -> waiting.overdue(own, today)));
    }
    return duties;
  }

  private Duty unrecorded(String path, Supplier<Map<Session.Id, Integer>> counts) {
    return new Duty(
        "记洽谈结果",
        path,
        () -> counts.get().size(),
        most -> {
          var unrecorded = counts.get();
          return sessions.findAll(unrecorded.keySet()).stream()
              .limit(most)
              .map(
                  session ->
                      new Item(
                          session.setup().name(),
                          path + "/" + session.id() + "/outcomes?outcome=none",
                          "还有 %d 场没有记".formatted(unrecorded.getOrDefault(session.id(), 0))))
              .toList();
        });
  }

  private Duty overdue(String path, LocalDate today, Supplier<List<Intent>> intents) {
    return new Duty(
        "跟进意向",
        path,
        () -> intents.get().size(),
        most -> items(path, today, intents.get().stream().limit(most).toList()));
  }

  private List<Item> items(String path, LocalDate today, List<Intent> intents) {
    var names =
        parties.names(
            intents.stream().map(intent -> intent.meeting().project()).toList(),
            intents.stream().map(intent -> intent.meeting().agency()).toList());
    return intents.stream()
        .map(
            intent -> {
              var talk = intent.meeting();
              var until = intent.findings().until();
              return new Item(
                  names.of(talk.project()) + " — " + names.of(talk.agency()),
                  TalkPapers.address(path + "/" + intent.session() + "/intents/talk", talk),
                  until != null && until.isBefore(today) ? "跟进期限 " + until : "后来签约了吗？");
            })
        .toList();
  }

  private List<Session> ended(Organisation.Id owner) {
    return sessions.of(owner).stream()
        .filter(session -> session.state() == Session.State.CLOSED)
        .toList();
  }

  private static Item item(Session session) {
    return new Item(
        session.setup().name(),
        SessionsController.path(session.id()) + "/outcomes",
        session.setup().day() + "，" + session.setup().place());
  }
}
