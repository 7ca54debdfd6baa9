package duijie.sheets.poi;

import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * How every sheet is printed: A4 landscape, fit to width, header repeated, pages numbered. A sheet
 * too wide to be read on one page goes over several side by side, each beginning with the columns
 * that say which record it is.
 */
final class Papers {

  private static final String PRODUCT = "对接";

  /**
   * Characters on the width of a page at which the type is still read with ease, about 7 points.
   */
  private static final double READABLE = 230;

  private Papers() {}

  /**
   * Sets the page up.
   *
   * @param widths of the columns, in characters
   * @param named how many columns on the left say which record a row is
   * @param note what stands at the foot of the page, on the left
   */
  static void setUp(XSSFSheet sheet, double[] widths, int named, String note) {
    double all = Arrays.stream(widths).sum();
    double repeated = Arrays.stream(widths).limit(named).sum();
    // Every page but the first gives the repeated columns their room once more.
    int pages = (int) Math.max(1, Math.ceil((all - repeated) / (READABLE - repeated)));
    var print = sheet.getPrintSetup();
    sheet.setFitToPage(true);
    print.setFitWidth((short) pages);
    print.setFitHeight((short) 0);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    if (pages > 1 && named > 0) {
      sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, named - 1));
    }
    onPaper(sheet, note);
  }

  /**
   * Sets up a sheet that says itself where its pages end: programs ignore that where they are to
   * fit the width.
   *
   * @param percent how large it is printed
   */
  static void pageByPage(XSSFSheet sheet, int percent, String note) {
    sheet.getPrintSetup().setScale((short) percent);
    onPaper(sheet, note);
  }

  private static void onPaper(XSSFSheet sheet, String note) {
    var print = sheet.getPrintSetup();
    print.setPaperSize(PaperSize.A4_PAPER);
    print.setLandscape(true);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, 0.4);
    sheet.setMargin(PageMargin.RIGHT, 0.4);
    sheet.setMargin(PageMargin.TOP, 0.75);
    sheet.setMargin(PageMargin.BOTTOM, 0.6);
    sheet.setMargin(PageMargin.HEADER, 0.35);
    sheet.setMargin(PageMargin.FOOTER, 0.3);
    sheet.getHeader().setCenter("&\"宋体,Bold\"&14社会工作服务供需对接 · &A");
    sheet.getFooter().setLeft("&9 " + note.replace("&", "&&"));
    sheet.getFooter().setRight("&9 第 &P 页，共 &N 页");
  }

  /** Sets a column's width in characters. */
  static void width(XSSFSheet sheet, int column, double characters) {
    sheet.setColumnWidth(column, (int) Math.round(characters * 256));
  }

  /** Names the product as the maker and leaves out the hour of making, which tells nothing. */
  static void sign(XSSFWorkbook workbook) {
    var properties = workbook.getProperties().getCoreProperties();
    properties.setCreator(PRODUCT);
    properties.setCreated(Optional.empty());
  }
}
