package duijie.sheets.poi;

import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A sheet that is to be streamed. */
interface StreamedSheet {

  /** The sheet's name. */
  String name();

  /** From left to right. */
  List<? extends SheetColumn<?>> columns();

  /** Whether the header carries filter buttons. */
  boolean filtered();

  /**
   * Sets up how it is looked at and printed.
   *
   * @param widths of the columns, in characters
   * @param note what stands at the foot of every page, beside the page number
   */
  void arrange(XSSFSheet sheet, double[] widths, String note);

  /** Writes all rows. */
  void write(RowWriter rows) throws IOException;
}
