package duijie.sheets.poi;

import duijie.sessions.Intent;
import duijie.sessions.SessionReport;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * The report of a session as a Word document: a title, what there is to say in words, then tables.
 * Fonts are those that offices in China have, named for Chinese and for Latin text alike.
 */
final class ReportDocument {

  private static final String BODY = "仿宋";
  private static final String HEADING = "黑体";
  private static final String TITLE = "方正小标宋简体";

  /** Twentieths of a point: A4 with the margins of official papers. */
  private static final long WIDTH = 11906;

  private static final long HEIGHT = 16838;
  private static final long SIDE = 1361;
  private static final long TOP = 1701;
  private static final long EDGE = 992;

  /** Between the lines of a table and what stands in it. */
  private static final int CELL = 40;

  private static final long TEXT_WIDTH = WIDTH - 2 * SIDE;

  /** A line of running text, in twentieths of a point. */
  private static final int INDENT = 640;

  private static final int BODY_SIZE = 16;
  private static final int TABLE_SIZE = 10;

  private final SessionReport report;
  private final XWPFDocument document = new XWPFDocument();

  ReportDocument(SessionReport report) {
    this.report = report;
  }

  void write(OutputStream out) throws IOException {
    try (document) {
      paper();
      title("关于%s的情况报告".formatted(report.session().setup().name()));
      report.sentences().forEach(this::text);
      heading("一、到会和洽谈情况");
      table(List.of("统计项", "数量", "说明"), new int[] {30, 20, 50}, overview());
      heading("二、洽谈结果");
      table(List.of("结果", "场次", "意向金额（元）", "金额未填"), new int[] {30, 20, 30, 20}, outcomes());
      heading("三、按服务领域");
      lines("服务领域", report.fields());
      note("属于多个领域的项目，在每个领域各计一次，各行相加可以超过合计。");
      heading("四、按区划");
      lines("区划", report.towns());
      note("统计截至 %s。“未填”指还没有人填写，不等于没有。".formatted(report.asOf()));
      document.write(out);
    }
  }

