package duijie.sessions.web;

import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Problem;
import duijie.pages.Words;
import duijie.projects.Project;
import duijie.sessions.Days;
import duijie.sessions.Place;
import duijie.sessions.Plan;
import duijie.sessions.PlannedMeeting;
import duijie.sessions.Planning;
import duijie.sessions.Plans;
import duijie.sessions.Release;
import duijie.sessions.Session;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the timetable of a session as its page shows it. */
@Singleton
final class TimetableViews {

  /**
   * So many tables that nobody has are shown to whoever moves a meeting: one is as good as another.
   */
  private static final int FREE_TABLES = 20;

  private final Plans plans;
  private final Planning planning;
  private final PartyNames parties;
  private final Days days;

  TimetableViews(Plans plans, Planning planning, PartyNames parties, Days days) {
    this.plans = plans;
    this.planning = planning;
    this.parties = parties;
    this.days = days;
  }

  /** A project and an agency whose meeting is being moved. */
  record Moved(Project.Id project, Agency.Id agency) {}

  /**
   * The page.
   *
   * @param moved the meeting that is being moved, or null
   */
  TimetablePage page(Session session, @Nullable Moved moved, List<Problem> problems) {
    var plan = plans.find(session.id()).orElse(null);
    var releases = plans.releases(session.id());
    var meetings = plan == null ? List.<PlannedMeeting>of() : plan.meetings();
    var names =
        parties.names(
            meetings.stream().map(PlannedMeeting::project).toList(),
            meetings.stream().map(PlannedMeeting::agency).toList());
    var moving = moving(meetings, moved, names);
    var tables = tables(session, plan, moving != null);
    var path = SessionsController.path(session.id());
    return new TimetablePage(
        path,
        session.setup().name(),
        plan == null ? 0 : plan.revision(),
        obstacle(session),
        plan == null ? null : quality(session, plan),
        tables,
        plan == null
            ? List.of()
            : lines(session, plan, tables, moving == null ? null : moved, names),
        meetings.stream().filter(m -> m.place() == null).map(m -> out(m, names)).toList(),
        moving,
        releases.stream().map(TimetableViews::version).toList().reversed(),
        plan != null && changed(plan, releases),
        problems);
  }

  private static @Nullable String obstacle(Session session) {
    return switch (session.state()) {
      case SCHEDULED, RELEASED -> null;
      case DRAFT, INVITING, BOOKING -> "还没有开始排桌。在对接会的页面上按“开始排桌”，约谈就截止了。";
      case LIVE, CLOSED, FOLLOWED_UP -> "对接会已经开始，时刻表不在这里改。";
    };
  }

  private static TimetablePage.Quality quality(Session session, Plan plan) {
    boolean planning =
        session.state() == Session.State.SCHEDULED || session.state() == Session.State.RELEASED;
    return new TimetablePage.Quality(
        plan.placed().size(),
        Words.points(plan.value()),
        Words.points(plan.upperBound()),
        planning ? plan.percent().toPlainString() + "%" : "");
  }

  private static TimetablePage.@Nullable Moving moving(
      List<PlannedMeeting> meetings, @Nullable Moved moved, PartyNames.Names names) {
    return moved == null
        ? null
        : meetings.stream()
            .filter(meeting -> meeting.of(moved.project(), moved.agency()))
            .map(
                meeting ->
                    new TimetablePage.Moving(
                        meeting.project().value(),
                        names.of(meeting.project()),
                        meeting.agency().value(),
                        names.of(meeting.agency()),
                        meeting.place() != null))
            .findFirst()
            .orElse(null);
  }

  /** Those in use, and some others where one may be wanted. */
  private static List<Integer> tables(Session session, @Nullable Plan plan, boolean wanted) {
    var used = new TreeSet<Integer>();
    if (plan != null) {
      plan.placed().forEach(m -> used.add(Objects.requireNonNull(m.place()).table()));
    }
    if (wanted) {
      IntStream.rangeClosed(1, session.setup().tables())
          .filter(table -> !used.contains(table))
          .limit(FREE_TABLES)
          .boxed()
          .toList()
          .forEach(used::add);
    }
    return List.copyOf(used);
  }

  private List<TimetablePage.Line> lines(
      Session session,
      Plan plan,
      List<Integer> tables,
      @Nullable Moved moved,
      PartyNames.Names names) {
    var held = new HashMap<Place, PlannedMeeting>();
    plan.placed().forEach(m -> held.put(Objects.requireNonNull(m.place()), m));
    var slots = days.slots(session);
    var conflicts = new HashMap<Place, List<String>>();
    if (moved != null) {
      var places = new ArrayList<Place>();
      slots.forEach(slot -> tables.forEach(t -> places.add(new Place(slot.number(), t))));
      conflicts.putAll(planning.conflicts(session, plan, moved.project(), moved.agency(), places));
    }
    return slots.stream()
        .map(
            slot ->
                new TimetablePage.Line(
                    slot.number(),
                    slot.time(),
                    tables.stream()
                        .map(
                            table -> {
                              var place = new Place(slot.number(), table);
                              return cell(place, held.get(place), conflicts, moved, names);
                            })
                        .toList()))
        .toList();
  }

  private static TimetablePage.Cell cell(
      Place place,
      @Nullable PlannedMeeting held,
      Map<Place, List<String>> conflicts,
      @Nullable Moved moved,
      PartyNames.Names names) {
    boolean itself = held != null && moved != null && held.of(moved.project(), moved.agency());
    var against = conflicts.getOrDefault(place, List.of());
    return new TimetablePage.Cell(
        place.table(),
        held == null
            ? null
            : new TimetablePage.Talk(
                held.project().value(),
                names.of(held.project()),
                held.agency().value(),
                names.of(held.agency()),
                Words.points(held.worth()),
                held.locked(),
                itself),
        moved != null && held == null && against.isEmpty(),
        moved == null || itself ? List.of() : against);
  }

  private static TimetablePage.Out out(PlannedMeeting meeting, PartyNames.Names names) {
    var reason = meeting.reason();
    return new TimetablePage.Out(
        meeting.project().value(),
        names.of(meeting.project()),
        meeting.agency().value(),
        names.of(meeting.agency()),
        Words.points(meeting.worth()),
        reason == null ? "" : reason);
  }

  private static TimetablePage.Version version(Release release) {
    var at = LocalDateTime.ofInstant(release.at(), WorkingCalendar.ZONE);
    return new TimetablePage.Version(release.number(), Words.minute(at), release.seats().size());
  }

  private static boolean changed(Plan plan, List<Release> releases) {
    return releases.isEmpty() || !plan.seats().equals(releases.getLast().seats());
  }

  /** The talks of a party in the last version that was released, in the order of the day. */
  List<Itinerary> itinerary(Session session, List<Project.Id> own, Agency.@Nullable Id agency) {
    var releases = plans.releases(session.id());
    if (releases.isEmpty()) {
      return List.of();
    }
    var slots = days.slots(session);
    var seats =
        releases.getLast().seats().stream()
            .filter(
                seat ->
                    agency == null ? own.contains(seat.project()) : seat.agency().equals(agency))
            .sorted(Comparator.comparingInt(seat -> seat.place().slot()))
            .toList();
    var names =
        parties.names(
            seats.stream().map(Release.Seat::project).toList(),
            seats.stream().map(Release.Seat::agency).toList());
    return seats.stream()
        .map(
            seat ->
                new Itinerary(
                    slots.get(seat.place().slot() - 1).time(),
                    seat.place().table(),
                    names.of(seat.project()),
                    names.of(seat.agency())))
        .toList();
  }
}
