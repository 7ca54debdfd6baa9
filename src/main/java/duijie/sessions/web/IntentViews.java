package duijie.sessions.web;

import duijie.calendar.WorkingCalendar;
import duijie.pages.Paging;
import duijie.pages.Problem;
import duijie.pages.Words;
import duijie.sessions.Intent;
import duijie.sessions.IntentDates;
import duijie.sessions.IntentNote;
import duijie.sessions.Intents;
import duijie.sessions.MeetingKey;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.web.OutcomesPage.Choice;
import duijie.sessions.web.OutcomesPage.Filter;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the intents that sessions left as their pages show them. */
@Singleton
final class IntentViews {

  private static final int PAGE_SIZE = 50;

  private final Intents intents;
  private final MeetingNumbers numbers;
  private final PartyNames parties;
  private final Clock clock;

  IntentViews(Intents intents, MeetingNumbers numbers, PartyNames parties, Clock clock) {
    this.intents = intents;
    this.numbers = numbers;
    this.parties = parties;
    this.clock = clock;
  }

  /** The intent of this talk, where it is one of the desk's. */
  Optional<Intent> one(Desk desk, MeetingKey key) {
    return intents.find(desk.session().id(), key).filter(intent -> desk.own().test(key));
  }

  IntentsPage list(Desk desk, Filter filter, int page) {
    var session = desk.session().id();
    var own = intents.of(session).stream().filter(i -> desk.own().test(i.meeting())).toList();
    var names =
        parties.names(
            own.stream().map(intent -> intent.meeting().project()).toList(),
            own.stream().map(intent -> intent.meeting().agency()).toList());
    var given = numbers.of(session);
    var found =
        own.stream()
            .filter(i -> OutcomeViews.says(names.of(i.meeting().project()), filter.project()))
            .filter(i -> OutcomeViews.says(names.of(i.meeting().agency()), filter.agency()))
            .filter(i -> wanted(i, filter.outcome()))
            .sorted(
                Comparator.comparing(
                    intent -> given.getOrDefault(intent.meeting(), Integer.MAX_VALUE)))
            .toList();
    var notes = intents.notes(session).stream().collect(Collectors.groupingBy(IntentNote::meeting));
    return new IntentsPage(
        desk.path(),
        desk.session().setup().name(),
        filter,
        states(),
        states().stream()
            .map(
                choice ->
                    new GuestsPage.Count(
                        choice.label(),
                        own.stream().filter(i -> wanted(i, choice.value())).count()))
            .toList(),
        found.stream()
            .skip((long) (page - 1) * PAGE_SIZE)
            .limit(PAGE_SIZE)
            .map(i -> row(desk, i, notes.getOrDefault(i.meeting(), List.of()), names, given))
            .toList(),
        Paging.of(
            found.size(), page, PAGE_SIZE, number -> filter.of(desk.path() + "/intents", number)));
  }

  private static boolean wanted(Intent intent, String state) {
    return state.isEmpty() || intent.state().name().equals(state);
  }

  private static List<Choice> states() {
    return Arrays.stream(Intent.State.values())
        .map(state -> new Choice(state.name(), state.label()))
        .toList();
  }

  private IntentsPage.Row row(
      Desk desk,
      Intent intent,
      List<IntentNote> notes,
      PartyNames.Names names,
      Map<MeetingKey, Integer> given) {
    var deal = intent.deal();
    return new IntentsPage.Row(
        ToldTalks.number(given, intent.meeting()),
        names.of(intent.meeting().project()),
        names.of(intent.meeting().agency()),
        TalkPapers.address(desk.path() + "/intents/talk", intent.meeting()),
        intent.state().label(),
        TalkPapers.line(intent.findings()),
        taken(notes, Intent.Step.PROCURE),
        taken(notes, Intent.Step.CONVERT),
        deal.number(),
        TalkPapers.amount(deal.amount()),
        TalkPapers.date(deal.firstPaid()),
        TalkPapers.date(deal.accepted()),
        intent.findings().who(),
        TalkPapers.date(intent.findings().until()),
        IntentDates.overdue(intent, today()));
  }

  /** When a step was last taken; empty where it was not. */
  private static String taken(List<IntentNote> notes, Intent.Step step) {
    return notes.stream()
        .filter(note -> note.step() == step)
        .reduce((earlier, later) -> later)
        .map(note -> day(note.at()).toString())
        .orElse("");
  }

  /**
   * An intent.
   *
   * @param typed what stands in the form; null for what is stored
   */
  IntentPage form(
      Desk desk,
      Intent intent,
      @Nullable Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    var session = desk.session();
    var talk = intent.meeting();
    var notes = intents.notes(session.id(), talk);
    var names = parties.names(List.of(talk.project()), List.of(talk.agency()));
    var last = notes.isEmpty() ? null : day(notes.getLast().at());
    return new IntentPage(
        desk.path(),
        session.setup().name(),
        ToldTalks.number(numbers.of(session.id()), talk),
        talk.project().value(),
        names.of(talk.project()),
        talk.agency().value(),
        names.of(talk.agency()),
        intent.state().label(),
        intent.state().alive(),
        intent.findings().kind().label(),
        IntentDates.asked(intent, session, last, today()),
        IntentDates.overdue(intent, today()),
        intent.version(),
        steps(intent),
        notes.reversed().stream().map(IntentViews::note).toList(),
        OutcomeForms.filled(typed == null ? typed(intent) : typed, problems),
        overtaken);
  }

  private static List<Choice> steps(Intent intent) {
    var steps = new ArrayList<Choice>();
    steps.add(
        new Choice(
            "",
            switch (intent.state()) {
              case OPEN -> "还在跟进";
              case IN_PROCUREMENT -> "还在采购";
              case CONVERTED -> "已签约";
              case LAPSED -> "仍没有下文";
            }));
    Arrays.stream(Intent.Step.values())
        .filter(step -> intent.after(step).isPresent())
        .forEach(step -> steps.add(new Choice(step.name(), step.label())));
    return steps;
  }

  private static Map<String, String> typed(Intent intent) {
    var typed = new HashMap<>(TalkPapers.typed(intent.findings()));
    var deal = intent.deal();
    typed.put("number", deal.number());
    typed.put("signed", TalkPapers.plain(deal.amount()));
    typed.put("paid", TalkPapers.date(deal.firstPaid()));
    typed.put("accepted", TalkPapers.date(deal.accepted()));
    return typed;
  }

  private static IntentPage.Note note(IntentNote note) {
    var step = note.step();
    return new IntentPage.Note(
        Words.minute(LocalDateTime.ofInstant(note.at(), WorkingCalendar.ZONE)),
        note.by().label(),
        step == null ? null : step.label(),
        note.words());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, WorkingCalendar.ZONE);
  }

  private LocalDate today() {
    return day(clock.instant());
  }
}
