package duijie.sessions;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.calendar.WorkingCalendar;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recording what came of talks. What counts opens, changes or takes away the talk's intent. */
@Singleton
public class Recording {

  /** So many days after the session both sides may record. */
  public static final int DAYS = 30;

  private final Sessions sessions;
  private final Plans plans;
  private final Days days;
  private final TalkResults results;
  private final IntentOpening intents;
  private final AuditTrail trail;
  private final Clock clock;

  Recording(
      Sessions sessions,
      Plans plans,
      Days days,
      TalkResults results,
      IntentOpening intents,
      AuditTrail trail,
      Clock clock) {
    this.sessions = sessions;
    this.plans = plans;
    this.days = days;
    this.results = results;
    this.intents = intents;
    this.trail = trail;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /** It is recorded. */
    record Done(TalkResult now) implements Outcome {}

    /** Somebody of the same side was quicker, and says something else. */
    record Overtaken(TalkResult now) implements Outcome {}

    /** It is not recorded, for all these reasons. */
    record Refused(List<String> reasons) implements Outcome {}
  }

  /** Why there is nothing to record now, if so. */
  public Optional<String> shut(Session session, Recorder by) {
    var last = session.setup().day().plusDays(DAYS);
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    return switch (session.state()) {
      case LIVE, CLOSED ->
          by != Recorder.ORGANIZER && today.isAfter(last)
              ? Optional.of(over(last))
              : Optional.empty();
      case FOLLOWED_UP ->
          by == Recorder.ORGANIZER
              ? Optional.of("这场对接会已经回访办结，洽谈结果不再改。")
              : today.isAfter(last) ? Optional.of(over(last)) : Optional.empty();
      default -> Optional.of("对接会开始以后，才能记洽谈结果。");
    };
  }

  private static String over(LocalDate last) {
    return "洽谈结果记到 %s 为止。要改的，请告诉组织者。".formatted(last);
  }

  /** Why there is nothing to record of a talk now, if so. */
  public Optional<String> shut(Session session, PlannedMeeting meeting, Recorder by) {
    return shut(session, by).or(() -> notYet(session, meeting));
  }

  private Optional<String> notYet(Session session, PlannedMeeting meeting) {
    var place = meeting.place();
    if (place == null || session.state() != Session.State.LIVE) {
      return Optional.empty();
    }
    var round = days.rounds(session).all().get(place.slot() - 1);
    return clock.instant().isBefore(round.begins())
        ? Optional.of("这场洽谈还没有开始，谈完再记。")
        : Optional.empty();
  }

  /** The talks of a session of which there is something to record, by project and agency. */
  public List<PlannedMeeting> talks(Session.Id session) {
    return plans.find(session).map(Plan::placed).orElse(List.of());
  }

  /**
   * Records it.
   *
   * @param version of what the same had recorded when it was looked at; 0 where there was nothing
   */
  @Transactional
  public Outcome record(
      Session.Id id,
      MeetingKey meeting,
      Recorder by,
      int version,
      Findings findings,
      Caller caller) {
    var session = sessions.lock(id).orElseThrow();
    var all = results.of(id, meeting);
    var before = all.stream().filter(result -> result.by() == by).findFirst().orElse(null);
    if (before != null && before.findings().equals(findings)) {
      return new Outcome.Done(before);
    }
    if (before != null && before.version() != version) {
      return new Outcome.Overtaken(before);
    }
    var talk = talks(id).stream().filter(one -> one.key().equals(meeting)).findFirst();
    var obstacle = talk.isEmpty() ? Optional.of("时刻表里没有这场洽谈。") : shut(session, talk.get(), by);
    if (obstacle.isPresent()) {
      return new Outcome.Refused(List.of(obstacle.get()));
    }
    // As exact as it is stored.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var after =
        new TalkResult(id, meeting, by, findings, now, before == null ? 1 : before.version() + 1);
    results.put(after);
    plans.held(id, meeting);
    write(before, after, caller);
    intents.follow(id, meeting, Verdict.of(all), Verdict.of(results.of(id, meeting)), caller);
    return new Outcome.Done(after);
  }

  private void write(@Nullable TalkResult before, TalkResult after, Caller caller) {
    var subject = Organizing.subject(after.session());
    trail.record(
        before == null
            ? Entry.added(caller, "RECORD_OUTCOME", subject, snapshot(after))
            : Entry.changed(caller, "RECORD_OUTCOME", subject, snapshot(before), snapshot(after)));
  }

  private static Snapshot snapshot(TalkResult result) {
    var values = new LinkedHashMap<>(result.findings().values());
    values.put("项目", result.meeting().project());
    values.put("机构", result.meeting().agency());
    values.put("由谁记", result.by());
    return Snapshot.of(values);
  }
}
