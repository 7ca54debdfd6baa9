package duijie.sessions;

import duijie.accounts.Organisation;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.projects.Project;
import duijie.projects.Projects;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Setting up a session and leading it from step to step; all of it is written down. */
@Singleton
public class Organizing {

  /** What the audit trail calls a session. */
  static final String KIND = "session";

  /** So many projects a session lists at most. */
  public static final int MOST_PROJECTS = 1000;

  private final Sessions sessions;
  private final Guests guests;
  private final Projects projects;
  private final SessionNews news;
  private final AuditTrail trail;
  private final Requests requests;
  private final Fitting fitting;
  private final Clock clock;

  Organizing(
      Sessions sessions,
      Guests guests,
      Projects projects,
      SessionNews news,
      AuditTrail trail,
      Requests requests,
      Fitting fitting,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.projects = projects;
    this.news = news;
    this.trail = trail;
    this.requests = requests;
    this.fitting = fitting;
    this.clock = clock;
  }

  /** What comes of a change. */
  public sealed interface Outcome {

    /** It was stored. */
    record Done(Session now) implements Outcome {}

    /** Somebody else was quicker. */
    record Overtaken(Session now) implements Outcome {}

    /** It was not stored, for all these reasons. */
    record Refused(Session now, List<String> reasons) implements Outcome {}
  }

  /** Begins a session; one of this id that is there already is left as it is. */
  @Transactional
  public Session begin(Session.Id id, Organisation.Id owner, Setup setup, Caller by) {
    var session = Session.begun(id, owner, setup);
    if (!sessions.add(session)) {
      return sessions.find(id).orElseThrow();
    }
    trail.record(Entry.added(by, "BEGIN_SESSION", subject(id), snapshot(session)));
    return session;
  }

  /**
   * Holds it otherwise. Who has been invited already is told where the day or the place changes.
   *
   * @param version the one that was changed
   */
  @Transactional
  public Outcome change(Session.Id id, int version, Setup setup, Caller by) {
    var before = sessions.lock(id).orElseThrow();
    if (before.setup().equals(setup)) {
      return new Outcome.Done(before);
    }
    if (before.version() != version) {
      return new Outcome.Overtaken(before);
    }
    var after = before.held(setup);
    if (after.isEmpty()) {
      return new Outcome.Refused(before, List.of(notNow(before)));
    }
    var outcome = store(before, after.get(), "CHANGE_SESSION", by);
    if (outcome instanceof Outcome.Done(var now) && SessionNews.concerns(before, now)) {
      news.moved(before, now, guests.of(id));
    }
    return outcome;
  }

  /** Takes a step. */
  @Transactional
  public Outcome step(Session.Id id, int version, Step step, Caller by) {
    var before = sessions.lock(id).orElseThrow();
    if (before.state() == step.to() && step != Step.RELEASE) {
      return new Outcome.Done(before);
    }
    if (before.version() != version) {
      return new Outcome.Overtaken(before);
    }
    var after = before.move(step);
    if (after.isEmpty()) {
      return new Outcome.Refused(before, List.of(notNow(before)));
    }
    if (step == Step.INVITE && sessions.projects(id).isEmpty()) {
      return new Outcome.Refused(before, List.of("还没有选项目。请先选项目，再开始邀请机构。"));
    }
    if (step == Step.SCHEDULE) {
      requests.expire(id, clock.instant());
      fitting.fit(before, by);
    }
    if (step == Step.RELEASE) {
      return new Outcome.Refused(before, List.of("请在时刻表的页面上发布。"));
    }
    if (step == Step.FOLLOW_UP) {
      return new Outcome.Refused(before, List.of("请在“洽谈结果”的页面上办结回访。"));
    }
    if (step == Step.BEGIN || step == Step.CLOSE) {
      return new Outcome.Refused(before, List.of("请在“会场”的页面上开始和结束。"));
    }
    return store(before, after.get(), step + "_SESSION", by);
  }

  /** Lists further projects. */
  @Transactional
  public Outcome list(Session.Id id, Collection<Project.Id> further, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var before = sessions.projects(id);
    var known =
        projects.findAll(further).stream()
            .map(Project::id)
            .filter(project -> !before.contains(project))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!session.state().open()) {
      return new Outcome.Refused(session, List.of(notNow(session)));
    }
    if (before.size() + known.size() > MOST_PROJECTS) {
      return new Outcome.Refused(session, List.of("一场对接会最多 " + MOST_PROJECTS + " 个项目。"));
    }
    if (further.isEmpty()) {
      return new Outcome.Refused(session, List.of("请先勾选项目。"));
    }
    sessions.list(id, known);
    return listed(session, before, by);
  }

  /** Lists these projects no more. */
  @Transactional
  public Outcome unlist(Session.Id id, Collection<Project.Id> others, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    if (!session.state().open()) {
      return new Outcome.Refused(session, List.of(notNow(session)));
    }
    var before = sessions.projects(id);
    fitting.without(session, others, by);
    news.unlisted(session, requests.about(id, others));
    sessions.unlist(id, others);
    return listed(session, before, by);
  }

  private Outcome listed(Session session, Set<Project.Id> before, Caller by) {
    var after = sessions.projects(session.id());
    if (!after.equals(before)) {
      trail.record(
          Entry.changed(
              by,
              "LIST_PROJECTS",
              subject(session.id()),
              Snapshot.of(values("项目", before)),
              Snapshot.of(values("项目", after))));
    }
    return new Outcome.Done(session);
  }

  private Outcome store(Session before, Session after, String deed, Caller by) {
    if (!sessions.replace(after)) {
      return new Outcome.Overtaken(sessions.find(before.id()).orElseThrow());
    }
    trail.record(Entry.changed(by, deed, subject(before.id()), snapshot(before), snapshot(after)));
    return new Outcome.Done(after);
  }

  static String notNow(Session session) {
    return "对接会现在的状态是“" + session.state().label() + "”，不能再这样做。";
  }

  static Entry.Subject subject(Session.Id id) {
    return new Entry.Subject(KIND, id.toString());
  }

  static Snapshot snapshot(Session session) {
    var setup = session.setup();
    var values = new LinkedHashMap<String, Object>();
    values.put("名称", setup.name());
    values.put("地点", setup.place());
    values.put("日期", setup.day());
    values.put("场次", setup.blocks());
    values.put("桌数", setup.tables());
    values.put("每次洽谈分钟数", setup.talkMinutes());
    values.put("换桌分钟数", setup.breakMinutes());
    values.put("每个项目最多洽谈次数", setup.perProject());
    values.put("每家机构最多洽谈次数", setup.perAgency());
    values.put("约谈方式", setup.booking());
    values.put("邀请规则", setup.rule());
    values.put("状态", session.state());
    values.put("版本", session.version());
    return Snapshot.of(values);
  }

  private static LinkedHashMap<String, Object> values(String name, Object value) {
    var values = new LinkedHashMap<String, Object>();
    values.put(name, value);
    return values;
  }
}
