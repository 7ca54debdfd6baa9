package duijie.sheets.poi;

import duijie.sheets.Problem;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** Writes 错误汇总 into somebody else's workbook, with links to the cells. */
final class ProblemSheet {

  /** Excel takes 65,530 links a sheet; nobody follows more than these. */
  private static final int MOST_LINKS = 10_000;

  private final Utf8Writer out;
  private final StyleMarks styles;
  private int row;

  ProblemSheet(Utf8Writer out, StyleMarks styles) {
    this.out = out;
    this.styles = styles;
  }

  void write(List<Problem> problems) throws IOException {
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"");
    out.markup(SheetXml.MAIN).markup("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    out.markup("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"");
    out.markup(" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
    var columns = ProblemRow.COLUMNS;
    for (int i = 0; i < columns.size(); i++) {
      out.markup("<col min=\"").number(i + 1).markup("\" max=\"").number(i + 1);
      out.markup("\" width=\"").number((int) columns.get(i).width());
      out.markup("\" customWidth=\"1\"/>");
    }
    out.markup("</cols><sheetData>");
    start(1);
    for (int i = 0; i < columns.size(); i++) {
      text(i, columns.get(i).header(), styles.header());
    }
    out.markup("</row>");
    var rows = ProblemRow.of(problems);
    for (var problem : rows) {
      row(problem);
    }
    out.markup("</sheetData>");
    links(rows);
    out.markup("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.75\" bottom=\"0.6\"");
    out.markup(" header=\"0.35\" footer=\"0.3\"/><pageSetup paperSize=\"9\" fitToHeight=\"0\"");
    out.markup(" orientation=\"landscape\"/><headerFooter><oddHeader>&amp;C&amp;14&amp;A");
    out.markup("</oddHeader><oddFooter>&amp;R&amp;9 ").text("第 &P 页，共 &N 页");
    out.markup("</oddFooter></headerFooter></worksheet>");
    out.flush();
  }

  private void start(int lines) throws IOException {
    row++;
    out.markup("<row r=\"").number(row).markup("\" ht=\"").number((int) Lines.height(lines));
    out.markup("\">");
  }

  private void row(ProblemRow problem) throws IOException {
    var columns = ProblemRow.COLUMNS;
    var sentence = problem.problem().sentence();
    start(Lines.of(sentence, columns.get(4).width()));
    for (int i = 0; i < columns.size(); i++) {
      var value = columns.get(i).value().apply(problem);
      if (value instanceof Integer number) {
        cell(i, styles.plain()).markup("\"><v>").number(number).markup("</v></c>");
      } else if (value instanceof String text) {
        text(i, text, i == ProblemRow.LINK ? styles.link() : styles.plain());
      }
    }
    out.markup("</row>");
  }

  private void links(List<ProblemRow> rows) throws IOException {
    var linked =
        rows.stream()
            .filter(row -> row.problem().sheet() != null && row.problem().cell() != null)
            .limit(MOST_LINKS)
            .toList();
    if (linked.isEmpty()) {
      return;
    }
    out.markup("<hyperlinks>");
    for (var row : linked) {
      var problem = row.problem();
      out.markup("<hyperlink ref=\"").markup(CellReference.convertNumToColString(ProblemRow.LINK));
      out.number(row.number() + 1).markup("\" location=\"");
      out.attribute(
          "'%s'!%s".formatted(String.valueOf(problem.sheet()).replace("'", "''"), problem.cell()));
      out.markup("\"/>");
    }
    out.markup("</hyperlinks>");
  }

  private void text(int column, String text, int style) throws IOException {
    cell(column, style).markup("\" t=\"inlineStr\">");
    CellText.write(out, text);
    out.markup("</c>");
  }

  private Utf8Writer cell(int column, int style) throws IOException {
    out.markup("<c r=\"").markup(CellReference.convertNumToColString(column)).number(row);
    return out.markup("\" s=\"").number(style);
  }
}
