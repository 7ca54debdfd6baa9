package duijie.sheets.poi;

import duijie.sessions.Slot;
import duijie.sheets.SessionBook;
import duijie.sheets.SessionBook.Talk;
import duijie.sheets.SessionSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A turn, a row of 桌次时刻表: who sits where. A table at which one project stays all day says which in
 * its header, and its cells name the agencies alone.
 */
record Seating(Slot slot, Map<Integer, String> tables) {

  private static final double WIDTH = 24;

  /** Of a turn, in points. */
  private static final double ROW = 26;

  /** 桌次时刻表: turns down, tables across; only those in use. */
  static SheetPlan<Seating> sheet(SessionBook book) {
    var byTable = new TreeMap<Integer, List<Talk>>();
    book.placed().forEach(t -> byTable.computeIfAbsent(t.table(), n -> new ArrayList<>()).add(t));
    var columns = new ArrayList<SheetColumn<Seating>>();
    columns.add(new SheetColumn<>("场次", Look.MARK, 9, turn -> turn.slot().block()));
    columns.add(new SheetColumn<>("时段", Look.MARK, 13, turn -> turn.slot().time()));
    byTable.forEach(
        (table, talks) ->
            columns.add(
                new SheetColumn<>(
                    header(table, talks), Look.MARK, WIDTH, turn -> turn.tables().get(table))));
    return new SheetPlan<>(
        SessionSheet.SEATING.label(), columns, 2, false, turns(book, byTable), ROW, Map.of());
  }

  private static List<Seating> turns(SessionBook book, Map<Integer, List<Talk>> byTable) {
    var cells = new HashMap<Integer, Map<Integer, String>>();
    byTable.forEach(
        (table, talks) ->
            talks.forEach(
                talk ->
                    cells
                        .computeIfAbsent(talk.turn().number(), slot -> new HashMap<>())
                        .put(table, cell(talk, stays(talks)))));
    return book.session().setup().slots().stream()
        .map(slot -> new Seating(slot, cells.getOrDefault(slot.number(), Map.of())))
        .toList();
  }

  private static String header(int table, List<Talk> talks) {
    var number = table + " 号桌";
    return stays(talks) ? number + "\n" + talks.getFirst().project().name() : number;
  }

  private static String cell(Talk talk, boolean stays) {
    return stays ? talk.agency().name() : talk.project().name() + "\n" + talk.agency().name();
  }

  /** Whether one project has the table all day. */
  private static boolean stays(List<Talk> talks) {
    return talks.stream().map(talk -> talk.project().id()).distinct().count() == 1;
  }
}
