package duijie.sessions.web;

import duijie.calendar.WorkingCalendar;
import duijie.sessions.CalendarFile;
import duijie.sessions.CalendarFile.Appointment;
import duijie.sessions.MeetingKey;
import duijie.sessions.MeetingNumbers;
import duijie.sessions.Plans;
import duijie.sessions.Release.Seat;
import duijie.sessions.Session;
import duijie.sessions.ToldTalk;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Writes the talks of a session for calendars: those that people were told of, and no others. */
@Singleton
final class CalendarViews {

  private final Plans plans;
  private final MeetingNumbers numbers;
  private final PartyNames parties;
  private final CalendarFile file;

  CalendarViews(Plans plans, MeetingNumbers numbers, PartyNames parties, CalendarFile file) {
    this.plans = plans;
    this.numbers = numbers;
    this.parties = parties;
    this.file = file;
  }

  /** The talks of somebody; empty where nothing was released. */
  Optional<byte[]> file(Session session, Predicate<Seat> own) {
    var told =
        ToldTalk.after(plans.releases(session.id())).stream()
            .filter(talk -> own.test(talk.seat()))
            .toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    var names =
        parties.names(
            told.stream().map(talk -> talk.seat().project()).toList(),
            told.stream().map(talk -> talk.seat().agency()).toList());
    var known = numbers.of(session.id());
    var appointments = told.stream().map(talk -> appointment(session, talk, names, known)).toList();
    return Optional.of(file.write(session.setup().name(), appointments));
  }

  private static Appointment appointment(
      Session session, ToldTalk talk, PartyNames.Names names, Map<MeetingKey, Integer> numbers) {
    var seat = talk.seat();
    var setup = session.setup();
    var slot = setup.slots().get(seat.place().slot() - 1);
    var number = numbers.get(seat.key());
    var details = "%s，第 %d 版时刻表".formatted(setup.name(), talk.since());
    return new Appointment(
        uid(session, seat),
        talk.since(),
        talk.at(),
        at(session, slot.begins()),
        at(session, slot.ends()),
        "洽谈：%s — %s".formatted(names.of(seat.project()), names.of(seat.agency())),
        "%s %d 号桌".formatted(setup.place(), seat.place().table()),
        number == null ? details : MeetingNumbers.written(number) + "，" + details,
        talk.stands());
  }

  /** The same for the same talk, however often its file is taken. */
  private static String uid(Session session, Seat seat) {
    var talk =
        String.join("\n", session.id().toString(), seat.project().value(), seat.agency().value());
    return UUID.nameUUIDFromBytes(talk.getBytes(StandardCharsets.UTF_8)) + "@duijie";
  }

  private static Instant at(Session session, LocalTime time) {
    return session.setup().day().atTime(time).atZone(WorkingCalendar.ZONE).toInstant();
  }
}
