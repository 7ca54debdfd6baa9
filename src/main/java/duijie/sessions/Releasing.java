package duijie.sessions;

import duijie.accounts.Account;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.sessions.Planning.Outcome;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** Releasing the timetable of a session, version by version, and going back to one. */
@Singleton
public class Releasing {

  private final Sessions sessions;
  private final Plans plans;
  private final Planning planning;
  private final MeetingNumbers numbers;
  private final PlanNews news;
  private final AuditTrail trail;
  private final Clock clock;

  Releasing(
      Sessions sessions,
      Plans plans,
      Planning planning,
      MeetingNumbers numbers,
      PlanNews news,
      AuditTrail trail,
      Clock clock) {
    this.sessions = sessions;
    this.plans = plans;
    this.planning = planning;
    this.numbers = numbers;
    this.news = news;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Releases the timetable as the next version. Only those whose own talks differ from the version
   * before are told.
   */
  @Transactional
  public Outcome release(Session.Id id, int revision, Account.Id who, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var plan = plans.find(id).orElse(null);
    var obstacle = Planning.obstacle(session, plan, revision);
    if (obstacle.isPresent() || plan == null) {
      return new Outcome.Refused(obstacle.stream().toList());
    }
    if (plan.seats().isEmpty()) {
      return new Outcome.Refused(List.of("时刻表里还没有洽谈，不能发布。"));
    }
    if (issue(session, plan, who, by)) {
      boolean moved = session.move(Step.RELEASE).filter(sessions::replace).isPresent();
      if (!moved) {
        throw new IllegalStateException("a session that was locked was changed: " + id);
      }
    }
    return new Outcome.Done(plan);
  }

  /**
   * Stores and tells the next version, and gives numbers to the talks that are new in it.
   *
   * @return false where the last version is just the same
   */
  boolean issue(Session session, Plan plan, Account.Id who, Caller by) {
    var id = session.id();
    var seats = plan.seats();
    var releases = plans.releases(id);
    if (!releases.isEmpty() && releases.getLast().seats().equals(seats)) {
      return false;
    }
    var release = new Release(id, releases.size() + 1, clock.instant(), who, seats);
    plans.release(release);
    numbers.assign(id, seats.stream().map(Release.Seat::key).toList());
    var values = new LinkedHashMap<String, Object>();
    values.put("版本", release.number());
    values.put("洽谈", seats.size());
    trail.record(Entry.added(by, "RELEASE_TIMETABLE", Organizing.subject(id), Snapshot.of(values)));
    news.released(session, releases.isEmpty() ? List.of() : releases.getLast().seats(), release);
    return true;
  }

  /** Puts everybody where they were in a version that was released; it is not released thereby. */
  @Transactional
  public Outcome back(Session.Id id, int revision, int version, Caller by) {
    var places = new HashMap<MeetingKey, Place>();
    plans.releases(id).stream()
        .filter(release -> release.number() == version)
        .flatMap(release -> release.seats().stream())
        .forEach(seat -> places.put(seat.key(), seat.place()));
    if (places.isEmpty()) {
      return new Outcome.Refused(List.of("没有这个版本。"));
    }
    return planning.restore(id, revision, places, by);
  }
}
