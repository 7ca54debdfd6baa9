package duijie.sheets.poi;

import duijie.sheets.SessionBook;
import duijie.sheets.SessionSheet;
import duijie.sheets.SessionSummary;
import duijie.sheets.SessionSummary.Line;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a session's 统计汇总: a line of the summary, or below them a remark without numbers.
 *
 * @param line null in a remark
 */
record SessionSummaryRow(String group, String name, @Nullable Line line) {

  private static final List<SheetColumn<SessionSummaryRow>> COLUMNS =
      List.of(
          new SheetColumn<>("分类", Look.MARK, 12, SessionSummaryRow::group),
          new SheetColumn<>("名称", Look.TEXT, 44, SessionSummaryRow::name),
          number("项目数", Look.TEXT, 10, Line::projects),
          number("预算合计(元)", Look.MONEY, 18, Line::budget),
          number("洽谈机构数", Look.TEXT, 13, Line::agencies),
          number("洽谈数", Look.TEXT, 10, Line::talks),
          number("未排上数", Look.TEXT, 11, Line::unplaced),
          number("已有结果数", Look.TEXT, 13, Line::recorded),
          number("意向数", Look.TEXT, 10, Line::intents),
          number("意向金额合计(元)", Look.MONEY, 19, Line::amount));

  /** The lines, then what they rest on. */
  static SheetPlan<SessionSummaryRow> sheet(SessionBook book, SessionSummary summary) {
    var lines =
        summary.lines().stream()
            .map(line -> new SessionSummaryRow(line.group(), line.name(), line));
    var remarks =
        Stream.of(
                "属于多个领域的项目，在每个领域各计一次；上级领域包含其下级领域；区划按项目所在地统计到县级，县级不明的计入已知的上一级。",
                "“洽谈数”是时刻表里排了桌位的洽谈；“洽谈机构数”是其中不同机构的家数；“意向”指结果为储备、洽商或达成意向的洽谈。")
            .map(remark -> new SessionSummaryRow("说明", remark, null));
    return new SheetPlan<>(
        SessionSheet.SUMMARY.label(), COLUMNS, 0, false, Stream.concat(lines, remarks).toList());
  }

  private static SheetColumn<SessionSummaryRow> number(
      String header, Look look, double width, Function<Line, ? extends @Nullable Object> value) {
    return new SheetColumn<>(
        header, look, width, row -> row.line == null ? null : value.apply(row.line));
  }
}
