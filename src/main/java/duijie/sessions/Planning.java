package duijie.sessions;

import duijie.agencies.Agency;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.projects.Project;
import duijie.timetable.Conflict;
import duijie.timetable.Conflicts;
import duijie.timetable.Pair;
import duijie.timetable.Timetable;
import duijie.timetable.TimetableTask;
import duijie.timetable.Timetabling;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Making the timetable of a session, and changing it by hand. */
@Singleton
public class Planning {

  private static final String NO_MEETING = "时刻表里没有这场洽谈。";

  private final Sessions sessions;
  private final Plans plans;
  private final TaskMaking making;
  private final AuditTrail trail;

  Planning(Sessions sessions, Plans plans, TaskMaking making, AuditTrail trail) {
    this.sessions = sessions;
    this.plans = plans;
    this.making = making;
    this.trail = trail;
  }

  /** What comes of a change. */
  public sealed interface Outcome {

    /** It was stored. */
    record Done(Plan now) implements Outcome {}

    /** It was not, for all these reasons. */
    record Refused(List<String> reasons) implements Outcome {}
  }

  /**
   * Makes the timetable anew. What is locked stays where it is.
   *
   * @param revision the one that was looked at; 0 where there was none
   */
  @Transactional
  public Outcome make(Session.Id id, int revision, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var before = plans.find(id).orElse(null);
    var obstacle = obstacle(session, before, revision);
    if (obstacle.isPresent()) {
      return new Outcome.Refused(List.of(obstacle.get()));
    }
    var task = locked(making.task(session), before);
    if (task.pairs().isEmpty()) {
      return new Outcome.Refused(List.of("还没有可以洽谈的双方：要有机构答复参加，并且有约好的洽谈，或者约谈方式允许组织者安排。"));
    }
    var plan = plan(id, task, Timetabling.make(task), revision + 1);
    return store(before, plan, "MAKE_TIMETABLE", by);
  }

  /** The task with every meeting that is locked in its place; whoever has gone loses the lock. */
  private static TimetableTask locked(TimetableTask task, @Nullable Plan before) {
    if (before == null) {
      return task;
    }
    var locks = new HashMap<MeetingKey, Place>();
    before.meetings().stream()
        .filter(PlannedMeeting::locked)
        .forEach(m -> locks.put(m.key(), Objects.requireNonNull(m.place())));
    var pairs = new ArrayList<Pair>();
    for (var pair : task.pairs()) {
      var place = locks.get(MeetingKey.of(pair.project(), pair.agency()));
      pairs.add(place == null ? pair : pair.lockedAt(place.slot(), place.table()));
    }
    return new TimetableTask(task.slots(), task.tables(), task.projects(), task.agencies(), pairs);
  }

  private static Plan plan(Session.Id id, TimetableTask task, Timetable timetable, int revision) {
    var places = new HashMap<MeetingKey, Place>();
    timetable
        .meetings()
        .forEach(
            m ->
                places.put(MeetingKey.of(m.project(), m.agency()), new Place(m.slot(), m.table())));
    var reasons = new HashMap<MeetingKey, String>();
    timetable
        .unplaced()
        .forEach(u -> reasons.put(MeetingKey.of(u.project(), u.agency()), u.reason().sentence()));
    var meetings =
        task.pairs().stream()
            .map(
                pair -> {
                  var key = MeetingKey.of(pair.project(), pair.agency());
                  boolean stays = pair.locked() != null;
                  return PlannedMeeting.planned(
                      key, pair.value(), places.get(key), stays, reasons.get(key));
                })
            .toList();
    return new Plan(id, meetings, timetable.upperBound(), revision);
  }

  /** What would be wrong with a meeting at each of these places, were it moved there. */
  public Map<Place, List<String>> conflicts(
      Session session, Plan plan, Project.Id project, Agency.Id agency, List<Place> places) {
    var check = new PlaceCheck(making.over(session, List.of()), plan, project, agency);
    var conflicts = new LinkedHashMap<Place, List<String>>();
    places.forEach(place -> conflicts.put(place, check.conflicts(place)));
    return conflicts;
  }

  private static List<PlannedMeeting> moved(
      Plan plan, Project.Id project, Agency.Id agency, @Nullable Place place) {
    return plan.meetings().stream()
        .map(meeting -> meeting.of(project, agency) ? meeting.at(place) : meeting)
        .toList();
  }

