package duijie.sessions;

import duijie.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The turns of a session by the clock, as late as it runs. */
public final class Rounds {

  private final Setup setup;
  private final int delayMinutes;

  public Rounds(Setup setup, int delayMinutes) {
    this.setup = setup;
    this.delayMinutes = delayMinutes;
  }

  /** A turn with the instants at which it begins and ends. */
  public record Round(Slot slot, Instant begins, Instant ends) {}

  /** All of them, in the order of the day. */
  public List<Round> all() {
    return setup.slots().stream()
        .map(slot -> new Round(slot, at(slot.begins()), at(slot.ends())))
        .toList();
  }

  private Instant at(LocalTime time) {
    return setup
        .day()
        .atTime(time)
        .plusMinutes(delayMinutes)
        .atZone(WorkingCalendar.ZONE)
        .toInstant();
  }

  /** The turn in which talks are held at this instant. */
  public Optional<Round> running(Instant now) {
    return all().stream()
        .filter(round -> !now.isBefore(round.begins()) && now.isBefore(round.ends()))
        .findFirst();
  }

  /** The first turn that begins after this instant. */
  public Optional<Round> next(Instant now) {
    return all().stream().filter(round -> round.begins().isAfter(now)).findFirst();
  }

  /** The number of the first turn that has not ended; one more than there are after the last. */
  public int firstNotOver(Instant now) {
    return all().stream()
        .filter(round -> now.isBefore(round.ends()))
        .map(round -> round.slot().number())
        .findFirst()
        .orElse(setup.slots().size() + 1);
  }

  /** The number of the first turn that has not begun; one more than there are after the last. */
  public int firstToCome(Instant now) {
    return next(now).map(round -> round.slot().number()).orElse(setup.slots().size() + 1);
  }
}
