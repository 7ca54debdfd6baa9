package duijie.sessions.web;

import duijie.pages.Paging;
import duijie.pages.Problem;
import duijie.sessions.Days;
import duijie.sessions.FollowingUp;
import duijie.sessions.MeetingKey;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.Recorder;
import duijie.sessions.Recording;
import duijie.sessions.Session;
import duijie.sessions.Slot;
import duijie.sessions.web.OutcomesPage.Choice;
import duijie.sessions.web.OutcomesPage.Ending;
import duijie.sessions.web.OutcomesPage.Filter;
import duijie.sessions.web.ToldTalks.Told;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what came of the talks of sessions as its pages show it. */
@Singleton
final class OutcomeViews {

  private static final int PAGE_SIZE = 50;
  private static final String NONE = "none";
  private static final String DISPUTED = "disputed";

  private final Recording recording;
  private final ToldTalks talks;
  private final MeetingNumbers numbers;
  private final FollowingUp following;
  private final PartyNames parties;
  private final Days days;

  OutcomeViews(
      Recording recording,
      ToldTalks talks,
      MeetingNumbers numbers,
      FollowingUp following,
      PartyNames parties,
      Days days) {
    this.recording = recording;
    this.talks = talks;
    this.numbers = numbers;
    this.following = following;
    this.parties = parties;
    this.days = days;
  }

  OutcomesPage list(Desk desk, Filter filter, int page, boolean warned, List<Problem> problems) {
    var session = desk.session();
    var told = talks.all(desk);
    var names =
        parties.names(
            told.stream().map(one -> one.talk().project()).toList(),
            told.stream().map(one -> one.talk().agency()).toList());
    var found =
        told.stream()
            .filter(one -> says(names.of(one.talk().project()), filter.project()))
            .filter(one -> says(names.of(one.talk().agency()), filter.agency()))
            .filter(one -> wanted(one, filter.outcome(), desk.by()))
            .toList();
    var paging =
        Paging.of(
            found.size(), page, PAGE_SIZE, number -> filter.of(desk.path() + "/outcomes", number));
    var given = numbers.of(session.id());
    var slots = days.slots(session);
    return new OutcomesPage(
        desk.path(),
        session.setup().name(),
        desk.organizing(),
        recording.shut(session, desk.by()).orElse(null),
        filter,
        choices(),
        counts(told),
        found.stream()
            .skip((long) (page - 1) * PAGE_SIZE)
            .limit(PAGE_SIZE)
            .map(one -> row(desk, one, names, given, slots))
            .toList(),
        paging,
        desk.organizing() && session.state() == Session.State.CLOSED
            ? new Ending(following.open(session.id()), warned)
            : null,
        problems);
  }

  /** Whether a name holds what is looked for, in any width and case. */
  static boolean says(String name, String wanted) {
    return plain(name).contains(plain(wanted));
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static boolean wanted(Told one, String outcome, Recorder by) {
    var counts = one.verdict().counts();
    return switch (outcome) {
      case "" -> true;
      case NONE ->
          by == Recorder.ORGANIZER
              ? counts == null && !one.verdict().disputed()
              : !one.recorded(by);
      case DISPUTED -> one.verdict().disputed();
      default -> counts != null && counts.kind().name().equals(outcome);
    };
  }

  private static List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice(NONE, TalkPapers.UNKNOWN));
    choices.add(new Choice(DISPUTED, "双方所记不同"));
    choices.addAll(OutcomeForms.kinds());
    return choices;
  }

  private static List<GuestsPage.Count> counts(List<Told> told) {
    return choices().stream()
        .map(
            choice ->
                new GuestsPage.Count(
                    choice.label(),
                    told.stream()
                        .filter(one -> wanted(one, choice.value(), Recorder.ORGANIZER))
                        .count()))
        .toList();
  }

  private static OutcomesPage.Row row(
      Desk desk,
      Told one,
      PartyNames.Names names,
      Map<MeetingKey, Integer> numbers,
      List<Slot> slots) {
    var talk = one.talk();
    var counts = one.verdict().counts();
    return new OutcomesPage.Row(
        ToldTalks.number(numbers, talk.key()),
        slots.get(one.place().slot() - 1).time(),
        one.place().table() + " 号桌",
        names.of(talk.project()),
        names.of(talk.agency()),
        TalkPapers.address(desk.path() + "/outcomes/talk", talk.key()),
        one.mark(),
        one.verdict().disputed(),
        counts == null ? "" : TalkPapers.amount(counts.amount()),
        one.said().stream()
            .map(s -> new OutcomesPage.Said(s.by().label(), TalkPapers.line(s.findings())))
            .toList(),
        !one.recorded(desk.by()));
  }
}
