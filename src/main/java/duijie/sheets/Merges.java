package duijie.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks of cells merged over several rows: each row of a block is given the value that Excel keeps
 * in the top one only. Rows come in order.
 */
final class Merges {

  private final List<Merge> waiting;
  private final Map<Merge, Cell> open = new HashMap<>();
  private final Map<Integer, List<Merge>> begun = new HashMap<>();
  private int next;

  Merges(List<Merge> merges) {
    waiting =
        merges.stream()
            .filter(merge -> merge.bottom() > merge.top())
            .sorted(Comparator.comparingInt(Merge::top))
            .toList();
  }

  /** The blocks that begin with this row, among those filled so far, and hold a value. */
  List<Merge> begunAt(int row) {
    return begun.getOrDefault(row, List.of());
  }

  /** The row with the values of the blocks it lies in. */
  SheetRow fill(SheetRow row) {
    if (next == waiting.size() && open.isEmpty()) {
      return row;
    }
    open.keySet().removeIf(merge -> merge.bottom() < row.number());
    var cells = new ArrayList<>(row.cells());
    open.forEach(
        (merge, cell) -> {
          if (cells.stream().noneMatch(own -> own.column() == cell.column())) {
            cells.add(cell);
          }
        });
    while (next < waiting.size() && waiting.get(next).top() <= row.number()) {
      var merge = waiting.get(next++);
      row.cells().stream()
          .filter(cell -> cell.column() == merge.left() && merge.top() == row.number())
          .findFirst()
          .ifPresent(
              cell -> {
                open.put(merge, cell);
                begun.computeIfAbsent(merge.top(), top -> new ArrayList<>()).add(merge);
              });
    }
    return new SheetRow(row.number(), cells);
  }
}
