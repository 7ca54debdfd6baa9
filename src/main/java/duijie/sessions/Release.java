package duijie.sessions;

import duijie.accounts.Account;
import duijie.agencies.Agency;
import duijie.projects.Project;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A version of a timetable that people were told.
 *
 * @param number counts the versions of a session from 1
 * @param seats its talks, by slot and table
 */
public record Release(Session.Id session, int number, Instant at, Account.Id by, List<Seat> seats) {

  public Release {
    seats = List.copyOf(seats);
  }

  /** The talks that are in one of two versions and not in the other, with their places. */
  public Set<Seat> otherThan(Release before) {
    var others = new LinkedHashSet<>(seats);
    others.removeAll(Set.copyOf(before.seats));
    var gone = new LinkedHashSet<>(before.seats);
    gone.removeAll(Set.copyOf(seats));
    others.addAll(gone);
    return others;
  }

  /** A talk with its place. */
  public record Seat(Project.Id project, Agency.Id agency, Place place) {

    public MeetingKey key() {
      return new MeetingKey(project, agency);
    }
  }
}
