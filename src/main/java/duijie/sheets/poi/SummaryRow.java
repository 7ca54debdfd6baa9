package duijie.sheets.poi;

import duijie.sheets.MatchmakingBook;
import duijie.sheets.Summary;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of 统计汇总: a line of the summary, or below them a remark without numbers.
 *
 * @param line null in a remark
 */
record SummaryRow(String group, String name, Summary.@Nullable Line line) {

  /** The columns of 统计汇总. */
  static final List<SheetColumn<SummaryRow>> COLUMNS =
      List.of(
          new SheetColumn<>("分类", Look.MARK, 14, SummaryRow::group),
          new SheetColumn<>("名称", Look.TEXT, 44, SummaryRow::name),
          number("项目数", Look.TEXT, 12, Summary.Line::projects),
          number("预算合计(元)", Look.MONEY, 20, Summary.Line::budget),
          number("预算未知项目数", Look.TEXT, 16, Summary.Line::budgetsUnknown),
          number("机构数", Look.TEXT, 12, Summary.Line::agencies),
          number("推荐对接数", Look.TEXT, 14, Summary.Line::pairs),
          number("无匹配项目数", Look.TEXT, 16, Summary.Line::unmatched),
          number("有无待核机构的项目数", Look.TEXT, 24, Summary.Line::verified));

  /** The lines, then what they rest on. */
  static List<SummaryRow> of(Summary summary, MatchmakingBook book) {
    var lines =
        summary.lines().stream().map(line -> new SummaryRow(line.group(), line.name(), line));
    var remarks =
        Stream.of(
                "基准日期：" + book.asOf(),
                "规则版本：" + book.ruleBook(),
                "属于多个领域的项目和机构，在每个领域各计一次；上级领域包含其下级领域；区划统计到县级，县级不明的计入已知的上一级；机构按登记地统计。",
                "“有匹配”指至少有一家推荐机构得分大于0；“仅有0分机构”指没有被排除的机构都没有可以评分的资料，对接总表里不列；这两种以外为“无匹配”。“无匹配项目数”是后两种之和。",
                "“有无待核机构的项目数”：至少有一家机构的硬性条件全部核实符合、没有一条待核的项目数。对接情况各行的机构数，是推荐给这些项目的机构数。")
            .map(remark -> new SummaryRow("说明", remark, null));
    return Stream.concat(lines, remarks).toList();
  }

  private static SheetColumn<SummaryRow> number(
      String header,
      Look look,
      double width,
      Function<Summary.Line, ? extends @Nullable Object> value) {
    return new SheetColumn<>(
        header, look, width, row -> row.line == null ? null : value.apply(row.line));
  }
}
