package duijie.sessions.web;

import duijie.calendar.WorkingCalendar;
import duijie.pages.Problem;
import duijie.pages.Words;
import duijie.projects.Project;
import duijie.sessions.Absences.Party;
import duijie.sessions.Arrival;
import duijie.sessions.Arrivals;
import duijie.sessions.CheckIn;
import duijie.sessions.Days;
import duijie.sessions.Guest;
import duijie.sessions.Guest.Standing;
import duijie.sessions.Guests;
import duijie.sessions.Place;
import duijie.sessions.Plan;
import duijie.sessions.PlannedMeeting;
import duijie.sessions.PlannedMeeting.State;
import duijie.sessions.Plans;
import duijie.sessions.Rounds;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Side;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the day of a session as its organizer and the hall see it. */
@Singleton
final class HallViews {

  private final Sessions sessions;
  private final Guests guests;
  private final AgencySearch search;
  private final Arrivals arrivals;
  private final Plans plans;
  private final Days days;
  private final CheckIn checkIn;
  private final PartyNames parties;
  private final Clock clock;

  HallViews(
      Sessions sessions,
      Guests guests,
      AgencySearch search,
      Arrivals arrivals,
      Plans plans,
      Days days,
      CheckIn checkIn,
      PartyNames parties,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.search = search;
    this.arrivals = arrivals;
    this.plans = plans;
    this.days = days;
    this.checkIn = checkIn;
    this.parties = parties;
    this.clock = clock;
  }

  /** What a page tells of a session that is released, looked up once. */
  private record Known(
      Session session,
      int delay,
      @Nullable Plan plan,
      List<Guest> guests,
      Set<Project.Id> projects,
      Map<Party, Arrival> came,
      PartyNames.Names names) {

    boolean here(Party party) {
      return came.containsKey(party);
    }

    Rounds rounds() {
      return new Rounds(session.setup(), delay);
    }

    List<PlannedMeeting> meetings() {
      return plan == null ? List.of() : plan.meetings();
    }
  }

  private Known known(Session session) {
    var id = session.id();
    var asked = guests.of(id);
    var listed = sessions.projects(id);
    return new Known(
        session,
        days.delayMinutes(id),
        plans.find(id).orElse(null),
        asked,
        listed,
        arrivals.of(id).stream().collect(Collectors.toMap(Arrival::party, arrival -> arrival)),
        parties.names(listed, asked.stream().map(Guest::agency).toList()));
  }

  HallPage page(Session session, String query, List<Problem> problems) {
    var known = known(session);
    var now = clock.instant();
    var rows = rows(known, known.rounds().firstNotOver(now));
    return new HallPage(
        SessionsController.path(session.id()),
        session.setup().name(),
        session.state().label(),
        session.state() == Session.State.RELEASED,
        session.state() == Session.State.LIVE,
        checkIn.shut(session).orElse(null),
        RoundClock.of(session, known.delay(), now),
        known.delay(),
        known.plan() == null ? 0 : known.plan().revision(),
        List.of(count("机构", Side.AGENCY, rows), count("项目", Side.BUYER, rows)),
        tables(known),
        rows,
        HallCounts.toCome(known.meetings(), known.rounds().firstToCome(now)),
        (int) rows.stream().filter(row -> row.came() == null && row.left() > 0).count(),
        HallCounts.gaps(known.meetings()),
        found(known, query),
        query,
        problems);
  }

  RoundClock clock(Session session) {
    return RoundClock.of(session, days.delayMinutes(session.id()), clock.instant());
  }

  private static HallPage.Count count(String label, Side side, List<HallPage.Row> rows) {
    var own =
        rows.stream()
            .filter(row -> row.side().equals(side.name()))
            .filter(row -> row.expected() || row.came() != null)
            .toList();
    return new HallPage.Count(
        label, (int) own.stream().filter(row -> row.came() != null).count(), own.size());
  }

  /** What is talked at each table that is in use, now and next. */
  List<HallPage.Table> tables(Session session) {
    return tables(known(session));
  }

