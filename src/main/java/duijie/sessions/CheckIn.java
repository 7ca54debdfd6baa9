package duijie.sessions;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.calendar.WorkingCalendar;
import duijie.sessions.Absences.Party;
import duijie.sessions.Arrival.How;
import duijie.sessions.Guest.Origin;
import duijie.sessions.Guest.Standing;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Noting who has come to a session 签到. */
@Singleton
public class CheckIn {

  private final Sessions sessions;
  private final Guests guests;
  private final Agencies agencies;
  private final Arrivals arrivals;
  private final Absences absences;
  private final Plans plans;
  private final Days days;
  private final AuditTrail trail;
  private final Clock clock;

  CheckIn(
      Sessions sessions,
      Guests guests,
      Agencies agencies,
      Arrivals arrivals,
      Absences absences,
      Plans plans,
      Days days,
      AuditTrail trail,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.agencies = agencies;
    this.arrivals = arrivals;
    this.absences = absences;
    this.plans = plans;
    this.days = days;
    this.trail = trail;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /**
     * They are known to be there.
     *
     * @param fresh whether they are only now
     */
    record Done(Arrival arrival, boolean fresh) implements Outcome {}

    /** It was not noted, for this reason. */
    record Refused(String reason) implements Outcome {}
  }

  /** Notes that somebody has come; who is known to be there stays so, since when they came. */
  @Transactional
  public Outcome arrive(Session.Id id, Party party, How how, Caller by) {
    return arrive(id, party, how, clock.instant(), by);
  }

  /**
   * The same, noted late.
   *
   * @param said when they came; now, where that is not within the day until now
   */
  @Transactional
  public Outcome arrive(Session.Id id, Party party, How how, Instant said, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var earlier = arrivals.find(id, party);
    if (earlier.isPresent()) {
      return new Outcome.Done(earlier.get(), false);
    }
    var obstacle = shut(session);
    if (obstacle.isPresent()) {
      return new Outcome.Refused(obstacle.get());
    }
    if (!invited(session, party)) {
      return new Outcome.Refused(
          party.side() == Side.AGENCY ? "这家机构不在邀请名单上。可以作为临时到场的机构登记。" : "这个项目不在这场对接会上。");
    }
    var arrival = new Arrival(id, party, possible(session, said), how);
    boolean added = arrivals.add(arrival);
    if (!added) {
      throw new IllegalStateException("somebody came to a locked session: " + id);
    }
    trail.record(Entry.added(by, "CHECK_IN", Organizing.subject(id), snapshot(arrival)));
    if (missed(id, party)) {
      back(session, party);
    }
    if (party.side() == Side.AGENCY) {
      guests
          .find(id, new Agency.Id(party.id()))
          .filter(g -> g.standing() == Standing.INVITED || g.standing() == Standing.DECLINED)
          .map(guest -> guest.standing(Standing.COMING))
          .ifPresent(guests::replace);
    }
    return new Outcome.Done(arrival, true);
  }

  private Instant possible(Session session, Instant said) {
    var now = clock.instant();
    var begun = session.setup().day().atStartOfDay(WorkingCalendar.ZONE).toInstant();
    return said.isBefore(begun) || said.isAfter(now) ? now : said;
  }

  /**
   * Notes what the sheet says that they signed: when they came. That stands in the place of what
   * was noted before, also once the session is over.
   */
  @Transactional
  public Outcome signed(Session.Id id, Party party, Instant at, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var before = arrivals.find(id, party);
    if (before.isEmpty() && session.state() != Session.State.CLOSED) {
      return arrive(id, party, How.SHEET, at, by);
    }
    var obstacle = shutToSheets(session);
    if (obstacle.isPresent()) {
      return new Outcome.Refused(obstacle.get());
    }
    if (before.isPresent() && before.get().at().equals(at)) {
      return new Outcome.Done(before.get(), false);
    }
    if (before.isPresent() && !arrivals.remove(id, party)) {
      throw new IllegalStateException("somebody left a locked session: " + id);
    }
    var arrival = new Arrival(id, party, at, How.SHEET);
    if (!arrivals.add(arrival)) {
      throw new IllegalStateException("somebody came to a locked session: " + id);
    }
    var subject = Organizing.subject(id);
    trail.record(
        before.isEmpty()
            ? Entry.added(by, "CHECK_IN", subject, snapshot(arrival))
            : Entry.changed(by, "CHECK_IN", subject, snapshot(before.get()), snapshot(arrival)));
    if (before.isEmpty()) {
      settle(id);
    }
    return new Outcome.Done(arrival, before.isEmpty());
  }

