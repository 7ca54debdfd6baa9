package duijie.sessions;

import duijie.audit.AuditTrail;
import duijie.audit.Caller;
import duijie.audit.Entry;
import duijie.audit.Snapshot;
import duijie.sessions.Absences.Party;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Saying in which turns of a session one cannot talk. */
@Singleton
public class Availability {

  private final Sessions sessions;
  private final Absences absences;
  private final AuditTrail trail;

  Availability(Sessions sessions, Absences absences, AuditTrail trail) {
    this.sessions = sessions;
    this.absences = absences;
    this.trail = trail;
  }

  /**
   * Stores in which turns a party cannot talk; turns that the session does not have are passed
   * over.
   *
   * @return why it cannot be stored, if it cannot
   */
  @Transactional
  public Optional<String> away(Session.Id id, Party party, Set<Integer> slots, Caller by) {
    var session = sessions.lock(id).orElseThrow();
    if (!session.state().open()) {
      return Optional.of("时刻表已经在排，不能再改。请与组织者联系。");
    }
    int last = session.setup().slots().size();
    var known =
        slots.stream()
            .filter(slot -> slot >= 1 && slot <= last)
            .collect(Collectors.toCollection(TreeSet::new));
    var before = absences.of(id).getOrDefault(party, Set.of());
    if (known.size() == last) {
      return Optional.of("所有时段都不能来，就没有洽谈可排了。不来的话，请答复不参加。");
    }
    if (!known.equals(before)) {
      absences.replace(id, party, known);
      trail.record(
          Entry.changed(
              by,
              "SET_ABSENCE",
              Organizing.subject(id),
              snapshot(party, before),
              snapshot(party, known)));
    }
    return Optional.empty();
  }

  private static Snapshot snapshot(Party party, Set<Integer> slots) {
    var values = new LinkedHashMap<String, Object>();
    values.put(party.side() == Side.AGENCY ? "机构" : "项目", party.id());
    values.put("不能洽谈的时段", slots);
    return Snapshot.of(values);
  }
}
