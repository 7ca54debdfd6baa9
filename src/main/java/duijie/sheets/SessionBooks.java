package duijie.sheets;

import duijie.agencies.Agencies;
import duijie.agencies.Agency;
import duijie.calendar.WorkingCalendar;
import duijie.matching.Matching;
import duijie.projects.Project;
import duijie.projects.Projects;
import duijie.sessions.Absences.Party;
import duijie.sessions.Arrival;
import duijie.sessions.Arrivals;
import duijie.sessions.Guest;
import duijie.sessions.Guest.Standing;
import duijie.sessions.Guests;
import duijie.sessions.Intents;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.MeetingRequest;
import duijie.sessions.PlannedMeeting;
import duijie.sessions.Plans;
import duijie.sessions.Requests;
import duijie.sessions.Session;
import duijie.sessions.Sessions;
import duijie.sessions.Side;
import duijie.sessions.TalkResults;
import duijie.sessions.Verdict;
import duijie.sheets.SessionBook.Attendee;
import duijie.sheets.SessionBook.Followed;
import duijie.sheets.SessionBook.Talk;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what the workbook of a session shows. */
@Singleton
public class SessionBooks {

  private final Sessions sessions;
  private final Guests guests;
  private final Requests requests;
  private final Plans plans;
  private final MeetingNumbers numbers;
  private final Arrivals arrivals;
  private final TalkResults results;
  private final Intents intents;
  private final Projects projects;
  private final Agencies agencies;
  private final Provider<Matching> matching;
  private final Clock clock;

  SessionBooks(
      Sessions sessions,
      Guests guests,
      Requests requests,
      Plans plans,
      MeetingNumbers numbers,
      Arrivals arrivals,
      TalkResults results,
      Intents intents,
      Projects projects,
      Agencies agencies,
      Provider<Matching> matching,
      Clock clock) {
    this.sessions = sessions;
    this.guests = guests;
    this.requests = requests;
    this.plans = plans;
    this.numbers = numbers;
    this.arrivals = arrivals;
    this.results = results;
    this.intents = intents;
    this.projects = projects;
    this.agencies = agencies;
    this.matching = matching;
    this.clock = clock;
  }

  /** The workbook of a session as things stand. */
  public SessionBook of(Session session) {
    var id = session.id();
    var meetings = plans.find(id).map(plan -> plan.meetings()).orElse(List.of());
    var listed = projects.findAll(sessions.projects(id));
    var coming =
        guests.of(id).stream()
            .filter(guest -> guest.standing() == Standing.COMING)
            .map(Guest::agency)
            .collect(Collectors.toSet());
    meetings.forEach(meeting -> coming.add(meeting.agency()));
    Map<Party, Instant> came =
        arrivals.of(id).stream().collect(Collectors.toMap(Arrival::party, Arrival::at));
    came.keySet().stream()
        .filter(party -> party.side() == Side.AGENCY)
        .forEach(party -> coming.add(new Agency.Id(party.id())));
    var invited = agencies.findAll(coming);
    var talks =
        talks(session, meetings, byId(listed, Project::id), byId(invited, Agency::id), came);
    var today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    return new SessionBook(
        session,
        plans.releases(id).size(),
        listed,
        invited,
        talks,
        attendees(listed, invited, talks, came),
        followed(id, talks),
        today,
        (project, agency) -> matching.get().assess(project, agency, today));
  }