  /** The session is over: what was concluded from who was there is concluded anew. */
  private void settle(Session.Id id) {
    var there = arrivals.there(id);
    var before = plans.find(id).orElse(null);
    if (before == null) {
      return;
    }
    var meetings = before.meetings().stream().map(m -> Attendance.settled(m, there)).toList();
    if (!meetings.equals(before.meetings())) {
      plans.replace(before.with(meetings));
    }
  }

  /** Why no sheet can be taken back now, if so: longer than anybody can be noted otherwise. */
  public Optional<String> shutToSheets(Session session) {
    return session.state() == Session.State.CLOSED ? Optional.empty() : shut(session);
  }

  /** Why nobody can be noted now, if so. */
  public Optional<String> shut(Session session) {
    var day = session.setup().day();
    return switch (session.state()) {
      case LIVE -> Optional.empty();
      case RELEASED ->
          LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE).isBefore(day)
              ? Optional.of("对接会在 %s 举行，当天才能签到。".formatted(day))
              : Optional.empty();
      case DRAFT, INVITING, BOOKING, SCHEDULED -> Optional.of("时刻表还没有发布，不能签到。");
      case CLOSED, FOLLOWED_UP -> Optional.of("对接会已经结束，不能再签到。");
    };
  }

  private boolean invited(Session session, Party party) {
    return switch (party.side()) {
      case AGENCY -> guests.find(session.id(), new Agency.Id(party.id())).isPresent();
      case BUYER ->
          sessions.projects(session.id()).stream().anyMatch(p -> p.value().equals(party.id()));
    };
  }

  private boolean missed(Session.Id id, Party party) {
    return plans.find(id).stream()
        .flatMap(plan -> plan.meetings().stream())
        .anyMatch(m -> m.state() == PlannedMeeting.State.NO_SHOW && m.concerns(party));
  }

  /** Who was missed and comes late can be given talks again in the turns to come. */
  private void back(Session session, Party party) {
    var id = session.id();
    var rounds = days.rounds(session);
    int first = rounds.firstToCome(clock.instant());
    var away = new TreeSet<>(absences.of(id).getOrDefault(party, Set.of()));
    if (away.removeIf(slot -> slot >= first)) {
      absences.replace(id, party, away);
    }
  }

  /** Takes back what was noted by mistake. */
  @Transactional
  public Outcome undo(Session.Id id, Party party, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var obstacle = shut(session);
    var arrival = arrivals.find(id, party);
    if (obstacle.isPresent()) {
      return new Outcome.Refused(obstacle.get());
    }
    if (arrival.isEmpty() || !arrivals.remove(id, party)) {
      return new Outcome.Refused("没有这个签到，也许别人已经取消。");
    }
    trail.record(
        Entry.removed(by, "UNDO_CHECK_IN", Organizing.subject(id), snapshot(arrival.get())));
    return new Outcome.Done(arrival.get(), false);
  }

  /** Notes that an agency has come which nobody had asked. */
  @Transactional
  public Outcome walkIn(Session.Id id, Agency.Id agency, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var obstacle = shut(session);
    var found = agencies.find(agency).filter(a -> a.state() == Agency.State.VERIFIED);
    if (obstacle.isPresent()) {
      return new Outcome.Refused(obstacle.get());
    }
    if (found.isEmpty()) {
      return new Outcome.Refused("名录里没有这家机构，或者它没有通过审核。请先在机构名录里登记。");
    }
    if (guests.find(id, agency).isEmpty()) {
      var now = clock.instant();
      var guest = new Guest(id, agency, Origin.WALK_IN, Standing.STANDBY, "", now, null, null);
      guests.add(List.of(guest));
      trail.record(
          Entry.added(by, "ADMIT_WALK_IN", Organizing.subject(id), Hosting.snapshot(guest)));
    }
    return arrive(id, new Party(Side.AGENCY, agency.value()), How.LIST, by);
  }

  private static Snapshot snapshot(Arrival arrival) {
    var values = new LinkedHashMap<String, Object>();
    values.put(arrival.party().side() == Side.AGENCY ? "机构" : "项目", arrival.party().id());
    values.put("签到时间", arrival.at());
    values.put("签到方式", arrival.how());
    return Snapshot.of(values);
  }
}
