package duijie.sheets.poi;

import duijie.sheets.Additions;
import duijie.sheets.Problem;
import java.util.List;
import java.util.stream.IntStream;

/** A row of 错误汇总. */
record ProblemRow(int number, Problem problem) {

  /** The column whose cells lead to the place of the problem, where there is one. */
  static final int LINK = 2;

  static final List<SheetColumn<ProblemRow>> COLUMNS =
      List.of(
          new SheetColumn<>("序号", Look.MARK, 7, ProblemRow::number),
          new SheetColumn<>("工作表", Look.TEXT, 16, row -> row.problem.sheet()),
          new SheetColumn<>("单元格", Look.MARK, 10, row -> row.problem.cell()),
          new SheetColumn<>("程度", Look.MARK, 8, ProblemRow::severity),
          new SheetColumn<>(Additions.ERROR_COLUMN, Look.TEXT, 80, row -> row.problem.sentence()),
          new SheetColumn<>("代码", Look.TEXT, 26, row -> row.problem.code()));

  static List<ProblemRow> of(List<Problem> problems) {
    return IntStream.range(0, problems.size())
        .mapToObj(i -> new ProblemRow(i + 1, problems.get(i)))
        .toList();
  }

  /** The sheet alone, in a workbook of its own. */
  static SheetPlan<ProblemRow> sheet(List<Problem> problems) {
    return new SheetPlan<>(Additions.ERROR_SHEET, COLUMNS, 0, true, of(problems));
  }

  private String severity() {
    return problem.severity() == Problem.Severity.ERROR ? "错误" : "提醒";
  }
}