  private static <K, V> Map<K, V> byId(List<V> all, Function<V, K> id) {
    return all.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  private List<Talk> talks(
      Session session,
      List<PlannedMeeting> meetings,
      Map<Project.Id, Project> listed,
      Map<Agency.Id, Agency> invited,
      Map<Party, Instant> came) {
    var numbered = numbers.of(session.id());
    var slots = session.setup().slots();
    var verdicts = TalkResults.standing(results.of(session.id()));
    var asked =
        requests.of(session.id()).stream()
            .collect(Collectors.toMap(MeetingRequest::key, Function.identity()));
    var talks = new ArrayList<Talk>();
    for (var meeting : meetings) {
      var project = listed.get(meeting.project());
      var agency = invited.get(meeting.agency());
      var place = meeting.place();
      if (project != null && agency != null) {
        var number = numbered.get(meeting.key());
        talks.add(
            new Talk(
                number == null ? "" : MeetingNumbers.written(number),
                project,
                agency,
                place == null ? null : slots.get(place.slot() - 1),
                place == null ? 0 : place.table(),
                agreed(asked.get(meeting.key())),
                arrived(meeting, came),
                remark(meeting),
                verdicts.getOrDefault(meeting.key(), Verdict.NONE)));
      }
    }
    return talks;
  }

  private static String agreed(@Nullable MeetingRequest request) {
    return request != null && request.state() == MeetingRequest.State.ACCEPTED ? "双方同意" : "组织者安排";
  }

  private static String arrived(PlannedMeeting meeting, Map<Party, Instant> came) {
    boolean buyer = came.containsKey(new Party(Side.BUYER, meeting.project().value()));
    boolean agency = came.containsKey(new Party(Side.AGENCY, meeting.agency().value()));
    if (buyer && agency) {
      return "双方已到";
    }
    return buyer ? "购买方已到" : agency ? "机构已到" : "";
  }

  private static String remark(PlannedMeeting meeting) {
    var reason = meeting.reason();
    return switch (meeting.state()) {
      case SCHEDULED -> "";
      case UNSCHEDULED -> "未排：" + (reason == null ? "" : reason);
      default -> meeting.state().label() + (reason == null ? "" : "：" + reason);
    };
  }

  private List<Followed> followed(Session.Id session, List<Talk> talks) {
    var byKey = byId(talks, Talk::key);
    var followed = new ArrayList<Followed>();
    for (var intent : intents.of(session)) {
      var talk = byKey.get(intent.meeting());
      if (talk != null) {
        followed.add(new Followed(talk, intent));
      }
    }
    followed.sort(Comparator.comparing(one -> one.talk().number()));
    return followed;
  }

  private static List<Attendee> attendees(
      List<Project> listed, List<Agency> invited, List<Talk> talks, Map<Party, Instant> came) {
    var byParty = new HashMap<Party, List<Talk>>();
    for (var talk : talks) {
      if (talk.slot() != null) {
        add(byParty, new Party(Side.BUYER, talk.project().id().value()), talk);
        add(byParty, new Party(Side.AGENCY, talk.agency().id().value()), talk);
      }
    }
    var attendees = new ArrayList<Attendee>();
    for (var project : listed) {
      var buyer = project.buyer();
      var party = new Party(Side.BUYER, project.id().value());
      attendees.add(attendee(party, buyer == null ? "" : buyer, project.name(), byParty, came));
    }
    invited.stream()
        .sorted(Comparator.comparing(Agency::name).thenComparing(Agency::id))
        .map(a -> attendee(new Party(Side.AGENCY, a.id().value()), a.name(), "", byParty, came))
        .forEach(attendees::add);
    return attendees;
  }

  private static void add(Map<Party, List<Talk>> byParty, Party party, Talk talk) {
    byParty.computeIfAbsent(party, any -> new ArrayList<>()).add(talk);
  }

  private static Attendee attendee(
      Party party,
      String name,
      String about,
      Map<Party, List<Talk>> byParty,
      Map<Party, Instant> came) {
    var own = byParty.getOrDefault(party, List.of());
    var first =
        own.stream()
            .min(Comparator.comparingInt(talk -> talk.turn().number()))
            .map(talk -> "%s %d 号桌".formatted(talk.turn().begins(), talk.table()))
            .orElse("");
    return new Attendee(party, name, about, first, own.size(), came.get(party));
  }
}
