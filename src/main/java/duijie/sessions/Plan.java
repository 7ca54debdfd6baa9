package duijie.sessions;

import duijie.agencies.Agency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The timetable of a session as its organizer has it 时刻表.
 *
 * @param meetings all pairs that may talk, those without a place too
 * @param upperBound what no timetable of these pairs can be worth more than
 * @param revision counts the changes, so that of two people who change it at once the second is
 *     told
 */
public record Plan(
    Session.Id session, List<PlannedMeeting> meetings, BigDecimal upperBound, int revision) {

  public Plan {
    meetings = List.copyOf(meetings);
    upperBound = upperBound.stripTrailingZeros();
  }

  /** Those that have a place. */
  public List<PlannedMeeting> placed() {
    return meetings.stream().filter(meeting -> meeting.place() != null).toList();
  }

  /** Those that have none. */
  public List<PlannedMeeting> unplaced() {
    return meetings.stream().filter(meeting -> meeting.place() == null).toList();
  }

  /** The meetings that are held or to be held, as they would be released, by slot and table. */
  public List<Release.Seat> seats() {
    var seats = new ArrayList<Release.Seat>();
    for (var meeting : meetings) {
      var place = meeting.place();
      if (place != null && meeting.state().standing()) {
        seats.add(new Release.Seat(meeting.project(), meeting.agency(), place));
      }
    }
    seats.sort(
        Comparator.comparingInt((Release.Seat seat) -> seat.place().slot())
            .thenComparingInt(seat -> seat.place().table()));
    return seats;
  }

  /** Whether an agency has a place. */
  boolean seats(Agency.Id agency) {
    return placed().stream().anyMatch(meeting -> meeting.agency().equals(agency));
  }

  /** The sum of what the placed meetings are worth. */
  public BigDecimal value() {
    return placed().stream().map(PlannedMeeting::worth).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How near the value is to the bound, in percent with two decimals, rounded down. */
  public BigDecimal percent() {
    return upperBound.signum() == 0
        ? BigDecimal.valueOf(100)
        : value().multiply(BigDecimal.valueOf(100)).divide(upperBound, 2, RoundingMode.DOWN);
  }

  /** The same with other meetings, one revision on. */
  Plan with(List<PlannedMeeting> others) {
    return new Plan(session, others, upperBound, revision + 1);
  }
}
