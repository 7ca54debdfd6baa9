package duijie.sheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns that nobody knows: each is named once, and what stands in them is kept. */
final class Extras {

  /** More columns than these are no directory that a person keeps. */
  private static final int MOST_COLUMNS = 200;

  /** Bounds what is kept in memory. */
  private static final int MOST_VALUES = 1_000_000;

  /** A running number says nothing about a row that is blank otherwise. */
  private static final String RUNNING_NUMBER = "序号";

  private final Problems problems;
  private final Map<Integer, String> titles = new TreeMap<>();
  private int values;

  Extras(Problems problems) {
    this.problems = problems;
  }

  /** Takes a column under its title, or under its letter where it has none. */
  void add(int row, int column, String title) throws RefusedWorkbook {
    if (Additions.isAddedColumn(title)) {
      return;
    }
    titles.put(column, title);
    if (titles.size() > MOST_COLUMNS) {
      throw new RefusedWorkbook(
          ProblemCode.TOO_MANY_COLUMNS, "不认识的列超过 " + MOST_COLUMNS + " 个。请删去多余的列，或从模板另做一份表。");
    }
    var address = Cell.address(row, column);
    problems.add(
        address,
        ProblemCode.UNKNOWN_COLUMN,
        "不认识列" + Typed.quote(title) + "（" + address + "）。内容已原样保留，不参与对接。");
  }

  /** The titles in the order of the sheet. */
  List<String> titles() {
    return List.copyOf(titles.values());
  }

  /** What stands in these columns of the row, by title. */
  <C extends Enum<C>> Map<String, String> of(SheetRow row, Header<C> header)
      throws RefusedWorkbook {
    Map<String, String> extra = Map.of();
    for (var cell : row.cells()) {
      int column = cell.column();
      if (header.known().containsKey(column) || header.repeated().containsKey(column)) {
        continue;
      }
      var shown = cell.content().shown().strip();
      if (shown.isEmpty() || Additions.isAddedColumn(header.extras().get(column))) {
        continue;
      }
      if (!titles.containsKey(column)) {
        add(row.number(), column, Cell.letters(column) + "列（无标题）");
      }
      if (++values > MOST_VALUES) {
        throw new RefusedWorkbook(
            ProblemCode.TOO_MUCH_TEXT, "不认识的列中内容太多，超过 " + MOST_VALUES + " 格。请删去多余的列。");
      }
      if (extra.isEmpty()) {
        extra = new LinkedHashMap<>();
      }
      extra.put(titles.getOrDefault(column, ""), shown);
    }
    return extra;
  }

  /** Whether these values say nothing of their own. */
  static boolean isOnlyRunningNumber(Map<String, String> extra) {
    return extra.isEmpty() || extra.size() == 1 && extra.containsKey(RUNNING_NUMBER);
  }
}
