package duijie.sessions.web;

import duijie.sessions.MeetingKey;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.Place;
import duijie.sessions.PlannedMeeting;
import duijie.sessions.Recorder;
import duijie.sessions.Recording;
import duijie.sessions.TalkResult;
import duijie.sessions.TalkResults;
import duijie.sessions.Verdict;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the talks of which somebody records what came of them. */
@Singleton
final class ToldTalks {

  private final Recording recording;
  private final TalkResults results;

  ToldTalks(Recording recording, TalkResults results) {
    this.recording = recording;
    this.results = results;
  }

  /** A talk with what was recorded of it. */
  record Told(PlannedMeeting talk, List<TalkResult> said, Verdict verdict) {

    boolean recorded(Recorder by) {
      return said.stream().anyMatch(result -> result.by() == by);
    }

    Place place() {
      return Objects.requireNonNull(talk.place());
    }

    /** What counts, or why nothing does. */
    String mark() {
      var counts = verdict.counts();
      if (counts != null) {
        return counts.kind().label();
      }
      return verdict.disputed()
          ? "双方所记不同"
          : talk.state() == PlannedMeeting.State.NO_SHOW
              ? talk.state().label()
              : TalkPapers.UNKNOWN;
    }
  }

  /** All talks of a desk, in the order of the day. */
  List<Told> all(Desk desk) {
    var said =
        results.of(desk.session().id()).stream()
            .collect(Collectors.groupingBy(TalkResult::meeting));
    var standing = TalkResults.standing(said.values().stream().flatMap(List::stream).toList());
    return recording.talks(desk.session().id()).stream()
        .filter(talk -> desk.own().test(talk.key()))
        .map(
            talk ->
                new Told(
                    talk,
                    said.getOrDefault(talk.key(), List.of()),
                    standing.getOrDefault(talk.key(), Verdict.NONE)))
        .sorted(
            Comparator.comparingInt((Told one) -> one.place().slot())
                .thenComparingInt(one -> one.place().table()))
        .toList();
  }

  /** The talk of this key, where it is one of the desk's. */
  Optional<Told> one(Desk desk, MeetingKey key) {
    return all(desk).stream().filter(one -> one.talk().key().equals(key)).findFirst();
  }

  /**
   * The first talk after this one of which the desk has recorded nothing, in the order of the day.
   */
  Optional<MeetingKey> next(Desk desk, MeetingKey after) {
    var told = all(desk);
    var keys = told.stream().map(one -> one.talk().key()).toList();
    int from = keys.indexOf(after) + 1;
    var round = new ArrayList<>(told.subList(from, told.size()));
    round.addAll(told.subList(0, from));
    return round.stream()
        .filter(one -> !one.recorded(desk.by()) && !one.talk().key().equals(after))
        .map(one -> one.talk().key())
        .findFirst();
  }

  /** 对接编号 as papers show it, or null. */
  static @Nullable String number(Map<MeetingKey, Integer> numbers, MeetingKey key) {
    var number = numbers.get(key);
    return number == null ? null : MeetingNumbers.written(number);
  }
}
