package duijie.sessions;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Following up intents: what is still to be done, what became of them, and what was signed. */
@Singleton
public class IntentKeeping {

  /** The longest note, in characters. */
  public static final int LONGEST = 500;

  private final Sessions sessions;
  private final Intents intents;
  private final AuditTrail trail;
  private final Clock clock;

  IntentKeeping(Sessions sessions, Intents intents, AuditTrail trail, Clock clock) {
    this.sessions = sessions;
    this.intents = intents;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * What somebody says of an intent.
   *
   * @param step null where it stands where it stood
   * @param words what there is to say; may be empty
   */
  public record News(
      Findings findings, Intent.Deal deal, Intent.@Nullable Step step, String words) {}

  /** What comes of it. */
  public sealed interface Outcome {

    /** It is so now. */
    record Done(Intent now) implements Outcome {}

    /** Somebody else was quicker. */
    record Overtaken(Intent now) implements Outcome {}

    /** It is not, for all these reasons. */
    record Refused(List<String> reasons) implements Outcome {}
  }

  /**
   * Writes down the news of an intent.
   *
   * @param version of the intent when it was looked at
   */
  @Transactional
  public Outcome note(
      Session.Id session, MeetingKey meeting, Recorder by, int version, News news, Caller caller) {
    var unused = sessions.lock(session).orElseThrow();
    var before = intents.find(session, meeting).orElse(null);
    if (before == null) {
      return new Outcome.Refused(List.of("这个意向已经不在了：洽谈结果改过。"));
    }
    var notes = intents.notes(session, meeting);
    if (before.version() != version) {
      return repeated(before, notes, by, news)
          ? new Outcome.Done(before)
          : new Outcome.Overtaken(before);
    }
    var reasons = obstacles(before, news);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused(reasons);
    }
    var step = news.step();
    var next = before.with(news.findings(), news.deal());
    var after = step == null ? next : next.after(step).orElseThrow();
    intents.put(after);
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    intents.add(session, new IntentNote(meeting, notes.size() + 1, at, by, step, news.words()));
    trail.record(
        Entry.changed(
            caller,
            step == null ? "CHANGE_INTENT" : step + "_INTENT",
            Organizing.subject(session),
            snapshot(before),
            snapshot(after)));
    return new Outcome.Done(after);
  }

  /** Whether the same was sent twice. */
  private static boolean repeated(Intent now, List<IntentNote> notes, Recorder by, News news) {
    if (notes.isEmpty()) {
      return false;
    }
    var last = notes.getLast();
    return last.by() == by
        && last.step() == news.step()
        && last.words().equals(news.words())
        && now.findings().equals(news.findings())
        && now.deal().equals(news.deal());
  }

  private static List<String> obstacles(Intent intent, News news) {
    var reasons = new ArrayList<String>();
    var step = news.step();
    if (step != null && intent.after(step).isEmpty()) {
      reasons.add("这个意向现在是“%s”，不能再办“%s”。".formatted(intent.state().label(), step.label()));
    }
    if (step == Intent.Step.LAPSE && news.words().isEmpty()) {
      reasons.add("请写明为什么没有下文。");
    }
    int length = news.words().codePointCount(0, news.words().length());
    if (length > LONGEST) {
      reasons.add("跟进情况最多写 %d 个字，现在有 %d 个，请写短一些。".formatted(LONGEST, length));
    }
    return reasons;
  }

  static Snapshot snapshot(Intent intent) {
    var values = new LinkedHashMap<>(intent.findings().values());
    var deal = intent.deal();
    var amount = deal.amount();
    values.put("项目", intent.meeting().project());
    values.put("机构", intent.meeting().agency());
    values.put("状态", intent.state());
    values.put("合同号", deal.number());
    values.put("合同金额", amount == null ? null : amount.yuan());
    values.put("首付款", deal.firstPaid());
    values.put("验收", deal.accepted());
    return Snapshot.of(values);
  }
}
