package duijie.sessions;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.sessions.Guest.Standing;
import duijie.sessions.MeetingRequest.State;
import duijie.sessions.MeetingRequest.Step;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Asking for talks at a session, and answering that. */
@Singleton
public class Booking {

  /** The longest reason or answer, in characters. */
  public static final int LONGEST = 200;

  /** An agency has so many times as many requests under way as it may have talks. */
  private static final int GENEROUS = 2;

  private final Sessions sessions;
  private final Guests guests;
  private final Requests requests;
  private final Projects projects;
  private final Agencies agencies;
  private final BookingNews news;
  private final AuditTrail trail;
  private final Clock clock;

  Booking(
      Sessions sessions,
      Guests guests,
      Requests requests,
      Projects projects,
      Agencies agencies,
      BookingNews news,
      AuditTrail trail,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.requests = requests;
    this.projects = projects;
    this.agencies = agencies;
    this.news = news;
    this.trail = trail;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /** It is so now. */
    record Done(MeetingRequest now) implements Outcome {}

    /** It is not, for all these reasons. */
    record Refused(List<String> reasons) implements Outcome {}
  }

  /** A project and an agency at a session. */
  public record Pair(Session.Id session, Project.Id project, Agency.Id agency) {}

  /** Asks for a talk. Where the other side has asked already, that is accepted. */
  @Transactional
  public Outcome ask(Pair pair, Side by, String reason, Caller caller) {
    var session = sessions.lock(pair.session()).orElseThrow();
    var words = reason.strip();
    var earlier = requests.find(pair.session(), pair.project(), pair.agency()).orElse(null);
    if (earlier != null && earlier.by() == by && earlier.state() == State.SENT) {
      return new Outcome.Done(earlier);
    }
    if (earlier != null && earlier.state() == State.ACCEPTED) {
      return new Outcome.Done(earlier);
    }
    if (earlier != null && earlier.by() == by.other() && earlier.state() == State.SENT) {
      return answer(pair, by, true, words, caller);
    }
    var reasons = obstacles(session, pair, words);
    if (earlier != null && earlier.state() == State.DECLINED && earlier.by() == by) {
      reasons.add("对方已经婉拒，不能再约。对方愿意谈的话，可以由对方来约。");
    }
    if (!reasons.isEmpty()) {
      return new Outcome.Refused(reasons);
    }
    var request =
        new MeetingRequest(
            pair.session(),
            pair.project(),
            pair.agency(),
            by,
            words,
            State.SENT,
            "",
            clock.instant(),
            null);
    requests.put(request);
    trail.record(
        Entry.added(caller, "ASK_FOR_TALK", Organizing.subject(session.id()), snapshot(request)));
    news.asked(session, request, project(pair), agency(pair));
    return new Outcome.Done(request);
  }

  private List<String> obstacles(Session session, Pair pair, String words) {
    var reasons = new ArrayList<String>();
    shut(session).ifPresent(reasons::add);
    if (!sessions.projects(session.id()).contains(pair.project())) {
      reasons.add("这个项目不在这场对接会上。");
    }
    boolean coming =
        guests
            .find(session.id(), pair.agency())
            .filter(guest -> guest.standing() == Standing.COMING)
            .isPresent();
    if (!coming) {
      reasons.add("机构还没有答复参加这场对接会，不能约谈。");
    }
    long underWay =
        requests.of(session.id(), pair.agency()).stream()
            .filter(r -> r.by() == Side.AGENCY && r.state() == State.SENT)
            .count();
    int most = session.setup().perAgency() * GENEROUS;
    if (underWay >= most) {
      reasons.add("等答复的约谈已有 %d 个，最多 %d 个。请等对方答复，或者撤回几个。".formatted(underWay, most));
    }
    tooLong(words).ifPresent(reasons::add);
    return reasons;
  }

  /** Why nobody can ask or answer now, if so. */
  public Optional<String> shut(Session session) {
    if (session.setup().booking() == BookingMode.ORGANIZER) {
      return Optional.of("这场对接会由组织者安排洽谈，不用自己约。");
    }
    return session.state() == Session.State.BOOKING
        ? Optional.empty()
        : Optional.of("现在不是约谈的时候：对接会的状态是“%s”。".formatted(session.state().label()));
  }

  /** The side that was asked says yes or no. */
  @Transactional
  public Outcome answer(Pair pair, Side by, boolean accept, String words, Caller caller) {
    var step = accept ? Step.ACCEPT : Step.DECLINE;
    return take(pair, by.other(), step, words, caller);
  }

  /** The side that asked takes it back. */
  @Transactional
  public Outcome withdraw(Pair pair, Side by, Caller caller) {
    return take(pair, by, Step.WITHDRAW, "", caller);
  }

  /**
   * Takes a step.
   *
   * @param askedBy the side that made the request with which the step is taken
   */
  private Outcome take(Pair pair, Side askedBy, Step step, String words, Caller caller) {
    var session = sessions.lock(pair.session()).orElseThrow();
    var before =
        requests
            .find(pair.session(), pair.project(), pair.agency())
            .filter(request -> request.by() == askedBy);
    if (before.isEmpty()) {
      return new Outcome.Refused(List.of("没有这个约谈，也许已经撤回。"));
    }
    var after = before.get().after(step, words.strip(), clock.instant());
    if (after.isEmpty()) {
      return before.get().state().label().equals(step.label())
          ? new Outcome.Done(before.get())
          : new Outcome.Refused(
              List.of(
                  "这个约谈现在的状态是“%s”，不能再%s。".formatted(before.get().state().label(), step.label())));
    }
    var reasons = new ArrayList<String>();
    shut(session).ifPresent(reasons::add);
    tooLong(words.strip()).ifPresent(reasons::add);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused(reasons);
    }
    requests.put(after.get());
    trail.record(
        Entry.changed(
            caller,
            step + "_TALK",
            Organizing.subject(session.id()),
            snapshot(before.get()),
            snapshot(after.get())));
    news.taken(session, after.get(), step, project(pair), agency(pair));
    return new Outcome.Done(after.get());
  }

  private static Optional<String> tooLong(String words) {
    int length = words.codePointCount(0, words.length());
    return length > LONGEST
        ? Optional.of("最多写 %d 个字，现在有 %d 个，请写短一些。".formatted(LONGEST, length))
        : Optional.empty();
  }

  private Project project(Pair pair) {
    return projects.find(pair.project()).orElseThrow();
  }

  private Agency agency(Pair pair) {
    return agencies.find(pair.agency()).orElseThrow();
  }

  private static Snapshot snapshot(MeetingRequest request) {
    var values = new LinkedHashMap<String, Object>();
    values.put("项目", request.project());
    values.put("机构", request.agency());
    values.put("提出方", request.by());
    values.put("理由", request.reason());
    values.put("状态", request.state());
    values.put("答复", request.answer());
    return Snapshot.of(values);
  }
}
