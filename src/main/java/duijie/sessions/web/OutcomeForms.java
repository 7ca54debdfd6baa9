package duijie.sessions.web;

import duijie.agencies.web.Filled;
import duijie.calendar.WorkingCalendar;
import duijie.pages.Problem;
import duijie.pages.Words;
import duijie.sessions.Days;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.Recording;
import duijie.sessions.TalkResult;
import duijie.sessions.web.OutcomesPage.Choice;
import duijie.sessions.web.ToldTalks.Told;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the form in which somebody records what came of a talk. */
@Singleton
final class OutcomeForms {

  private final ToldTalks talks;
  private final Recording recording;
  private final MeetingNumbers numbers;
  private final PartyNames parties;
  private final Days days;

  OutcomeForms(
      ToldTalks talks, Recording recording, MeetingNumbers numbers, PartyNames parties, Days days) {
    this.talks = talks;
    this.recording = recording;
    this.numbers = numbers;
    this.parties = parties;
    this.days = days;
  }

  /** How a talk can end. */
  static List<Choice> kinds() {
    return Arrays.stream(TalkResult.Kind.values())
        .map(kind -> new Choice(kind.name(), kind.label()))
        .toList();
  }

  /**
   * The form of a talk.
   *
   * @param typed what stands in it; null for what is stored
   */
  OutcomePage form(
      Desk desk,
      Told one,
      @Nullable Map<String, String> typed,
      boolean overtaken,
      List<Problem> problems) {
    var session = desk.session();
    var talk = one.talk();
    var said = one.said();
    var own = said.stream().filter(result -> result.by() == desk.by()).findFirst();
    var counts = one.verdict().counts();
    var stored =
        own.map(TalkResult::findings)
            .or(() -> Optional.ofNullable(desk.organizing() ? counts : null))
            .map(TalkPapers::typed)
            .orElse(Map.of());
    var names = parties.names(List.of(talk.project()), List.of(talk.agency()));
    var number = ToldTalks.number(numbers.of(session.id()), talk.key());
    var place = one.place();
    return new OutcomePage(
        desk.path(),
        session.setup().name(),
        desk.organizing(),
        talk.project().value(),
        names.of(talk.project()),
        talk.agency().value(),
        names.of(talk.agency()),
        "%s%s · %d 号桌"
            .formatted(
                number == null ? "" : number + " · ",
                days.slots(session).get(place.slot() - 1).time(),
                place.table()),
        one.mark(),
        one.verdict().disputed(),
        said.stream().map(OutcomeForms::said).toList(),
        recording.shut(session, talk, desk.by()).orElse(null),
        own.map(TalkResult::version).orElse(0),
        kinds(),
        filled(typed == null ? stored : typed, problems),
        overtaken,
        talks.next(desk, talk.key()).isPresent());
  }

  private static OutcomePage.Said said(TalkResult result) {
    var at = LocalDateTime.ofInstant(result.at(), WorkingCalendar.ZONE);
    return new OutcomePage.Said(
        result.by().label(), Words.minute(at), TalkPapers.facts(result.findings()));
  }

  static Filled filled(Map<String, String> typed, List<Problem> problems) {
    return new Filled(
        typed.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue()))),
        problems);
  }
}
