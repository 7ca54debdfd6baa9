package duijie.sessions;

import duijie.accounts.Organisation;
import duijie.messages.Messenger;
import duijie.messages.News;
import duijie.projects.Answering;
import duijie.sessions.Release.Seat;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Tells those whose talks are others than before that a timetable was released. */
@Singleton
class PlanNews {

  private final Messenger messenger;
  private final Answering answering;

  PlanNews(Messenger messenger, Answering answering) {
    this.messenger = messenger;
    this.answering = answering;
  }

  void released(Session session, List<Seat> before, Release release) {
    changed(before, release.seats(), Seat::agency)
        .forEach(
            agency ->
                tell(
                    session,
                    release,
                    new Organisation.Id(agency.value()),
                    News.page("/agency/sessions", session.id().toString())));
    var projects = changed(before, release.seats(), Seat::project);
    new LinkedHashSet<>(answering.owners(projects).values())
        .forEach(
            buyer ->
                tell(
                    session,
                    release,
                    buyer,
                    News.page("/buyer/sessions", session.id().toString())));
  }

  /** The parties whose own seats differ. */
  private static <P> Set<P> changed(List<Seat> before, List<Seat> after, Function<Seat, P> party) {
    var then = byParty(before, party);
    var now = byParty(after, party);
    var all = new LinkedHashSet<>(then.keySet());
    all.addAll(now.keySet());
    all.removeIf(one -> then.getOrDefault(one, Set.of()).equals(now.getOrDefault(one, Set.of())));
    return all;
  }

  private static <P> Map<P, Set<Seat>> byParty(List<Seat> seats, Function<Seat, P> party) {
    var by = new HashMap<P, Set<Seat>>();
    seats.forEach(
        seat -> by.computeIfAbsent(party.apply(seat), one -> new LinkedHashSet<>()).add(seat));
    return by;
  }

  private void tell(Session session, Release release, Organisation.Id whom, String page) {
    messenger.tell(
        whom,
        new News(
            News.Kind.SESSION,
            "timetable %s %d".formatted(session.id(), release.number()),
            (release.number() == 1 ? "时刻表已发布：" : "时刻表有变：") + session.setup().name(),
            "“%s”的时刻表（第 %d 版）已发布，请看本方的洽谈时段和桌号。".formatted(session.setup().name(), release.number()),
            page));
  }
}