  /**
   * Puts all meetings where they were before; who does not come any more is left out.
   *
   * @param places where each was
   */
  Outcome restore(Session.Id id, int revision, Map<MeetingKey, Place> places, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var before = plans.find(id).orElse(null);
    var obstacle = obstacle(session, before, revision);
    if (obstacle.isPresent() || before == null) {
      return new Outcome.Refused(obstacle.stream().toList());
    }
    var task = making.over(session, before.meetings().stream().map(PlannedMeeting::pair).toList());
    var coming =
        task.agencies().stream().map(duijie.timetable.Party::id).collect(Collectors.toSet());
    var meetings =
        before.meetings().stream()
            .map(m -> m.at(coming.contains(m.agency().value()) ? places.get(m.key()) : null))
            .toList();
    var conflicts = conflicts(task, meetings);
    return conflicts.isEmpty()
        ? store(before, before.with(meetings), "RESTORE_TIMETABLE", by)
        : new Outcome.Refused(conflicts);
  }

  private static List<String> conflicts(TimetableTask task, List<PlannedMeeting> meetings) {
    var placed =
        meetings.stream()
            .filter(meeting -> meeting.place() != null)
            .map(PlannedMeeting::seated)
            .toList();
    return Conflicts.in(task, placed).stream()
        .map(Conflict::kind)
        .map(Conflict.Kind::sentence)
        .distinct()
        .toList();
  }

  /**
   * Moves a meeting, or takes it out.
   *
   * @param place where to, or null
   */
  @Transactional
  public Outcome move(
      Session.Id id,
      int revision,
      Project.Id project,
      Agency.Id agency,
      @Nullable Place place,
      Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var before = plans.find(id).orElse(null);
    var obstacle = obstacle(session, before, revision);
    if (obstacle.isPresent() || before == null) {
      return new Outcome.Refused(obstacle.stream().toList());
    }
    if (before.meetings().stream().noneMatch(meeting -> meeting.of(project, agency))) {
      return new Outcome.Refused(List.of(NO_MEETING));
    }
    var check = new PlaceCheck(making.over(session, List.of()), before, project, agency);
    var conflicts = place == null ? List.<String>of() : check.conflicts(place);
    if (!conflicts.isEmpty()) {
      return new Outcome.Refused(conflicts);
    }
    var meetings = moved(before, project, agency, place);
    return store(before, before.with(meetings), "MOVE_MEETING", by);
  }

  /** Has a meeting stay where it is, or lets it go. */
  @Transactional
  public Outcome lock(
      Session.Id id, int revision, Project.Id project, Agency.Id agency, boolean stays, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var before = plans.find(id).orElse(null);
    var obstacle = obstacle(session, before, revision);
    if (obstacle.isPresent() || before == null) {
      return new Outcome.Refused(obstacle.stream().toList());
    }
    if (before.meetings().stream().noneMatch(meeting -> meeting.of(project, agency))) {
      return new Outcome.Refused(List.of(NO_MEETING));
    }
    var meetings =
        before.meetings().stream()
            .map(meeting -> meeting.of(project, agency) ? meeting.locked(stays) : meeting)
            .toList();
    return store(before, before.with(meetings), "LOCK_MEETING", by);
  }

  /** Why a plan cannot be changed or released by somebody who looked at this revision, if so. */
  static Optional<String> obstacle(Session session, @Nullable Plan plan, int revision) {
    var state = session.state();
    if (state != Session.State.SCHEDULED && state != Session.State.RELEASED) {
      return Optional.of("对接会现在的状态是“" + state.label() + "”，不能排桌。");
    }
    return (plan == null ? 0 : plan.revision()) == revision
        ? Optional.empty()
        : Optional.of("别人刚改过时刻表，请看现在的样子再改。");
  }

  Outcome store(@Nullable Plan before, Plan after, String deed, Caller by) {
    if (!plans.put(after)) {
      return new Outcome.Refused(List.of("别人刚改过时刻表，请看现在的样子再改。"));
    }
    var subject = Organizing.subject(after.session());
    trail.record(
        before == null
            ? Entry.added(by, deed, subject, snapshot(after))
            : Entry.changed(by, deed, subject, snapshot(before), snapshot(after)));
    return new Outcome.Done(after);
  }

  /** Each talk with its place on one line: a timetable of a thousand is read that way or never. */
  private static Snapshot snapshot(Plan plan) {
    var values = new LinkedHashMap<String, Object>();
    values.put("修订", plan.revision());
    values.put("总价值", plan.value());
    values.put("上界", plan.upperBound());
    values.put(
        "洽谈",
        plan.placed().stream()
            .map(
                m -> {
                  var place = Objects.requireNonNull(m.place());
                  return "%d-%d %s %s%s"
                      .formatted(
                          place.slot(),
                          place.table(),
                          m.project(),
                          m.agency(),
                          m.locked() ? " 锁定" : "");
                })
            .toList());
    return Snapshot.of(values);
  }
}