  private void paper() {
    var body = document.getDocument().getBody();
    var section = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(WIDTH));
    size.setH(BigInteger.valueOf(HEIGHT));
    var margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(TOP));
    margins.setLeft(BigInteger.valueOf(SIDE));
    margins.setRight(BigInteger.valueOf(SIDE));
    margins.setHeader(BigInteger.valueOf(EDGE));
    margins.setFooter(BigInteger.valueOf(EDGE));
    margins.setGutter(BigInteger.ZERO);
    var foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    foot.setAlignment(ParagraphAlignment.CENTER);
    write(foot, "— ", BODY, TABLE_SIZE);
    foot.getCTP().addNewFldSimple().setInstr("PAGE");
    write(foot, " —", BODY, TABLE_SIZE);
  }

  private void title(String words) {
    var paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingAfter(480);
    write(paragraph, words, TITLE, 22);
  }

  private void heading(String words) {
    var paragraph = document.createParagraph();
    paragraph.setSpacingBefore(240);
    paragraph.setSpacingAfter(120);
    paragraph.setKeepNext(true);
    write(paragraph, words, HEADING, BODY_SIZE);
  }

  private void text(String words) {
    var paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(INDENT);
    paragraph.setSpacingBetween(1.5);
    write(paragraph, words, BODY, BODY_SIZE);
  }

  private void note(String words) {
    var paragraph = document.createParagraph();
    paragraph.setSpacingBefore(80);
    write(paragraph, words, BODY, TABLE_SIZE);
  }

  private static void write(XWPFParagraph paragraph, String words, String font, int size) {
    var run = paragraph.createRun();
    run.setText(words);
    font(run, font);
    run.setFontSize(size);
  }

  private static void font(XWPFRun run, String font) {
    for (var range : XWPFRun.FontCharRange.values()) {
      run.setFontFamily(font, range);
    }
  }

  private List<List<String>> overview() {
    var people = report.people();
    var talks = report.total().talks();
    return List.of(
        List.of("邀请机构", count(people.invited(), "家"), "包括临时到会的"),
        List.of(
            "已答复",
            count(people.answered(), "家"),
            "参加%d家，不参加%d家".formatted(people.coming(), people.declined())),
        List.of("签到机构", known(people.came(), "家"), "按签到记录"),
        List.of(
            "到会项目",
            count(report.total().projects(), "个"),
            "签到" + known(people.projectsCame(), "个")),
        List.of("排定洽谈", count(talks.planned(), "场"), "时刻表里的"),
        List.of("候补补位", count(talks.refilled(), "场"), "补缺席空出的位置"),
        List.of("已谈", count(talks.held(), "场"), "按签到或者洽谈结果"),
        List.of("缺席", count(talks.missed(), "场"), ""),
        List.of("是否谈过未填", count(talks.unknown(), "场"), "没有签到记录，也没有洽谈结果"));
  }

  private static String count(int number, String unit) {
    return number + " " + unit;
  }

  private static String known(@Nullable Integer number, String unit) {
    return number == null ? SessionReport.UNKNOWN : count(number, unit);
  }

  private List<List<String>> outcomes() {
    var rows = new ArrayList<List<String>>();
    for (var one : report.outcomes()) {
      rows.add(List.of(one.name(), "" + one.talks(), one.written(), "" + one.unknown()));
    }
    return rows;
  }

  private void lines(String by, List<SessionReport.Line> lines) {
    var rows = new ArrayList<List<String>>();
    lines.forEach(line -> rows.add(row(line)));
    rows.add(row(report.total()));
    table(
        List.of(by, "项目", "排定", "候补", "已谈", "缺席", "意向", "意向金额（元）", "转化", "合同金额（元）"),
        new int[] {20, 6, 6, 6, 6, 6, 6, 19, 6, 19},
        rows);
  }

  private static List<String> row(SessionReport.Line line) {
    var talks = line.talks();
    var intents = line.intents();
    return List.of(
        line.name(),
        "" + line.projects(),
        "" + talks.planned(),
        "" + talks.refilled(),
        "" + talks.held(),
        "" + talks.missed(),
        "" + intents.all(),
        SessionReport.grouped(intents.amount()),
        "" + intents.of(Intent.State.CONVERTED),
        SessionReport.grouped(intents.signed()));
  }

  /**
   * A table whose header is repeated on every page, and no row of which is torn apart.
   *
   * @param widths of the columns, in percent
   */
  private void table(List<String> header, int[] widths, List<List<String>> rows) {
    var table = document.createTable(rows.size() + 1, header.size());
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidth("100%");
    table.setCellMargins(CELL, CELL, CELL, CELL);
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    grid(table, widths);
    fill(table.getRow(0), header, widths, HEADING);
    table.getRow(0).setRepeatHeader(true);
    for (int i = 0; i < rows.size(); i++) {
      fill(table.getRow(i + 1), rows.get(i), widths, BODY);
    }
  }

  private static void grid(XWPFTable table, int[] widths) {
    var grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(TEXT_WIDTH * width / 100));
    }
  }

  private static void fill(XWPFTableRow row, List<String> cells, int[] widths, String font) {
    row.setCantSplitRow(true);
    for (int i = 0; i < cells.size(); i++) {
      var cell = row.getCell(i);
      cell.setWidth("" + TEXT_WIDTH * widths[i] / 100);
      cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
      var paragraph = cell.getParagraphArray(0);
      paragraph.setAlignment(
          font.equals(HEADING)
              ? ParagraphAlignment.CENTER
              : i > 0 && cells.get(i).matches("[\\d,.— 家个场]+")
                  ? ParagraphAlignment.RIGHT
                  : ParagraphAlignment.LEFT);
      write(paragraph, cells.get(i), font, TABLE_SIZE);
    }
  }
}
