package duijie.sessions.web;

import duijie.agencies.Agency;
import duijie.pages.SiteAddress;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.sessions.Absences.Party;
import duijie.sessions.Badges;
import duijie.sessions.MeetingKey;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.Papers;
import duijie.sessions.Plans;
import duijie.sessions.Release;
import duijie.sessions.Release.Seat;
import duijie.sessions.Session;
import duijie.sessions.Side;
import duijie.sessions.Slot;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is printed for the day of a session, as the last released version has it. */
@Singleton
final class HandoutViews {

  private final Plans plans;
  private final MeetingNumbers numbers;
  private final Projects projects;
  private final PartyNames parties;
  private final Badges badges;
  private final SiteAddress address;

  HandoutViews(
      Plans plans,
      MeetingNumbers numbers,
      Projects projects,
      PartyNames parties,
      Badges badges,
      SiteAddress address) {
    this.plans = plans;
    this.numbers = numbers;
    this.projects = projects;
    this.parties = parties;
    this.badges = badges;
    this.address = address;
  }

  /** The versions of a session's timetable that were released, the first one first. */
  List<Release> releases(Session session) {
    return plans.releases(session.id());
  }

  /**
   * The talks that papers are printed for: of the last version, or what is in one of two versions
   * and not in the other.
   *
   * @param since the number of an earlier version, or 0 for all
   */
  private static Collection<Seat> concerned(List<Release> releases, int since) {
    var last = releases.getLast();
    return releases.stream()
        .filter(release -> release.number() == since)
        .findFirst()
        .<Collection<Seat>>map(last::otherThan)
        .orElse(last.seats());
  }

  /** The cards of these tables, or of all that are concerned. */
  List<Papers.TableCard> tableCards(
      Session session, List<Release> releases, int since, @Nullable Integer only) {
    var tables = new TreeSet<Integer>();
    concerned(releases, since).forEach(seat -> tables.add(seat.place().table()));
    var printing = printing(session, releases.getLast());
    return tables.stream()
        .filter(table -> only == null || only.equals(table))
        .map(
            table ->
                new Papers.TableCard(
                    printing.heading(),
                    table,
                    printing.lines(seat -> seat.place().table() == table)))
        .toList();
  }

  /** The itineraries of this agency, or of all that are concerned, by name. */
  List<Papers.Itinerary> itineraries(
      HttpRequest<?> request,
      Session session,
      List<Release> releases,
      int since,
      Agency.@Nullable Id only) {
    var concerned =
        concerned(releases, since).stream()
            .map(Seat::agency)
            .distinct()
            .filter(agency -> only == null || only.equals(agency))
            .toList();
    var printing = printing(session, releases.getLast());
    var names = parties.names(List.of(), concerned);
    return concerned.stream()
        .sorted(
            Comparator.comparing((Agency.Id agency) -> names.of(agency))
                .thenComparing(Agency.Id::value))
        .map(agency -> itinerary(request, session, printing, agency, names.of(agency)))
        .toList();
  }

  private Papers.Itinerary itinerary(
      HttpRequest<?> request, Session session, Printing printing, Agency.Id agency, String name) {
    var code = badges.code(session.id(), new Party(Side.AGENCY, agency.value()));
    return new Papers.Itinerary(
        printing.heading(),
        name,
        address.of(request, CheckInController.badge(session.id(), code)),
        printing.lines(seat -> seat.agency().equals(agency)));
  }

  /** What all papers of a version are written from. */
  private record Printing(
      Papers.Heading heading,
      Release release,
      List<Slot> slots,
      Map<Project.Id, Project> projects,
      PartyNames.Names names,
      Map<MeetingKey, Integer> numbers) {

    List<Papers.Line> lines(Predicate<Seat> of) {
      return release.seats().stream().filter(of).map(this::line).toList();
    }

    private Papers.Line line(Seat seat) {
      var number = numbers.get(seat.key());
      var project = projects.get(seat.project());
      var buyer = project == null ? null : project.buyer();
      return new Papers.Line(
          number == null ? "" : MeetingNumbers.written(number),
          slots.get(seat.place().slot() - 1).time(),
          seat.place().table(),
          names.of(seat.project()),
          buyer == null ? "" : buyer,
          names.of(seat.agency()));
    }
  }

  private Printing printing(Session session, Release release) {
    var setup = session.setup();
    var listed = release.seats().stream().map(Seat::project).distinct().toList();
    return new Printing(
        new Papers.Heading(setup.name(), SessionViews.when(setup), setup.place(), release.number()),
        release,
        setup.slots(),
        projects.findAll(listed).stream()
            .collect(Collectors.toMap(Project::id, Function.identity())),
        parties.names(listed, release.seats().stream().map(Seat::agency).toList()),
        numbers.of(session.id()));
  }

  /** Whether there is anything for an agency to print. */
  static boolean any(List<Release> releases, Agency.Id agency) {
    return !releases.isEmpty()
        && releases.getLast().seats().stream().anyMatch(seat -> seat.agency().equals(agency));
  }
}
