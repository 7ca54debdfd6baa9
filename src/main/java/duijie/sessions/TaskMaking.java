package duijie.sessions;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Provider<Matching> matching;
  private final Clock clock;

  TaskMaking(
      Sessions sessions,
      Guests guests,
      Requests requests,
      Absences absences,
      Projects projects,
      Provider<Matching> matching,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.requests = requests;
    this.absences = absences;
    this.projects = projects;
    this.matching = matching;
    this.clock = clock;
  }

  /** The task of a session as it stands now, nothing locked. */
  TimetableTask task(Session session) {
    var listed = projects.findAll(sessions.projects(session.id()));
    return over(session, pairs(session, listed, new HashSet<>(coming(session))));
  }

  /** The same for pairs that were decided on before. */
  TimetableTask over(Session session, List<Pair> pairs) {
    var setup = session.setup();
    var away = absences.of(session.id());
    return new TimetableTask(
        setup.slots().size(),
        setup.tables(),
        sessions.projects(session.id()).stream()
            .map(p -> party(Side.BUYER, p.value(), setup.perProject(), away))
            .toList(),
        coming(session).stream()
            .map(a -> party(Side.AGENCY, a.value(), setup.perAgency(), away))
            .toList(),
        pairs);
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

  private List<Pair> pairs(Session session, List<Project> listed, Set<Agency.Id> coming) {
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    var asked =
        requests.of(session.id()).stream()
            .collect(Collectors.toMap(r -> List.of(r.project(), r.agency()), r -> r.state()));
    boolean others = session.setup().booking() != BookingMode.SELF;
    var pairs = new ArrayList<Pair>();
    for (var project : listed) {
      var scores = new HashMap<Agency.Id, BigDecimal>();
      matching
          .get()
          .agenciesFor(project, a -> coming.contains(a.id()), today, coming.size())
          .matches()
          .forEach(one -> scores.put(one.partner().id(), one.assessment().score()));
      for (var agency : coming.stream().sorted().toList()) {
        var state = asked.get(List.of(project.id(), agency));
        var score = scores.getOrDefault(agency, BigDecimal.ZERO);
        if (state == State.ACCEPTED) {
          pairs.add(Pair.of(project.id().value(), agency.value(), score.add(AGREED)));
        } else if (others && state != State.DECLINED && scores.containsKey(agency)) {
          pairs.add(Pair.of(project.id().value(), agency.value(), score));
        }
      }
    }
    return pairs;
  }
}
