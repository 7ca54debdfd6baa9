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
  private final PlanNews news;
  private final AuditTrail trail;
  private final Clock clock;

  Releasing(
      Sessions sessions,
      Plans plans,
      Planning planning,
      PlanNews news,
      AuditTrail trail,
      Clock clock) {
    this.sessions = sessions;
    this.plans = plans;
    this.planning = planning;
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
    var releases = plans.releases(id);
    var seats = plan.seats();
    if (seats.isEmpty()) {
      return new Outcome.Refused(List.of("时刻表里还没有洽谈，不能发布。"));
    }
    if (!releases.isEmpty() && releases.getLast().seats().equals(seats)) {
      return new Outcome.Done(plan);
    }
    var release = new Release(id, releases.size() + 1, clock.instant(), who, seats);
    plans.release(release);
    boolean moved = session.move(Step.RELEASE).filter(sessions::replace).isPresent();
    if (!moved) {
      throw new IllegalStateException("a session that was locked was changed: " + id);
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("版本", release.number());
    values.put("洽谈", seats.size());
    trail.record(Entry.added(by, "RELEASE_TIMETABLE", Organizing.subject(id), Snapshot.of(values)));
    news.released(session, releases.isEmpty() ? List.of() : releases.getLast().seats(), release);
    return new Outcome.Done(plan);
  }

  /** Puts everybody where they were in a version that was released; it is not released thereby. */
  @Transactional
  public Outcome back(Session.Id id, int revision, int version, Caller by) {
    var places = new HashMap<List<String>, Place>();
    plans.releases(id).stream()
        .filter(release -> release.number() == version)
        .flatMap(release -> release.seats().stream())
        .forEach(
            seat ->
                places.put(List.of(seat.project().value(), seat.agency().value()), seat.place()));
    if (places.isEmpty()) {
      return new Outcome.Refused(List.of("没有这个版本。"));
    }
    return planning.change(
        id,
        revision,
        meeting -> meeting.at(places.get(Planning.key(meeting))),
        "RESTORE_TIMETABLE",
        by);
  }
}
