package duijie.sheets.poi;

import java.util.Optional;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How every sheet is printed: A4 landscape, fit to width, header repeated, pages numbered. */
final class Papers {

  private static final String PRODUCT = "对接";

  private Papers() {}

  /**
   * Sets the page up.
   *
   * @param note what stands at the foot of the page, on the left
   */
  static void setUp(XSSFSheet sheet, String note) {
    var print = sheet.getPrintSetup();
    print.setPaperSize(PaperSize.A4_PAPER);
    print.setLandscape(true);
    sheet.setFitToPage(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, 0.4);
    sheet.setMargin(PageMargin.RIGHT, 0.4);
    sheet.setMargin(PageMargin.TOP, 0.75);
    sheet.setMargin(PageMargin.BOTTOM, 0.6);
    sheet.setMargin(PageMargin.HEADER, 0.35);
    sheet.setMargin(PageMargin.FOOTER, 0.3);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
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
