package duijie.sessions;

import duijie.projects.Project;
import duijie.shared.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what a session came to, over all its projects or some of them. */
final class ReportCounting {

  private final Session session;
  private final Collection<Project> projects;
  private final List<PlannedMeeting> meetings;
  private final Map<MeetingKey, Verdict> verdicts;
  private final List<Intent> intents;

  ReportCounting(
      Session session,
      Collection<Project> projects,
      List<PlannedMeeting> meetings,
      Map<MeetingKey, Verdict> verdicts,
      List<Intent> intents) {
    this.session = session;
    this.projects = projects;
    this.meetings = meetings;
    this.verdicts = verdicts;
    this.intents = intents;
  }

  /** A line of these projects. */
  SessionReport.Line line(String name, Predicate<Project> which) {
    var of = new HashSet<Project.Id>();
    projects.stream().filter(which).forEach(project -> of.add(project.id()));
    var held = meetings.stream().filter(meeting -> of.contains(meeting.project())).toList();
    return new SessionReport.Line(
        name,
        of.size(),
        (int) held.stream().filter(this::due).map(PlannedMeeting::agency).distinct().count(),
        talks(held),
        intended(intents.stream().filter(i -> of.contains(i.meeting().project())).toList()));
  }

  private SessionReport.Talks talks(List<PlannedMeeting> of) {
    var kinds = new EnumMap<TalkResult.Kind, Integer>(TalkResult.Kind.class);
    of.stream()
        .filter(this::due)
        .map(this::counts)
        .filter(Objects::nonNull)
        .forEach(findings -> kinds.merge(findings.kind(), 1, Integer::sum));
    return new SessionReport.Talks(
        count(of, meeting -> due(meeting) && meeting.state() != PlannedMeeting.State.REFILLED),
        count(of, meeting -> meeting.state() == PlannedMeeting.State.REFILLED),
        count(of, this::held),
        count(of, meeting -> meeting.state() == PlannedMeeting.State.NO_SHOW),
        kinds,
        count(of, meeting -> due(meeting) && verdict(meeting).disputed()),
        count(of, this::unrecorded));
  }

  private static int count(List<PlannedMeeting> of, Predicate<PlannedMeeting> which) {
    return (int) of.stream().filter(which).count();
  }

  /** Whether it was to be held on the day. */
  private boolean due(PlannedMeeting meeting) {
    return switch (meeting.state()) {
      case SCHEDULED, HELD, REFILLED, NO_SHOW -> true;
      case UNSCHEDULED, CANCELLED -> false;
    };
  }

  /** Who came in another's place was there: else the end of the day would have noted it. */
  private boolean held(PlannedMeeting meeting) {
    return meeting.state() == PlannedMeeting.State.HELD
        || meeting.state() == PlannedMeeting.State.REFILLED
            && (session.state().over() || recorded(meeting));
  }

  private boolean unrecorded(PlannedMeeting meeting) {
    return due(meeting) && meeting.state() != PlannedMeeting.State.NO_SHOW && !recorded(meeting);
  }

  private boolean recorded(PlannedMeeting meeting) {
    return verdicts.containsKey(meeting.key());
  }

  private Verdict verdict(PlannedMeeting meeting) {
    return verdicts.getOrDefault(meeting.key(), Verdict.NONE);
  }

  private @Nullable Findings counts(PlannedMeeting meeting) {
    return verdict(meeting).counts();
  }

  private static SessionReport.Intended intended(List<Intent> of) {
    var states = new EnumMap<Intent.State, Integer>(Intent.State.class);
    of.forEach(intent -> states.merge(intent.state(), 1, Integer::sum));
    var amounts = known(of.stream().map(intent -> intent.findings().amount()));
    var signed = of.stream().filter(i -> i.state() == Intent.State.CONVERTED).toList();
    var contracts = known(signed.stream().map(intent -> intent.deal().amount()));
    return new SessionReport.Intended(
        states,
        sum(amounts),
        of.size() - amounts.size(),
        sum(contracts),
        signed.size() - contracts.size());
  }

  /** How all talks ended. */
  List<SessionReport.Outcome> outcomes() {
    var due = meetings.stream().filter(this::due).toList();
    var kinds =
        Arrays.stream(TalkResult.Kind.values())
            .map(
                kind -> {
                  var found =
                      due.stream()
                          .map(this::counts)
                          .filter(findings -> findings != null && findings.kind() == kind)
                          .toList();
                  var amounts = known(found.stream().map(f -> f == null ? null : f.amount()));
                  return kind.intended()
                      ? new SessionReport.Outcome(
                          kind.label(), found.size(), sum(amounts), found.size() - amounts.size())
                      : bare(kind.label(), found.size());
                });
    return Stream.concat(
            kinds,
            Stream.of(
                bare("双方所记不同", count(due, meeting -> verdict(meeting).disputed())),
                bare(SessionReport.UNKNOWN, count(due, this::unrecorded))))
        .toList();
  }

  private static SessionReport.Outcome bare(String name, int talks) {
    return new SessionReport.Outcome(name, talks, null, 0);
  }

  private static List<Money> known(Stream<@Nullable Money> amounts) {
    return amounts.filter(Objects::nonNull).toList();
  }

  private static BigDecimal sum(List<Money> amounts) {
    return amounts.stream().map(Money::yuan).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
