package duijie.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Blocks of cells merged over several rows: each row of a block is given the value that Excel keeps
 * in the top one only. Rows come in order. Blocks never lie over each other in Excel: what begins
 * within another block of its column is none.
 */
final class Merges {

  /** All text that is given to rows, which each of them goes through anew. */
  private static final long MOST_TEXT = 50_000_000;

  private final List<Merge> waiting;
  private final Map<Integer, Open> open = new TreeMap<>();
  private final Map<Integer, List<Merge>> begun = new HashMap<>();
  private int next;
  private long given;

  /** The block that a column is in, and its value. */
  private record Open(Merge merge, Cell cell) {}

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
  SheetRow fill(SheetRow row) throws RefusedWorkbook {
    if (next == waiting.size() && open.isEmpty()) {
      return row;
    }
    open.values().removeIf(block -> block.merge().bottom() < row.number());
    var filled = open.isEmpty() ? row : new SheetRow(row.number(), withBlocks(row));
    while (next < waiting.size() && waiting.get(next).top() <= row.number()) {
      begin(waiting.get(next++), row);
    }
    return filled;
  }

  private List<Cell> withBlocks(SheetRow row) throws RefusedWorkbook {
    var cells = new ArrayList<>(row.cells());
    var own = new HashSet<Integer>();
    cells.forEach(cell -> own.add(cell.column()));
    for (var block : open.values()) {
      if (!own.contains(block.cell().column())) {
        cells.add(block.cell());
        given += block.cell().content() instanceof Content.Text text ? text.value().length() : 0;
      }
    }
    if (given > MOST_TEXT) {
      throw new RefusedWorkbook(
          ProblemCode.TOO_MUCH_TEXT, "合并单元格中的文字太长，占的行又太多。请取消合并，或拆分成几个文件后分别导入。");
    }
    return cells;
  }

  private void begin(Merge merge, SheetRow row) {
    if (merge.top() != row.number() || open.containsKey(merge.left())) {
      return;
    }
    row.cells().stream()
        .filter(cell -> cell.column() == merge.left())
        .findFirst()
        .ifPresent(
            cell -> {
              open.put(merge.left(), new Open(merge, cell));
              begun.computeIfAbsent(merge.top(), top -> new ArrayList<>()).add(merge);
            });
  }
}
