package duijie.sessions;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.calendar.WorkingCalendar;
import duijie.sessions.Absences.Party;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** Beginning a session on its day, keeping its time, and ending it. */
@Singleton
public class Holding {

  /** The longest delay, in minutes. */
  public static final int LONGEST_DELAY = 240;

  private final Sessions sessions;
  private final Plans plans;
  private final Arrivals arrivals;
  private final Days days;
  private final Stepping stepping;
  private final AuditTrail trail;
  private final Clock clock;

  Holding(
      Sessions sessions,
      Plans plans,
      Arrivals arrivals,
      Days days,
      Stepping stepping,
      AuditTrail trail,
      Clock clock) {
    this.sessions = sessions;
    this.plans = plans;
    this.arrivals = arrivals;
    this.days = days;
    this.stepping = stepping;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Begins it.
   *
   * @return why it cannot begin, if it cannot
   */
  @Transactional
  public Optional<String> begin(Session.Id id, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    if (session.state() == Session.State.LIVE) {
      return Optional.empty();
    }
    var day = session.setup().day();
    if (LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE).isBefore(day)) {
      return Optional.of("对接会在 %s 举行，当天才能开始。".formatted(day));
    }
    return step(session, Step.BEGIN, "HOLD_SESSION", by);
  }

  /**
   * Ends it. A talk of two who both came was held; of one who did not come, it was missed. Where
   * nobody of a side was ever noted, nobody kept that list, and nothing is concluded from it.
   *
   * @return why it cannot end, if it cannot
   */
  @Transactional
  public Optional<String> close(Session.Id id, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    if (session.state() == Session.State.CLOSED) {
      return Optional.empty();
    }
    var obstacle = step(session, Step.CLOSE, "CLOSE_SESSION", by);
    if (obstacle.isEmpty()) {
      var there = arrivals.there(id);
      var rounds = days.rounds(session);
      int toCome = rounds.firstToCome(clock.instant());
      plans
          .find(id)
          .map(p -> p.with(p.meetings().stream().map(m -> ended(m, there, toCome)).toList()))
          .ifPresent(plans::replace);
    }
    return obstacle;
  }

  private static PlannedMeeting ended(PlannedMeeting meeting, Set<Party> there, int toCome) {
    return meeting.standsFrom(toCome)
        ? meeting.cancelled("对接会提前结束")
        : Attendance.settled(meeting, there);
  }

  private Optional<String> step(Session session, Step step, String deed, Caller by) {
    return stepping.take(session, step, deed, by).isPresent()
        ? Optional.empty()
        : Optional.of(Organizing.notNow(session));
  }

  /**
   * Has all turns begin later than set up.
   *
   * @param minutes how much; 0 for on time
   * @return why it cannot be so, if it cannot
   */
  @Transactional
  public Optional<String> delay(Session.Id id, int minutes, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    if (session.state() != Session.State.LIVE && session.state() != Session.State.RELEASED) {
      return Optional.of(Organizing.notNow(session));
    }
    if (minutes < 0 || minutes > LONGEST_DELAY) {
      return Optional.of("顺延请填 0 到 %d 分钟。".formatted(LONGEST_DELAY));
    }
    int before = days.delayMinutes(id);
    if (before != minutes) {
      days.delay(id, minutes);
      trail.record(
          Entry.changed(by, "DELAY_SESSION", Organizing.subject(id), late(before), late(minutes)));
    }
    return Optional.empty();
  }

  private static Snapshot late(int minutes) {
    var values = new LinkedHashMap<String, Object>();
    values.put("顺延分钟数", minutes);
    return Snapshot.of(values);
  }
}
