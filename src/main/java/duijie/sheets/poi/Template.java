package duijie.sheets.poi;

import duijie.sheets.Additions;
import duijie.sheets.WorkbookWriter;
import duijie.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * An empty workbook to fill in and import: the sheet itself with notes and dropdown lists, a sheet
 * that explains it, and a hidden one that says which template this is and holds the words of the
 * lists.
 */
final class Template {

  /** Raised when the columns change, so that old templates can be told apart. */
  private static final int VERSION = 1;

  private static final List<String> INSTRUCTIONS =
      List.of(
          "一、在工作表“%s”中从第2行起逐行填写，一行一条；不要合并单元格，不要改表头。",
          "二、带 * 的列应当填写；其余的列不知道就留空，留空表示“未知”，不会因此被排除，但会列入待核事项。",
          "三、一格填多项时用顿号、逗号或分号隔开，例如“养老、社工站”。",
          "四、区划可写代码（510821）或名称（四川省/广元市/旺苍县/普济镇），可省略上级或“省、市、县”字样；重名时会请您写全。",
          "五、日期写“2026-03-01”“2026/3/1”“2026年3月1日”均可；金额写“360000”“360,000”“36万元”均可；等级写“3A”“AAA”均可。",
          "六、可以在最后一列之后增加自己的列，会原样保留。",
          "七、统一社会信用代码和电话请按文本填写（本模板已设好格式），以免末尾的数字丢失。",
          "八、不要填写公式；带 * 的列中的公式不会被接受。",
          "九、文件不超过 10 MB，保存为 .xlsx，不要带宏、密码或指向其他文件的链接。",
          "十、导入后如有问题，会退回同一份文件：有问题的单元格已标出，最后一列“错误原因”写明怎样改正，改好后可直接再次导入。");

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Looks looks = new Looks(workbook);
  private final WorkbookWriter.Kind kind;
  private final List<Guide> guides;

  private Template(WorkbookWriter.Kind kind, Vocabulary vocabulary) {
    this.kind = kind;
    this.guides = Guide.of(kind, vocabulary);
  }

  /** Writes the template of a kind. */
  static void write(WorkbookWriter.Kind kind, Vocabulary vocabulary, OutputStream out)
      throws IOException {
    var template = new Template(kind, vocabulary);
    try (var workbook = template.workbook) {
      template.build();
      workbook.write(out);
    }
  }

  private void build() {
    var form = workbook.createSheet(kind.sheet());
    var guide = workbook.createSheet(Additions.GUIDE_SHEET);
    var marker = workbook.createSheet(Additions.MARKER_SHEET);
    mark(marker);
    fillForm(form, new Validations(form, marker));
    fillGuide(guide);
    workbook.setSheetVisibility(workbook.getSheetIndex(marker), SheetVisibility.VERY_HIDDEN);
    workbook.setActiveSheet(0);
    Papers.sign(workbook);
  }

  private void mark(XSSFSheet marker) {
    var first = marker.createRow(0);
    first.createCell(0).setCellValue("template");
    first.createCell(1).setCellValue(kind.sheet());
    var second = marker.createRow(1);
    second.createCell(0).setCellValue("version");
    second.createCell(1).setCellValue(Integer.toString(VERSION));
  }

  private void fillForm(XSSFSheet sheet, Validations validations) {
    var header = sheet.createRow(0);
    header.setHeightInPoints((float) Lines.height(3));
    var notes = new Notes(sheet);
    for (int i = 0; i < guides.size(); i++) {
      var guide = guides.get(i);
      // A little wider than in an export: here people type.
      Papers.width(sheet, i, guide.width() + 2);
      sheet.setDefaultColumnStyle(i, looks.entry(guide));
      var cell = header.createCell(i);
      cell.setCellValue(guide.header());
      cell.setCellStyle(looks.of(Look.HEADER));
      notes.add(cell, guide.note() + "\n例如：" + guide.example());
      validations.add(i, guide);
    }
    int named = kind == WorkbookWriter.Kind.PROJECTS ? 2 : 1;
    sheet.createFreezePane(named, 1);
    var widths = guides.stream().mapToDouble(guide -> guide.width() + 2).toArray();
    Papers.setUp(sheet, widths, named, "带 * 的列应当填写");
  }

  private void fillGuide(XSSFSheet sheet) {
    double[] widths = {24, 10, 74, 44};
    for (int i = 0; i < widths.length; i++) {
      Papers.width(sheet, i, widths[i]);
    }
    row(sheet, 0, Look.HEADER, widths, "列名", "应当填写", "怎么填", "例子");
    int row = 1;
    for (var guide : guides) {
      var name = guide.header().replace("*", "");
      row(
          sheet,
          row++,
          Look.TEXT,
          widths,
          name,
          guide.required() ? "是" : "",
          guide.note(),
          guide.example());
    }
    for (var instruction : INSTRUCTIONS) {
      row(sheet, row++, Look.TEXT, widths, "说明", "", instruction.formatted(kind.sheet()), "");
    }
    sheet.createFreezePane(0, 1);
    Papers.setUp(sheet, widths, 0, "");
  }

  private void row(XSSFSheet sheet, int number, Look look, double[] widths, String... texts) {
    var row = sheet.createRow(number);
    int lines = 1;
    for (int i = 0; i < texts.length; i++) {
      var cell = row.createCell(i);
      cell.setCellValue(texts[i]);
      cell.setCellStyle(looks.of(look));
      lines = Math.max(lines, Lines.of(texts[i], widths[i]));
    }
    row.setHeightInPoints((float) Lines.height(lines));
  }
}
