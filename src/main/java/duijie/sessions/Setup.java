package duijie.sessions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a session is held.
 *
 * @param place where people come to
 * @param day the day, in Asia/Shanghai
 * @param blocks in the order of the day; they do not overlap
 * @param tables how many talks there can be at once
 * @param talkMinutes how long a talk lasts
 * @param breakMinutes between two talks, for moving on
 * @param perProject how many talks a project has at most
 * @param perAgency how many talks an agency has at most
 */
public record Setup(
    String name,
    String place,
    LocalDate day,
    List<Block> blocks,
    int tables,
    int talkMinutes,
    int breakMinutes,
    int perProject,
    int perAgency,
    BookingMode booking,
    InvitationRule rule) {

  public Setup {
    blocks = List.copyOf(blocks);
  }

  /** The same on a day of these blocks. */
  public Setup over(List<Block> others) {
    return new Setup(
        name,
        place,
        day,
        others,
        tables,
        talkMinutes,
        breakMinutes,
        perProject,
        perAgency,
        booking,
        rule);
  }

  /** The same, so many minutes late. */
  public List<Slot> slots(int late) {
    return slots().stream().map(slot -> slot.later(late)).toList();
  }

  /** All turns of the day, in their order. */
  public List<Slot> slots() {
    var slots = new ArrayList<Slot>();
    for (var block : blocks) {
      var begins = block.begins();
      for (int i = 0; i < block.slots(); i++) {
        var ends = begins.plusMinutes(talkMinutes);
        slots.add(new Slot(slots.size() + 1, block.name(), begins, ends));
        begins = ends.plusMinutes(breakMinutes);
      }
    }
    return List.copyOf(slots);
  }
}
