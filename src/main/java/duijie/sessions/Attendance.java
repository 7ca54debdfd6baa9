package duijie.sessions;

import duijie.sessions.Absences.Party;
import duijie.sessions.PlannedMeeting.State;
import java.util.Set;

/**
 * What follows for a talk whose turn is over from who was there. A talk of two who both came was
 * held; of one who did not come, it was missed. Where nobody of a side was ever noted, nobody kept
 * that list, and nothing is concluded from it.
 */
final class Attendance {

  private Attendance() {}

  static PlannedMeeting settled(PlannedMeeting meeting, Set<Party> there) {
    if (meeting.place() == null || meeting.state() == State.HELD) {
      return meeting;
    }
    var buyer = new Party(Side.BUYER, meeting.project().value());
    var agency = new Party(Side.AGENCY, meeting.agency().value());
    boolean both = there.contains(buyer) && there.contains(agency);
    if (both && meeting.state() != State.REFILLED) {
      return meeting.in(State.HELD);
    }
    boolean missed = missed(buyer, there) || missed(agency, there);
    return missed && meeting.state().standing() ? meeting.in(State.NO_SHOW) : meeting;
  }

  private static boolean missed(Party party, Set<Party> there) {
    return !there.contains(party) && there.stream().anyMatch(p -> p.side() == party.side());
  }
}
