package duijie.sheets;

import duijie.sheets.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row of the sheet seen through its header: reads its columns one by one and keeps what is to be
 * said about them.
 */
final class Filled<C extends Enum<C>> {

  /** Excel's own limit of a cell's text; no honest file has more. */
  static final int LONGEST_TEXT = 32_767;

  private static final Set<ProblemCode> SOFT_WHERE_OPTIONAL =
      EnumSet.of(
          ProblemCode.UNKNOWN_FIELD,
          ProblemCode.UNKNOWN_TARGET_GROUP,
          ProblemCode.UNKNOWN_METHOD,
          ProblemCode.UNKNOWN_REGION,
          ProblemCode.AMBIGUOUS_REGION,
          ProblemCode.TOO_MANY_ITEMS);

  private final Layout<C> layout;
  private final Header<C> header;
  private final int row;
  private final @Nullable Cell[] cells;
  private final Set<C> unreadable;
  private final List<Found> found = new ArrayList<>(0);

  /** A problem of this row, by the place of its cell. */
  private record Found(int column, Severity severity, Remark remark) {}

  Filled(Layout<C> layout, Header<C> header, SheetRow row) {
    this.layout = layout;
    this.header = header;
    this.row = row.number();
    this.cells = new Cell[layout.columns().size()];
    this.unreadable = EnumSet.noneOf(layout.name().getDeclaringClass());
    for (var cell : row.cells()) {
      var column = header.known().get(cell.column());
      if (column != null) {
        cells[column.ordinal()] = cell;
      }
    }
  }

  int row() {
    return row;
  }

  /** What each filled cell shows. */
  Map<C, String> shown() {
    var shown = new EnumMap<C, String>(layout.name().getDeclaringClass());
    for (var column : layout.columns()) {
      var cell = cells[column.ordinal()];
      if (cell != null && !SheetImport.isBlank(cell.content())) {
        shown.put(column, cell.content().shown());
      }
    }
    return shown;
  }

  /** Whether no known column is filled in. */
  boolean isBlank() {
    for (var cell : cells) {
      if (cell != null && !SheetImport.isBlank(cell.content())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the row only says again what its columns are called. */
  boolean isHeader() {
    var name = cells[layout.name().ordinal()];
    return name != null
        && name.content() instanceof Content.Text text
        && Header.isLabel(text.value(), layout.label().apply(layout.name()));
  }

  /** Notes that the row and those below share the values of a merged block. */
  void sayMerged(Merge merge) {
    found.add(
        new Found(
            merge.left(),
            ProblemCode.MERGED_CELLS.severity(),
            new Remark(
                ProblemCode.MERGED_CELLS,
                "是合并单元格 " + merge.address() + "，各行都按这一格的内容读取。建议取消合并，逐行填写。")));
  }

  /** The columns that were filled in but not understood, of those read so far. */
  Set<C> unreadable() {
    return unreadable;
  }

  /** What the column says; null where it says nothing or was not understood. */
  <V> @Nullable V read(C column, Understanding<V> understanding) {
    boolean required = layout.required().test(column);
    var cell = cells[column.ordinal()];
    if (cell == null) {
      if (required && header.has(column)) {
        required(column);
      }
      return null;
    }
    if (!isTaken(column, cell, required)) {
      return null;
    }
    return switch (understanding.of(cell.content())) {
      case Reading.Value<V> read -> {
        for (var doubt : read.doubts()) {
          found.add(new Found(cell.column(), doubt.code().severity(), doubt));
        }
        yield read.value();
      }
      case Reading.Blank<V> blank -> {
        if (required) {
          required(column);
        }
        yield null;
      }
      case Reading.Unreadable<V> not -> {
        unreadable.add(column);
        for (var reason : not.reasons()) {
          boolean soft = !required && SOFT_WHERE_OPTIONAL.contains(reason.code());
          found.add(new Found(cell.column(), soft ? Severity.WARNING : Severity.ERROR, reason));
        }
        yield null;
      }
    };
  }

  /** What the column says, or the substitute. */
  <V> V read(C column, Understanding<V> understanding, Supplier<V> substitute) {
    return Objects.requireNonNullElseGet(read(column, understanding), substitute);
  }

  /** Adds a problem at the column's cell. */
  void say(C column, ProblemCode code, String sentence) {
    var place = header.places().get(column);
    int at = place == null ? 0 : place.column();
    found.add(new Found(at, code.severity(), new Remark(code, sentence)));
  }

  /** Adds a problem at the column's cell, which makes its value unknown. */
  void reject(C column, ProblemCode code, String sentence) {
    unreadable.add(column);
    say(column, code, sentence);
  }

  /** Hands on the problems in the order of the sheet's columns. */
  void report(Problems problems) {
    if (found.isEmpty()) {
      return;
    }
    found.sort(Comparator.comparingInt(Found::column));
    for (var problem : found) {
      var address = Cell.address(row, problem.column());
      problems.add(
          address,
          problem.severity(),
          problem.remark().code(),
          header.title(problem.column(), layout)
              + "（"
              + address
              + "）"
              + problem.remark().sentence());
    }
  }

  /** Whether the cell's content can be read at all. */
  private boolean isTaken(C column, Cell cell, boolean required) {
    if (cell.formula() && required) {
      reject(column, ProblemCode.FORMULA_REFUSED, "是公式，必填列不能用公式。请复制后“选择性粘贴”为数值，或直接填写内容。");
      return false;
    }
    return switch (cell.content()) {
      case Content.Nothing none -> {
        reject(column, ProblemCode.FORMULA_WITHOUT_VALUE, "是公式，但文件中没有它的结果。请直接填写内容。");
        yield false;
      }
      case Content.Fault fault -> {
        reject(column, ProblemCode.CELL_FAULT, "显示错误值 " + fault.error() + "。请直接填写内容。");
        yield false;
      }
      case Content.Text text when text.value().length() > LONGEST_TEXT -> {
        reject(column, ProblemCode.CELL_TOO_LONG, "文字超过 " + LONGEST_TEXT + " 个字符，未读取。请缩短。");
        yield false;
      }
      case Content.Text text when Typed.isDitto(text.value()) -> {
        reject(column, ProblemCode.DITTO, "填的是" + Typed.quote(text.value()) + "，请写出内容。");
        yield false;
      }
      default -> {
        if (cell.formula()) {
          say(
              column,
              ProblemCode.FORMULA_VALUE,
              "是公式，按其结果" + Typed.quote(cell.content().shown()) + "读取。请核对。");
        }
        yield true;
      }
    };
  }

  private void required(C column) {
    if (column == layout.name()) {
      return;
    }
    say(column, ProblemCode.REQUIRED_EMPTY, "没有填写，按未知处理。请补填。");
  }
}
