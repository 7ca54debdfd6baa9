package duijie.sheets.poi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of any number of rows: POI makes everything but the rows, which are then written
 * straight into its empty sheets. Neither rows nor texts are kept, so the heap does not grow with
 * them. The same content gives the same bytes.
 */
final class StreamedWorkbook {

  /** Files a third larger than at zlib's default, at less than half the time. */
  private static final int COMPRESSION = 3;

  /** Of every entry, so that equal content gives equal files: the oldest that zip knows. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String NO_ROWS = "<sheetData/>";
  private static final String END_OF_FOOTER = "</headerFooter>";

  private StreamedWorkbook() {}

  /**
   * Writes the sheets in order.
   *
   * @param note what stands at the foot of every printed page, beside the page number
   * @param out left open
   */
  static void write(List<? extends StreamedSheet> plans, String note, OutputStream out)
      throws IOException {
    try (var workbook = new XSSFWorkbook()) {
      var looks = new Looks(workbook);
      var parts = new HashMap<String, StreamedSheet>();
      for (var plan : plans) {
        var sheet = workbook.createSheet(plan.name());
        arrange(sheet, plan, note);
        parts.put(sheet.getPackagePart().getPartName().getName().substring(1), plan);
      }
      Papers.sign(workbook);
      var frame = new ByteArrayOutputStream();
      workbook.write(frame);
      fill(frame.toByteArray(), parts, looks, out);
    }
  }

  private static void arrange(XSSFSheet sheet, StreamedSheet plan, String note) {
    var widths = plan.columns().stream().mapToDouble(SheetColumn::width).toArray();
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] == SheetColumn.HIDDEN) {
        sheet.setColumnHidden(i, true);
      } else {
        Papers.width(sheet, i, widths[i]);
      }
    }
    plan.arrange(sheet, widths, note);
  }

  private static void fill(
      byte[] frame, Map<String, StreamedSheet> parts, Looks looks, OutputStream out)
      throws IOException {
    var zip = new ZipOutputStream(out);
    zip.setLevel(COMPRESSION);
    try (var entries = new ZipInputStream(new ByteArrayInputStream(frame))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        var copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(NO_TIME);
        zip.putNextEntry(copy);
        var plan = parts.get(entry.getName());
        if (plan == null) {
          entries.transferTo(zip);
        } else {
          var xml = new String(entries.readAllBytes(), StandardCharsets.UTF_8);
          rows(xml, plan, looks, zip);
        }
        zip.closeEntry();
      }
    }
    zip.finish();
    out.flush();
  }

  private static void rows(String frame, StreamedSheet plan, Looks looks, OutputStream out)
      throws IOException {
    // POI's dimension says "A1"; there being none is allowed, a wrong one misleads readers.
    var sheet = frame.replaceFirst("<dimension [^>]*/>", "");
    int gap = sheet.indexOf(NO_ROWS);
    out.write(sheet.substring(0, gap).getBytes(StandardCharsets.UTF_8));
    var xml = new Utf8Writer(out);
    xml.markup("<sheetData>");
    var written = new RowWriter(xml, plan.columns(), looks);
    plan.write(written);
    xml.markup("</sheetData>");
    if (plan.filtered()) {
      xml.markup("<autoFilter ref=\"A1:")
          .markup(CellReference.convertNumToColString(plan.columns().size() - 1));
      xml.number(written.count()).markup("\"/>");
    }
    merges(xml, written.merges());
    xml.flush();
    int end = breaksGo(sheet);
    out.write(sheet.substring(gap + NO_ROWS.length(), end).getBytes(StandardCharsets.UTF_8));
    breaks(xml, written.breaks());
    xml.flush();
    out.write(sheet.substring(end).getBytes(StandardCharsets.UTF_8));
  }

  private static void merges(Utf8Writer xml, List<String> merges) throws IOException {
    if (!merges.isEmpty()) {
      xml.markup("<mergeCells count=\"").number(merges.size()).markup("\">");
      for (var range : merges) {
        xml.markup("<mergeCell ref=\"").markup(range).markup("\"/>");
      }
      xml.markup("</mergeCells>");
    }
  }

  /** Where the page breaks go: after what is printed on every page. */
  private static int breaksGo(String sheet) {
    int footer = sheet.indexOf(END_OF_FOOTER);
    return footer < 0 ? sheet.lastIndexOf("</worksheet>") : footer + END_OF_FOOTER.length();
  }

  private static void breaks(Utf8Writer xml, List<Integer> rows) throws IOException {
    if (!rows.isEmpty()) {
      xml.markup("<rowBreaks count=\"").number(rows.size());
      xml.markup("\" manualBreakCount=\"").number(rows.size()).markup("\">");
      for (int row : rows) {
        xml.markup("<brk id=\"").number(row).markup("\" max=\"16383\" man=\"1\"/>");
      }
      xml.markup("</rowBreaks>");
    }
  }
}
