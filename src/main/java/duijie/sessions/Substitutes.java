package duijie.sessions;

import duijie.agencies.Agency;
import duijie.sessions.Absences.Party;
import duijie.sessions.Guest.Standing;
import duijie.timetable.Meeting;
import duijie.timetable.Pair;
import duijie.timetable.Replanning;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says who can talk in the place of those who were missed, and where. */
@Singleton
class Substitutes {

  /** More than any talk is worth: who waits for a place comes before those who have some. */
  private static final BigDecimal WAITED = BigDecimal.valueOf(1000);

  private final Sessions sessions;
  private final Guests guests;
  private final Arrivals arrivals;
  private final TaskMaking making;

  Substitutes(Sessions sessions, Guests guests, Arrivals arrivals, TaskMaking making) {
    this.sessions = sessions;
    this.guests = guests;
    this.arrivals = arrivals;
    this.making = making;
  }

  /**
   * Who may talk instead: any project that lost a talk with any agency in the hall, and any agency
   * that lost one with any project in the hall, except those who have talked or will anyway, and
   * those who have just not come.
   */
  Map<MeetingKey, Pair> candidates(
      Session session, List<PlannedMeeting> meetings, List<MeetingKey> missed) {
    var there = arrivals.there(session.id());
    var agencies =
        guests.of(session.id()).stream()
            .map(Guest::agency)
            .filter(agency -> there.contains(new Party(Side.AGENCY, agency.value())))
            .toList();
    var projects =
        sessions.projects(session.id()).stream()
            .filter(project -> there.contains(new Party(Side.BUYER, project.value())))
            .toList();
    var standing =
        meetings.stream()
            .filter(meeting -> meeting.state().standing())
            .map(PlannedMeeting::key)
            .collect(Collectors.toSet());
    var losers = missed.stream().map(MeetingKey::project).collect(Collectors.toSet());
    var left = missed.stream().map(MeetingKey::agency).collect(Collectors.toSet());
    var candidates = new LinkedHashMap<MeetingKey, Pair>();
    var all = new LinkedHashSet<>(losers);
    all.addAll(projects);
    for (var pair : making.pairs(session, all, agencies, true)) {
      var key = MeetingKey.of(pair.project(), pair.agency());
      boolean concerned = losers.contains(key.project()) || left.contains(key.agency());
      if (concerned && !standing.contains(key)) {
        candidates.put(key, pair);
      }
    }
    return candidates;
  }

  /** Where candidates can talk without anybody being moved. */
  Map<MeetingKey, Place> places(
      Session session, List<PlannedMeeting> meetings, Map<MeetingKey, Pair> candidates, int first) {
    var waiting =
        guests.of(session.id()).stream()
            .filter(guest -> guest.standing() == Standing.STANDBY)
            .map(Guest::agency)
            .collect(Collectors.toSet());
    var pairs = new ArrayList<Pair>();
    var kept = new ArrayList<Meeting>();
    var agencies = new LinkedHashSet<Agency.Id>();
    for (var meeting : meetings) {
      if (meeting.state().standing()) {
        pairs.add(meeting.pair());
        kept.add(meeting.seated());
        agencies.add(meeting.agency());
      }
    }
    candidates.forEach(
        (key, pair) -> {
          boolean waits = waiting.contains(key.agency());
          pairs.add(
              waits ? Pair.of(pair.project(), pair.agency(), pair.value().add(WAITED)) : pair);
          agencies.add(key.agency());
        });
    var task = making.over(session, pairs, agencies);
    var over = Replanning.closedBefore(task, first);
    var places = new HashMap<MeetingKey, Place>();
    for (var meeting : Replanning.replan(over, kept, new HashSet<>(kept)).meetings()) {
      var key = MeetingKey.of(meeting.project(), meeting.agency());
      if (candidates.containsKey(key)) {
        places.put(key, new Place(meeting.slot(), meeting.table()));
      }
    }
    return places;
  }
}
