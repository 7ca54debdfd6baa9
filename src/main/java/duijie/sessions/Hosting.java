package duijie.sessions;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.sessions.Guest.Origin;
import duijie.sessions.Guest.Standing;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Inviting agencies to a session, reminding them, and taking their answers. */
@Singleton
public class Hosting {

  /** Why an agency has no place any more. */
  private static final String GONE = "机构答复不参加";

  /** The longest word to the organizer, in characters. */
  public static final int LONGEST = 500;

  /** Nobody is reminded twice within this time. */
  private static final Duration BETWEEN_REMINDERS = Duration.ofHours(24);

  private final Sessions sessions;
  private final Guests guests;
  private final Plans plans;
  private final Agencies agencies;
  private final SessionNews news;
  private final AuditTrail trail;
  private final Clock clock;

  Hosting(
      Sessions sessions,
      Guests guests,
      Plans plans,
      Agencies agencies,
      SessionNews news,
      AuditTrail trail,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.plans = plans;
    this.agencies = agencies;
    this.news = news;
    this.trail = trail;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {

    /** It is done for so many. */
    record Done(int count) implements Outcome {}

    /** Nothing was done, for all these reasons. */
    record Refused(List<String> reasons) implements Outcome {}
  }

  /**
   * Invites agencies; one that was invited before is not told again.
   *
   * @param whom with why each is
   * @param standby whether they come only if others do not
   */
  @Transactional
  public Outcome invite(Session.Id id, Map<Agency.Id, Origin> whom, boolean standby, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var known = guests.of(id).stream().map(Guest::agency).collect(Collectors.toSet());
    var fresh = whom.keySet().stream().filter(agency -> !known.contains(agency)).toList();
    var found = agencies.findAll(fresh);
    var reasons = obstacles(session, whom.keySet(), fresh, found);
    if (!reasons.isEmpty()) {
      return new Outcome.Refused(reasons);
    }
    var now = clock.instant();
    var added =
        found.stream()
            .map(
                agency ->
                    new Guest(
                        id,
                        agency.id(),
                        whom.getOrDefault(agency.id(), Origin.CHOSEN),
                        standby ? Standing.STANDBY : Standing.INVITED,
                        "",
                        now,
                        null,
                        null))
            .toList();
    guests.add(added);
    trail.record(
        added.stream()
            .map(g -> Entry.added(by, "INVITE_TO_SESSION", Organizing.subject(id), snapshot(g)))
            .toList());
    added.forEach(guest -> news.invited(session, guest));
    return new Outcome.Done(added.size());
  }

  private static List<String> obstacles(
      Session session, Set<Agency.Id> whom, List<Agency.Id> fresh, List<Agency> found) {
    var reasons = new ArrayList<String>();
    if (!session.state().inviting()) {
      reasons.add("对接会现在的状态是“%s”，不能邀请机构。".formatted(session.state().label()));
    }
    if (whom.isEmpty()) {
      reasons.add("请先勾选机构。");
    }
    if (found.size() < fresh.size()) {
      reasons.add("有机构已经不在名录里，请重新选择。");
    }
    found.stream()
        .filter(agency -> agency.state() != Agency.State.VERIFIED)
        .forEach(a -> reasons.add("“%s”现在的状态是“%s”，不能邀请。".formatted(a.name(), a.state().label())));
    return reasons;
  }

  /** Reminds those who have not answered, each once a day at most. */
  @Transactional
  public Outcome remind(Session.Id id, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    if (!session.state().inviting()) {
      return new Outcome.Refused(
          List.of("对接会现在的状态是“%s”，不能再提醒。".formatted(session.state().label())));
    }
    var now = clock.instant();
    var due = guests.of(id).stream().filter(guest -> due(guest, now)).toList();
    if (due.isEmpty()) {
      return new Outcome.Refused(List.of("没有要提醒的机构：都已答复，或者一天内提醒过。"));
    }
    guests.reminded(id, due.stream().map(Guest::agency).toList(), now);
    due.forEach(guest -> news.reminded(session, guest, now));
    var whom = new LinkedHashMap<String, Object>();
    whom.put("机构", due.stream().map(Guest::agency).toList());
    trail.record(Entry.added(by, "REMIND_GUESTS", Organizing.subject(id), Snapshot.of(whom)));
    return new Outcome.Done(due.size());
  }

  private static boolean due(Guest guest, Instant now) {
    var last = guest.remindedAt();
    return guest.standing() == Standing.INVITED
        && (last == null || !last.plus(BETWEEN_REMINDERS).isAfter(now));
  }

  /** Asks agencies from the list of those who wait to come after all. */
  @Transactional
  public Outcome promote(Session.Id id, Collection<Agency.Id> whom, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var now = clock.instant();
    var waiting =
        guests.of(id).stream()
            .filter(guest -> guest.standing() == Standing.STANDBY && whom.contains(guest.agency()))
            .toList();
    if (waiting.isEmpty()) {
      return new Outcome.Refused(List.of("请先勾选候补名单上的机构。"));
    }
    for (var guest : waiting) {
      var asked = guest.standing(Standing.INVITED);
      guests.replace(asked);
      trail.record(
          Entry.changed(
              by, "PROMOTE_GUEST", Organizing.subject(id), snapshot(guest), snapshot(asked)));
      news.promoted(session, asked, now);
    }
    return new Outcome.Done(waiting.size());
  }

  /** An agency says whether it comes, and may say otherwise until the session begins. */
  @Transactional
  public Outcome answer(Session.Id id, Agency.Id who, boolean coming, String note, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    var guest = guests.find(id, who).orElseThrow();
    var reasons = new ArrayList<String>();
    var words = note.strip();
    if (!session.state().inviting() || session.state() == Session.State.LIVE) {
      reasons.add("对接会现在的状态是“%s”，不能再改答复。请与组织者联系。".formatted(session.state().label()));
    }
    int length = words.codePointCount(0, words.length());
    if (length > LONGEST) {
      reasons.add("附言最多 %d 个字，现在有 %d 个，请写短一些。".formatted(LONGEST, length));
    }
    if (!reasons.isEmpty()) {
      return new Outcome.Refused(reasons);
    }
    var answer = coming ? coming(guest) : Standing.DECLINED;
    if (guest.standing() == answer && guest.note().equals(words)) {
      return new Outcome.Done(1);
    }
    var after = guest.answering(answer, words, clock.instant());
    guests.replace(after);
    if (answer == Standing.DECLINED) {
      plans.find(id).filter(plan -> plan.seats(who)).ifPresent(plan -> without(plan, who));
    }
    trail.record(
        Entry.changed(
            by, "ANSWER_SESSION", Organizing.subject(id), snapshot(guest), snapshot(after)));
    agencies.find(who).ifPresent(agency -> news.answered(session, agency.name(), after));
    return new Outcome.Done(1);
  }

  /** Notes the answer of an agency that gave it elsewhere; its note stays. */
  @Transactional
  public Outcome answerOf(Session.Id id, Agency.Id who, boolean coming, Caller by) {
    return guests
        .find(id, who)
        .map(guest -> answer(id, who, coming, guest.note(), by))
        .orElseGet(() -> new Outcome.Refused(List.of("这家机构不在邀请名单上。")));
  }

  /** Nobody is seated who has said that they do not come. */
  private void without(Plan plan, Agency.Id who) {
    var meetings =
        plan.meetings().stream()
            .map(m -> m.agency().equals(who) && m.place() != null ? m.cancelled(GONE) : m)
            .toList();
    plans.replace(plan.with(meetings));
  }

  /** Who stands by comes only when the organizer asks. */
  private static Standing coming(Guest guest) {
    return guest.standing() == Standing.STANDBY ? Standing.STANDBY : Standing.COMING;
  }

  static Snapshot snapshot(Guest guest) {
    var values = new LinkedHashMap<String, Object>();
    values.put("机构", guest.agency());
    values.put("来由", guest.origin());
    values.put("答复", guest.standing());
    values.put("附言", guest.note());
    return Snapshot.of(values);
  }
}
