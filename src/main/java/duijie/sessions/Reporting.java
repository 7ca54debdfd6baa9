package duijie.sessions;

import duijie.calendar.WorkingCalendar;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.regions.Region;
import duijie.regions.Regions;
import duijie.sessions.Guest.Standing;
import duijie.vocabulary.Term;
import duijie.vocabulary.Vocabulary;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reports what sessions came to. */
@Singleton
public class Reporting {

  private final Sessions sessions;
  private final Guests guests;
  private final Arrivals arrivals;
  private final Plans plans;
  private final TalkResults results;
  private final Intents intents;
  private final Projects projects;
  private final Vocabulary vocabulary;
  private final Regions regions;
  private final Clock clock;

  Reporting(
      Sessions sessions,
      Guests guests,
      Arrivals arrivals,
      Plans plans,
      TalkResults results,
      Intents intents,
      Projects projects,
      Vocabulary vocabulary,
      Regions regions,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.arrivals = arrivals;
    this.plans = plans;
    this.results = results;
    this.intents = intents;
    this.projects = projects;
    this.vocabulary = vocabulary;
    this.regions = regions;
    this.clock = clock;
  }

  /** What a session came to so far. */
  @Transactional
  public SessionReport of(Session session) {
    var id = session.id();
    var listed = projects.findAll(sessions.projects(id));
    var counting =
        new ReportCounting(
            session,
            listed,
            plans.find(id).map(Plan::meetings).orElse(List.of()),
            TalkResults.standing(results.of(id)),
            intents.of(id));
    return new SessionReport(
        session,
        LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE),
        people(id),
        counting.line("合计", project -> true),
        counting.outcomes(),
        fields(listed, counting),
        towns(listed, counting));
  }

  private SessionReport.People people(Session.Id id) {
    var asked = guests.of(id);
    var came = arrivals.of(id).stream().map(Arrival::party).toList();
    int coming = count(asked, Standing.COMING);
    int declined = count(asked, Standing.DECLINED);
    return new SessionReport.People(
        asked.size(),
        coming + declined,
        coming,
        declined,
        count(came, Side.AGENCY),
        count(came, Side.BUYER));
  }

  private static int count(List<Guest> asked, Standing standing) {
    return (int) asked.stream().filter(guest -> guest.standing() == standing).count();
  }

  /** Where nobody of a side was noted, nobody kept that list. */
  private static @Nullable Integer count(List<Absences.Party> came, Side side) {
    int there = (int) came.stream().filter(party -> party.side() == side).count();
    return there == 0 ? null : there;
  }

  private List<SessionReport.Line> fields(List<Project> listed, ReportCounting counting) {
    var there = new HashSet<Term.Id>();
    listed.forEach(project -> there.addAll(project.fields()));
    var lines = new ArrayList<SessionReport.Line>();
    var order = new LinkedHashSet<Term.Id>();
    vocabulary.terms(Term.Kind.SERVICE_FIELD).stream()
        .map(Term::id)
        .filter(there::contains)
        .forEach(order::add);
    order.addAll(new TreeSet<>(there));
    for (var field : order) {
      var name = vocabulary.find(field).map(Term::name).orElse(field.value());
      lines.add(counting.line(name, project -> project.fields().contains(field)));
    }
    return withUnknown(
        lines, counting.line(SessionReport.UNKNOWN, project -> project.fields().isEmpty()));
  }

  private List<SessionReport.Line> towns(List<Project> listed, ReportCounting counting) {
    Set<Region.Code> there = new TreeSet<>();
    listed.stream().map(Project::region).filter(Objects::nonNull).forEach(there::add);
    var lines = new ArrayList<SessionReport.Line>();
    for (var town : there) {
      lines.add(counting.line(regions.pathName(town), project -> town.equals(project.region())));
    }
    return withUnknown(
        lines, counting.line(SessionReport.UNKNOWN, project -> project.region() == null));
  }

  private static List<SessionReport.Line> withUnknown(
      List<SessionReport.Line> lines, SessionReport.Line unknown) {
    if (unknown.projects() > 0) {
      lines.add(unknown);
    }
    return lines;
  }
}