  private List<HallPage.Table> tables(Known known) {
    if (known.session().state().over()) {
      return List.of();
    }
    var rounds = known.rounds();
    var now = clock.instant();
    int running = rounds.running(now).map(round -> round.slot().number()).orElse(0);
    int next = rounds.next(now).map(round -> round.slot().number()).orElse(0);
    var at = new HashMap<Place, PlannedMeeting>();
    known.meetings().stream()
        .filter(meeting -> meeting.place() != null && meeting.state().standing())
        .forEach(meeting -> at.put(Objects.requireNonNull(meeting.place()), meeting));
    return at.keySet().stream()
        .map(Place::table)
        .distinct()
        .sorted()
        .map(
            table ->
                new HallPage.Table(
                    table,
                    talk(at.get(new Place(Math.max(running, 1), table)), running > 0, known),
                    talk(at.get(new Place(Math.max(next, 1), table)), next > 0, known)))
        .toList();
  }

  private static HallPage.@Nullable Talk talk(
      @Nullable PlannedMeeting meeting, boolean there, Known known) {
    return meeting == null || !there
        ? null
        : new HallPage.Talk(
            meeting.project().value(),
            known.names().of(meeting.project()),
            known.here(new Party(Side.BUYER, meeting.project().value())),
            meeting.agency().value(),
            known.names().of(meeting.agency()),
            known.here(new Party(Side.AGENCY, meeting.agency().value())),
            meeting.state() == State.REFILLED);
  }

  /**
   * Who has talks before them and has not come first, then others who have not, by name; those who
   * do not come at all are left out.
   */
  private List<HallPage.Row> rows(Known known, int first) {
    var rows = new ArrayList<HallPage.Row>();
    known
        .projects()
        .forEach(
            id ->
                rows.add(
                    row(
                        new Party(Side.BUYER, id.value()),
                        known.names().of(id),
                        "项目方",
                        true,
                        known,
                        first)));
    for (var guest : known.guests()) {
      var party = new Party(Side.AGENCY, guest.agency().value());
      if (guest.standing() != Standing.DECLINED || known.here(party)) {
        boolean expected = guest.standing() == Standing.COMING;
        var kind = expected ? "机构" : "机构 · " + kind(guest);
        rows.add(row(party, known.names().of(guest.agency()), kind, expected, known, first));
      }
    }
    rows.sort(
        Comparator.comparing((HallPage.Row row) -> row.came() != null)
            .thenComparing(row -> row.left() == 0)
            .thenComparing(HallPage.Row::name));
    return rows;
  }

  private static String kind(Guest guest) {
    return guest.origin() == Guest.Origin.WALK_IN
        ? Guest.Origin.WALK_IN.label()
        : guest.standing().label();
  }

  private static HallPage.Row row(
      Party party, String name, String kind, boolean expected, Known known, int first) {
    var own = known.meetings().stream().filter(meeting -> meeting.concerns(party)).toList();
    int left = (int) own.stream().filter(meeting -> meeting.standsFrom(first)).count();
    var arrival = known.came().get(party);
    boolean missing =
        arrival == null && own.stream().anyMatch(meeting -> meeting.state() == State.NO_SHOW);
    return new HallPage.Row(
        party.side().name(),
        party.id(),
        name,
        kind,
        expected,
        arrival == null ? null : came(arrival),
        missing,
        left);
  }

  /** When and how somebody came. */
  static String came(Arrival arrival) {
    var at = LocalDateTime.ofInstant(arrival.at(), WorkingCalendar.ZONE).toLocalTime();
    return at.withSecond(0).withNano(0) + " " + arrival.how().label();
  }

  private List<HallPage.Found> found(Known known, String query) {
    var asked = known.guests().stream().map(Guest::agency).collect(Collectors.toSet());
    return search.named(query, asked).stream()
        .map(
            agency ->
                new HallPage.Found(
                    agency.id().value(),
                    Words.title(agency.name(), agency.demonstration()),
                    Objects.toString(agency.creditCode(), "")))
        .toList();
  }
}
