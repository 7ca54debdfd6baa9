package duijie.timetable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Makes timetables: chooses the pairs first and finds their slots then.
 *
 * <p>Where everybody is there all the time and nothing is locked, the timetable is worth as much as
 * any can be: any choice in which nobody has more meetings than there are slots can be spread over
 * the slots (König), and so that no slot holds more than the tables (equitable colouring).
 * Otherwise a {@link Search} comes as near the bound as it can. Either way the same task gives the
 * same timetable.
 */
public final class Timetabling {

  private Timetabling() {}

  /** Makes a timetable for a task in which {@link TaskCheck} finds no mistake. */
  public static Timetable make(TimetableTask task) {
    return make(task, () -> false);
  }

  /**
   * The same for somebody who may not want to wait: is asked now and then whether it is enough, and
   * then gives the best found so far. That alone may make two timetables for one task differ.
   */
  public static Timetable make(TimetableTask task, BooleanSupplier enough) {
    var mistakes = TaskCheck.mistakes(task);
    if (!mistakes.isEmpty()) {
      throw new IllegalArgumentException(mistakes.getFirst().english());
    }
    return unchecked(task, enough);
  }

  static Timetable unchecked(TimetableTask task, BooleanSupplier enough) {
    var grid = new Grid(task);
    var board = new Board(grid);
    var relaxation =
        new Relaxation(
            board,
            () -> {
              // The bound is never cut short, but whoever asks may tell how long it takes.
              boolean unused = enough.getAsBoolean();
            });
    boolean cut = false;
    if (grid.isOpen()) {
      spread(relaxation.chosen(), board);
    } else {
      cut = new Search(board, relaxation, enough).run();
    }
    fillGaps(board);
    return new Timetable(
        meetings(board),
        grid.decimal(board.value()),
        grid.decimal(relaxation.bound()),
        unplaced(board),
        cut);
  }

  private static void spread(int[] chosen, Board board) {
    var chains = new Chains(board);
    for (int pair : chosen) {
      if (!chains.place(pair, false)) {
        throw new IllegalStateException("König was wrong");
      }
    }
    chains.level();
  }

  /**
   * Places what still finds a gap: pairs that are worth nothing, or that the search passed over.
   */
  private static void fillGaps(Board board) {
    var repair = new Repair(board);
    for (int pair = 0; pair < board.grid.pairs; pair++) {
      if (!board.isPlaced(pair)) {
        repair.place(pair);
      }
    }
    board.settle();
  }

  private static List<Meeting> meetings(Board board) {
    var grid = board.grid;
    var tables = Tables.seat(board);
    var meetings = new ArrayList<Meeting>();
    for (int pair = 0; pair < grid.pairs; pair++) {
      int slot = board.slotOf(pair);
      if (slot >= 0) {
        var wish = grid.task.pairs().get(pair);
        int table = tables[grid.project[pair]][slot];
        meetings.add(new Meeting(wish.project(), wish.agency(), slot + 1, table + 1, wish.value()));
      }
    }
    meetings.sort(Comparator.comparingInt(Meeting::slot).thenComparingInt(Meeting::table));
    return List.copyOf(meetings);
  }

  private static List<Unplaced> unplaced(Board board) {
    var task = board.grid.task;
    return IntStream.range(0, task.pairs().size())
        .filter(pair -> !board.isPlaced(pair))
        .mapToObj(
            pair ->
                new Unplaced(
                    task.pairs().get(pair).project(),
                    task.pairs().get(pair).agency(),
                    reason(pair, board)))
        .toList();
  }

  private static Unplaced.Reason reason(int pair, Board board) {
    var grid = board.grid;
    int project = grid.project[pair];
    int agency = grid.agency[pair];
    var common =
        IntStream.range(0, grid.slots).filter(slot -> grid.bothThere(pair, slot)).toArray();
    if (common.length == 0) {
      return Unplaced.Reason.NO_COMMON_SLOT;
    }
    if (board.isCapped(project)) {
      return Unplaced.Reason.PROJECT_CAP;
    }
    if (board.isCapped(agency)) {
      return Unplaced.Reason.AGENCY_CAP;
    }
    boolean projectBusy = true;
    boolean agencyBusy = true;
    for (int slot : common) {
      boolean projectFree = board.isFree(project, slot);
      boolean agencyFree = board.isFree(agency, slot);
      if (projectFree && agencyFree) {
        return Unplaced.Reason.TABLES_FULL;
      }
      projectBusy &= !projectFree;
      agencyBusy &= !agencyFree;
    }
    if (projectBusy) {
      return Unplaced.Reason.PROJECT_BUSY;
    }
    return agencyBusy ? Unplaced.Reason.AGENCY_BUSY : Unplaced.Reason.NO_SHARED_GAP;
  }
}
