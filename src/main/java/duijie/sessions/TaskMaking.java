package duijie.sessions;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.matching.Matching;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.sessions.Absences.Party;
import duijie.sessions.Guest.Standing;
import duijie.sessions.MeetingRequest.State;
import duijie.timetable.Pair;
import duijie.timetable.TimetableTask;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says what the timetable of a session is made from: the agencies that come, the projects listed,
 * who may talk to whom, and what each talk is worth. A talk on which both sides agreed is worth its
 * match score and {@link #AGREED} more, so that it comes before any that nobody asked for.
 */
@Singleton
class TaskMaking {

  /** More than any match score. */
  static final BigDecimal AGREED = BigDecimal.valueOf(100);

  private final Sessions sessions;
  private final Guests guests;
  private final Requests requests;
  private final Absences absences;
  private final Projects projects;
  private final Agencies agencies;
  private final Provider<Matching> matching;
  private final Clock clock;

  TaskMaking(
      Sessions sessions,
      Guests guests,
      Requests requests,
      Absences absences,
      Projects projects,
      Agencies agencies,
      Provider<Matching> matching,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.requests = requests;
    this.absences = absences;
    this.projects = projects;
    this.agencies = agencies;
    this.matching = matching;
    this.clock = clock;
  }

  /** The task of a session as it stands now, nothing locked. */
  TimetableTask task(Session session) {
    var coming = coming(session);
    boolean others = session.setup().booking() != BookingMode.SELF;
    return over(session, pairs(session, sessions.projects(session.id()), coming, others));
  }

  /** The same for pairs that were decided on before. */
  TimetableTask over(Session session, List<Pair> pairs) {
    return over(session, pairs, coming(session));
  }

  /** The same where these agencies take part. */
  TimetableTask over(Session session, List<Pair> pairs, Collection<Agency.Id> agencies) {
    var setup = session.setup();
    var away = absences.of(session.id());
    return new TimetableTask(
        setup.slots().size(),
        setup.tables(),
        sessions.projects(session.id()).stream()
            .map(p -> party(Side.BUYER, p.value(), setup.perProject(), away))
            .toList(),
        agencies.stream().map(a -> party(Side.AGENCY, a.value(), setup.perAgency(), away)).toList(),
        pairs);
  }

  /** The task of those of these meetings whose two are both at the session. */
  TimetableTask among(Session session, List<PlannedMeeting> meetings) {
    var listed = sessions.projects(session.id());
    var coming = Set.copyOf(coming(session));
    return over(
        session,
        meetings.stream()
            .filter(m -> listed.contains(m.project()) && coming.contains(m.agency()))
            .map(PlannedMeeting::pair)
            .toList());
  }

  private List<Agency.Id> coming(Session session) {
    return guests.of(session.id()).stream()
        .filter(guest -> guest.standing() == Standing.COMING)
        .map(Guest::agency)
        .toList();
  }

  private static duijie.timetable.Party party(
      Side side, String id, int most, Map<Party, Set<Integer>> away) {
    return duijie.timetable.Party.of(id, most, away.getOrDefault(new Party(side, id), Set.of()));
  }

  /**
   * Who of these may talk, and what it is worth.
   *
   * @param others whether those may whom nobody asked, if the rules let them
   */
  List<Pair> pairs(
      Session session,
      Collection<Project.Id> listed,
      Collection<Agency.Id> present,
      boolean others) {
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    var asked =
        requests.of(session.id()).stream()
            .collect(Collectors.toMap(MeetingRequest::key, MeetingRequest::state));
    var known = new TreeMap<Agency.Id, Agency>();
    agencies.findAll(present).forEach(agency -> known.put(agency.id(), agency));
    var pairs = new ArrayList<Pair>();
    for (var project : projects.findAll(listed)) {
      var scores = new HashMap<Agency.Id, BigDecimal>();
      matching
          .get()
          .agenciesFor(project, a -> known.containsKey(a.id()), today, known.size())
          .matches()
          .forEach(one -> scores.put(one.partner().id(), one.assessment().score()));
      for (var agency : known.values()) {
        var state = asked.get(new MeetingKey(project.id(), agency.id()));
        var score = scores.get(agency.id());
        if (state == State.ACCEPTED) {
          // Both want it, whatever a rule says of them.
          var own = score == null ? matching.get().assess(project, agency, today).score() : score;
          pairs.add(Pair.of(project.id().value(), agency.id().value(), own.add(AGREED)));
        } else if (others && state != State.DECLINED && score != null) {
          pairs.add(Pair.of(project.id().value(), agency.id().value(), score));
        }
      }
    }
    return pairs;
  }
}
