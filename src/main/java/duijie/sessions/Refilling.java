package duijie.sessions;

import duijie.accounts.Account;
import duijie.audit.Caller;
import duijie.sessions.Absences.Party;
import duijie.sessions.Guest.Standing;
import duijie.sessions.PlannedMeeting.State;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Filling the places of those who do not come 候补, on the day. Nothing that stands is moved: only
 * who lost a talk gets another one, from those who are in the hall, and those who stand by first.
 * Each change is released at once.
 */
@Singleton
public class Refilling {

  private static final String STALE = "别人刚改过时刻表，请看现在的样子再办。";

  private final Sessions sessions;
  private final Guests guests;
  private final Arrivals arrivals;
  private final Absences absences;
  private final Days days;
  private final Plans plans;
  private final Substitutes substitutes;
  private final Planning planning;
  private final Releasing releasing;
  private final Clock clock;

  Refilling(
      Sessions sessions,
      Guests guests,
      Arrivals arrivals,
      Absences absences,
      Days days,
      Plans plans,
      Substitutes substitutes,
      Planning planning,
      Releasing releasing,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.arrivals = arrivals;
    this.absences = absences;
    this.days = days;
    this.plans = plans;
    this.substitutes = substitutes;
    this.planning = planning;
    this.releasing = releasing;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /**
     * It was stored.
     *
     * @param missed the talks that fell away
     * @param filled those that came instead
     */
    record Done(List<MeetingKey> missed, List<MeetingKey> filled) implements Outcome {}

    /** It was not, for this reason. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Notes that somebody is missing: their talks from now on fall away, and those who would have
   * talked with them get others. Who never came missed the turns before, too.
   *
   * @param revision of the plan that was looked at
   */
  @Transactional
  public Outcome missing(Session.Id id, int revision, Party party, Account.Id who, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var plan = plans.find(id).orElse(null);
    var obstacle = obstacle(session, plan, revision);
    if (obstacle.isPresent() || plan == null) {
      return new Outcome.Refused(obstacle.orElse(STALE));
    }
    if (plan.meetings().stream().noneMatch(meeting -> meeting.concerns(party))) {
      return new Outcome.Refused("时刻表里没有这一方的洽谈。");
    }
    int first = firstToFill(session, clock.instant());
    boolean came = arrivals.find(id, party).isPresent();
    var away = new TreeSet<>(absences.of(id).getOrDefault(party, Set.of()));
    IntStream.rangeClosed(first, session.setup().slots().size()).forEach(away::add);
    absences.replace(id, party, away);
    var missed = new ArrayList<MeetingKey>();
    var meetings = new ArrayList<PlannedMeeting>();
    for (var meeting : plan.meetings()) {
      var place = meeting.place();
      if (place == null || !meeting.concerns(party) || !open(meeting)) {
        meetings.add(meeting);
      } else if (place.slot() >= first) {
        meetings.add(meeting.missed(reason(party, place)));
        missed.add(meeting.key());
      } else {
        meetings.add(came ? meeting : meeting.in(State.NO_SHOW));
      }
    }
    return fill(session, plan, meetings, missed, first, "MARK_NO_SHOW", who, by);
  }

  /** Fills again whatever was missed and is free, with those who have come by now. */
  @Transactional
  public Outcome refill(Session.Id id, int revision, Account.Id who, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var plan = plans.find(id).orElse(null);
    var obstacle = obstacle(session, plan, revision);
    if (obstacle.isPresent() || plan == null) {
      return new Outcome.Refused(obstacle.orElse(STALE));
    }
    var missed =
        plan.unplaced().stream()
            .filter(meeting -> meeting.state() == State.NO_SHOW)
            .map(PlannedMeeting::key)
            .toList();
    int first = firstToFill(session, clock.instant());
    return fill(session, plan, plan.meetings(), missed, first, "REFILL_TIMETABLE", who, by);
  }

  private static Optional<String> obstacle(Session session, @Nullable Plan plan, int revision) {
    if (session.state() != Session.State.LIVE) {
      return Optional.of("对接会现在的状态是“%s”，开始以后才能记缺席、补位。".formatted(session.state().label()));
    }
    return plan == null || plan.revision() != revision ? Optional.of(STALE) : Optional.empty();
  }

  private static boolean open(PlannedMeeting meeting) {
    return meeting.state() == State.SCHEDULED || meeting.state() == State.REFILLED;
  }

  private static String reason(Party party, Place place) {
    return "%s缺席，原排第 %d 轮 %d 号桌"
        .formatted(party.side() == Side.AGENCY ? "机构" : "项目方", place.slot(), place.table());
  }

  /** The turn that runs, if half of it is still to come; else the next one. */
  private int firstToFill(Session session, Instant now) {
    var rounds = days.rounds(session);
    return rounds
        .running(now)
        .filter(
            round ->
                Duration.between(now, round.ends())
                        .multipliedBy(2)
                        .compareTo(Duration.between(round.begins(), round.ends()))
                    >= 0)
        .map(round -> round.slot().number())
        .orElseGet(() -> rounds.firstToCome(now));
  }

  private Outcome fill(
      Session session,
      Plan before,
      List<PlannedMeeting> left,
      List<MeetingKey> missed,
      int first,
      String deed,
      Account.Id who,
      Caller by) {
    var candidates = substitutes.candidates(session, left, missed);
    var places = substitutes.places(session, left, candidates, first);
    var meetings = new ArrayList<PlannedMeeting>();
    for (var meeting : left) {
      var place = places.get(meeting.key());
      meetings.add(place == null ? meeting : meeting.refilling(place));
      candidates.remove(meeting.key());
    }
    candidates.forEach(
        (key, pair) -> {
          var place = places.get(key);
          if (place != null) {
            meetings.add(
                PlannedMeeting.planned(key, pair.value(), null, false, null).refilling(place));
          }
        });
    if (meetings.equals(before.meetings())) {
      return new Outcome.Done(List.of(), List.of());
    }
    var after = before.with(meetings);
    if (planning.store(before, after, deed, by) instanceof Planning.Outcome.Refused(var reasons)) {
      return new Outcome.Refused(reasons.getFirst());
    }
    come(session.id(), places.keySet());
    boolean unused = releasing.issue(session, after, who, by);
    return new Outcome.Done(missed, List.copyOf(places.keySet()));
  }

  /** Who was waiting and talks now takes part like any other. */
  private void come(Session.Id id, Set<MeetingKey> filled) {
    var called = filled.stream().map(MeetingKey::agency).collect(Collectors.toSet());
    guests.of(id).stream()
        .filter(guest -> called.contains(guest.agency()))
        .filter(guest -> guest.standing() != Standing.COMING)
        .map(guest -> guest.standing(Standing.COMING))
        .forEach(guests::replace);
  }
}
